"""The privacy page, on real books, through clicks and keys."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import backups, client_views, clients, history, interactions, privacy, sales
from portfolio_app.services.books import Book
from portfolio_app.ui import i18n
from portfolio_app.ui.main_window import MainWindow, PageSpec
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.privacy import PARTS, PrivacyPage
from tests.conftest import TODAY

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
T = TypeVar("T")


class Stage:
    """A window with the privacy page on an open book."""

    def __init__(self, qtbot: QtBot, book: Book) -> None:
        self.qtbot = qtbot
        self.ops = Operations(book, undo=history.undo, redo=history.redo)
        settings = Settings()
        self.window = MainWindow(UiContext(self.ops, lambda: "EUR", lambda: TODAY, lambda: settings))
        qtbot.addWidget(self.window)
        self.window.set_pages([PageSpec("privacy", "Privacy", "privacy", PrivacyPage)])
        self.window.resize(1280, 720)
        self.window.show()
        self.window.show_page("privacy")
        page = self.window.page("privacy")
        assert isinstance(page, PrivacyPage)
        self.page = page
        self.asked: list[tuple[str, object]] = []
        page.open_requested.connect(lambda what, item: self.asked.append((what, item)))
        self.errors: list[object] = []
        self.ops.failed.connect(self.errors.append)
        self.settle()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def settle(self) -> None:
        """Wait until every answer arrived and was shown."""
        for _ in range(2):
            self.qtbot.waitUntil(lambda: not self.ops.is_busy, timeout=20_000)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    def key(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.window.focusWidget(), text)
        self.settle()

    def click(self, widget: object) -> None:
        """Click a button."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
        self.settle()

    def go(self, part: str) -> None:
        """Show a tab by a click on it, with the keyboard where work starts."""
        tabs = self.page.tabs
        place = tabs.tabRect(PARTS.index(part)).center()
        self.qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=place)
        self.settle()
        self.page.focus_first()

    def ask(self, function: Callable[..., T], *args: object, **options: object) -> T:
        """What a service answers, on the book's own thread."""
        answers: list[T] = []
        self.ops.query(self.page, partial(function, **options), *args, on_result=answers.append)
        self.settle()
        return answers[0]

    def find(self, text: str) -> None:
        """Type into the search of persons and take the first one."""
        self.go("request")
        self.page.request.field.clear()
        self.type(text)
        self.qtbot.waitUntil(lambda: self.page.request.list.count() > 0, timeout=5_000)
        self.settle()
        self.key(Key.Key_Return)


