"""The history page, through real clicks and keys, on real books."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.errors import NotFoundError
from portfolio_app.models.base import Base
from portfolio_app.services import (
    agenda_settings,
    clients,
    custom_fields,
    deals,
    groups,
    history,
    import_,
    interactions,
    key_dates,
    plans,
    sales,
    segments,
)
from portfolio_app.services import settings as settings_service
from portfolio_app.storage import journal
from portfolio_app.storage.book import Book
from portfolio_app.storage.selective import REASONS
from portfolio_app.ui import messages
from portfolio_app.ui.field_names import FIELDS
from portfolio_app.ui.main_window import MainWindow, PageSpec
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import history_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.history import HistoryPage
from portfolio_app.ui.pages.history_rows import Line
from tests.conftest import NOW, TODAY, fixed_clock

OpenPage = Callable[[Book], HistoryPage]


@pytest.fixture
def real_book(make_book: Callable[..., Book]) -> Book:
    return make_book("history.portfolio")


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication, make_book: Callable[..., Book]) -> Iterator[OpenPage]:
    """Opens the page on a book; asks for `make_book` so that its worker stops before the books are closed."""
    opened: list[Operations] = []

    def open_it(book: Book) -> HistoryPage:
        ops = Operations(book, undo=history.undo, redo=history.redo)
        opened.append(ops)
        chosen = Settings()
        page = HistoryPage(UiContext(ops, lambda: "EUR", lambda: TODAY, lambda: chosen))
        ops.changed.connect(page.refresh)
        page.resize(1060, 660)
        qtbot.addWidget(page)
        page.show()
        page.activate()
        idle(qtbot, page)
        return page

    yield open_it
    for ops in opened:
        ops.shutdown()


def idle(qtbot: QtBot, page: HistoryPage) -> None:
    """Until nothing is asked any more, painting included, which asks for rows."""
    qtbot.waitUntil(lambda: not page.ops.is_busy and not page._typing.isActive(), timeout=20_000)
    page.grab()
    qtbot.waitUntil(lambda: not page.ops.is_busy, timeout=20_000)


def add(book: Book, name: str, **values: object) -> int:
    (client_id,) = clients.create_client(book, {"name": name, **values}).created["client"]
    return client_id


def listed(page: HistoryPage) -> list[str]:
    return [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]


def lines(page: HistoryPage) -> list[Line]:
    return page.details.model.lines


def spoken(page: HistoryPage) -> list[str]:
    return [line.spoken() for line in lines(page)]


def click(page: HistoryPage, row: int) -> None:
    place = page.list.visualRect(page.model.index(row, 0)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_an_empty_book_says_what_will_stand_here(open_page: OpenPage, real_book: Book) -> None:
    page = open_page(real_book)
    assert page._empty is not None
    assert [each.text() for each in page._empty.buttons] == ["Import my file", "Add a client"]
    asked: list[str] = []
    page.open_requested.connect(lambda kind, _: asked.append(kind))
    QTest.mouseClick(page._empty.buttons[1], Qt.MouseButton.LeftButton)
    assert asked == ["new_client"]
    assert not page.details.isVisible()


def test_steps_stand_under_their_day_newest_first(open_page: OpenPage, real_book: Book, qtbot: QtBot) -> None:
    real_book.clock = lambda: NOW - timedelta(days=1)
    client_id = add(real_book, "Kerisac")
    real_book.clock = fixed_clock
    sales.add_sale(real_book, client_id, {"amount": "5"}, "Miel")
    page = open_page(real_book)
    time = QLocale().toString(NOW.astimezone().time(), QLocale.FormatType.ShortFormat)
    author = history.steps(real_book)[0].author
    assert listed(page) == [
        "Today · Sunday, 22 November 2026",
        f"{time}, Sale added · Kerisac, 1 client, 1 sale line, 1 product, {author}",
        "Yesterday · Saturday, 21 November 2026",
        f"{time}, Client added · Kerisac, 1 client, {author}",
    ]
    assert page.list.current_id() == page.model.ids[1], "the newest is shown"
    assert "Everything since 21/11/2026" in page._reach.text()


def test_days_cannot_be_chosen(open_page: OpenPage, real_book: Book, qtbot: QtBot) -> None:
    real_book.clock = lambda: NOW - timedelta(days=1)
    add(real_book, "A")
    real_book.clock = fixed_clock
    add(real_book, "B")
    page = open_page(real_book)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    idle(qtbot, page)
    assert page.list.current_id() == page.model.ids[3]
    assert "A" in spoken(page)[0]


def test_a_step_is_told_field_by_field(open_page: OpenPage, real_book: Book, qtbot: QtBot) -> None:
    client_id = add(real_book, "Kerisac", city="Brest", status="active")
    sale = sales.add_sale(real_book, client_id, {"amount": "1250.5", "date": date(2026, 3, 12)})
    (sale_id,) = sale.created["sale"]
    clients.update_client(
        real_book, client_id, {"city": "Quimper", "status": "former", "former_reason": "stopped"}
    )
    sales.update_sale(real_book, sale_id, {"amount": "99"})
    page = open_page(real_book)
    assert spoken(page) == ["12/03/2026 · €99 · Kerisac, Sale · Changed", "Amount, €1,250.50 → €99"]
    click(page, 2)
    idle(qtbot, page)
    assert spoken(page) == [
        "Kerisac, Client · Changed",
        "Status, Active → Former",
        "Why former,  → Stopped buying",
        "City, Brest → Quimper",
    ]


def test_a_click_on_a_client_asks_for_it(open_page: OpenPage, real_book: Book, qtbot: QtBot) -> None:
    client_id = add(real_book, "Kerisac")
    page = open_page(real_book)
    asked: list[tuple[str, object]] = []
    page.open_requested.connect(lambda kind, item: asked.append((kind, item)))
    view = page.details.view
    place = view.visualRect(page.details.model.index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert asked == [("client", client_id)]
    view.setCurrentIndex(page.details.model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked == [("client", client_id)] * 2


def test_a_deleted_client_is_named_but_leads_nowhere(open_page: OpenPage, real_book: Book) -> None:
    client_id = add(real_book, "Kerisac")
    clients.delete_client(real_book, client_id)
    page = open_page(real_book)
    assert (lines(page)[0].text, lines(page)[0].client_id) == ("Kerisac", None)


def test_taking_back_an_old_import_lists_what_is_kept(
    open_page: OpenPage, real_book: Book, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "liste.csv"
    source.write_text("Client;Ville\nKerisac;Brest\nMorvan;Brest\n", encoding="utf-8")
    changes, _ = import_.import_files(real_book, [import_.read_source(source)])
    first = min(changes.created["client"])
    clients.update_client(real_book, first, {"city": "Lorient"})
    page = open_page(real_book)
    told: list[str] = []
    page.ops.recorded.connect(lambda changes: told.append(changes.label))
    toasts: list[tuple[str, object]] = []
    page.open_requested.connect(lambda kind, item: toasts.append((kind, item)))
    click(page, 2)
    idle(qtbot, page)
    assert page.details._what.text() == "Import done · liste.csv"
    QTest.mouseClick(page.details.take_back_button, Qt.MouseButton.LeftButton)
    idle(qtbot, page)
    assert told == ["take_back"]
    assert toasts == [("say_undo", "Taken back, but for 1 record, kept as it is")]
    said = spoken(page)
    assert said[:3] == ["Taken back, but for 1 record, kept as it is:", "Kerisac, Client", "Changed since"]
    assert page.details.badge.text == "Taken back"
    assert not page.details.take_back_button.isEnabled()
    assert "Taken back: Import done · Morvan" in listed(page)[1]
    page.ops.undo()
    idle(qtbot, page)
    assert page.details.take_back_button.isEnabled(), "undone, it can be taken back again"
    assert page.details.badge.text == ""
    assert not any("Taken back" in each for each in spoken(page)), "what is undone is not told any more"


def test_the_newest_step_is_undone_by_its_key(open_page: OpenPage, real_book: Book, qtbot: QtBot) -> None:
    add(real_book, "Kerisac")
    page = open_page(real_book)
    told: list[tuple[str, str]] = []
    page.ops.reverted.connect(lambda changes, way: told.append((changes.label, way)))
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_T)
    idle(qtbot, page)
    assert told == [("create_client", "undo")]
    assert page.details.badge.text == "Undone"
    QTest.keyClick(page.list, Qt.Key.Key_T)
    idle(qtbot, page)
    assert len(told) == 1, "it is undone already"


def test_when_nothing_can_go_back_it_says_so(open_page: OpenPage, real_book: Book, qtbot: QtBot) -> None:
    client_id = add(real_book, "Kerisac")
    interactions.log_touch(real_book, client_id, {"subject": "x"})
    page = open_page(real_book)
    told: list[object] = []
    page.ops.recorded.connect(told.append)
    click(page, 2)
    idle(qtbot, page)
    QTest.keyClick(page.list, Qt.Key.Key_T)
    idle(qtbot, page)
    assert told == []
    assert spoken(page)[0] == "Nothing was taken back: 1 record stays as it is:"
    assert page.details.take_back_button.isEnabled()


def test_a_final_step_says_that_it_is(open_page: OpenPage, real_book: Book) -> None:
    client_id = add(real_book, "Zoé")
    with real_book.step("erase_person", final=True) as step:
        step.connection.exec_driver_sql("UPDATE client SET name = 'x'")
        journal.forget_rows(step.connection, {"client": [client_id]})
    page = open_page(real_book)
    assert page.details.badge.text == "Final"
    assert not page.details.take_back_button.isEnabled()
    assert "cannot be taken back" in page.details._say.text()
    assert "What was in it was erased for good." in spoken(page)


def test_undoing_a_final_step_says_why_not_and_undoes_nothing_older(
    qtbot: QtBot, qapp: QApplication, real_book: Book
) -> None:
    client_id = add(real_book, "Zoé")
    with real_book.step("erase_person", final=True) as step:
        step.connection.exec_driver_sql("UPDATE client SET name = 'x'")
        journal.forget_rows(step.connection, {"client": [client_id]})
    number = real_book.change_number()
    ops = Operations(real_book, undo=history.undo, redo=history.redo)
    window = MainWindow(UiContext(ops, lambda: "EUR", lambda: TODAY, Settings))
    qtbot.addWidget(window)
    window.set_pages([PageSpec("history", "History", "history", HistoryPage)])
    try:
        window.show()
        window.show_page("history")
        ops.undo()
        qtbot.waitUntil(lambda: not ops.is_busy, timeout=10_000)
        assert window.toast.isVisible()
        assert "one by one in History" in window.toast.text
        assert not window.banner.isVisible()
    finally:
        ops.shutdown()
    assert real_book.change_number() == number


def test_looking_for_a_client_or_an_action(open_page: OpenPage, real_book: Book, qtbot: QtBot) -> None:
    client_id = add(real_book, "Kerisac")
    sales.add_sale(real_book, client_id, {"amount": "5"})
    add(real_book, "Morvan")
    page = open_page(real_book)
    QTest.keyClicks(page.filter, "keris")
    idle(qtbot, page)
    assert [row.split(", ")[1] for row in listed(page)[1:]] == [
        "Sale added · Kerisac",
        "Client added · Kerisac",
    ]
    page.filter.selectAll()
    QTest.keyClicks(page.filter, "client add")
    idle(qtbot, page)
    assert [row.split(", ")[1] for row in listed(page)[1:]] == [
        "Client added · Morvan",
        "Client added · Kerisac",
    ]
    assert page._count.text() == "2 of 3 steps"
    page.filter.selectAll()
    QTest.keyClicks(page.filter, "zzz")
    idle(qtbot, page)
    assert page._empty is not None
    QTest.mouseClick(page._empty.buttons[0], Qt.MouseButton.LeftButton)
    idle(qtbot, page)
    assert page.model.rowCount() == 4


def test_how_long_it_is_kept_is_saved_as_one_goes(open_page: OpenPage, real_book: Book, qtbot: QtBot) -> None:
    add(real_book, "Kerisac")
    page = open_page(real_book)
    QTest.mouseClick(page.keep_button, Qt.MouseButton.LeftButton)
    assert page.keep.isVisible()
    assert (page.keep.days.value(), page.keep.megabytes.value()) == (365, 200)
    page.keep.days.selectAll()
    QTest.keyClicks(page.keep.days, "30")
    QTest.keyClick(page.keep.days, Qt.Key.Key_Return)
    idle(qtbot, page)
    assert history.history_limit(real_book).days == 30
    assert "kept for 30 days" in page._reach.text()
    page.ops.undo()
    idle(qtbot, page)
    assert page.keep.days.value() == 365
    QTest.keyClick(page.keep.megabytes, Qt.Key.Key_Escape)
    assert not page.keep.isVisible()


def test_a_cut_history_says_since_when_it_reaches_back(open_page: OpenPage, real_book: Book) -> None:
    real_book.clock = lambda: NOW - timedelta(days=60)
    add(real_book, "old")
    real_book.clock = fixed_clock
    add(real_book, "new")
    with real_book.maintain() as connection:
        journal.prune(connection, NOW, 30, 10**9)
    page = open_page(real_book)
    assert page._reach.text().startswith(
        "This list reaches back to 22/11/2026. What was older has been forgotten"
    )


def test_thousands_of_steps_are_read_as_they_come_into_sight(
    open_page: OpenPage, real_book: Book, qtbot: QtBot
) -> None:
    client_id = add(real_book, "Kerisac")
    with real_book.maintain() as connection:
        connection.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
            "INSERT INTO journal_step(at, label, params, author, kind, state) "
            "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', '2026-11-22', '-' || i || ' hours'), 'update_client', '{}', "
            "'anne', 'action', 'done' FROM n"
        )
        connection.exec_driver_sql(
            "INSERT INTO journal_change(step_id, entity, row_id, op, data) SELECT id, 'client', ?, 'U', "
            '\'{"city": ["a", "b"]}\' FROM journal_step WHERE author = \'anne\'',
            (client_id,),
        )
    page = open_page(real_book)
    assert page.model.rowCount() > 5_000
    assert len(page.model._cells) == 1
    page.list.scrollToBottom()
    idle(qtbot, page)
    assert len(page.model._cells) == 2
    assert "Client added · Kerisac" in listed(page)[-1]


def test_long_steps_are_told_in_parts(open_page: OpenPage, sample_book: Book, qtbot: QtBot) -> None:
    clients.delete_clients(sample_book, list(range(1, 60)))
    page = open_page(sample_book)
    assert lines(page)[-1].type == "more"
    records = len([line for line in lines(page) if line.type == "record"])
    view = page.details.view
    view.scrollToBottom()
    place = view.visualRect(page.details.model.index(len(lines(page)) - 1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, place.y()))
    idle(qtbot, page)
    assert len([line for line in lines(page) if line.type == "record"]) == 2 * records


def test_settings_and_segments_have_words(open_page: OpenPage, real_book: Book, qtbot: QtBot) -> None:
    settings_service.set_currency(real_book, "CHF")
    segments.set_cadence(real_book, "top", 20, 40)
    page = open_page(real_book)
    assert "Contact rhythm changed · Top" in listed(page)[1]
    assert "Setting changed · Currency" in listed(page)[2]
    assert spoken(page)[0] == "Top, Segment · Changed"
    click(page, 2)
    idle(qtbot, page)
    assert spoken(page) == ["Currency, Setting · Changed", "Value, EUR → CHF"]


def test_fields_of_the_book_s_own_and_deals_have_words(
    open_page: OpenPage, real_book: Book, qtbot: QtBot
) -> None:
    client_id = add(real_book, "Kerisac")
    deals.create_deal(real_book, client_id, {"title": "Offre", "opened_on": date(2026, 3, 12)})
    custom_fields.create_custom_field(real_book, "Franco <b>", "yes_no")
    clients.update_client(real_book, client_id, {"custom.franco_b": False, "strategic_role": "reference"})
    page = open_page(real_book)
    told = ["Kerisac, Client · Changed", "Strategic role,  → Reference", "Franco <b>,  → no"]
    assert spoken(page) == told
    click(page, 3)
    idle(qtbot, page)
    assert spoken(page)[:2] == ["Offre · 12/03/2026 · Kerisac, Deal · Added", "Deal, Offre"]


def test_key_dates_plans_and_choices_about_follow_ups_have_words(
    open_page: OpenPage, real_book: Book, qtbot: QtBot
) -> None:
    client_id = add(real_book, "Kerisac")
    key_dates.create_key_date(real_book, client_id, {"kind": "renewal", "on": date(2027, 3, 12)})
    plans.create_plan(real_book, "Réveil <b>", [{"title": "Appeler"}])
    plans.enrol(real_book, 1, [client_id])
    agenda_settings.set_agenda(real_book, capacity=12, working_days=[0, 5], rhythm=False)
    page = open_page(real_book)
    assert "Setting changed · Choices about follow-ups" in listed(page)[1]
    told = "working days Monday, Saturday, clients a day 12, broken buying rhythms no"
    assert spoken(page)[-1] == f"Value, {told}"
    click(page, 2)
    idle(qtbot, page)
    assert "Put into a plan · Kerisac" in listed(page)[2]
    assert {"Plan, Réveil <b>", "Step, Appeler"} <= set(spoken(page))
    click(page, 4)
    idle(qtbot, page)
    assert spoken(page)[0] == "Renewal · 12/03/2027 · Kerisac, Key date · Added"
    assert {"Every year, no", "Notice (days), 30"} <= set(spoken(page))


def test_a_follow_up_that_is_gone_is_called_one_in_every_language() -> None:
    error = NotFoundError("not_found", kind="follow up", id=3)
    assert "follow-up" in messages.error_text(error)


def test_a_rule_is_told_as_a_sentence(qapp: QApplication) -> None:
    for rule, told in (
        ({"metric": "orders", "op": ">=", "value": 2}, "at least 2 order"),
        ({"all": 3}, "all 3"),
    ):
        change = history.FieldChange("rule", "rule", None, rule)
        assert words.value_text("segment", change, rule, "EUR").startswith(told)


def test_a_rule_names_fields_of_the_book_s_own(open_page: OpenPage, real_book: Book) -> None:
    custom_fields.create_custom_field(real_book, "Franco de port", "yes_no")
    groups.create_group(real_book, "Francs", {"metric": "custom.franco_de_port", "op": "=", "value": True})
    told = " ".join(spoken(open_page(real_book)))
    assert "Franco de port" in told
    assert "franco_de_port" not in told


def test_text_of_the_user_stays_plain(open_page: OpenPage, real_book: Book) -> None:
    add(real_book, "<b>gras</b> & <img src=x>", notes="<script>")
    page = open_page(real_book)
    assert page.details._what.textFormat() == Qt.TextFormat.PlainText
    assert lines(page)[0].text == "<b>gras</b> & <img src=x>"


class TestWords:
    def test_every_step_of_the_services_has_words(self) -> None:
        folder = Path(history.__file__).parent.parent
        found: set[str] = set()
        for path in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr == "step"
                ):
                    found |= {
                        each.value
                        for each in ast.walk(node.args[0] if node.args else ast.Pass())
                        if isinstance(each, ast.Constant) and isinstance(each.value, str)
                    }
        assert found - messages.STEPS.keys() == set()
        assert {"create_client", "snooze", "import_files"} <= found

    def test_every_field_and_kind_and_reason_has_words(self) -> None:
        untold = history._UNTOLD
        columns = {c.name for name in journal.JOURNALLED for c in Base.metadata.tables[name].columns}
        assert columns - untold - FIELDS.keys() == set()
        assert set(journal.JOURNALLED) == words.KINDS.keys()
        assert set(REASONS) == words.REASONS.keys()
