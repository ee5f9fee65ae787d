"""The import page, through real clicks and keys, on real files and a real book."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.errors import MappingError, SourceError
from portfolio_app.services import books, clients, custom_fields, privacy
from portfolio_app.services.import_ import REFUSALS
from portfolio_app.storage.book import Book
from portfolio_app.ui import theme
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.import_columns import FIELD, FieldCombo
from portfolio_app.ui.pages.import_page import CHECK, COLUMNS, DONE, FILES, ImportPage
from portfolio_app.ui.pages.import_reading import unread_sheets
from tests.ui.import_desk import (
    TODAY,
    column,
    counts,
    field_of,
    open_fields,
    ops,
    page,
    pick,
    press,
    real_book,
    sales_file,
    save_refused,
    wait_for,
)

__all__ = ["ops", "page", "real_book", "sales_file"]


class TestTheWholeWay:
    def test_from_the_file_to_the_book_and_back(
        self, qtbot: QtBot, page: ImportPage, real_book: Book, sales_file: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        assert field_of(page, "Raison sociale") == "client.name"
        assert field_of(page, "Montant HT") == "sale.amount"
        press(page, Qt.Key.Key_Return)
        wait_for(qtbot, page, CHECK)
        assert counts(real_book)["client"] == 0
        assert "2 row" in page.next_button.text()
        assert page.check.troubles.model.rowCount() == 2
        assert page.check.troubles.model.index(0, 3).data() == "31/02/2026"
        assert "does not exist" in page.check.troubles.model.index(0, 4).data()
        qtbot.mouseClick(page.next_button, Qt.MouseButton.LeftButton)
        wait_for(qtbot, page, DONE)
        assert counts(real_book)["client"] == 2
        assert counts(real_book)["sale"] == 2
        qtbot.mouseClick(page.done.undo_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not page.done.undo_button.isVisible() and not page.ops.is_busy)
        assert counts(real_book)["client"] == 0

    def test_the_buttons_lead_on(self, qtbot: QtBot, page: ImportPage, sales_file: Path) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        for step in (CHECK, DONE):
            page.go_next()
            wait_for(qtbot, page, step)
        asked: list[object] = []
        page.open_requested.connect(lambda kind, item: asked.append((kind, item)))
        qtbot.mouseClick(page.done.clients_button, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(page.done.calls_button, Qt.MouseButton.LeftButton)
        assert asked == [("page", "clients"), ("page", "today")]

    def test_the_same_file_twice_says_so_and_offers_no_undo(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        for step in (CHECK, DONE):
            page.go_next()
            wait_for(qtbot, page, step)
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        page.go_next()
        wait_for(qtbot, page, CHECK)
        assert not page.next_button.isEnabled()

    def test_redo_after_undo_says_that_the_rows_are_back(
        self, qtbot: QtBot, page: ImportPage, ops: Operations, real_book: Book, sales_file: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        for step in (CHECK, DONE):
            page.go_next()
            wait_for(qtbot, page, step)
        ops.undo()
        qtbot.waitUntil(lambda: not ops.is_busy)
        assert not page.done.undo_button.isVisible()
        ops.redo()
        qtbot.waitUntil(lambda: not ops.is_busy)
        assert page.done.undo_button.isVisible()
        assert counts(real_book)["sale"] == 2

    def test_taken_back_after_something_else_it_keeps_that(
        self, qtbot: QtBot, page: ImportPage, ops: Operations, real_book: Book, sales_file: Path
    ) -> None:
        from portfolio_app.services import settings

        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        for step in (CHECK, DONE):
            page.go_next()
            wait_for(qtbot, page, step)
        assert page.done.undo_button.isVisible()
        ops.run(page, settings.set_currency, "CHF")
        qtbot.waitUntil(lambda: not ops.is_busy)
        qtbot.mouseClick(page.done.undo_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not page.done.undo_button.isVisible() and not ops.is_busy)
        assert counts(real_book)["client"] == 0
        assert books.info(real_book).currency == "CHF"
        assert "stays" in page.done.text

    def test_refused_rows_can_be_saved(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path, tmp_path: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        page.go_next()
        wait_for(qtbot, page, CHECK)
        save_refused(page, tmp_path / "refused.csv")
        qtbot.waitUntil(lambda: "refused.csv" in page.notice.text)
        text = (tmp_path / "refused.csv").read_text(encoding="utf-8-sig")
        assert "Boulangerie Ti Bara" in text
        assert "does not exist" in text

    def test_rows_about_erased_persons_do_not_wait_for_a_correction(
        self, qtbot: QtBot, page: ImportPage, ops: Operations, real_book: Book, sales_file: Path
    ) -> None:
        made = clients.create_client(real_book, {"name": "Atelier", "kind": "organisation"})
        (client_id,) = made.created["client"]
        contact = {"full_name": "Yann Abgrall", "email": "yann@example.fr"}
        (yann,) = clients.create_contact(real_book, client_id, contact).created["contact"]
        privacy.erase_person(real_book, privacy.Person("contact", yann))
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        page.go_next()
        wait_for(qtbot, page, CHECK)
        faulty, erased = page.check.troubles._title.text().split(" · ")
        assert faulty == "2 rows stay out until they are corrected"
        assert erased.startswith("1 row")
        assert erased.endswith("about a person erased at their request")

    def test_a_folder_that_is_not_there_is_said_in_place(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path, tmp_path: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        page.go_next()
        wait_for(qtbot, page, CHECK)
        save_refused(page, tmp_path / "nowhere" / "refused.csv")
        qtbot.waitUntil(lambda: "cannot be written" in page.notice.text)


class TestFiles:
    def test_begins_empty_and_says_what_it_promises(self, page: ImportPage) -> None:
        assert page.step == FILES
        assert not page.next_button.isVisible()
        assert page.files.zone.button.isVisible()

    def test_files_can_be_dropped_anywhere(self, qtbot: QtBot, page: ImportPage, sales_file: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(sales_file))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        plain = Qt.KeyboardModifier.NoModifier
        page.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, plain))
        wait_for(qtbot, page, COLUMNS)
        assert page.columns.model.rowCount() == 9

    def test_a_file_that_cannot_be_read_says_why_and_lets_the_others_pass(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path, tmp_path: Path
    ) -> None:
        broken = tmp_path / "photo.csv"
        broken.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
        page.show_item([broken, sales_file])
        qtbot.waitUntil(lambda: page.next_button.isEnabled() and not page.ops.is_busy)
        assert page.step == FILES
        page.go_next()
        wait_for(qtbot, page, COLUMNS)
        assert page.columns.model.column_name(0) == "Raison sociale"

    @pytest.mark.parametrize("content", [b"", b"Nom;Ville\r\n"])
    def test_nothing_to_import_is_a_sentence(
        self, qtbot: QtBot, page: ImportPage, tmp_path: Path, content: bytes
    ) -> None:
        path = tmp_path / "rien.csv"
        path.write_bytes(content)
        page.show_item([path])
        qtbot.waitUntil(lambda: not page.ops.is_busy)
        assert page.step == FILES
        assert not page.next_button.isEnabled()


class TestColumns:
    def test_the_field_of_a_column_is_chosen_with_the_mouse(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        pick(qtbot, page, "Code", "client.tags")
        assert page.columns.model.index(column(page, "Code"), 3).data() == "chosen"

    def test_a_field_taken_over_leaves_the_other_column_out(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        pick(qtbot, page, "Code", "client.name")
        assert field_of(page, "Raison sociale") == ""

    def test_a_field_of_the_book_s_own_goes_by_its_name(
        self, qtbot: QtBot, page: ImportPage, real_book: Book, sales_file: Path
    ) -> None:
        custom_fields.create_custom_field(real_book, "<b>Rayon</b>", "text")
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        combo = open_fields(qtbot, page, "Code")
        place = combo.findData("client.custom.b_rayon_b")
        assert combo.itemText(place).strip() == "<b>Rayon</b>"
        assert combo.itemText(place + 1).strip() == "Contact"
        QTest.keyClick(combo.view(), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not page.columns.table.findChildren(FieldCombo))
        pick(qtbot, page, "Code", "client.custom.b_rayon_b")
        shown = page.columns.model.index(column(page, "Code"), FIELD).data()
        assert shown == "Client › <b>Rayon</b>"

    def test_escape_closes_the_list_and_changes_nothing(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        before = field_of(page, "Code")
        combo = open_fields(qtbot, page, "Code")
        QTest.keyClick(combo.view(), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not page.columns.table.findChildren(FieldCombo))
        assert page.step == COLUMNS
        assert field_of(page, "Code") == before

    def test_without_a_client_it_says_so_and_stays(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        model = page.columns.model
        for name in ("Raison sociale", "Nom contact", "Mail"):
            model.setData(model.index(column(page, name), FIELD), "")
        assert "which client" in page.columns.notice.text
        assert sales_file.name in page.columns.notice.text
        assert str(sales_file.parent) not in page.columns.notice.text
        assert not page.next_button.isEnabled()
        press(page, Qt.Key.Key_Return)
        assert page.step == COLUMNS

    def test_another_encoding_reads_the_file_again_and_keeps_the_choices(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        assert "Élorn" in page.columns.model.index(0, 1).data()
        pick(qtbot, page, "Code", "client.tags")
        page.columns.option_chosen.emit("encoding", "mac-roman")
        qtbot.waitUntil(lambda: not page.ops.is_busy and "Élorn" not in page.columns.model.index(0, 1).data())
        assert field_of(page, "Code") == "client.tags"
        page.columns.option_chosen.emit("encoding", "utf-8")
        qtbot.waitUntil(lambda: "cannot be read as" in page.columns.notice.text)
        assert not page.next_button.isEnabled()
        page.columns.option_chosen.emit("encoding", "cp1252")
        qtbot.waitUntil(lambda: page.next_button.isEnabled())
        assert "Élorn" in page.columns.model.index(0, 1).data()

    def test_ambiguous_dates_are_pointed_out_until_chosen(
        self, qtbot: QtBot, page: ImportPage, tmp_path: Path
    ) -> None:
        path = tmp_path / "v.csv"
        path.write_text("Client;Date;Montant\nKermor;03/02/2026;10,00\nÉlorn;04/05/2026;20,00\n", "utf-8")
        page.show_item([path])
        wait_for(qtbot, page, COLUMNS)
        assert "day and month" in page.columns.notice.text
        page.columns.option_chosen.emit("date_order", "DMY")
        assert page.columns.notice.text == ""

    def test_several_files_stand_in_a_list_and_one_can_be_left_out(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path, tmp_path: Path
    ) -> None:
        prices = tmp_path / "prices.csv"
        prices.write_text("Article,Prix\nVis,1.50\nClou,2.50\n", "utf-8")
        page.show_item([sales_file, prices])
        wait_for(qtbot, page, COLUMNS)
        assert page.columns.files.isVisible()
        assert page.columns.model.column_name(0) == "Article"
        assert not page.next_button.isEnabled()
        qtbot.mouseClick(page.columns.leave_out, Qt.MouseButton.LeftButton)
        assert page.next_button.isEnabled()
        assert not page.columns.files.isVisible()

    def test_escape_goes_back(self, qtbot: QtBot, page: ImportPage, sales_file: Path) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        press(page, Qt.Key.Key_Escape)
        assert page.step == FILES


class TestStopping:
    @pytest.mark.parametrize("at", [COLUMNS, CHECK])
    def test_a_stop_writes_nothing_and_says_so(
        self, qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path, at: int
    ) -> None:
        path = tmp_path / "many.csv"
        lines = [
            f"Client {n};{n % 28 + 1:02d}/05/2026;{n},00" for n in range(30_000 if at == COLUMNS else 9_000)
        ]
        path.write_text("\n".join(["Client;Date facture;Montant", *lines]), "utf-8")
        page.show_item([path])
        wait_for(qtbot, page, COLUMNS)
        if at == CHECK:
            page.go_next()
            wait_for(qtbot, page, CHECK)
        page.go_next()
        assert page.is_working
        qtbot.waitUntil(lambda: page.working.bar.value() > 0)
        press(page, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not page.is_working, timeout=1_000)
        assert page.step == at
        assert "Nothing was written" in page.notice.text
        assert counts(real_book)["client"] == 0


class TestWords:
    def test_every_refusal_of_the_service_has_its_words(self) -> None:
        assert {code: str(text) for code, text in words.REFUSALS.items()} == REFUSALS

    def test_a_long_value_is_cut(self) -> None:
        from portfolio_app.services.import_ import RefusedRow

        row = RefusedRow(3, "Montant", "x" * 500, "bad_amount")
        assert len(words.refusal_text(row)) < 150

    def test_files_and_fields_go_by_their_names(self) -> None:
        twice = MappingError("field_twice", first="a", second="b", field="contact.phone")
        assert "Contact › phone" in words.problem_text(twice)
        missing = SourceError("missing", path=str(Path("folder") / "file.csv"))
        assert "“file.csv”" in words.problem_text(missing)

    @pytest.mark.parametrize("code", sorted(REFUSALS))
    def test_every_placeholder_is_known(self, code: str) -> None:
        names = {name for _, name, _, _ in Formatter().parse(REFUSALS[code]) if name}
        assert names <= {"value", "length", "limit", "found", "expected"}


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_looks_right_in_both_themes(
    qtbot: QtBot, qapp: QApplication, page: ImportPage, sales_file: Path, choice: str
) -> None:
    theme.apply_theme(qapp, choice)  # type: ignore[arg-type]
    page.show_item([sales_file])
    wait_for(qtbot, page, COLUMNS)
    assert not page.grab().isNull()
    page.go_next()
    wait_for(qtbot, page, CHECK)
    assert not page.grab().isNull()


def test_cells_that_stay_out_are_listed_with_the_reason(
    qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
) -> None:
    custom_fields.create_custom_field(real_book, "Abonné", "yes_no")
    clients.create_client(real_book, {"name": "Ancien", "custom.abonne": True})
    path = tmp_path / "clients.csv"
    path.write_text("Raison sociale;Abonné\nAncien;peut-être\nNouveau;bof\nAutre;oui\n", encoding="utf-8")
    page.show_item([path])
    wait_for(qtbot, page, COLUMNS)
    press(page, Qt.Key.Key_Return)
    wait_for(qtbot, page, CHECK)
    model = page.check.troubles.model
    rows = [[model.index(row, place).data() for place in range(1, 5)] for row in range(model.rowCount())]
    reason = "is not one of the words this column may hold. The row comes in, this field"
    assert rows == [
        ["2", "Abonné", "peut-être", f"“peut-être” {reason} keeps what was there."],
        ["3", "Abonné", "bof", f"“bof” {reason} stays empty."],
    ]
    assert page.check.troubles.table.isVisible()
    assert page.check.troubles._title.text() == "2 cells stay out of rows that come in"
    assert not page.check.troubles.save_button.isVisible()


def test_the_sheets_that_are_not_read_are_named(
    qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
) -> None:
    from portfolio_app.services import sales
    from portfolio_app.services.export import export_workbook

    clients.create_client(real_book, {"name": "Élan"})
    sales.add_sale(real_book, 1, {"date": TODAY, "amount": 100})
    path = export_workbook(real_book, tmp_path / "out.xlsx", TODAY, "fr")
    page.show_item([path])
    wait_for(qtbot, page, FILES)
    page.files.other_requested.emit(page._drafts[0], "as_table")
    wait_for(qtbot, page, COLUMNS)
    draft = page.columns.model.draft
    assert draft is not None
    told = unread_sheets(draft)
    assert "Ventes" in told
    assert "_portfolio" not in told
    assert "Clients" not in told
    assert told in page.columns._brings.text()