def words_in(widget: Any) -> str:
    """Everything a widget says."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def stage(qtbot: QtBot, make_book: Callable[..., Book]) -> Iterator[Callable[[Book], Stage]]:
    made: list[Stage] = []

    def make(book: Book) -> Stage:
        made.append(Stage(qtbot, book))
        return made[-1]

    yield make
    for each in made:
        each.window.close()
        each.ops.shutdown()


@pytest.fixture
def quiet_book(make_book: Callable[..., Book]) -> Book:
    """Prospects 1 to 3, silent since 2019, 2020 and 2022; 4 spoke lately; 5 is a customer of old."""
    book = make_book("quiet.portfolio")
    for name, kind, since in (
        ("Ardoise", "organisation", date(2019, 3, 1)),
        ("Bo Lund", "person", date(2020, 5, 1)),
        ("Cidrerie", "organisation", date(2022, 6, 1)),
        ("Domaine", "organisation", date(2018, 1, 1)),
        ("Épicerie", "organisation", date(2015, 1, 1)),
    ):
        clients.create_client(
            book,
            {"name": name, "kind": kind, "client_since": since, "status": "prospect"},
            {"full_name": f"Ana {name}", "email": f"{len(name)}@example.com"} if kind != "person" else None,
        )
    clients.update_client(book, 2, {"email": "bo@example.com", "phone": "06 11 22 33 44"})
    interactions.log_touch(book, 4, {"kind": "email", "direction": "incoming", "on": date(2026, 6, 1)})
    clients.update_client(book, 5, {"status": "active"})
    return book


@pytest.fixture
def people_book(make_book: Callable[..., Book]) -> Book:
    """Client 1 with Ana and Bob; client 2, a consumer with a sale; 3, a consumer who bought nothing."""
    book = make_book("people.portfolio")
    clients.create_client(
        book, {"name": "Atelier <b>Bleu</b>"}, {"full_name": "Ana Ruiz", "email": "ana@example.com"}
    )
    clients.create_contact(
        book, 1, {"full_name": "Bob Stone", "email": "bob@example.com", "phone": "06 12 34 56 78"}
    )
    interactions.log_touch(book, 1, {"kind": "call", "body": "likes green"}, contact_id=1)
    clients.create_client(book, {"name": "Carla Moon", "kind": "person", "email": "carla@example.com"})
    sales.add_sale(book, 2, {"amount": "99"})
    clients.create_client(
        book, {"name": "Dan Reed", "kind": "person", "status": "prospect", "email": "dan@example.com"}
    )
    return book


def test_an_empty_book_shows_every_tab(stage: Callable[[Book], Stage], make_book: Any) -> None:
    on = stage(make_book("empty.portfolio"))
    for part in PARTS:
        on.go(part)
        assert on.page.part.isVisible()
        assert not on.page.part.grab().isNull()
    on.go("review")
    assert "Nobody to review" in words_in(on.page.review)
    assert "without a sign for more than 36 month" in words_in(on.page.review)
    on.go("block")
    assert "Nobody is on the list" in words_in(on.page.block)
    assert on.errors == []


class TestReview:
    """Prospects who gave no sign."""

    def test_the_longest_silent_first(self, stage: Callable[[Book], Stage], quiet_book: Book) -> None:
        part = stage(quiet_book).page.review
        model = part.model
        assert list(model.ids) == [1, 2, 3]
        last = [c.key for c in model.columns].index("last")
        assert model.index(0, last).data() == f"never; added {i18n.short_date(date(2019, 3, 1))}"
        assert part.count.text() == "3 clients"

    def test_the_delay_is_typed(self, stage: Callable[[Book], Stage], quiet_book: Book) -> None:
        on = stage(quiet_book)
        part = on.page.review
        part.months.setFocus()
        part.months.selectAll()
        on.type("60")
        on.key(Key.Key_Return)
        assert on.ask(privacy.retention_months) == 60
        assert list(part.model.ids) == [1, 2]
        on.ops.undo()
        on.settle()
        assert list(part.model.ids) == [1, 2, 3]

    def test_keys_open_and_log(self, stage: Callable[[Book], Stage], quiet_book: Book) -> None:
        on = stage(quiet_book)
        on.go("review")
        on.page.review.table.select_id(1)
        on.key(Key.Key_Return)
        on.key(Key.Key_L)
        on.click(on.page.review.open_button)
        assert on.asked == [("client", 1), ("log_touch", 1), ("client", 1)]

    def test_several_are_deleted_and_come_back(
        self, stage: Callable[[Book], Stage], quiet_book: Book
    ) -> None:
        on = stage(quiet_book)
        on.go("review")
        part = on.page.review
        part.table.select_id(1)
        on.key(Key.Key_Down, SHIFT)
        assert part.selected.text() == "2 selected"
        assert not part.open_button.isEnabled()
        on.key(Key.Key_Delete)
        assert list(part.model.ids) == [3]
        on.key(Key.Key_Z, CTRL)
        on.settle()
        assert list(part.model.ids) == [1, 2, 3]

    def test_only_a_person_is_erased(self, stage: Callable[[Book], Stage], quiet_book: Book) -> None:
        on = stage(quiet_book)
        on.go("review")
        part = on.page.review
        part.table.select_id(1)
        assert not part.erase_button.isEnabled()
        part.table.select_id(2)
        on.click(part.erase_button)
        assert on.page.part is on.page.request
        assert on.page.request.hit is not None
        assert on.page.request.hit.name == "Bo Lund"
        assert on.page.request.erasure.isVisible()


class TestRequest:
    """What a person may ask for."""

    def test_found_with_what_is_held(self, stage: Callable[[Book], Stage], people_book: Book) -> None:
        on = stage(people_book)
        on.find("ana")
        said = words_in(on.page.request)
        assert "contact of Atelier <b>Bleu</b> · ana@example.com" in said
        assert "1 touch" in said
        on.click(on.page.request.open_button)
        assert on.asked == [("client", 1)]

    def test_nobody_is_found(self, stage: Callable[[Book], Stage], people_book: Book) -> None:
        on = stage(people_book)
        on.find("zzzz")
        assert on.page.request.list.item(0).text() == "Nobody found."
        assert on.page.request.hit is None

    def test_everything_is_handed_over(
        self, stage: Callable[[Book], Stage], people_book: Book, tmp_path: Path
    ) -> None:
        on = stage(people_book)
        on.find("ana")
        folder = tmp_path / "request"
        folder.mkdir()
        on.page.request.export_to(folder)
        on.settle()
        written = sorted(folder.iterdir())
        assert [path.suffix for path in written] == [".json", ".pdf"]
        assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in written)
        assert "likes green" in json.dumps(json.loads(written[0].read_text("utf-8")))
        assert written[0].name in on.page.request.result.text
        assert on.page.request.export_button.isEnabled()

    def test_a_folder_that_is_gone_is_said(
        self, stage: Callable[[Book], Stage], people_book: Book, tmp_path: Path
    ) -> None:
        on = stage(people_book)
        on.find("ana")
        on.page.request.export_to(tmp_path / "nowhere" / "at all")
        on.settle()
        assert on.page.request.result.text
        assert on.page.request.export_button.isEnabled()

    def test_erasing_is_shown_first_and_can_be_given_up(
        self, stage: Callable[[Book], Stage], people_book: Book
    ) -> None:
        on = stage(people_book)
        on.find("carla")
        part = on.page.request
        on.click(part.erase_button)
        said = words_in(part.erasure)
        assert "1 sale, which the accounts need" in said
        assert "cannot be undone" in said
        assert "may still hold this person" in said
        assert part.erasure.keep_name.isVisible()
        assert on.window.focusWidget() is part.erasure.give_up_button
        on.key(Key.Key_Space)
        assert part.erasure.isHidden()
        assert part.erase_button.isEnabled()
        assert on.ask(client_views.client_detail, 2, TODAY).values["name"] == "Carla Moon"

    def test_a_contact_is_erased_for_good(self, stage: Callable[[Book], Stage], people_book: Book) -> None:
        on = stage(people_book)
        on.find("ana")
        part = on.page.request
        on.click(part.erase_button)
        on.click(part.erasure.erase_button)
        assert part.receipt.isVisible()
        assert [c.values["full_name"] for c in on.ask(client_views.client_contacts, 1)] == ["Bob Stone"]
        assert on.ask(privacy.is_suppressed, "email", "ana@example.com") == "erased"
        assert part.receipt.delete_button.isVisible()
        on.click(part.receipt.delete_button)
        assert "no backup holds them any more" in part.receipt.result.text
        assert len(on.ask(backups.list_backups)) == 1
        on.click(part.receipt.done_button)
        assert "Who is asking?" in words_in(part)
        assert on.errors == []

    def test_sales_stay_without_the_name(self, stage: Callable[[Book], Stage], people_book: Book) -> None:
        on = stage(people_book)
        on.find("carla")
        on.click(on.page.request.erase_button)
        on.click(on.page.request.erasure.erase_button)
        detail = on.ask(client_views.client_detail, 2, TODAY)
        assert "Carla" not in json.dumps(detail.values, default=str)
        assert len(on.ask(client_views.timeline, 2)) == 1


class TestBlock:
    """The do-not-contact list."""

    def test_check_add_check_and_take_off(self, stage: Callable[[Book], Stage], people_book: Book) -> None:
        on = stage(people_book)
        on.go("block")
        part = on.page.block
        on.type("No@Example.com")
        on.key(Key.Key_Return)
        assert part.result.text == "No@Example.com is not on the list."
        on.key(Key.Key_Return, CTRL)
        assert part.result.text == "No@Example.com will not be contacted any more."
        assert part.field.text() == ""
        assert "1 e-mail address" in part.count.text()
        assert len(part.model.ids) == 1
        on.type("no@example.com")
        on.click(part.check_button)
        assert "is on the list: does not want to be contacted" in part.result.text
        on.click(part.result.action)
        assert on.ask(privacy.is_suppressed, "email", "no@example.com") is None
        assert "Nobody is on the list" in words_in(part)

    def test_a_number_and_undo(self, stage: Callable[[Book], Stage], people_book: Book) -> None:
        on = stage(people_book)
        on.go("block")
        on.type("06 12 34 56 78")
        on.click(on.page.block.add_button)
        assert "1 phone number" in on.page.block.count.text()
        on.ops.undo()
        on.settle()
        assert on.ask(privacy.suppressions) == []

    def test_what_is_neither_is_refused(self, stage: Callable[[Book], Stage], people_book: Book) -> None:
        on = stage(people_book)
        on.go("block")
        on.type("hello")
        on.click(on.page.block.add_button)
        assert on.page.block.result.text
        assert on.page.block.field.text() == "hello"
        assert on.ask(privacy.suppressions) == []


class TestCampaign:
    """Whom a mailing may go to."""

    def test_only_those_who_may_be_written_to(
        self, stage: Callable[[Book], Stage], people_book: Book, tmp_path: Path
    ) -> None:
        privacy.set_consent(people_book, privacy.Person("contact", 1), "email", "refused", source="call")
        on = stage(people_book)
        on.go("campaign")
        path = tmp_path / "list.csv"
        on.page.campaign.write(path)
        on.settle()
        text = path.read_text("utf-8-sig")
        assert "bob@example.com" in text
        assert "carla@example.com" in text
        assert "ana@example.com" not in text
        assert "dan@example.com" not in text
        assert on.page.campaign.result.text == "2 people on the list, in list.csv. 2 left out:"
        assert sorted(on.page.campaign.account()) == [
            "•  1 are consumers who have not agreed and bought nothing",
            "•  1 refuse it, or are on the do-not-contact list",
        ]

    def test_another_channel_and_a_file_that_is_there(
        self, stage: Callable[[Book], Stage], people_book: Book, tmp_path: Path
    ) -> None:
        on = stage(people_book)
        on.go("campaign")
        on.click(on.page.campaign.buttons["phone"])
        assert on.page.campaign.channel == "phone"
        assert not on.page.campaign.buttons["email"].isChecked()
        path = tmp_path / "calls.csv"
        path.write_text("mine")
        on.page.campaign.write(path)
        on.settle()
        assert "calls.csv" in on.page.campaign.result.text
        assert path.read_text() == "mine"
        assert on.page.campaign.write_button.isEnabled()


class TestRegister:
    """The register of processing."""

    def test_filled_in_and_written(
        self, stage: Callable[[Book], Stage], people_book: Book, tmp_path: Path
    ) -> None:
        on = stage(people_book)
        on.go("register")
        on.type("Maison Dupre")
        on.key(Key.Key_Tab)
        assert on.ask(privacy.controller)["name"] == "Maison Dupre"
        path = tmp_path / "register.pdf"
        on.page.register.write(path)
        on.settle()
        assert path.read_bytes().startswith(b"%PDF")
        assert "register.pdf" in on.page.register.result.text
        on.page.register.write(path)
        on.settle()
        assert "register.pdf" in on.page.register.result.text
        assert on.page.register.write_button.isEnabled()
