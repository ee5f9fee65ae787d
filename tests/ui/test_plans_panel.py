"""Plans made, changed, followed and given up beside the queue."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from portfolio_app.services import plans
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.follow_ups import PLANS, FollowUpsPage
from tests.ui.queue_desk import KEY, Open, open_page, settle, small_book

__all__ = ["open_page", "small_book"]


@pytest.fixture
def page(qtbot: QtBot, open_page: Open, small_book: Any) -> FollowUpsPage:
    """The panel on a book without any plan."""
    page = open_page(small_book)
    page.side_buttons[PLANS].click()
    settle(qtbot, page)
    return page


def make(qtbot: QtBot, page: FollowUpsPage, name: str) -> None:
    """Fill the editor in and save."""
    editor = page.plans.editor
    assert editor is not None
    QTest.keyClicks(editor.name, name)
    for row, title in zip(editor.rows, ("write", "call"), strict=True):
        QTest.keyClicks(row.title, title)
    QTest.keyClick(editor.name, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)


def test_the_first_plan_is_made_at_once(qtbot: QtBot, page: FollowUpsPage, small_book: Any) -> None:
    make(qtbot, page, "Wake <b>up</b>")
    (plan,) = plans.plans(small_book)
    assert (plan.name, [(s.after_days, s.title) for s in plan.steps]) == (
        "Wake <b>up</b>",
        [(0, "write"), (7, "call")],
    )
    assert page.plans.editor is None
    (card,) = page.plans.cards
    said = [label.text() for label in card.findChildren(QLabel)]
    assert "Wake <b>up</b>" in said
    assert "1. at once · write" in said
    page.grab()


def test_what_is_wrong_is_said_where_it_is(qtbot: QtBot, page: FollowUpsPage, small_book: Any) -> None:
    editor = page.plans.editor
    assert editor is not None
    editor.save_button.click()
    settle(qtbot, page)
    assert page.plans.editor is editor
    assert any(
        label.isVisible() and label.property("role") == "danger" for label in editor.findChildren(QLabel)
    )
    assert plans.plans(small_book) == []
    QTest.keyClick(editor.name, KEY.Key_Escape)
    assert page.plans.editor is None


def test_steps_are_added_changed_and_removed(qtbot: QtBot, page: FollowUpsPage, small_book: Any) -> None:
    make(qtbot, page, "Wake up")
    (before,) = plans.plans(small_book)
    page.plans.edit(before)
    editor = page.plans.editor
    assert editor is not None
    editor.add_button.click()
    QTest.keyClicks(editor.rows[2].title, "visit")
    editor.rows[0].remove_button.click()
    editor.rows[0].days.setValue(3)
    editor.save_button.click()
    settle(qtbot, page)
    (after,) = plans.plans(small_book)
    assert [(s.after_days, s.title) for s in after.steps] == [(3, "call"), (7, "visit")]
    assert after.steps[0].id == before.steps[1].id
    page.ops.undo()
    settle(qtbot, page)
    assert plans.plans(small_book) == [before]


def test_who_is_in_it_and_out_again(qtbot: QtBot, page: FollowUpsPage, small_book: Any) -> None:
    make(qtbot, page, "Wake up")
    (plan,) = plans.plans(small_book)
    page.panel.enrol(page.panel.model.ids[:2], plan.id)
    settle(qtbot, page)
    (card,) = page.plans.cards
    card.who_button.click()
    assert card.is_open
    stop = next(
        b for b in card.findChildren(IconButton) if b.accessibleName() == "Take Ardoise out of the plan"
    )
    stop.click()
    settle(qtbot, page)
    (card,) = page.plans.cards
    assert card.is_open  # still unfolded
    assert card.plan.enrolled == 1
    page.ops.undo()
    settle(qtbot, page)
    assert page.plans.cards[0].plan.enrolled == 2


def test_a_plan_is_deleted_and_brought_back(qtbot: QtBot, page: FollowUpsPage, small_book: Any) -> None:
    make(qtbot, page, "Wake up")
    card = page.plans.cards[0]
    next(b for b in card.findChildren(IconButton) if b.accessibleName() == "Delete the plan Wake up").click()
    settle(qtbot, page)
    assert plans.plans(small_book) == []
    page.ops.undo()
    settle(qtbot, page)
    assert [plan.name for plan in plans.plans(small_book)] == ["Wake up"]


def test_tab_goes_through_the_steps_as_they_stand(page: FollowUpsPage) -> None:
    editor = page.plans.editor
    assert editor is not None
    editor.add_step()
    at: Any = editor.name
    order = []
    while at is not editor.save_button:
        order.append(at)
        at = at.nextInFocusChain()
    wanted = [editor.name, *(field for row in editor.rows for field in (row.days, row.kind, row.title))]
    assert [each for each in order if each in wanted] == wanted
