"""The clients page, on real books, through clicks and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import client_views, clients, follow_ups, history, interactions, privacy, sales
from portfolio_app.services.books import Book
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.dialogs.log_touch import LogTouchPanel
from portfolio_app.ui.dialogs.record_sheets import ContactSheet, FollowUpSheet, SaleSheet
from portfolio_app.ui.main_window import MainWindow, PageSpec
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import client_links
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.client_contacts import ContactCard
from portfolio_app.ui.pages.client_list import ClientColumns
from portfolio_app.ui.pages.clients import ClientsPage

TODAY = date(2026, 11, 22)
Key = Qt.Key
T = TypeVar("T")


class Stage:
    """A window with the clients page on an open book."""

    def __init__(self, qtbot: QtBot, book: Book, size: tuple[int, int] = (1280, 720)) -> None:
        self.qtbot, self.book = qtbot, book
        self.ops = Operations(book, undo=history.undo, redo=history.redo)
        self.settings = Settings()
        self.context = UiContext(self.ops, lambda: "EUR", lambda: TODAY, lambda: self.settings)
        self.window = MainWindow(self.context)
        qtbot.addWidget(self.window)
        self.window.set_pages([PageSpec("clients", "Clients", "clients", ClientsPage)])
        self.window.resize(*size)
        self.window.show()
        self.window.show_page("clients")
        page = self.window.page("clients")
        assert isinstance(page, ClientsPage)
        self.page = page
        self.errors: list[object] = []
        self.ops.failed.connect(self.errors.append)
        self.settle()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def settle(self) -> None:
        """Wait until every answer arrived and was shown."""
        self.qtbot.waitUntil(lambda: not self.ops.is_busy, timeout=10_000)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.ops.is_busy, timeout=10_000)

    def key(self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.window.focusWidget(), text)
        self.settle()

    def click(self, button: object) -> None:
        """Click a button."""
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
        self.settle()

    def open(self, client_id: int) -> None:
        """Show a client."""
        self.page.show_item(client_id)
        self.settle()

    def ask(self, function: Callable[..., T], *args: object, **options: object) -> T:
        """What a service answers, asked on the book's own thread as it must be."""
        answers: list[T] = []
        self.ops.query(self.page, partial(function, **options), *args, on_result=answers.append)
        self.settle()
        return answers[0]

    def do(self, service: Callable[..., object], *args: object) -> None:
        """Change the book behind the page's back."""
        self.ops.run(self.page, service, *args, announce=False)
        self.settle()

    def ids(self, query: str = "", **options: object) -> list[int]:
        """The ids as the service lists them."""
        return self.ask(client_views.client_ids, TODAY, query=query, **options)

    def values(self, client_id: int) -> dict[str, object]:
        """A client's record."""
        return self.ask(client_views.client_detail, client_id, TODAY).values

    def cell(self, client_id: int, key: str) -> str:
        """The text of a cell."""
        model = self.page.model
        column = [c.key for c in model.columns].index(key)
        return str(model.index(model.row_of(client_id), column).data() or "")


