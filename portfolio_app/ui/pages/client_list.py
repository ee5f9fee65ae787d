"""The list of clients: its columns, what it asks the book for, and the row of filters above it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.item_models.cells import BadgeCell, Cell, Chip, Spark
from portfolio_app.ui.item_models.lazy_table import BLOCK, Column
from portfolio_app.ui.pages import client_words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import FlowLayout, SegmentChip, button, clear_layout

if TYPE_CHECKING:
    from portfolio_app.services.client_views import ClientRow
    from portfolio_app.services.portfolio import SegmentInfo

translate = QCoreApplication.translate

SETTINGS_KEY = "clients"
FIXED_COLUMN = "name"
BY_IMPORTANCE = ("name", "revenue", "next_action", "segment", "last_touch", "trend", "city", "abc")
"""The order in which columns get the room there is, while the user has chosen none."""
ARROW_ROOM = 30
"""What a heading needs besides its words: padding and the arrow of the order."""


@dataclass(frozen=True)
class Wish:
    """Which clients to list, in which order."""

    sort: str = "revenue"
    descending: bool = True
    segment: str = ""
    query: str = ""

    def without_figures(self) -> Wish:
        """The list that can be shown at once."""
        return Wish("name", False, "", self.query)


@dataclass(frozen=True)
class Listing:
    """The book's answer: the ids (None: as before), and the rows of the blocks that will be seen first."""

    ids: list[int] | None
    rows: dict[int, ClientRow]
    wish: Wish
    with_figures: bool


@dataclass
class FigureState:
    """Whether the computed figures may be asked for without making the list wait. Read by the book's thread."""

    ready: bool = False


@dataclass(frozen=True)
class Overview:
    """The segments of the book and how many clients each has."""

    segments: Sequence[SegmentInfo]
    counts: dict[str, int]


