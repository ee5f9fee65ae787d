"""The rule editor on real books: by clicks and keys, from the first edit to the step in the journal."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.analysis.built_in_segments import BUILT_IN
from portfolio_app.analysis.columns import COLUMNS
from portfolio_app.analysis.rule_parsing import OPERATORS_OF, parse_rule, to_data
from portfolio_app.config import Settings
from portfolio_app.services import clients, groups, history, sales, segmentations
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import open_book
from portfolio_app.ui import i18n, metric_words
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import rule_editor_numbers as numbers
from portfolio_app.ui.pages import rule_editor_values as values
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.rule_editor import RuleEditor
from portfolio_app.ui.pages.rule_editor_conditions import ConditionRow, GroupBox
from portfolio_app.ui.pages.rule_editor_draft import Draft, GroupDraft, Node, read
from portfolio_app.ui.pages.rule_editor_numbers import NumberField
from portfolio_app.ui.pages.rule_editor_words import WordField
from portfolio_app.ui.widgets.chooser import ChooserPopup
from portfolio_app.ui.widgets.fields import ChoiceBox
from tests.conftest import TODAY, fixed_clock
from tests.ui.test_rule_words import ALL, ask, rules

DORMANT = 1
"""Place of the segment whose rule is the simplest."""
UNIT = 1_000_000


@dataclass
class Opened:
    """An editor on an open book."""

    editor: RuleEditor
    ops: Operations
    book: Book
    qtbot: QtBot
    closings: list[bool] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until the preview is that of the last edit."""
        self.qtbot.waitUntil(
            lambda: not self.ops.is_busy and not self.editor._timer.isActive(), timeout=20_000
        )

    def open(self, code: str) -> Draft:
        self.editor.open_segmentation(code)
        self.settle()
        draft = self.editor.draft
        assert isinstance(draft, Draft)
        return draft

    def open_group(self, group_id: int | None) -> GroupDraft:
        self.editor.open_group(group_id)
        self.settle()
        draft = self.editor.draft
        assert isinstance(draft, GroupDraft)
        return draft

    def choose(self, row: int) -> None:
        self.editor.segments.list.setCurrentRow(row)
        self.settle()

    @property
    def rows(self) -> list[ConditionRow]:
        """The conditions shown, from top to bottom."""
        tree = self.editor.panel.tree
        return [row for row in tree.findChildren(ConditionRow) if row.isVisible()] if tree is not None else []

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def pick(self, row: ConditionRow, typed: str) -> None:
        """Choose another indicator: Enter, type, Enter."""
        QTest.keyClick(row.indicator, Qt.Key.Key_Return)
        popup = row.indicator.findChild(ChooserPopup)
        assert popup is not None
        QTest.keyClicks(popup.field, typed)
        QTest.keyClick(popup.field, Qt.Key.Key_Return)
        self.settle()

    def compare(self, row: ConditionRow, op: str) -> None:
        """Choose another comparison, as the list of comparisons does."""
        place = row.operator.findData(op)
        assert place >= 0
        row.operator.setCurrentIndex(place)
        row.operator.activated.emit(place)
        self.settle()


@pytest.fixture
def open_editor(qtbot: QtBot, qapp: QApplication, make_book: object) -> Iterator[Callable[[Book], Opened]]:
    """Opens an editor on a book."""
    opened: list[Operations] = []

    def make(book: Book) -> Opened:
        ops = Operations(book, undo=history.undo, redo=history.redo)
        opened.append(ops)
        settings = Settings()
        editor = RuleEditor(UiContext(ops, lambda: "EUR", lambda: TODAY, lambda: settings))
        editor.resize(1040, 590)
        editor._timer.setInterval(0)
        qtbot.addWidget(editor)
        editor.show()
        found = Opened(editor, ops, book, qtbot)
        editor.closed.connect(lambda: found.closings.append(True))
        return found

    yield make
    for ops in opened:
        ops.shutdown()