@pytest.fixture
def stage(qtbot: QtBot, make_book: Callable[..., Book]) -> Iterator[Callable[..., Stage]]:
    """Makes stages; asks for `make_book`, so that books are closed after the threads that read them."""
    made: list[Stage] = []

    def make(book: Book, **options: object) -> Stage:
        made.append(Stage(qtbot, book, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for each in made:
        each.window.close()
        each.ops.shutdown()


@pytest.fixture
def sample(stage: Callable[..., Stage], sample_book: Book) -> Stage:
    """The page on the sample book."""
    return stage(sample_book)


@pytest.fixture
def small_book(make_book: Callable[..., Book]) -> Book:
    """One client, with a contact, a complaint, an order of two lines and a reminder."""
    book = make_book("small.portfolio")
    changes = clients.create_client(
        book,
        {"name": "Atelier <b>Bleu</b>", "city": "Brest", "kind": "organisation"},
        {"full_name": "Ana Ruiz", "email": "ana@example.com"},
    )
    (client_id,) = changes.created["client"]
    assert client_id == 1
    interactions.log_touch(
        book, 1, {"kind": "complaint", "on": date(2026, 11, 16), "body": "Broken <i>again</i>"}
    )
    for product in ("Paper", "Ink"):
        sales.add_sale(
            book, 1, {"date": date(2026, 11, 1), "order_reference": "A1", "amount": Decimal("60.25")}, product
        )
    follow_ups.plan_follow_up(book, 1, {"due_on": date(2026, 12, 1), "title": "Send the catalogue"})
    return book


@pytest.fixture
def small(stage: Callable[..., Stage], small_book: Book) -> Stage:
    """The page on the small book, with its client open."""
    made = stage(small_book)
    made.open(1)
    return made


class TestList:
    """The left half."""

    def test_an_empty_book_says_what_to_do(
        self, stage: Callable[..., Stage], make_book: Callable[..., Book]
    ) -> None:
        empty = stage(make_book("none.portfolio"))
        wanted: list[str] = []
        empty.page.open_requested.connect(lambda intent, item: wanted.append(intent))
        assert empty.page._pages.currentWidget() is empty.page._empty
        for button in empty.page._empty.buttons:  # type: ignore[attr-defined]
            empty.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert wanted == ["import", "new_client", "sample"]
        assert empty.page.current_client() is None

    def test_one_client(self, small: Stage) -> None:
        assert list(small.page.model.ids) == [1]
        assert small.cell(1, "name") == "Atelier <b>Bleu</b>"
        assert small.cell(1, "revenue") == "€121"  # 2 × 60.25
        assert small.cell(1, "next_action") == "tomorrow"  # the complaint's deadline, seven days on

    def test_a_first_client_takes_the_place_of_the_empty_page(
        self, stage: Callable[..., Stage], make_book: Callable[..., Book]
    ) -> None:
        made = stage(make_book("none.portfolio"))
        made.ops.run(made.page, clients.create_client, {"name": "First"})
        made.settle()
        assert made.page._pages.currentWidget() is made.page.splitter
        assert [made.cell(i, "name") for i in made.page.model.ids] == ["First"]
        made.ops.undo()
        made.settle()
        assert made.page._pages.currentWidget() is made.page._empty

    def test_sorted_by_revenue_then_by_a_click_on_a_heading(self, sample: Stage) -> None:
        assert list(sample.page.model.ids) == sample.ids(sort="revenue", descending=True)
        header = sample.page.table.horizontalHeader()
        place = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
        sample.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        sample.settle()
        assert list(sample.page.model.ids) == sample.ids()
        sample.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        sample.settle()
        assert list(sample.page.model.ids) == sample.ids(descending=True)

    def test_figures_are_the_services_figures(self, sample: Stage) -> None:
        ids = list(sample.page.model.ids)[:30]
        for row in sample.ask(client_views.client_rows, ids, TODAY):
            assert row.revenue is not None
            assert sample.cell(row.id, "revenue") == (i18n.money(row.revenue, "EUR") if row.revenue else "—")
            assert sample.cell(row.id, "last_touch") == i18n.relative_days(row.days_since_touch)

    def test_rows_without_figures_come_first(self, stage: Callable[..., Stage], sample_book: Book) -> None:
        """Nothing is computed yet: the list stands by name at once, and the figures follow."""
        seen: list[tuple[bool, int]] = []
        show = ClientsPage._show_list

        def watch(page: ClientsPage, listing: object) -> None:
            seen.append((listing.with_figures, len(listing.ids or ())))  # type: ignore[attr-defined]
            show(page, listing)  # type: ignore[arg-type]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(ClientsPage, "_show_list", watch)
            made = stage(sample_book)
        assert seen[0] == (False, 143)
        assert seen[-1][0]
        assert made.cell(made.page.model.ids[0], "revenue") != ""

    def test_filter_while_typing(self, sample: Stage) -> None:
        sample.page.table.setFocus()
        sample.type("/")
        assert sample.window.focusWidget() is sample.page.filters.field
        sample.type("brest")
        found = set(sample.ids("brest"))
        assert set(sample.page.model.ids) == found
        assert 0 < len(found) < 143
        sample.key(Key.Key_Escape)
        assert len(sample.page.model.ids) == 143
        sample.type("xyzzyq")
        assert not sample.page.model.ids
        assert sample.page._nothing.isVisible()
        assert sample.page._pages.currentWidget() is sample.page.splitter

    def test_ctrl_f_and_down_lead_into_the_list(self, sample: Stage) -> None:
        sample.page.table.setFocus()
        sample.key(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert sample.window.focusWidget() is sample.page.filters.field
        sample.key(Key.Key_Down)
        assert sample.window.focusWidget() is sample.page.table
        assert sample.page.current_client() == sample.page.model.ids[0]

    def test_segment_chips_count_and_filter(self, sample: Stage) -> None:
        counts = sample.ask(client_views.segment_counts, TODAY)
        every = sample.page.filters.chip("")
        assert every is not None
        assert every.text == "All · 143"
        code = next(iter(counts))
        chip = sample.page.filters.chip(code)
        assert chip is not None
        assert chip.text.endswith(f"· {counts[code]}")
        sample.click(chip)
        assert len(sample.page.model.ids) == counts[code]
        assert chip.is_checked
        sample.click(chip)
        assert len(sample.page.model.ids) == 143

    def test_columns_are_chosen_and_kept(self, sample: Stage) -> None:
        action = sample.page.filters.column_actions["city"]
        was = action.isChecked()
        action.trigger()
        assert ("city" in sample.page.keeper.shown()) is not was
        assert ("city" in sample.settings.columns["clients"]) is not was
        assert ("city" in Settings.load().columns["clients"]) is not was

    @pytest.mark.parametrize("size", [(1280, 720), (1600, 1000)])
    def test_the_columns_fit(
        self, stage: Callable[..., Stage], sample_book: Book, size: tuple[int, int]
    ) -> None:
        made = stage(sample_book, size=size)
        assert not made.page.table.horizontalScrollBar().maximum()
        assert {"name", "segment", "revenue", "next_action"} <= set(made.page.keeper.shown())

    def test_delete_key_deletes_and_undo_brings_back(self, sample: Stage) -> None:
        ids = list(sample.page.model.ids)
        table = sample.page.table
        table.setFocus()
        table.select_id(ids[3])
        sample.settle()
        sample.key(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        sample.key(Key.Key_Delete)
        assert list(sample.page.model.ids) == ids[:3] + ids[5:]
        assert sample.window.toast.text == "Clients deleted"
        assert sample.page.current_client() == sample.page.model.ids[table.currentIndex().row()]
        sample.ops.undo()
        sample.settle()
        assert list(sample.page.model.ids) == ids
        assert not sample.errors

    def test_selection_is_kept_by_id(self, sample: Stage) -> None:
        client_id = sample.page.model.ids[7]
        sample.page.table.select_id(client_id)
        sample.settle()
        sample.ops.run(sample.page, clients.update_client, client_id, {"name": "Zzz renamed"})
        sample.settle()
        assert sample.page.table.current_id() == client_id
        assert sample.cell(client_id, "name") == "Zzz renamed"
        assert sample.page.detail.name.text() == "Zzz renamed"

    def test_show_item_clears_filters_that_hide_it(self, sample: Stage) -> None:
        sample.page.filters.field.setText("brest")
        sample.settle()
        hidden = next(i for i in sample.ids() if i not in set(sample.ids("brest")))
        sample.open(hidden)
        assert sample.page.filters.field.text() == ""
        assert sample.page.table.current_id() == hidden
        assert sample.page.current_client() == hidden

    def test_show_item_before_the_list_is_there(self, stage: Callable[..., Stage], sample_book: Book) -> None:
        last = client_views.client_ids(sample_book, TODAY)[-1]
        made = stage(sample_book)
        made.page.model.set_ids([])
        made.open(last)
        assert made.page.table.current_id() == last

    @pytest.mark.parametrize(
        ("key", "modifier", "step"),
        [
            (Key.Key_Down, Qt.KeyboardModifier.AltModifier, 1),
            (Key.Key_Up, Qt.KeyboardModifier.AltModifier, -1),
            (Key.Key_Right, Qt.KeyboardModifier.ControlModifier, 1),
            (Key.Key_Left, Qt.KeyboardModifier.ControlModifier, -1),
        ],
    )
    def test_previous_and_next(
        self, sample: Stage, key: Key, modifier: Qt.KeyboardModifier, step: int
    ) -> None:
        ids = sample.page.model.ids
        sample.open(ids[4])
        sample.page.detail.history.view.setFocus()
        sample.key(key, modifier)
        assert sample.page.current_client() == ids[4 + step]
        assert sample.page.table.selected_ids() == [ids[4 + step]]

    def test_enter_leads_to_the_detail(self, sample: Stage) -> None:
        sample.page.table.select_id(sample.page.model.ids[0])
        sample.settle()
        sample.page.table.setFocus()
        sample.key(Key.Key_Return)
        assert sample.window.focusWidget() is sample.page.detail.history.view

    def test_another_theme_and_language_are_drawn(self, sample: Stage, qapp: QApplication) -> None:
        sample.open(sample.page.model.ids[2])
        theme.apply_theme(qapp, "dark")
        assert not sample.page.grab().isNull()

    def test_only_blocks_in_sight_are_fetched(
        self, stage: Callable[..., Stage], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("many.portfolio")
        with book.step("create_client") as step:
            step.connection.exec_driver_sql(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                "INSERT INTO client(name, sort_name, created_at, updated_at) "
                "SELECT 'C' || i, printf('c%05d', i), '2026-01-01 00:00:00', '2026-01-01 00:00:00' FROM n"
            )
        made = stage(book)
        assert len(made.page.model.ids) == 2000
        assert len(made.page.model._cells) <= 2
        made.page.table.scrollToBottom()
        made.page.table.grab()
        made.settle()
        assert made.page.model.row_data(1999) is not None
        assert made.page.model.row_data(1000) is None


class TestDetail:
    """The right half."""

    def test_nothing_chosen_is_a_calm_hint(self, sample: Stage) -> None:
        detail = sample.page.detail
        assert detail._stack.currentWidget() is detail._hint

    def test_head(self, small: Stage) -> None:
        detail = small.page.detail
        assert detail.name.text() == "Atelier <b>Bleu</b>"
        assert detail._subtitle.text() == "Brest · client since November 2026"
        revenue, change, orders, basket = detail.figures.figures
        assert (revenue.value, change.value, orders.value, basket.value) == ("€121", "new", "1", "€121")
        assert all(figure.toolTip() for figure in detail.figures.figures)
        assert detail.next_action.words[0] == "Next action: deal with the complaint"

    def test_rename_in_place(self, small: Stage) -> None:
        field = small.page.detail.name
        field.setFocus()
        field.selectAll()
        small.type("Blue Workshop")
        small.key(Key.Key_Return)
        assert small.cell(1, "name") == "Blue Workshop"
        assert small.values(1)["name"] == "Blue Workshop"

    def test_an_empty_name_stays_typed_with_the_reason(self, small: Stage) -> None:
        field = small.page.detail.name
        field.setFocus()
        field.selectAll()
        small.key(Key.Key_Backspace)
        small.key(Key.Key_Return)
        assert field.text() == ""
        assert "cannot be empty" in small.page.detail._error.text()
        small.key(Key.Key_Escape)
        assert field.text() == "Atelier <b>Bleu</b>"

    def test_history_newest_first_with_orders_and_complaint(self, small: Stage) -> None:
        model = small.page.detail.history.model
        assert [model.headline(item) for item in model.items] == ["Complaint · open", "Order A1 · €120.50"]
        assert "Broken <i>again</i>" in str(model.index(0).data())

    def test_resolve_a_complaint(self, small: Stage) -> None:
        view = small.page.detail.history.view
        holder = view.indexWidget(small.page.detail.history.model.index(0))
        small.click(holder.findChild(QPushButton))
        assert small.page.detail.history.model.items[0].resolved_on == TODAY
        small.ops.undo()
        small.settle()
        assert small.page.detail.history.model.items[0].resolved_on is None

    def test_correct_and_delete_a_touch(self, small: Stage) -> None:
        tab = small.page.detail.history
        tab.view.setFocus()
        tab.view.setCurrentIndex(tab.model.index(0))
        small.key(Key.Key_Return)
        panel = small.window.findChild(LogTouchPanel)
        assert panel is not None
        assert panel.note.toPlainText() == "Broken <i>again</i>"
        panel.note.setPlainText("Mended")
        panel.submit()
        small.settle()
        assert tab.model.items[0].body == "Mended"
        tab.view.setCurrentIndex(tab.model.index(0))
        tab.view.setFocus()
        small.key(Key.Key_Delete)
        assert [item.type for item in tab.model.items] == ["order"]

    def test_menu_of_an_entry(self, small: Stage) -> None:
        tab = small.page.detail.history
        assert [a.text() for a in tab.menu_for(tab.model.items[0]).actions()] == [
            "Resolve",
            "Correct…",
            "Delete",
        ]
        tab.menu_for(tab.model.items[1]).actions()[0].trigger()
        small.settle()
        assert small.page.detail.tabs.currentWidget() is small.page.detail.sales

    def test_history_comes_by_fifty(self, small: Stage) -> None:
        def log_sixty(book: Book) -> object:
            return [interactions.log_touch(book, 1, {"kind": "call"}) for _ in range(60)][-1]

        small.do(log_sixty)
        tab = small.page.detail.history
        assert len(tab.model.items) == 50
        small.click(tab.more_button)
        assert len(tab.model.items) == 62
        assert not tab.more_button.isVisible()

    def test_quick_buttons_open_the_log_panel(self, small: Stage) -> None:
        small.click(small.page.detail.quick_buttons["visit"])
        panel = small.window.findChild(LogTouchPanel)
        assert panel is not None
        assert (panel.picker.client_id, panel.kinds.kind) == (1, "visit")
        assert panel.picker.field.text() == "Atelier <b>Bleu</b>"

    def test_done_snooze_and_plan(self, small: Stage) -> None:
        small.do(interactions.resolve_complaint, 1)
        small.page.refresh()
        small.settle()
        card = small.page.detail.next_action
        small.click(card.snooze_button)
        assert card.menu is not None
        card.menu.actions()[2].trigger()
        small.settle()
        assert small.ask(client_views.planned, 1)[0].on == date(2026, 12, 6)
        small.click(card.done_button)
        assert small.ask(client_views.planned, 1) == []
        assert (
            small.page.detail.history.model.headline(small.page.detail.history.model.items[0])
            == "Follow-up done"
        )


class TestTabs:
    """Contacts, sales, record, plans."""

    def show(self, stage: Stage, tab: str) -> None:
        stage.page.detail.tabs.setCurrentWidget(getattr(stage.page.detail, tab))
        stage.settle()

    def test_contact_is_edited_in_place_and_saved_on_leaving(self, small: Stage) -> None:
        self.show(small, "contacts")
        (card,) = small.page.detail.contacts.cards
        small.click(card.edit_button)
        assert card.form is not None
        role = card.form.fields["role"]
        role.setFocus()
        small.type("buyer")
        card.form.fields["email"].setFocus()
        small.settle()
        assert small.ask(client_views.client_detail, 1, TODAY).contacts[0].values["role"] == "buyer"
        assert card.form is not None

    def test_contact_added_and_deleted(self, small: Stage) -> None:
        self.show(small, "contacts")
        small.click(small.page.detail.contacts.add_button)
        sheet = small.window.findChild(ContactSheet)
        assert sheet is not None
        small.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert "cannot be empty" in sheet.form.fields["full_name"].error
        small.type("Bo Li")
        small.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not sheet.isVisible()
        assert len(small.page.detail.contacts.cards) == 2
        small.click(small.page.detail.contacts.cards[1].delete_button)
        assert len(small.page.detail.contacts.cards) == 1

    def test_addresses_are_opened_and_copied(self, small: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        opened: list[str] = []
        monkeypatch.setattr(
            client_links.QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
        )
        self.show(small, "contacts")
        from portfolio_app.ui.pages.client_contacts import ReachRow

        row = small.page.detail.contacts.cards[0].findChild(ReachRow)
        small.click(row.open_button)
        small.click(row.copy_button)
        assert opened == ["mailto:ana@example.com"]
        assert QGuiApplication.clipboard().text() == "ana@example.com"

    def test_sale_added_changed_and_deleted(self, small: Stage) -> None:
        self.show(small, "sales")
        tab = small.page.detail.sales
        assert len(tab.model.ids) == 2
        small.click(tab.add_button)
        sheet = small.window.findChild(SaleSheet)
        assert sheet is not None
        small.type("1 250,50")
        sheet.form.fields["product"].setFocus()
        small.type("Paper")
        small.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert len(tab.model.ids) == 3
        line = small.ask(sales.sale_lines, [tab.model.ids[0]])[tab.model.ids[0]]
        assert (line.amount, line.product, line.date) == (Decimal("1250.5"), "Paper", TODAY)
        assert small.page.detail.figures.figures[0].value == "€1,371"
        tab.table.grab()
        small.settle()
        tab.table.select_id(line.id)
        tab.table.setFocus()
        small.key(Key.Key_Return)
        sheet.form.fields["amount"].editor.setText("abc")  # type: ignore[union-attr]
        small.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert "not an amount" in sheet.form.fields["amount"].error
        assert sheet.form.fields["amount"].text() == "abc"
        sheet.form.fields["amount"].editor.setText("10")  # type: ignore[union-attr]
        small.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert small.ask(sales.sale_lines, [line.id])[line.id].amount == 10
        tab.table.select_id(line.id)
        tab.table.setFocus()
        small.key(Key.Key_Delete)
        assert len(tab.model.ids) == 2

    def test_record_is_saved_as_you_go(self, small: Stage) -> None:
        self.show(small, "record")
        tab = small.page.detail.record
        city = tab.form.fields["city"]
        city.setFocus()
        city.editor.selectAll()  # type: ignore[union-attr]
        small.type("Quimper")
        tab.form.fields["region"].setFocus()
        small.settle()
        assert small.values(1)["city"] == "Quimper"
        assert tab.saved.text() == "✓ saved"
        assert small.cell(1, "city") == "Quimper"

    def test_what_cannot_be_saved_stays_typed(self, small: Stage) -> None:
        self.show(small, "record")
        form = small.page.detail.record.form
        since = form.fields["client_since"]
        since.setFocus()
        small.type("31/02/2020")
        form.fields["sector"].setFocus()
        small.type("wood")
        form.fields["city"].setFocus()
        small.settle()
        assert "is not a date" in since.error
        assert since.text() == "31/02/2020"
        assert small.values(1)["sector"] == "wood"
        since.setFocus()
        since.editor.selectAll()  # type: ignore[union-attr]
        small.type("3/2/2020")
        form.fields["city"].setFocus()
        small.settle()
        assert since.error == ""
        assert small.values(1)["client_since"] == date(2020, 2, 3)

    def test_the_field_one_is_in_is_saved_for_the_right_client(self, sample: Stage) -> None:
        first, second = sample.page.model.ids[0], sample.page.model.ids[1]
        sample.open(first)
        self.show(sample, "record")
        notes = sample.page.detail.record.form.fields["notes"]
        notes.setFocus()
        sample.type("likes blue")
        sample.page.table.select_id(second)
        sample.settle()
        assert sample.values(first)["notes"].startswith("likes blue")
        assert "likes blue" not in sample.values(second)["notes"]
        assert "likes blue" not in notes.text()

    def test_status_former_asks_why(self, small: Stage) -> None:
        self.show(small, "record")
        form = small.page.detail.record.form
        assert not form.fields["former_reason"].isVisible()
        status = form.fields["status"].editor
        status.setFocus()
        small.qtbot.keyClick(status, Key.Key_F)
        status.activated.emit(status.currentIndex())  # type: ignore[union-attr]
        small.settle()
        assert small.values(1)["status"] == "former"
        assert form.fields["former_reason"].isVisible()

    def test_plans_done_moved_changed_dropped(self, small: Stage) -> None:
        self.show(small, "plans")
        tab = small.page.detail.plans
        small.click(tab.rows[0].edit_button)
        sheet = small.window.findChild(FollowUpSheet)
        assert sheet is not None
        assert sheet.form.fields["title"].text() == "Send the catalogue"
        sheet.form.fields["title"].editor.setText("Send the price list")  # type: ignore[union-attr]
        small.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert small.ask(client_views.planned, 1)[0].title == "Send the price list"
        small.click(tab.rows[0].move_button)
        menu = tab.rows[0].menu
        assert menu is not None
        menu.actions()[0].trigger()
        small.settle()
        assert small.ask(client_views.planned, 1)[0].on == date(2026, 11, 23)
        small.click(tab.rows[0].drop_button)
        assert tab.rows == []
        small.click(tab.add_button)
        small.type("Ring")
        small.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        small.click(tab.rows[0].done_button)
        assert small.ask(client_views.planned, 1) == []

    def test_every_sample_client_opens_on_every_tab(self, sample: Stage) -> None:
        for client_id in list(sample.page.model.ids)[::12]:
            sample.open(client_id)
            for tab in ("contacts", "sales", "record", "plans", "history"):
                self.show(sample, tab)
                assert not sample.page.detail.grab().isNull()
        assert not sample.errors

    def test_a_client_deleted_elsewhere_leaves_the_hint(self, small: Stage) -> None:
        small.ops.run(small.page, clients.delete_client, 1)
        small.settle()
        assert small.page.current_client() is None
        assert not small.errors


class TestConsent:
    """Who agreed to what, and links that keep to it."""

    def show(self, stage: Stage) -> ContactCard:
        stage.page.detail.tabs.setCurrentWidget(stage.page.detail.contacts)
        stage.settle()
        return stage.page.detail.contacts.cards[0]

    def said(self, stage: Stage, channel: str) -> privacy.ConsentInfo:
        return stage.ask(privacy.consents, privacy.Person("contact", 1))[channel]

    def test_refusing_calls_by_mouse(self, small: Stage) -> None:
        card = self.show(small)
        small.click(card.consent.buttons["phone"])
        editor = card.consent.editor
        assert editor is not None
        assert not editor.proof.isVisible()
        small.click(editor.state_buttons["refused"])
        assert self.said(small, "phone").state == "refused"
        assert editor.proof.isVisible()
        editor.source.setCurrentIndex(editor.source.findData("call"))
        editor.source.activated.emit(editor.source.currentIndex())
        small.settle()
        editor.proof.setFocus()
        small.type("said so on Monday")
        editor.day.setFocus()
        small.settle()
        assert self.said(small, "phone") == privacy.ConsentInfo(
            "refused", TODAY, "call", "said so on Monday", self.said(small, "phone").is_listed
        )
        assert "Refuses" in card.consent.buttons["phone"].accessibleName()

    def test_agreeing_by_keys_and_undo(self, small: Stage) -> None:
        card = self.show(small)
        card.consent.buttons["email"].setFocus()
        small.key(Key.Key_Space)
        editor = card.consent.editor
        assert editor is not None
        assert small.window.focusWidget() is editor.state_buttons[""]
        editor.state_buttons["granted"].setFocus()
        small.key(Key.Key_Space)
        assert self.said(small, "email").state == "granted"
        small.key(Key.Key_Escape)
        assert not editor.isVisible()
        assert small.window.focusWidget() is card.consent.buttons["email"]
        small.ops.undo()
        small.settle()
        assert self.said(small, "email").state == ""
        assert "Not known" in card.consent.buttons["email"].accessibleName()

    def test_what_is_typed_stays_when_something_else_changes(self, small: Stage) -> None:
        card = self.show(small)
        small.do(privacy.set_consent, privacy.Person("contact", 1), "post", "granted")
        small.click(card.consent.buttons["post"])
        editor = card.consent.editor
        assert editor is not None
        editor.proof.setFocus()
        small.type("half a pro")
        small.do(clients.update_contact, 1, {"role": "buyer"})
        assert editor.proof.text() == "half a pro"
        assert editor.isVisible()

    def test_forgetting_what_was_said(self, small: Stage) -> None:
        small.do(privacy.set_consent, privacy.Person("contact", 1), "message", "granted")
        card = self.show(small)
        small.click(card.consent.buttons["message"])
        assert card.consent.editor is not None
        small.click(card.consent.editor.state_buttons[""])
        assert self.said(small, "message").state == ""

    def test_a_refused_address_is_not_opened_but_copied(
        self, small: Stage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[str] = []
        monkeypatch.setattr(
            client_links.QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
        )
        small.do(clients.update_contact, 1, {"phone": "06 12 34 56 78"})
        small.do(privacy.set_consent, privacy.Person("contact", 1), "email", "refused")
        card = self.show(small)
        mail, phone = card.reach_rows
        assert mail.badge.text == "does not want e-mails"
        assert not mail.said.isVisible()
        small.click(mail.open_button)
        assert opened == []
        assert mail.said.isVisible()
        assert mail.said.text() == "Ana Ruiz does not want e-mails. Possible instead: call."
        small.click(mail.copy_button)
        assert QGuiApplication.clipboard().text() == "ana@example.com"
        small.click(phone.open_button)
        assert opened == ["tel:0612345678"]
        small.ops.undo()
        small.settle()
        assert card.reach_rows[0].badge.text == ""
        small.click(card.reach_rows[0].open_button)
        assert opened[1:] == ["mailto:ana@example.com"]

    def test_a_number_on_the_list_is_refused_too(self, small: Stage) -> None:
        small.do(privacy.suppress, "email", "ana@example.com")
        card = self.show(small)
        assert card.reach_rows[0].badge.text == "does not want e-mails"
        small.click(card.consent.buttons["email"])
        assert card.consent.editor is not None
        assert card.consent.editor.listed.isVisible()

    def test_the_head_says_it_with_another_person_to_call(self, small: Stage) -> None:
        small.do(clients.update_contact, 1, {"phone": "06 12 34 56 78"})
        small.do(clients.create_contact, 1, {"full_name": "Bob", "phone": "06 99 99 99 99"})
        small.do(privacy.set_consent, privacy.Person("contact", 1), "phone", "refused")
        said = small.page.detail.next_action.refusal
        assert said.isVisible()
        assert said.text() == "Ana Ruiz does not want calls. Possible instead: write an e-mail, call Bob."

    def test_a_person_without_contact_consents_too(self, small: Stage) -> None:
        small.do(clients.create_client, {"name": "Eve Low", "kind": "person", "email": "eve@example.com"})
        small.open(2)
        tab = small.page.detail.contacts
        small.page.detail.tabs.setCurrentWidget(tab)
        small.settle()
        assert tab.own_consent is not None
        small.click(tab.own_consent.buttons["email"])
        assert tab.own_consent.editor is not None
        small.click(tab.own_consent.editor.state_buttons["refused"])
        known = small.ask(privacy.consents, privacy.Person("client", 2))
        assert known["email"].state == "refused"
        assert tab.own_rows[0].badge.text == "does not want e-mails"
        small.open(1)
        assert tab.own_consent is None


class TestLinks:
    """What goes to other programs."""

    @pytest.mark.parametrize(
        ("address", "url"),
        [
            ("a.b+c@example.com", "mailto:a.b%2Bc@example.com"),
            ("a@example.com\r\nBcc: x@example.com", "mailto:a@example.comBcc%3Ax@example.com"),
            (
                "a@example.com?bcc=x@example.com&body=hi",
                "mailto:a@example.com%3Fbcc%3Dx@example.com%26body%3Dhi",
            ),
            ("josé@exemple.fr", "mailto:jos%C3%A9@exemple.fr"),
        ],
    )
    def test_mail(self, address: str, url: str) -> None:
        assert client_links.mail_url(address).toString(QUrl.ComponentFormattingOption.FullyEncoded) == url

    def test_phone(self) -> None:
        assert client_links.phone_url("+33 (0)2 98-44;ext=1").toString() == "tel:+330298441"
        assert client_links.phone_url("0612\r\n?body=hi&x=٣٤").toString() == "tel:0612"

    @pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "mailto:x@y"])
    def test_no_other_scheme_is_opened(self, address: str) -> None:
        assert not client_links.open_url(client_links.web_url(address))

    def test_website(self) -> None:
        assert client_links.web_url("example.com/a b").toString().startswith("https://example.com/a")


def test_titles_of_columns_are_unique(stage: Callable[..., Stage], sample_book: Book, tmp_path: Path) -> None:
    titles = [column.title for column in ClientColumns(stage(sample_book).context).columns()]
    assert len(set(titles)) == len(titles) == 8
