"""The line that logs: what it shows, correcting it by keys and clicks, saving, undoing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import history
from portfolio_app.services.clients import create_client
from portfolio_app.ui import i18n
from portfolio_app.ui.focus import FocusKeeper
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.quick_log import QuickLog
from tests.conftest import TODAY
from tests.ui.desks import Desk

SQL = "SELECT client_id, kind, \"on\", minutes, coalesce(outcome, ''), subject FROM interaction ORDER BY id"
DUE = "SELECT client_id, kind, due_on, due_time FROM follow_up WHERE status = 'open' ORDER BY id"


@pytest.fixture
def box(qtbot: QtBot, make_book: Callable[..., Any]) -> Iterator[QuickLog]:
    """The line, on a book of a few clients."""
    book = make_book("quick.portfolio")
    for name in ("Cidrerie Kerisac", "Menuiserie Le Goff", "Le Goff et fils"):
        create_client(book, {"name": name})
    operations = Operations(book, undo=history.undo, redo=history.redo)
    made = QuickLog(UiContext(operations, lambda: "EUR", lambda: TODAY, Settings))
    qtbot.addWidget(made)
    made.resize(700, 140)
    made.show()
    yield made
    operations.shutdown()


def settle(qtbot: QtBot, box: QuickLog) -> None:
    qtbot.waitUntil(lambda: not box._timer.isActive() and not box.context.operations.is_busy, timeout=10_000)


def type_in(qtbot: QtBot, box: QuickLog, text: str) -> None:
    box.field.setFocus()
    QTest.keyClicks(box.field, text)
    settle(qtbot, box)


def shown(box: QuickLog) -> dict[str, str]:
    return {role: chip.part.text for role, chip in box.chips.items()}


def rows(qtbot: QtBot, box: QuickLog, sql: str) -> list[tuple[Any, ...]]:
    found: list[Any] = []

    def ask(book: Any) -> list[tuple[Any, ...]]:
        with book.read() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

    box.context.operations.query(box, ask, on_result=found.extend)
    settle(qtbot, box)
    return found


def press(box: QuickLog, key: Qt.Key) -> None:
    QTest.keyClick(box.field, key)


def test_it_is_shown_before_it_is_saved_and_can_be_undone(qtbot: QtBot, box: QuickLog) -> None:
    type_in(qtbot, box, "appel Kerisac hier 15 min rappeler mardi 14h30")
    assert shown(box) == {
        "client": "Cidrerie Kerisac",
        "kind": "Call",
        "day": "yesterday",
        "minutes": "15\u00a0min",
        "next": "Next: Call, Tue 24 Nov 14:30",
    }
    assert rows(qtbot, box, SQL) == []
    with qtbot.waitSignal(box.context.operations.recorded):
        press(box, Qt.Key.Key_Return)
    settle(qtbot, box)
    assert rows(qtbot, box, SQL) == [(1, "call", "2026-11-21", 15, "", "")]
    assert rows(qtbot, box, DUE) == [(1, "call", "2026-11-24", "14:30")]
    assert box.field.text() == ""
    assert box.preview.isHidden()
    box.context.operations.undo()
    assert (rows(qtbot, box, SQL), rows(qtbot, box, DUE)) == ([], [])


def test_enter_right_after_the_last_letter_saves_what_was_typed(qtbot: QtBot, box: QuickLog) -> None:
    box.field.setFocus()
    QTest.keyClicks(box.field, "call kerisac 20 min")
    press(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.field.text() == "")
    assert rows(qtbot, box, SQL) == [(1, "call", "2026-11-22", 20, "", "")]


def test_a_cross_makes_it_note(qtbot: QtBot, box: QuickLog) -> None:
    type_in(qtbot, box, "call Kerisac 15 min")
    cross = box.chips["minutes"].cross
    assert cross is not None
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    settle(qtbot, box)
    assert "minutes" not in shown(box)
    assert shown(box)["note"] == "15 min"
    press(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.field.text() == "")
    assert rows(qtbot, box, SQL) == [(1, "call", "2026-11-22", None, "", "15 min")]


def test_keys_reach_the_chips(qtbot: QtBot, box: QuickLog) -> None:
    type_in(qtbot, box, "call Kerisac 15 min")
    press(box, Qt.Key.Key_Down)
    assert box.chips["client"].button.hasFocus()
    box.chips["minutes"].button.setFocus()
    QTest.keyClick(box.chips["minutes"].button, Qt.Key.Key_Delete)
    settle(qtbot, box)
    assert "minutes" not in shown(box)
    assert box.field.hasFocus()


@pytest.mark.parametrize(
    ("role", "words", "column", "value"),
    [("kind", "Visit", 1, "visit"), ("day", "yesterday", 2, "2026-11-21"), ("minutes", "30 min", 3, 30),
     ("outcome", "Went badly", 4, "negative")],
)  # fmt: skip
def test_a_click_corrects(
    qtbot: QtBot, box: QuickLog, role: str, words: str, column: int, value: object
) -> None:
    type_in(qtbot, box, "call Kerisac today 15 min interested")
    QTest.mouseClick(box.chips[role].button, Qt.MouseButton.LeftButton)
    assert box.menu is not None
    offered = {action.text(): action for action in box.menu.actions()}
    offered[words].trigger()
    box.menu.close()
    press(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.field.text() == "")
    (row,) = rows(qtbot, box, SQL)
    assert row[column] == value


def test_the_next_day_can_be_put_off(qtbot: QtBot, box: QuickLog) -> None:
    type_in(qtbot, box, "rappeler Kerisac mardi")
    assert set(shown(box)) == {"client", "next"}
    assert box.save_button.text() == "Plan it"
    QTest.mouseClick(box.chips["next"].button, Qt.MouseButton.LeftButton)
    assert box.menu is not None
    box.menu.actions()[2].trigger()
    box.menu.close()
    assert shown(box)["next"] == "Next: Call, Sun 6 Dec"
    QTest.mouseClick(box.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: box.field.text() == "")
    assert (rows(qtbot, box, SQL), rows(qtbot, box, DUE)) == ([], [(1, "call", "2026-12-06", "")])


def test_of_several_clients_one_is_chosen(qtbot: QtBot, box: QuickLog) -> None:
    type_in(qtbot, box, "call Le Goff 5 min")
    assert shown(box)["client"].endswith("? 2 possible")
    press(box, Qt.Key.Key_Return)
    assert box.menu is not None
    assert "Say which client" in box.hint.text()
    names = [action.text() for action in box.menu.actions() if action.text()]
    assert names[-1] == "Another client…"
    box.menu.actions()[names.index("Menuiserie Le Goff")].trigger()
    box.menu.close()
    press(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.field.text() == "")
    assert rows(qtbot, box, SQL)[0][0] == 2


def test_a_client_nobody_named_is_looked_for(qtbot: QtBot, box: QuickLog) -> None:
    type_in(qtbot, box, "call 5 min")
    assert shown(box)["client"] == "Which client?"
    press(box, Qt.Key.Key_Return)
    popup = box.popup
    assert popup is not None
    QTest.keyClicks(popup.picker.field, "keris")
    qtbot.waitUntil(lambda: popup.picker.list.currentItem() is not None)
    QTest.keyClick(popup.picker.field, Qt.Key.Key_Return)
    assert shown(box)["client"] == "Cidrerie Kerisac"
    press(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.field.text() == "")
    assert rows(qtbot, box, SQL)[0][0] == 1


def test_users_texts_are_plain(qtbot: QtBot, box: QuickLog) -> None:
    type_in(qtbot, box, "call Kerisac <b>A & B</b>")
    assert box.chips["note"].button.text() == "<b>A && B</b>"
    assert "&lt;b&gt;" in box.chips["note"].button.toolTip()


def test_escape_empties_then_leaves(qtbot: QtBot, box: QuickLog) -> None:
    type_in(qtbot, box, "call")
    press(box, Qt.Key.Key_Escape)
    assert box.field.text() == ""
    with qtbot.waitSignal(box.left):
        press(box, Qt.Key.Key_Escape)


def test_the_words_of_days_know_the_language(qapp: Any) -> None:
    i18n.set_language(qapp, "fr")
    from portfolio_app.ui.pages.quick_chips import day_text

    assert day_text(TODAY.replace(day=24), TODAY) == "mar. 24 nov."


def test_its_key_opens_it_over_any_page(qtbot: QtBot, qapp: Any, tmp_path: Any, empty_book_file: Any) -> None:
    path = tmp_path / "desk.portfolio"
    path.write_bytes(empty_book_file.read_bytes())
    desk = Desk(qtbot, qapp)
    desk.start(path)
    try:
        desk.ask(create_client, {"name": "Kerisac"})
        desk.desktop.window.show_page("clients")
        desk.settle()
        desk.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        overlay = desk.desktop.window._quick_log
        assert overlay is not None
        assert overlay.isVisible()
        QTest.keyClicks(overlay.box.field, "call kerisac 5 min")
        desk.press(Qt.Key.Key_Return)
        qtbot.waitUntil(overlay.isHidden)
        assert "Undo" in [
            b.text() for b in desk.desktop.window.toast.findChildren(type(overlay.box.save_button))
        ]
    finally:
        desk.close()


def test_it_keeps_the_keyboard_though_the_list_it_came_from_is_hidden(
    qtbot: QtBot, qapp: Any, tmp_path: Any, empty_book_file: Any
) -> None:
    path = tmp_path / "desk.portfolio"
    path.write_bytes(empty_book_file.read_bytes())
    desk = Desk(qtbot, qapp)
    window = desk.start(path).window
    try:
        window.show_page("clients")
        desk.settle()
        keeper = window.findChild(FocusKeeper)
        hidden = QPushButton(window.page("clients"))  # hidden, as a child made late is
        window.quick_log()
        field = window.focusWidget()
        assert keeper is not None
        assert window._quick_log is not None
        assert window._quick_log.isAncestorOf(field)
        keeper._moved(hidden, field)
        assert window.focusWidget() is field
        keeper._moved(hidden, window.sidebar)  # elsewhere the page takes it
        assert window.focusWidget() is window.page("clients")
    finally:
        desk.close()
