"""The client list's own columns and filters, and why a client is in its segment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.analysis.explain import Move
from portfolio_app.services import clients, custom_fields, groups
from portfolio_app.services.books import Book
from portfolio_app.ui.pages import why_words
from portfolio_app.ui.pages.why_words import Standing
from portfolio_app.ui.widgets.chooser import Choice, ChooserPopup
from tests.conftest import TODAY
from tests.ui.test_clients_page import Stage

Key = Qt.Key
ORDER = ("top", "regular", "at_risk", "dormant")


@pytest.fixture
def stage(qtbot: QtBot, sample_book: Book) -> Iterator[Stage]:
    """The page on the sample book, which has a group."""
    groups.create_group(
        sample_book, "Gros <b>", {"metric": "revenue_window", "op": ">", "value": 10_000_000_000}
    )
    made = Stage(qtbot, sample_book)
    yield made
    made.window.close()
    made.ops.shutdown()


class TestColumns:
    def test_any_indicator_can_be_a_column_that_sorts(self, stage: Stage) -> None:
        filters = stage.page.filters
        filters.more_action.trigger()
        stage.settle()
        stage.qtbot.keyClicks(filters.popup.field, "margin rate")
        assert filters.popup.keys()[0] == "metric.margin_rate"
        stage.qtbot.keyClick(filters.popup.field, Key.Key_Return)
        stage.settle()
        filters.popup.close()
        assert "metric.margin_rate" in stage.settings.columns["clients"]
        assert stage.page.keeper.shown()[-1] == "metric.margin_rate"
        first = stage.page.model.ids[0]
        assert stage.cell(first, "metric.margin_rate").endswith("%")
        number = [c.key for c in stage.page.model.columns].index("metric.margin_rate")
        stage.page.model.sort(number, Qt.SortOrder.DescendingOrder)
        stage.settle()
        assert list(stage.page.model.ids) == stage.ids(sort="margin_rate", descending=True)
        assert stage.page.model.headerData(number, Qt.Orientation.Horizontal).endswith("↓")

    def test_a_column_taken_away_is_no_order_any_more(self, stage: Stage) -> None:
        keeper = stage.page.keeper
        keeper.toggle("metric.margin_rate", True)
        stage.settle()
        stage.page._sort("margin_rate", True)
        keeper.toggle("metric.margin_rate", False)
        stage.settle()
        assert "metric.margin_rate" not in [c.key for c in stage.page.model.columns]
        assert list(stage.page.model.ids) == stage.ids(sort="revenue", descending=True)

    def test_a_field_of_the_users_own_is_a_column_by_its_name(self, stage: Stage) -> None:
        stage.do(custom_fields.create_custom_field, "Quai <b>", "yes_no")
        first = stage.page.model.ids[0]
        stage.do(clients.update_client, first, {"custom.quai_b": True})
        stage.page.keeper.toggle("metric.custom.quai_b", True)
        stage.settle()
        assert stage.page.model.columns[-1].title == "Quai <b>"
        assert stage.cell(first, "metric.custom.quai_b") == "yes"

    @pytest.mark.parametrize("width", [1280, 1600])
    def test_what_is_added_fits_beside_the_usual_columns(self, stage: Stage, width: int) -> None:
        stage.window.resize(width, 720)
        title = "Nombre de machines installées dans l’atelier"
        stage.do(custom_fields.create_custom_field, title, "number")
        keeper, table = stage.page.keeper, stage.page.table
        before = set(keeper.shown())
        own = stage.ask(custom_fields.custom_fields)[-1]
        for added in ("metric.margin_rate", f"metric.custom.{own.code}"):
            keeper.toggle(added, True)
            stage.settle()
            assert {added, "name", "next_action"} <= set(keeper.shown())
            assert not table.horizontalScrollBar().maximum()
            number = [c.key for c in stage.page.model.columns].index(added)
            end = table.columnViewportPosition(number) + table.columnWidth(number)
            assert end <= table.viewport().width()
        heading = stage.page.model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        assert title in heading
        keeper.toggle("metric.margin_rate", False)
        keeper.toggle(added, False)
        stage.settle()
        assert set(keeper.shown()) == before
        assert keeper.chosen() is None

    def test_more_than_fits_is_reached_by_scrolling(self, stage: Stage) -> None:
        keeper, table = stage.page.keeper, stage.page.table
        names = ("margin_rate", "average_basket", "typical_gap_days", "minutes", "products", "nps_mean")
        for name in names:
            keeper.toggle(f"metric.{name}", True)
        stage.settle()
        assert len(keeper.shown()) >= len(names) + 2
        assert table.horizontalScrollBar().maximum() > 0


class TestFilters:
    def test_by_group_and_tag_with_the_segments(self, stage: Stage) -> None:
        filters = stage.page.filters
        stage.click(filters.filter_button)
        keys = filters.popup.keys()
        assert keys[0] == "group:1"
        stage.qtbot.keyClick(filters.popup.field, Key.Key_Return)
        stage.settle()
        assert set(stage.page.model.ids) == set(stage.ask(groups.members, 1, TODAY))
        (chip,) = filters.filter_chips
        assert chip.text == f"Gros <b> · {len(stage.page.model.ids)}  ✕"
        assert chip.is_checked
        every = filters.chip("")
        assert not every.is_checked
        stage.click(every)
        assert every.is_checked
        assert filters.filter_chips == []
        assert len(stage.page.model.ids) == 143
        tag = keys[1].removeprefix("tag:")
        stage.page._filter({"group": None, "tag": tag})
        stage.settle()
        assert list(stage.page.model.ids) == stage.ids(sort="revenue", descending=True, tag=tag)
        shown = f"{tag} · {len(stage.page.model.ids)}  ✕"
        stage.click(filters.chip("regular"))
        assert filters.filter_chips[0].text == shown  # as many as have the tag, in whichever segment
        assert set(stage.page.model.ids) == set(stage.ids(tag=tag, segment="regular"))
        stage.click(filters.filter_chips[0])
        assert set(stage.page.model.ids) == set(stage.ids(segment="regular"))

    def test_another_page_lists_whom_it_means(self, stage: Stage) -> None:
        chosen = list(stage.page.model.ids[3:6])
        stage.page.show_item({"ids": chosen, "title": "From Top to At risk"})
        stage.settle()
        assert set(stage.page.model.ids) == set(chosen)
        stage.page.show_item({"segmentation": "abc_rank", "segment": "abc_rank.b"})
        stage.settle()
        meant = stage.ids(sort="revenue", descending=True, segmentation="abc_rank", segment="abc_rank.b")
        assert meant
        assert list(stage.page.model.ids) == meant
        (chip,) = stage.page.filters.filter_chips
        stage.click(chip)
        assert len(stage.page.model.ids) == len(stage.ids())


class TestChooser:
    def test_words_find_headings_are_skipped_and_several_can_be_chosen(self, qtbot: QtBot) -> None:
        lines = (("a", "Épicerie", "Lines"), ("b", "Margin", "Money"), ("c", "Margin rate", "Money"))
        choices = [Choice(*line) for line in lines]
        parent = QWidget()
        qtbot.addWidget(parent)
        parent.show()
        popup = ChooserPopup("Columns", choices, parent)
        popup.open_below(parent, {"b"})
        heard: list[tuple[str, bool]] = []
        popup.toggled.connect(lambda key, on: heard.append((key, on)))
        qtbot.keyClick(popup.field, Key.Key_Return)
        qtbot.keyClicks(popup.field, "epic")
        assert popup.keys() == ["a"]
        popup.field.clear()
        qtbot.keyClick(popup.field, Key.Key_Down)
        qtbot.keyClick(popup.field, Key.Key_Return)
        assert heard == [("a", True), ("b", False)]
        qtbot.keyClick(popup.field, Key.Key_Escape)


class TestWhy:
    def test_the_chip_says_why_and_escape_goes_back(self, stage: Stage) -> None:
        (client_id, *_) = stage.ids(segment="at_risk", sort="revenue", descending=True)
        stage.open(client_id)
        detail = stage.page.detail
        stage.click(detail.chip)
        assert detail.why.isVisible()
        assert not detail.tabs.isVisible()
        assert any(line.holds for line in detail.why.lines)
        said = [label.text() for label in detail.why.findChildren(QLabel) if label.isVisible()]
        assert "Why “At risk”?" in said
        assert any(text.startswith("In “At risk” since ") for text in said)
        stage.key(Key.Key_Escape)
        assert detail.tabs.isVisible()

    def test_it_follows_the_list(self, stage: Stage) -> None:
        first, second = stage.page.model.ids[0], stage.page.model.ids[1]
        stage.open(first)
        stage.page.detail.toggle_why()
        stage.settle()
        why = stage.page.detail.why
        assert why.lines
        stage.page.show_item(second)
        said = {label.text() for label in why.findChildren(QLabel)}
        assert why.lines == []
        assert said >= {"Why this segment?", "Working it out…"}
        assert not any(text.startswith("Why “") for text in said)
        stage.page.show_item(first)  # the answer about the second comes too late
        stage.page.show_item(second)
        stage.page.show_item(first)
        stage.settle()
        assert why.client_id == first
        segment = stage.page.detail.chip.text
        assert f"Why “{segment}”?" in {label.text() for label in why.findChildren(QLabel)}


class TestWhyWords:
    def name(self, code: str) -> str:
        return code.capitalize()

    @pytest.mark.parametrize(
        ("seen", "until"),
        [
            (date(2026, 10, 31), date(2026, 11, 30)),
            (date(2026, 11, 22), date(2026, 12, 31)),
            (date(2026, 12, 31), date(2027, 1, 31)),
            (date(2027, 1, 1), date(2027, 2, 28)),
        ],
    )
    def test_when_a_pending_change_comes(self, seen: date, until: date) -> None:
        assert why_words.lasts_until(seen) == until

    def test_moves_are_said_whole(self) -> None:
        at = Standing("regular", "regular", None, ORDER)
        up = Move("order", "top", 800_000_000, before=date(2027, 3, 12))
        said = why_words.move_up(up, at, "EUR", self.name)
        assert said == "One more order of at least €800 before 12/03/2027 would make it “Top”."
        down = Move("silence", "dormant", on=date(2027, 3, 12))
        assert why_words.move_down(down, at, self.name) == (
            "Without an order it becomes “Dormant” on 12/03/2027."
        )
        for kind in ("resolve_complaint", "pay"):
            assert "Top" in why_words.move_up(Move(kind, "top"), at, "EUR", self.name)
        for kind in ("silence", "resolve_complaint", "pay", "time"):
            move = Move(kind, "dormant", on=date(2027, 3, 12))
            assert "12/03/2027" in why_words.move_down(move, at, self.name)
        best = Standing("top", "top", None, ORDER)
        assert why_words.move_up(None, best, "EUR", self.name) == "There is no better segment."
        assert "other figures" in why_words.why_until(up, at, self.name)
        assert why_words.pending(at, self.name) == ""

    def test_what_is_pending_comes_first_and_an_order_keeps_the_segment(self) -> None:
        at = Standing("regular", "at_risk", date(2026, 10, 31), ORDER)
        assert why_words.pending(at, self.name) == (
            "“Regular”; by its figures “At_risk” since 31/10/2026. "
            "It becomes “At_risk” on 30/11/2026 if nothing changes."
        )
        up = Move("order", "regular", before=date(2027, 5, 17))
        assert why_words.move_up(up, at, "EUR", self.name) == (
            "One more order by 30/11/2026 keeps it “Regular”."
        )
        assert "On that day it becomes “At_risk”" in why_words.why_until(up, at, self.name)
        soon = Move("order", "regular", 800_000_000, before=date(2026, 11, 25))
        assert why_words.move_up(soon, at, "EUR", self.name) == (
            "One more order of at least €800 by 24/11/2026 keeps it “Regular”."
        )
        assert "other figures" in why_words.why_until(soon, at, self.name)
        for kind in ("resolve_complaint", "pay"):
            said = why_words.move_up(Move(kind, "regular"), at, "EUR", self.name)
            assert "30/11/2026" in said
            assert "“Regular”" in said
        assert "make it “Top”" in why_words.move_up(Move("order", "top"), at, "EUR", self.name)
        assert "keep it “Regular”" in why_words.move_up(None, at, "EUR", self.name)
        down = Move("silence", "dormant", on=date(2027, 3, 12))
        assert why_words.move_down(down, at, self.name) == (
            "It becomes “At_risk” on 30/11/2026 if nothing changes. "
            "Without an order it becomes “Dormant” on 12/03/2027."
        )

    def test_a_rise_that_is_pending(self) -> None:
        at = Standing("regular", "top", date(2026, 10, 31), ORDER)
        assert "Nothing more is needed" in why_words.move_up(None, at, "EUR", self.name)
        for kind in ("silence", "resolve_complaint", "pay", "time"):
            said = why_words.move_down(Move(kind, "regular", on=date(2027, 3, 12)), at, self.name)
            assert "its figures are those of “Regular” again from 12/03/2027" in said[0].lower() + said[1:]