@pytest.fixture(scope="module")
def small_file(empty_book_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight clients, who bought 40, 80, ... days ago for 100, 200, ... euros."""
    path = tmp_path_factory.mktemp("small") / "small.portfolio"
    shutil.copy(empty_book_file, path)
    book = open_book(path, fixed_clock)
    for number in range(1, 9):
        values = {"name": f"Client {number}", "sector": "Restaurant" if number % 2 else "Shop"}
        (client,) = clients.create_client(book, values).created["client"]
        day = TODAY - timedelta(days=40 * number)
        sales.add_sale(book, client, {"date": day, "amount": Decimal(100 * number)})
    book.close()
    return path


@pytest.fixture
def opened(open_editor: Callable[[Book], Opened], small_file: Path, make_book: Callable[..., Book]) -> Opened:
    """An editor on a small book."""
    return open_editor(make_book("small.portfolio", small_file))


class TestDraft:
    @given(rules)
    def test_a_rule_is_the_same_after_it_was_shown(self, rule: dict[str, Any]) -> None:
        """Groups of one and pairs of negations aside, which say the same."""
        columns = COLUMNS
        again = read(rule).data()
        assert read(again).data() == again
        assert {c.metric for c in _conditions(again)} == {c.metric for c in _conditions(rule)}
        parse_rule(again, columns)

    @pytest.mark.parametrize("code", sorted(BUILT_IN))
    def test_what_comes_ready_is_not_changed_by_looking_at_it(self, code: str) -> None:
        draft = Draft(BUILT_IN[code])
        assert not draft.is_changed
        for before, after in zip(BUILT_IN[code].segments, draft.spec().segments, strict=True):
            assert (after.code, after.rule) == (before.code, before.rule)
        shown = sorted(BUILT_IN[code].segments, key=lambda segment: segment.display_order)
        assert [segment.code for segment in draft.shown] == [segment.code for segment in shown]

    def test_everyone_else_stays_last_and_stays(self) -> None:
        draft = Draft(BUILT_IN["standard"])
        rest = draft.segments[-1]
        draft.remove(rest)
        assert not draft.move(rest, 0)
        draft.move(draft.segments[0], 99)
        draft.duplicate(rest, "Copy")
        added = draft.add("New", Node("all"))
        assert draft.segments[-1] is rest
        assert draft.segments[-2] is added
        assert [s.rule is None for s in draft.spec().segments].count(True) == 1

    def test_places_in_lists_have_no_gap(self) -> None:
        draft = Draft(BUILT_IN["standard"])
        draft.show_at(draft.segments[0], 0)
        draft.remove(draft.segments[2])
        orders = sorted(s.display_order for s in draft.spec().segments)
        assert orders == list(range(1, len(draft.segments) + 1))
        assert draft.spec().segments[0].display_order == 1


def _conditions(rule: dict[str, Any]) -> list[Any]:
    from portfolio_app.analysis.rule_parsing import conditions

    return conditions(parse_rule(rule))


class TestNumbers:
    def test_sliders_move_over_sensible_values(self) -> None:
        for column in (each for each in COLUMNS.values() if each.kind in ("money", "int", "ratio")):
            for known in (None, (0.0, 0.0), (-1e9, 5e10), (0.0, 0.4)):
                at = numbers.stops(column, known, 0.0)
                assert at == sorted(set(at))
                assert 2 <= len(at) <= 260, (column.name, known)
            far = numbers.stops(column, (0.0, 1.0), 987_654.0)
            assert far[-1] >= 987_654.0

    @pytest.mark.parametrize(
        ("name", "typed", "kept"),
        [
            ("revenue_window", "1234.5", 1_234_500_000),
            ("growth", "12.5", 0.125),
            ("orders", "7", 7),
            ("lateness", "2.5", 2.5),
        ],
    )
    def test_what_is_typed_is_kept_exactly(self, name: str, typed: str, kept: float, qtbot: QtBot) -> None:
        field = NumberField.of_column(COLUMNS[name], 0, "EUR", None, "x")
        qtbot.addWidget(field)
        heard: list[float] = []
        field.changed.connect(heard.append)
        field.box.selectAll()
        QTest.keyClicks(field.box, typed)
        assert field.value() == kept
        assert heard[-1] == kept
        assert type(field.value()) is type(kept)

    def test_slider_and_box_go_together(self, qtbot: QtBot) -> None:
        field = NumberField.of_column(COLUMNS["recency_days"], 365, "EUR", None, "x")
        qtbot.addWidget(field)
        before = field.slider.value()
        QTest.keyClick(field.slider, Qt.Key.Key_Right)
        assert field.slider.value() == before + 1
        assert field.value() > 365
        field.box.setValue(0)
        assert field.slider.value() == 0

    def test_a_finer_number_is_not_rounded_by_being_shown(self, qtbot: QtBot) -> None:
        field = NumberField.of_column(COLUMNS["growth"], 0.3333333, "EUR", None, "x")
        qtbot.addWidget(field)
        heard: list[float] = []
        field.changed.connect(heard.append)
        assert field.box.text() == "33.3%"
        assert heard == []


class TestValues:
    def kitchen(self) -> values.Kitchen:

        return values.Kitchen(ALL, "EUR", TODAY, lambda *_: None)

    def test_every_kind_and_comparison_can_be_edited(self, qtbot: QtBot) -> None:
        """And begins with something that works, or with an empty field that is asked for."""
        kitchen = self.kitchen()
        told_apart = {(c.kind, bool(metric_words.choices(c))): n for n, c in kitchen.columns.items()}
        for name in told_apart.values():
            column = kitchen.columns[name]
            for op in OPERATORS_OF[column.kind]:
                node = Node(None, [], name, op, values.usual_value(column, op, kitchen))
                row = ConditionRow(node, kitchen)
                qtbot.addWidget(row)
                row.check()
                asks = node.value in ("", [])
                assert row.problem.isHidden() != asks, (name, op, row.problem.text())

    def test_values_survive_a_change_of_comparison_where_they_fit(self) -> None:
        kitchen = self.kitchen()
        column = kitchen.columns["revenue_window"]
        for first in OPERATORS_OF["money"]:
            for then in OPERATORS_OF["money"]:
                node = Node(None, [], "revenue_window", first, values.usual_value(column, first, kitchen))
                node.value = values.kept_value(node, column, then, kitchen)
                node.op = then
                parse_rule(node.data(), kitchen.columns)
        node = Node(None, [], "revenue_window", ">=", {"percentile": 80})
        assert values.kept_value(node, column, "<", kitchen) == {"percentile": 80}
        assert values.kept_value(node, column, "between", kitchen) == [{"percentile": 0}, {"percentile": 80}]

    def test_lists_of_numbers_and_days_are_read_as_typed(self, qtbot: QtBot) -> None:
        kitchen = self.kitchen()
        for name, typed, kept in (
            ("nps_last", "9; 10", [9, 10]),
            ("revenue_window", "1.5;2", [1_500_000, 2_000_000]),
            ("last_sale", "01/03/2026", ["2026-03-01"]),
            ("orders", "3; many", [3, "many"]),
        ):
            node = Node(None, [], name, "in", [])
            editor = values.ValueEditor(node, kitchen, "x")
            qtbot.addWidget(editor)
            heard: list[Any] = []
            editor.changed.connect(heard.append)
            edit = editor.findChild(QLineEdit)
            assert edit is not None
            QTest.keyClicks(edit, typed)
            assert heard[-1] == kept


class TestSegmentation:
    def test_looking_changes_nothing(self, opened: Opened) -> None:
        draft = opened.open("standard")
        for row in range(len(draft.segments)):
            opened.choose(row)
            opened.editor.panel.tabs.setCurrentIndex(1)
            opened.editor.panel.tabs.setCurrentIndex(0)
        assert not draft.is_changed
        assert not opened.editor.apply_button.isEnabled()
        assert opened.editor.preview.summary == "Nobody changes segment."

    def test_a_threshold_is_tried_applied_and_undone(self, opened: Opened) -> None:
        before = segmentations.segmentation(opened.book, "standard")
        opened.open("standard")
        opened.choose(DORMANT)
        (row,) = opened.rows
        number = row.findChild(NumberField)
        assert number is not None
        number.box.selectAll()
        QTest.keyClicks(number.box, "200")
        opened.settle()
        assert opened.editor.preview.summary.startswith("3 clients change segment, €2,100")
        assert segmentations.segmentation(opened.book, "standard") == before  # nothing written yet
        opened.click(opened.editor.apply_button)
        assert opened.closings == [True]
        saved = {s.code: s.rule for s in segmentations.segmentation(opened.book, "standard").segments}
        assert saved["dormant"] == {"not": ask("recency_days", "<", 200)}
        opened.ops.undo()
        opened.settle()
        assert segmentations.segmentation(opened.book, "standard") == before

    def test_the_sliders_of_all_thresholds_edit_the_same_draft(self, opened: Opened) -> None:
        draft = opened.open("standard")
        opened.choose(DORMANT)
        panel = opened.editor.panel
        panel.tabs.setCurrentIndex(1)
        segment, node, number = next(f for f in panel.thresholds.fields if f[0].code == "dormant")
        assert node.value == 365
        QTest.keyClick(number.slider, Qt.Key.Key_Left)
        opened.settle()
        assert node.value < 365
        assert draft.is_changed
        panel.tabs.setCurrentIndex(0)
        shown = opened.rows[0].findChild(NumberField)
        assert shown is not None
        assert shown.value() == node.value
        assert segment.root is not None

    def test_the_segments_are_added_copied_moved_and_removed_by_keys(self, opened: Opened) -> None:
        draft = opened.open("standard")
        listed = opened.editor.segments
        names = [s.code for s in draft.segments]
        opened.choose(0)
        QTest.keyClick(listed.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        assert [s.code for s in draft.segments[:2]] == [names[1], names[0]]
        assert listed.current is draft.segments[1]
        opened.click(listed.copy_button)
        assert draft.segments[2].name == "Prospect (copy)"
        assert draft.segments[2].root is not draft.segments[1].root
        QTest.keyClick(listed.list, Qt.Key.Key_Delete)
        opened.click(listed.add_button)
        added = listed.current
        assert added is draft.segments[-2]
        assert added.root is not None
        assert not added.root.parts  # whom it takes is still to be said
        tree = opened.editor.panel.tree
        assert tree is not None
        assert tree.box.hint.isVisible()
        assert not tree.box.problem.isVisible()
        assert opened.editor.reason.startswith("Say whom “Segment ")
        opened.click(tree.box.add_condition)
        assert not tree.box.hint.isVisible()
        assert opened.editor.reason == ""
        opened.choose(len(draft.segments) - 1)
        QTest.keyClick(listed.list, Qt.Key.Key_Delete)
        assert draft.segments[-1].root is None
        assert not listed.remove_button.isEnabled()
        assert not listed.up_button.isEnabled()
        assert opened.editor.panel.tree is None

    def test_what_is_dropped_after_everyone_else_goes_before(self, opened: Opened) -> None:
        draft = opened.open("standard")
        listed = opened.editor.segments.list
        item = listed.takeItem(0)
        listed.addItem(item)
        listed.dropped.emit()
        opened.settle()
        assert [s.code for s in draft.segments[-2:]] == ["prospect", "regular"]
        assert listed.item(listed.count() - 1).text() == "Regular"

    def test_a_bad_condition_says_why_and_cannot_be_applied(self, opened: Opened) -> None:
        opened.open("standard")
        opened.choose(DORMANT)
        (row,) = opened.rows
        opened.pick(row, "sector")
        assert row.node.metric == "sector"
        assert "“Sector” with nothing" in row.problem.text()
        assert row.problem.isVisible()
        assert opened.editor.reason == row.problem.text()
        assert not opened.editor.apply_button.isEnabled()
        assert "⚠" in opened.editor.segments.list.item(DORMANT).text()
        words = row.findChild(QLineEdit)
        assert words is not None
        QTest.keyClicks(words, "Restaurant")
        opened.settle()
        assert not row.problem.isVisible()
        assert opened.editor.reason == ""
        assert opened.editor.apply_button.isEnabled()

    def test_a_segment_whose_clients_are_all_taken_before_says_so(self, opened: Opened) -> None:
        draft = opened.open("standard")
        top = next(place for place, segment in enumerate(draft.segments) if segment.code == "top")
        opened.choose(top)
        opened.click(opened.editor.segments.copy_button)
        rule = ask("clients_before", "<", 0.2)
        assert opened.editor.segments.current is draft.segments[top + 1]
        count = segmentations.rule_preview(opened.book, TODAY, rule).clients
        assert count == 2
        said = [label.text() for label in opened.editor.preview.findChildren(QLabel)]
        assert f"Earlier segments take all {count} clients of this rule." in said

    def test_unticking_what_lasts_says_what_applying_gives(self, opened: Opened) -> None:
        from portfolio_app.services import segment_labels

        opened.open("standard")
        before = segment_labels.labels(opened.book, TODAY, "standard").label
        opened.editor.steady.click()
        opened.settle()
        said = opened.editor.preview.summary
        opened.click(opened.editor.apply_button)
        after = segment_labels.labels(opened.book, TODAY, "standard").label
        moved = int((before != after).sum())
        assert said.startswith(f"{moved} client" if moved else "Nobody")

    def test_words_are_offered_and_unknown_ones_pointed_out(self, opened: Opened) -> None:
        opened.open("standard")
        opened.choose(DORMANT)
        (row,) = opened.rows
        opened.pick(row, "sector")
        opened.compare(row, "in")
        field = row.findChild(WordField)
        assert field is not None
        held = segmentations.values_of(opened.book, "sector")
        QTest.keyClicks(field.edit, "Atlantis")
        opened.settle()
        assert field.note.text() == "“Atlantis” is nowhere in the book."
        opened.click(field.list_button)
        popup = field.findChild(ChooserPopup)
        assert popup is not None
        assert popup.keys() == held
        QTest.keyClick(popup.field, Qt.Key.Key_Return)
        QTest.keyClick(popup.field, Qt.Key.Key_Escape)
        assert row.node.value == ["Atlantis", held[0]]
        field.edit.setText(held[0].lower())
        assert field.note.text() == f"The book writes “{held[0].lower()}” like this: “{held[0]}”."
        field.edit.setText(held[0])
        assert not field.note.isVisible()
        opened.compare(row, "contains")
        field = row.findChild(WordField)
        assert field is not None
        opened.settle()
        field.edit.setText(held[0][1:4].upper())
        assert not field.note.isVisible()

    def test_indicators_are_found_by_their_beginning_first_and_dates_by_that_word(
        self, opened: Opened
    ) -> None:
        opened.open("standard")
        opened.choose(DORMANT)
        (row,) = opened.rows
        QTest.keyClick(row.indicator, Qt.Key.Key_Return)
        popup = row.indicator.findChild(ChooserPopup)
        assert popup is not None
        QTest.keyClicks(popup.field, "order")
        keys = popup.keys()
        begins = [metric_words.title(key, ALL).lower().startswith("order") for key in keys]
        assert begins[0]
        assert begins == sorted(begins, reverse=True)
        popup.field.setText("date")
        keys = popup.keys()
        dates = [key for key in keys if COLUMNS[key].kind == "date"]
        assert keys[: len(dates)] == dates
        assert set(dates) == {name for name, column in COLUMNS.items() if column.kind == "date"}
        popup.close()

    def test_groups_of_conditions(self, opened: Opened) -> None:
        draft = opened.open("standard")
        opened.choose(DORMANT)
        tree = opened.editor.panel.tree
        assert tree is not None
        opened.click(tree.box.add_group)
        inner = next(part for part in tree.box.parts if isinstance(part, GroupBox))
        QTest.keyClick(inner.word, Qt.Key.Key_Down)
        opened.click(inner.add_condition)
        assert len(opened.rows) == 3
        for row in list(inner.parts):
            remove = row.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            opened.click(next(w for w in remove if w.accessibleName().startswith("Remove the condition")))
        assert inner.problem.isVisible()
        assert not opened.editor.apply_button.isEnabled()
        opened.click(
            next(
                w
                for w in inner.findChildren(QWidget)
                if w.accessibleName() == "Remove this group of conditions"
            )
        )
        assert not draft.is_changed

    def test_choices_and_percentiles(self, opened: Opened) -> None:
        opened.open("standard")
        opened.choose(DORMANT)
        (row,) = opened.rows
        opened.pick(row, "strategic")
        opened.compare(row, "in")
        for check in row.findChildren(QCheckBox)[1:3]:
            opened.click(check)
        assert row.node.value == ["economies_of_scale", "market_entry", "future_potential"]
        opened.pick(row, "average order")
        opened.compare(row, ">=")
        measure = next(w for w in row.findChildren(ChoiceBox) if w.accessibleName().endswith("given as"))
        measure.activated.emit(1)
        opened.settle()
        assert row.node.value == {"percentile": 80}
        assert opened.editor.apply_button.isEnabled()

    def test_a_new_segmentation_is_named_and_saved(self, opened: Opened) -> None:
        draft = opened.open("")
        name = opened.editor.name
        assert name.isVisible()
        assert opened.editor.apply_button.isEnabled()
        name.selectAll()
        QTest.keyClick(name, Qt.Key.Key_Delete)
        opened.settle()
        assert opened.editor.reason == "Give it a name."
        QTest.keyClicks(name, "My way")
        QTest.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        opened.settle()
        assert opened.closings == [True]
        (info,) = [each for each in segmentations.segmentations(opened.book) if not each.built_in]
        assert info.name == "My way"
        assert len(info.segments) == len(draft.segments) == 2

    def test_names_colours_and_rhythms(self, opened: Opened) -> None:
        draft = opened.open("standard")
        opened.choose(DORMANT)
        head = opened.editor.panel.head
        head.name.selectAll()
        QTest.keyClicks(head.name, "Sleepers")
        head.ideal.setValue(99)
        head.place.setValue(1)
        head.colour.menu().actions()[3].trigger()
        opened.settle()
        spec = draft.spec().segments[DORMANT]
        assert (spec.name, spec.ideal_days, spec.display_order, spec.colour) == ("Sleepers", 99, 1, "#E69F00")
        assert opened.editor.segments.list.item(DORMANT).text() == "Sleepers"
        head.name.selectAll()
        QTest.keyClicks(head.name, "Dormant")
        assert draft.spec().segments[DORMANT].name == ""  # the program's own word, in every language

    def test_cancel_asks_nothing_and_what_was_left_is_kept(self, opened: Opened) -> None:
        opened.open("standard")
        opened.editor.steady.click()
        left = opened.open("abc_rank")
        assert not left.is_changed
        assert opened.open("standard").is_changed
        opened.click(opened.editor.cancel_button)
        assert opened.closings == [True]
        assert not opened.open("standard").is_changed

    def test_what_the_book_refuses_is_said(self, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
        from portfolio_app.errors import InvalidValueError

        def refuse(*_: object) -> None:
            raise InvalidValueError("required", field="name")

        opened.open("standard")
        opened.editor.steady.click()
        monkeypatch.setattr(segmentations, "save", refuse)
        opened.click(opened.editor.apply_button)
        assert opened.closings == []
        assert "cannot be empty" in opened.editor.reason
        assert opened.editor.draft is not None

    def test_an_untouched_draft_follows_the_book(self, opened: Opened) -> None:
        from portfolio_app.services import segments

        opened.open("standard")
        opened.ops.run(opened.editor, segments.set_cadence, "dormant", 11, 22)
        opened.settle()
        draft = opened.editor.draft
        assert isinstance(draft, Draft)
        assert draft.segments[DORMANT].ideal_days == 11
        assert not draft.is_changed

    def test_every_segmentation_that_comes_ready_opens(self, opened: Opened) -> None:
        opened.open("standard")
        opened.editor.panel.tabs.setCurrentIndex(1)
        for code in BUILT_IN:
            draft = opened.open(code)
            assert opened.editor.reason == ""
            assert len(opened.editor.panel.thresholds.fields) > 0 or code == "pareto"
            assert not draft.is_changed
            assert not opened.editor.grab().isNull()

    def test_what_changed_while_another_page_was_shown_is_seen_on_coming_back(self, opened: Opened) -> None:
        from portfolio_app.services import segments

        opened.open("standard")
        opened.editor.hide()
        opened.ops.run(opened.editor, segments.set_cadence, "dormant", 12, 24)
        opened.settle()
        opened.editor.show()
        opened.settle()
        draft = opened.editor.draft
        assert isinstance(draft, Draft)
        assert draft.segments[DORMANT].ideal_days == 12


class TestGroup:
    def test_a_group_is_made_counted_and_changed(self, opened: Opened) -> None:
        opened.open_group(None)
        editor = opened.editor
        assert not editor.segments.isVisible()
        assert "in this group" in editor.preview.summary
        editor.name.selectAll()
        QTest.keyClicks(editor.name, "Gros <b>")
        opened.click(editor.apply_button)
        (group,) = groups.groups(opened.book)
        assert (group.name, group.rule) == ("Gros <b>", ask("revenue_window", ">=", {"percentile": 80}))
        draft = opened.open_group(group.id)
        assert not draft.is_changed
        (row,) = opened.rows
        opened.compare(row, "<")
        opened.click(editor.apply_button)
        (group,) = groups.groups(opened.book)
        assert group.rule == ask("revenue_window", "<", {"percentile": 80})
        assert opened.closings == [True, True]


def test_an_empty_book_can_be_edited_too(
    open_editor: Callable[[Book], Opened], make_book: Callable[..., Book]
) -> None:
    opened = open_editor(make_book())
    opened.open("standard")
    assert opened.editor.preview.summary == "Nobody changes segment."
    opened.open_group(None)
    assert opened.editor.reason == ""


def test_every_field_can_be_reached_and_has_a_name(opened: Opened) -> None:
    opened.open("standard")
    opened.choose(2)
    first = opened.editor.segments.list
    first.setFocus()
    seen: list[QWidget] = []
    widget: QWidget = first
    for _ in range(400):
        widget = widget.nextInFocusChain() or first
        if widget is first:
            break
        can = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        inside = widget.parentWidget()
        is_part = inside is not None and inside.focusProxy() is widget  # the line inside a box
        if (
            can
            and not is_part
            and not isinstance(inside, ChoiceBox)
            and widget.objectName() != "qt_spinbox_lineedit"
        ):
            seen.append(widget)
    names = [w.accessibleName() or getattr(w, "text", lambda: "")() for w in seen]
    assert all(names), [w for w, name in zip(seen, names, strict=True) if not name]
    assert seen.index(opened.editor.panel.head.name) < seen.index(opened.rows[0].indicator)
    assert seen.index(opened.rows[0].indicator) < seen.index(opened.rows[0].operator)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_cut_off_in_the_smallest_window(
    language: str,
    qapp: QApplication,
    open_editor: Callable[[Book], Opened],
    small_file: Path,
    make_book: Callable[..., Book],
) -> None:
    i18n.set_language(qapp, language)  # type: ignore[arg-type]
    opened = open_editor(make_book("small.portfolio", small_file))
    width = 1024
    opened.editor.resize(width, 580)
    opened.open("standard")
    opened.choose(2)
    QTest.keyClicks(opened.editor.panel.head.name, "W" * 60)
    for tab in (1, 0):
        opened.editor.panel.tabs.setCurrentIndex(tab)
        opened.settle()
        assert opened.editor.minimumSizeHint().width() <= width
        for area in opened.editor.findChildren(QScrollArea):
            content = area.widget()
            assert content is not None
            assert not area.isVisible() or content.minimumSizeHint().width() <= area.viewport().width()
    for row in opened.rows:
        for each in row.findChildren(QWidget):
            if each.isVisible() and isinstance(each, ChoiceBox) and each is not row.indicator:
                assert each.width() >= each.minimumSizeHint().width(), each.accessibleName()
    tree = opened.editor.panel.tree
    assert tree is not None
    opened.click(tree.box.add_group)
    inner = next(part for part in tree.box.parts if isinstance(part, GroupBox))
    for box in (tree.box, inner):
        for index in range(box.word.count()):
            box.word.setCurrentIndex(index)
            assert box.word.width() >= box.word.sizeHint().width(), box.word.currentText()


def test_the_titles_of_a_users_fields_are_plain_text(qtbot: QtBot) -> None:
    kitchen = TestValues().kitchen()
    node = Node(None, [], "custom.plan", "=", "Gold")
    row = ConditionRow(node, kitchen)
    qtbot.addWidget(row)
    assert row.indicator.itemText(0) == "Plan {0} <b>"
    assert "<b>" not in row.indicator.toolTip()
    assert metric_words.choices(ALL["custom.plan"]) == ["Gold", "Silver"]
    assert to_data(parse_rule(deepcopy(node.data()), kitchen.columns)) == node.data()


def test_editing_keeps_no_sale_apart_from_the_last_class(make_book: Callable[..., Book]) -> None:
    """A gap in the places lets a first order move a client at once, also after the rules were changed."""
    book = make_book()
    draft = Draft(segmentations.segmentation(book, "abc_rank"))
    draft.segments[0].name = "Les premiers"
    segmentations.save(book, draft.spec())
    kept = segmentations.segmentation(book, "abc_rank").segments
    assert [segment.display_order for segment in kept] == [1, 2, 3, 5]
