"""The row of filters above the list of clients: what is typed, the segments, and any other filter as a chip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, metric_words, theme
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.client_list import (
    EXTRA,
    FIXED_COLUMN,
    SHOWN_ANYHOW,
    Overview,
    Wish,
    segment_title,
)
from portfolio_app.ui.plain import plain_caption, plain_tooltip
from portfolio_app.ui.widgets import FlowLayout, SegmentChip, button
from portfolio_app.ui.widgets.chooser import Choice, ChooserPopup

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column as Metric
    from portfolio_app.services.groups import Group

GROUP, TAG = "group:", "tag:"


def load_filters(book: Any, today: Any) -> tuple[list[tuple[Group, int]], list[str]]:
    """The groups with their counts, and the tags in use."""
    from portfolio_app.services import groups, segmentations

    counts = groups.group_counts(book, today)
    found = [(group, counts.get(group.id, 0)) for group in groups.groups(book)]
    return found, segmentations.values_of(book, "tags")


class FilterField(QLineEdit):
    """Filters while typing; Escape empties it, Down and Enter go to the list."""

    left_for_list = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Filter…"))
        self.setAccessibleName(self.tr("Filter the clients by name, contact or note"))
        self.setToolTip(self.tr("Filter by name, contact or note (/)"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(80)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that leave the field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left_for_list.emit()
        else:
            super().keyPressEvent(event)


class FilterRow(QWidget):
    """Segment chips with their counts, the filter field, the columns' menu and "+ Client"."""

    segment_chosen = Signal(str)
    """A segment's code, "" for all clients."""
    query_changed = Signal(str)
    filters_wanted = Signal()
    """The groups and tags to choose from are asked for."""
    filter_changed = Signal(dict)
    """What is wished for besides: the fields of `Wish`."""
    column_toggled = Signal(str, bool)
    columns_reset = Signal()
    new_client = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, SegmentChip] = {}
        self.filter_chips: list[SegmentChip] = []
        self._catalogue: Mapping[str, Metric] = {}
        self._groups: dict[int, Group] = {}
        self._segmentation = ""
        self._wish = Wish()
        self._alone: dict[str, int] = {}
        self.popup: ChooserPopup | None = None
        self.column_actions: dict[str, QAction] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.M, theme.M, theme.M, theme.S)
        outer.setSpacing(theme.S)
        top = QHBoxLayout()
        top.setSpacing(theme.S)
        self.field = FilterField()
        self.field.textChanged.connect(self.query_changed)
        top.addWidget(self.field, 1)
        self._columns_button = button(self.tr("Columns"))
        self._columns_button.setProperty("hasMenu", "true")
        self._menu = QMenu(self._columns_button)
        self._columns_button.setMenu(self._menu)
        top.addWidget(self._columns_button)
        self.add_button = button(self.tr("Client"), self.new_client.emit, icon="plus")
        self.add_button.setAccessibleName(self.tr("New client"))
        self.add_button.setToolTip(self.tr("New client") + " (Ctrl+N)")
        top.addWidget(self.add_button)
        outer.addLayout(top)
        self._chip_area = QWidget()
        self._flow = FlowLayout(self._chip_area, 6)
        outer.addWidget(self._chip_area)
        self.filter_button = SegmentChip(self.tr("+ filter"), clickable=True)
        self.filter_button.setToolTip(self.tr("Filter by a group or a tag"))
        self.filter_button.clicked.connect(self.filters_wanted)
        self._flow.addWidget(self.filter_button)

    def chip(self, code: str) -> SegmentChip | None:
        """The chip of a segment, "" for all."""
        return self._chips.get(code)

    def show_overview(self, seen: Overview, wish: Wish) -> None:
        """One chip per segment that has clients, one for all, and the other filters."""
        self._groups = {group.id: group for group in seen.groups}
        self._catalogue = seen.catalogue
        self._segmentation = seen.segments[0].segmentation if seen.segments else ""
        total = sum(seen.counts.values())
        wanted = [("", self.tr("All"), total, "")]
        wanted += [
            (info.code, segment_title(info.code, info), seen.counts.get(info.code, 0), info.colour)
            for info in seen.segments
            if seen.counts.get(info.code, 0) or info.code == wish.segment
        ]
        if list(self._chips) != [code for code, *_ in wanted]:
            self._place_chips([code for code, *_ in wanted])
        for code, name, count, colour in wanted:
            self._chips[code].set_segment(f"{name} · {i18n.number(count)}", colour)
        self.show_wish(wish)

    def show_query(self, wish: Wish) -> None:
        """Show whether all clients are listed, or a segment of them."""
        is_in_force = wish.segmentation in ("", self._segmentation)
        for code, chip in self._chips.items():
            is_on = code == wish.segment and is_in_force if code else not wish.is_filtered
            chip.set_checked(is_on)

    def show_counts(self, wish: Wish, alone: Mapping[str, int]) -> None:
        """How many clients each filter of `wish` lets through by itself, by field of `Wish`."""
        if (wish, alone) != (self._wish, self._alone):
            self._alone = dict(alone)
            self.show_wish(wish)

    def show_wish(self, wish: Wish) -> None:
        """Show which filters are on: a segment among the chips, any other as a chip that takes it off."""
        if wish != self._wish:
            self._alone = {name: n for name, n in self._alone.items() if self._is_same(name, wish)}
        self._wish = wish
        self.show_query(wish)
        for old in self.filter_chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.filter_chips = [self._filter_chip(*words) for words in self._filters_on(wish)]
        self._relayout()

    def show_filters(self, found: tuple[list[tuple[Group, int]], list[str]]) -> None:
        """Open the list of groups and tags to choose from."""
        groups, tags = found
        choices = [
            Choice(f"{GROUP}{group.id}", f"{group.name} · {i18n.number(count)}", self.tr("Groups"))
            for group, count in groups
        ]
        choices += [Choice(TAG + tag, tag, self.tr("Tags")) for tag in tags]
        self.popup = ChooserPopup(self.tr("Filter by a group or a tag"), choices, self)
        self.popup.chosen.connect(self._choose_filter)
        self.popup.open_below(self.filter_button)

    def show_more_columns(self) -> None:
        """Open the list of everything that can be a column."""
        names = [name for name in self._catalogue if name not in SHOWN_ANYHOW]
        choices = [
            Choice(
                EXTRA + name,
                metric_words.capital(metric_words.title(name, self._catalogue)),
                heading,
                metric_words.explanation(name),
            )
            for heading, members in metric_words.groups(names)
            for name in members
        ]
        self.popup = ChooserPopup(self.tr("Columns"), choices, self)
        self.popup.toggled.connect(self.column_toggled)
        shown = {key for key in self.column_actions if key.startswith(EXTRA)}
        self.popup.open_below(self._columns_button, shown)

    def _is_same(self, name: str, wish: Wish) -> bool:
        return (
            getattr(self._wish, name) == getattr(wish, name) and self._wish.segmentation == wish.segmentation
        )

    def _filters_on(self, wish: Wish) -> list[tuple[str, str, dict[str, Any]]]:
        """(words, colour, what taking it off changes) of each filter that is no segment in force."""
        found: list[tuple[str, str, dict[str, Any]]] = []
        if wish.segment and wish.segmentation not in ("", self._segmentation):
            name = wish.title or messages.segment_name(wish.segment)
            found.append((name, "", {"segment": "", "segmentation": "", "title": ""}))
        if wish.group is not None:
            group = self._groups.get(wish.group)
            words = (group.name, group.colour) if group is not None else (self.tr("Group"), "")
            found.append((*words, {"group": None}))
        if wish.tag:
            found.append((wish.tag, "", {"tag": ""}))
        if wish.ids is not None:
            name = wish.title or self.tr("%n client(s)", "", len(wish.ids))
            found.append((name, "", {"ids": None, "title": ""}))
        return found

    def _filter_chip(self, name: str, colour: str, off: dict[str, Any]) -> SegmentChip:
        shown = name if len(name) <= 40 else f"{name[:39].rstrip()}…"
        counts = [self._alone[field] for field in off if field in self._alone]
        count = f" · {i18n.number(counts[0])}" if counts else ""
        chip = SegmentChip(f"{shown}{count}  ✕", colour, clickable=True)
        off_words = self.tr("Take the filter “{filter}” off").format(filter=name)
        chip.setAccessibleName(off_words)
        chip.setToolTip(plain_tooltip(off_words))
        chip.set_checked(True)
        chip.clicked.connect(partial(self.filter_changed.emit, off))
        return chip

    def _choose_filter(self, key: str) -> None:
        if key.startswith(GROUP):
            self.filter_changed.emit({"group": int(key.removeprefix(GROUP))})
        else:
            self.filter_changed.emit({"tag": key.removeprefix(TAG)})

    def _place_chips(self, codes: Sequence[str]) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for code in codes:
            chip = SegmentChip("", clickable=True)
            chip.clicked.connect(partial(self.segment_chosen.emit, code))
            self._chips[code] = chip

    def _relayout(self) -> None:
        """The segments, the other filters, and the way to add one, in that order."""
        for chip in (*self._chips.values(), *self.filter_chips, self.filter_button):
            self._flow.removeWidget(chip)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.invalidate()
        self._chip_area.updateGeometry()

    def show_columns(self, columns: Sequence[Column], shown: Sequence[str]) -> None:
        """Fill the columns' menu."""
        keys = [column.key for column in columns if column.key != FIXED_COLUMN]
        if list(self.column_actions) != keys:
            self._fill_menu([column for column in columns if column.key != FIXED_COLUMN])
        for key, action in self.column_actions.items():
            action.blockSignals(True)
            action.setChecked(key in shown)
            action.blockSignals(False)

    def _fill_menu(self, columns: Sequence[Column]) -> None:
        self._menu.clear()
        self.column_actions = {}
        for column in columns:
            action = self._menu.addAction(plain_caption(column.title))
            action.setCheckable(True)
            action.toggled.connect(partial(self.column_toggled.emit, column.key))
            self.column_actions[column.key] = action
        self._menu.addSeparator()
        self.more_action = self._menu.addAction(self.tr("More columns…"), self.show_more_columns)
        self._menu.addAction(self.tr("As many as fit"), self.columns_reset.emit)