def list_clients(
    book: Any, today: date, wish: Wish, known: Sequence[int], anchor: int | None, at_once: bool
) -> Listing:
    """The list as wished, or by name and without figures when `at_once` and they are not computed yet.

    `known` are the ids shown now; when they change, the rows around `anchor`, the client in sight, come
    along, so that nothing blinks.
    """
    from portfolio_app.services import client_views, portfolio

    figures = not at_once or portfolio.has_snapshot(book, today)
    wanted = wish if figures else wish.without_figures()
    ids = client_views.client_ids(
        book,
        today,
        sort=wanted.sort,
        descending=wanted.descending,
        segment=wanted.segment,
        query=wanted.query,
    )
    if ids and ids == known:
        return Listing(None, {}, wish, figures)
    seen = ids[:BLOCK]
    if anchor is not None and anchor not in seen and anchor in (rest := ids[BLOCK:]):
        first = (rest.index(anchor) // BLOCK + 1) * BLOCK
        seen = seen + ids[first : first + BLOCK]
    rows = client_views.client_rows(book, seen, today, figures=figures)
    return Listing(ids, {row.id: row for row in rows}, wish, figures)


def overview(book: Any, today: date) -> Overview:
    """Segments and counts; computes the figures of the book when they are not there."""
    from portfolio_app.services import client_views, portfolio

    return Overview(portfolio.segments(book), client_views.segment_counts(book, today))


def fetch_rows(
    book: Any, ids: list[int], today: Callable[[], date], state: FigureState
) -> dict[int, ClientRow]:
    """The rows of a block, for the table."""
    from portfolio_app.services import client_views

    return {row.id: row for row in client_views.client_rows(book, ids, today(), figures=state.ready)}


class ClientColumns:
    """The columns of the list, which need the currency, the day and the segments to be written."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self.segments: Mapping[str, SegmentInfo] = {}

    def columns(self) -> list[Column]:
        """All of them, in their order."""
        return [
            Column(
                "name", translate("ClientList", "Client"), lambda row: row.name,
                sort_key="name", width=190, style="strong", stretch=True,
            ),
            Column(
                "segment", translate("ClientList", "Segment"), self._segment, sort_key="segment", width=118,
                explain=translate("ClientList", "The one segment the client is in today, by its rule."),
            ),
            Column(
                "abc", translate("ClientList", "ABC"), lambda row: row.abc or i18n.NO_VALUE, align="center",
                sort_key="abc", width=52,
                explain=translate(
                    "ClientList",
                    "A: the first 20 % of the clients by revenue of 12 months, B: the next 20 %, C: the rest.",
                ),
            ),
            Column("city", translate("ClientList", "City"), lambda row: row.city, sort_key="city", width=116),
            Column(
                "revenue", translate("ClientList", "Revenue 12 m"), self._revenue, align="right",
                sort_key="revenue", width=110,
                explain=translate("ClientList", "Revenue of the last 12 months, net of returns."),
            ),
            Column(
                "trend", translate("ClientList", "Trend"), self._trend, width=84,
                explain=translate("ClientList", "Revenue month by month over the last 12 months."),
            ),
            Column(
                "last_touch", translate("ClientList", "Last touch"), self._last_touch, sort_key="last_touch",
                width=80, style="muted",
                explain=translate("ClientList", "Days since the last call, visit, e-mail… that was logged."),
            ),
            Column(
                "next_action", translate("ClientList", "Next action"), self._next_action,
                sort_key="next_action", width=108,
                explain=translate("ClientList", "The one next thing to do, and when."),
            ),
        ]  # fmt: skip

    def _segment(self, row: ClientRow) -> Cell:
        info = self.segments.get(row.segment)
        return Chip(segment_title(row.segment, info), info.colour if info else "") if row.segment else ""

    def _revenue(self, row: ClientRow) -> Cell:
        if row.revenue is None:
            return ""
        return i18n.money(row.revenue, self._context.currency()) if row.revenue else i18n.NO_VALUE

    def _trend(self, row: ClientRow) -> Cell:
        if not row.trend:
            return ""
        info = self.segments.get(row.segment)
        colour = info.colour if info else ""
        if not any(row.trend):
            return Spark((0, 0), colour, translate("ClientList", "no sales"))
        months = [amount / MONEY_SCALE for amount in row.trend]
        words = translate("ClientList", "from {first} to {last} a month").format(
            first=i18n.short_money(row.trend[0], self._context.currency()),
            last=i18n.short_money(row.trend[-1], self._context.currency()),
        )
        return Spark(months, colour, words)

    def _last_touch(self, row: ClientRow) -> Cell:
        if row.revenue is None:
            return ""
        return i18n.relative_days(row.days_since_touch)

    def _next_action(self, row: ClientRow) -> Cell:
        if row.revenue is None:
            return ""
        return BadgeCell(*client_words.badge(row.next_action, self._context.today()))


def segment_title(code: str, info: SegmentInfo | None) -> str:
    """A segment's name, as the user calls it or in our words."""
    return messages.segment_name(code, info.name if info else "")


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
    column_toggled = Signal(str, bool)
    columns_reset = Signal()
    new_client = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, SegmentChip] = {}
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

    def chip(self, code: str) -> SegmentChip | None:
        """The chip of a segment, "" for all."""
        return self._chips.get(code)

    def show_overview(self, seen: Overview, chosen: str) -> None:
        """One chip per segment that has clients, and one for all."""
        total = sum(seen.counts.values())
        wanted = [("", self.tr("All"), total, "")]
        wanted += [
            (info.code, segment_title(info.code, info), seen.counts.get(info.code, 0), info.colour)
            for info in seen.segments
            if seen.counts.get(info.code, 0) or info.code == chosen
        ]
        if list(self._chips) != [code for code, *_ in wanted]:
            clear_layout(self._flow)
            self._chips = {}
            for code, *_ in wanted:
                chip = SegmentChip("", clickable=True)
                chip.clicked.connect(partial(self.segment_chosen.emit, code))
                self._flow.addWidget(chip)
                chip.show()
                self._chips[code] = chip
        for code, name, count, colour in wanted:
            self._chips[code].set_segment(f"{name} · {i18n.number(count)}", colour)
        self.mark(chosen)
        self._flow.invalidate()
        self._chip_area.updateGeometry()

    def mark(self, chosen: str) -> None:
        """Show which segment is chosen."""
        for code, chip in self._chips.items():
            chip.set_checked(code == chosen)

    def show_columns(self, columns: Sequence[Column], shown: Sequence[str]) -> None:
        """Fill the columns' menu."""
        if not self.column_actions:
            for column in columns:
                if column.key != FIXED_COLUMN:
                    action = self._menu.addAction(column.title)
                    action.setCheckable(True)
                    action.toggled.connect(partial(self.column_toggled.emit, column.key))
                    self.column_actions[column.key] = action
            self._menu.addSeparator()
            self._menu.addAction(self.tr("As many as fit"), self.columns_reset.emit)
        for key, action in self.column_actions.items():
            action.blockSignals(True)
            action.setChecked(key in shown)
            action.blockSignals(False)
