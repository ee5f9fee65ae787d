"""Several clients selected in the list: what is changed for all of them at once."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from portfolio_app.services import portfolio
from portfolio_app.services.books import Book
from portfolio_app.ui.pages import bulk_panel
from portfolio_app.ui.pages.bulk_panel import BulkPanel
from tests.conftest import TODAY
from tests.ui.test_clients_page import Stage

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stage(qtbot: QtBot, sample_book: Book) -> Iterator[Stage]:
    """The page with the first three clients selected by keys."""
    made = Stage(qtbot, sample_book)
    made.page.table.select_id(made.page.model.ids[0])
    made.page.table.setFocus()
    made.settle()
    made.key(Key.Key_Down, SHIFT)
    made.key(Key.Key_Down, SHIFT)
    yield made
    made.window.close()
    made.ops.shutdown()


def begin(stage: Stage, what: str) -> BulkPanel:
    panel = stage.page.bulk
    place = [name for name, _ in panel._acts()].index(what)
    panel.menu.actions()[place].trigger()
    stage.settle()
    if folder := os.environ.get("SHOTS"):
        stage.window.grab().save(f"{folder}/bulk_{what}.png")
    return panel


def column(stage: Stage, name: str, ids: list[int]) -> list[object]:
    def ask(book: Book) -> list[object]:
        with book.read() as connection:
            rows = connection.exec_driver_sql(f"SELECT id, {name} FROM client").all()
        known = {row[0]: row[1] for row in rows}
        return [known[client] for client in ids]

    return stage.ask(ask)


def test_it_stands_there_only_while_several_are_selected(stage: Stage) -> None:
    panel = stage.page.bulk
    assert panel.isVisible()
    assert panel.title.text() == "3 clients selected"
    assert not panel.merge_button.isVisible()
    stage.click(panel.clear_button)
    assert not panel.isVisible()
    model, selection = stage.page.model, stage.page.table.selectionModel()
    flags = QItemSelectionModel.SelectionFlag
    selection.select(model.index(4, 0), flags.ClearAndSelect | flags.Rows)
    selection.select(model.index(6, 0), flags.Select | flags.Rows)
    assert panel.merge_button.isVisible()
    with stage.qtbot.waitSignal(stage.page.open_requested) as asked:
        stage.click(panel.merge_button)
    assert asked.args == ["merge", tuple(stage.page.table.selected_ids())]


def test_a_field_is_chosen_typed_and_set_for_all(stage: Stage) -> None:
    ids = stage.page.table.selected_ids()
    panel = begin(stage, bulk_panel.FIELD)
    panel.choice.setCurrentIndex(panel.choice.findData("sector"))
    panel.choice.activated.emit(panel.choice.currentIndex())
    stage.settle()
    stage.qtbot.keyClicks(panel.form.fields["sector"].editor, "Boulangerie")
    stage.click(panel.apply_button)
    assert column(stage, "sector", ids) == ["Boulangerie"] * 3
    assert panel.doing == ""
    assert stage.page.table.selected_ids() == ids
    stage.ops.undo()
    stage.settle()
    assert column(stage, "sector", ids) != ["Boulangerie"] * 3


def test_by_keyboard_alone_with_the_count_of_those_selected_now(stage: Stage) -> None:
    panel = begin(stage, bulk_panel.FIELD)
    panel.choice.setCurrentIndex(panel.choice.findData("sector"))
    panel.choice.activated.emit(panel.choice.currentIndex())
    stage.settle()
    panel.choice.setFocus()
    stage.qtbot.keyClick(panel.choice, Key.Key_Tab)
    editor = panel.form.fields["sector"].editor
    assert stage.window.focusWidget() is editor
    stage.qtbot.keyClick(editor, Key.Key_Tab)
    assert stage.window.focusWidget() is panel._cancel_button
    model, flags = stage.page.model, QItemSelectionModel.SelectionFlag
    stage.page.table.selectionModel().select(model.index(6, 0), flags.Select | flags.Rows)
    assert panel.apply_button.text() == "Change 4 clients"
    stage.qtbot.keyClick(panel._cancel_button, Key.Key_Escape)
    assert panel.doing == ""
    assert stage.window.focusWidget() is stage.page.table


def test_a_date_that_is_none_is_told_under_its_field(stage: Stage) -> None:
    panel = begin(stage, bulk_panel.FIELD)
    panel.choice.setCurrentIndex(panel.choice.findData("client_since"))
    panel.choice.activated.emit(panel.choice.currentIndex())
    stage.settle()
    stage.qtbot.keyClicks(panel.form.fields["client_since"].editor, "hier soir")
    stage.click(panel.apply_button)
    assert panel.form.fields["client_since"].error
    assert not stage.errors
    stage.qtbot.keyClick(panel, Key.Key_Escape)
    assert panel.doing == ""


def test_tags_notes_and_the_day_of_verification(stage: Stage) -> None:
    ids = stage.page.table.selected_ids()
    panel = begin(stage, bulk_panel.ADD_TAGS)
    stage.qtbot.keyClicks(panel.form.fields["tags"].editor, "Salon, Hiver")
    stage.click(panel.apply_button)
    assert all('"Salon", "Hiver"' in str(tags) for tags in column(stage, "tags", ids))
    begin(stage, bulk_panel.REMOVE_TAGS)
    stage.qtbot.keyClicks(panel.form.fields["tags"].editor, "Salon")
    stage.click(panel.apply_button)
    assert not any("Salon" in str(tags) for tags in column(stage, "tags", ids))
    begin(stage, bulk_panel.NOTE)
    stage.qtbot.keyClicks(panel.form.fields["notes"].editor, "Vu au salon")
    stage.click(panel.apply_button)
    assert all(str(note).endswith("Vu au salon") for note in column(stage, "notes", ids))
    begin(stage, bulk_panel.VERIFIED)
    assert column(stage, "verified_on", ids) == [TODAY.isoformat()] * 3


def test_a_segment_and_a_rhythm(stage: Stage) -> None:
    ids = stage.page.table.selected_ids()
    panel = begin(stage, bulk_panel.SEGMENT)
    panel.choice.setCurrentIndex(panel.choice.findData("dormant"))
    stage.click(panel.apply_button)
    segments = stage.ask(lambda book: portfolio.snapshot(book, TODAY).metrics["segment"])
    assert [segments[client] for client in ids] == ["dormant"] * 3
    begin(stage, bulk_panel.RHYTHM)
    panel.choice.setCurrentIndex(panel.choice.findData(bulk_panel.OWN))
    assert panel._days is not None
    panel._days[0].setValue(10)
    stage.click(panel.apply_button)
    assert column(stage, "cadence_ideal_days", ids) == [10] * 3


def test_one_client_is_put_into_a_segment_where_it_is_explained(stage: Stage) -> None:
    client = stage.page.model.ids[0]
    stage.open(client)
    stage.page.detail.toggle_why()
    stage.settle()
    why = stage.page.detail.why
    place = [code for code in why._segments if code != "top"].index("dormant")
    why.pin_menu.actions()[place].trigger()
    stage.settle()
    if folder := os.environ.get("SHOTS"):
        stage.window.grab().save(f"{folder}/pinned.png")
    assert column(stage, "pinned_segment", [client]) == ["standard:dormant"]
    said = " ".join(label.text() for label in why.findChildren(QLabel))
    assert "by hand on 22/11/2026" in said
    assert "What would move it" not in said
    stage.click(why.free_button)
    assert column(stage, "pinned_segment", [client]) == [""]
