"""What somebody typed is still there when the book cannot be written, and the window says what to do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.errors import BookWriteError, PortfolioError
from portfolio_app.services import client_views, clients, follow_ups, interactions, sales
from portfolio_app.ui.dialogs.log_touch import LogTouchPanel
from portfolio_app.ui.dialogs.new_client import NewClientSheet
from portfolio_app.ui.dialogs.record_sheets import open_follow_up, open_new_contact, open_sale
from portfolio_app.ui.dialogs.sheet import Sheet, sheet_of
from tests.conftest import TODAY
from tests.ui.desks import Desk, book_with_backups

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Clients.portfolio"


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, path: Path) -> Iterator[Desk]:
    """A window on a book of Anne and Bruno."""
    made = Desk(qtbot, qapp)
    book_with_backups(path, made.clock)
    made.start(path)
    yield made
    made.close()


def failing(path: Path, code: str = "disk_full") -> Callable[..., Any]:
    def service(*args: Any, **options: Any) -> None:
        raise BookWriteError(code, path=str(path), detail="")

    return service


def submit(desk: Desk, sheet: Sheet, field: QWidget, text: str) -> None:
    """Type it and press Ctrl+Enter."""
    field.setFocus()
    desk.qtbot.keyClicks(field, text)
    desk.qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    desk.settle()


def open_new_client(desk: Desk) -> tuple[Sheet, QWidget]:
    desk.desktop.window.new_client_requested.emit()
    sheet = sheet_of(NewClientSheet, desk.desktop.window, desk.desktop.context)
    return sheet, sheet.form.fields["name"].editor


def open_log(desk: Desk) -> tuple[Sheet, QWidget]:
    desk.desktop.window.log_touch_requested.emit(1)
    desk.settle()
    sheet = sheet_of(LogTouchPanel, desk.desktop.window, desk.desktop.context)
    return sheet, sheet.subject


def open_contact(desk: Desk) -> tuple[Sheet, QWidget]:
    sheet = open_new_contact(desk.desktop.window, desk.desktop.context, 1)
    return sheet, sheet.form.fields["full_name"].editor


def open_new_sale(desk: Desk) -> tuple[Sheet, QWidget]:
    sheet = open_sale(desk.desktop.window, desk.desktop.context, 1)
    return sheet, sheet.form.fields["product"].editor


def open_plan(desk: Desk) -> tuple[Sheet, QWidget]:
    sheet = open_follow_up(desk.desktop.window, desk.desktop.context, 1)
    return sheet, sheet.form.fields["title"].editor


SHEETS = {
    "new client": (open_new_client, clients, "create_client"),
    "touch": (open_log, interactions, "log_touch"),
    "contact": (open_contact, clients, "create_contact"),
    "sale": (open_new_sale, sales, "add_sale"),
    "follow-up": (open_plan, follow_ups, "plan_follow_up"),
}


@pytest.mark.parametrize("which", SHEETS)
@pytest.mark.parametrize("code", ["disk_full", "swapped"])
def test_a_panel_keeps_what_was_typed(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch, which: str, code: str
) -> None:
    opener, module, service = SHEETS[which]
    sheet, field = opener(desk)
    desk.settle()
    working = getattr(module, service)
    monkeypatch.setattr(module, service, failing(path, code))
    submit(desk, sheet, field, "Typed with care")
    assert sheet.isVisible()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Typed with care"
    assert sheet.error_line.isVisible()
    offered = [item.text() for item in desk.desktop.window.banner.buttons]
    assert offered == (["Save a copy…"] if code == "disk_full" else ["Save a copy…", "Open it again"])

    # Room was made on the disk: the same panel writes it.
    monkeypatch.setattr(module, service, working)
    if which == "sale":
        desk.qtbot.keyClicks(sheet.form.fields["amount"].editor, "10")  # type: ignore[attr-defined]
    submit(desk, sheet, field, "!")
    assert not sheet.isVisible()
    assert code == "swapped" or not desk.desktop.window.banner.isVisible(), "what was said is true no more"


def test_after_a_failed_save_the_focus_is_where_it_was(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.desktop.window
    window.activateWindow()
    desk.qtbot.waitUntil(window.isActiveWindow)
    sheet, field = open_log(desk)
    assert isinstance(sheet, LogTouchPanel)
    monkeypatch.setattr(interactions, "log_touch", failing(path))
    desk.qtbot.keyClicks(field, "Typed with care")
    sheet.submit_button.setFocus()
    desk.click(sheet.submit_button)
    assert sheet.error_line.isVisible()
    assert sheet.submit_button.hasFocus()
    assert not sheet.picker.field.hasSelectedText()


def show_client(desk: Desk) -> Any:
    """The pane of the first client."""
    desk.desktop.window.show_page("clients", 1)
    desk.settle()
    return desk.desktop.window.page("clients").detail  # type: ignore[union-attr]


def test_the_record_keeps_what_was_typed(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    detail = show_client(desk)
    detail.tabs.setCurrentWidget(detail.record)
    desk.settle()
    tab = detail.record
    working = clients.update_client
    monkeypatch.setattr(clients, "update_client", failing(path))
    editor = tab.form.fields["city"].editor
    assert isinstance(editor, QLineEdit)
    editor.setText("Concarneau")
    tab.form._left("city")
    desk.settle()
    assert editor.text() == "Concarneau"
    assert tab.form.is_dirty
    assert "is full" in desk.banner
    desk.desktop.window.refresh()
    desk.settle()
    assert editor.text() == "Concarneau"
    monkeypatch.setattr(clients, "update_client", working)
    tab.form._left("city")
    desk.settle()
    assert not tab.form.is_dirty
    assert desk.ask(client_views.client_detail, 1, TODAY).values["city"] == "Concarneau"


def test_a_contact_card_keeps_what_was_typed(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.desktop.operations.run(desk.desktop, clients.create_contact, 1, {"full_name": "Éva"})
    detail = show_client(desk)
    detail.tabs.setCurrentWidget(detail.contacts)
    desk.settle()
    tab = detail.contacts
    (card,) = tab.cards
    card.toggle_form()
    assert card.form is not None
    editor = card.form.fields["role"].editor
    assert isinstance(editor, QLineEdit)
    monkeypatch.setattr(clients, "update_contact", failing(path))
    editor.setText("Acheteuse")
    card.form._left("role")
    desk.settle()
    assert editor.text() == "Acheteuse"
    assert "is full" in desk.banner
    desk.desktop.window.refresh()
    desk.settle()
    (card,) = tab.cards
    assert card.form is not None
    assert card.form.fields["role"].text() == "Acheteuse"


@pytest.mark.skipif(os.name == "nt", reason="an open book cannot be replaced there")
def test_a_book_replaced_underneath(
    desk: Desk, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    book_with_backups(elsewhere / "Clients.portfolio", desk.clock, ("Zoé",))
    sheet, field = open_new_client(desk)
    os.replace(elsewhere / "Clients.portfolio", path)
    submit(desk, sheet, field, "Carla")
    assert sheet.isVisible()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Carla"
    assert "replaced or removed" in desk.banner
    copy = tmp_path / "Copy.portfolio"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(copy), ""))
    desk.click_banner("Save a copy…")
    assert copy.exists()

    # The banner is gone; trying again brings it back, with the way to what lies there now.
    submit(desk, sheet, field, "")
    desk.click_banner("Open it again")
    assert desk.client_names() == ["Zoé"]
    assert desk.desktop.is_open(path)
    desk.desktop.open_book(copy)
    desk.settle()
    assert desk.client_names() == ["Anne", "Bruno"]


def test_errors_that_nothing_can_be_done_about_offer_nothing(desk: Desk, path: Path) -> None:
    from portfolio_app.errors import BookTooNewError, SourceError

    errors: list[PortfolioError] = [
        SourceError("missing", path="/x.csv"),
        BookTooNewError("too_new", path=str(path) + "2", found=9, supported=2),
    ]
    for error in errors:
        desk.desktop.window.show_error(error)
        assert desk.banner
        assert desk.desktop.window.banner.buttons == []
