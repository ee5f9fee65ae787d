"""Which columns the list of clients shows: those that fit, or those the user chose, any indicator among them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFontMetrics

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.client_filters import FilterRow
from portfolio_app.ui.pages.client_list import (
    ARROW_ROOM,
    BY_IMPORTANCE,
    EXTRA,
    FIXED_COLUMN,
    SETTINGS_KEY,
    ClientColumns,
    FigureState,
)
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column as Metric

SCROLL_BAR = 12
LONG_HEADING = 160
"""A heading longer than this is shortened; its tooltip says it whole."""
KEPT = "next_action"
"""This one stays beside the indicators the user added, though not chosen."""


class ColumnKeeper(QObject):
    """Arranges the table's columns and keeps the user's choice in the preferences.

    A choice without the column of names is one of further indicators only: the usual columns are still those
    that fit beside them. Where a choice does not fit, its columns are made narrower, and beyond that it scrolls.
    """

    extra_changed = Signal()
    """Other indicators have columns now: the rows must be fetched with them."""

    def __init__(
        self,
        context: UiContext,
        columns: ClientColumns,
        table: LazyTableView,
        filters: FilterRow,
        state: FigureState,
    ) -> None:
        super().__init__(table)
        self._context, self._columns, self._table = context, columns, table
        self._filters, self._state = filters, state
        self._widths: dict[str, int] = {}
        self._least: dict[str, int] = {}
        self._given: dict[str, int] = {}
        filters.column_toggled.connect(self.toggle)
        filters.columns_reset.connect(self.reset)
        self._measure()
        table.installEventFilter(self)

    def chosen(self) -> list[str] | None:
        """The columns the user chose, None while those that fit are shown."""
        return self._context.settings().columns.get(SETTINGS_KEY)

    def set_catalogue(self, catalogue: Mapping[str, Metric]) -> None:
        """What can be a column in this book."""
        if dict(catalogue) != dict(self._columns.catalogue):
            self._columns.catalogue = catalogue
            self.show_chosen()

    def toggle(self, key: str, shown: bool) -> None:
        """Show or hide a column, for good."""
        chosen = self.chosen() or []
        is_open = FIXED_COLUMN not in chosen
        keys = list(self.shown() if is_open and not key.startswith(EXTRA) else chosen)
        keys = [*(each for each in keys if each != key), *([key] if shown else [])]
        usual = [column.key for column in self._columns.columns()]
        settings = self._context.settings()
        settings.columns[SETTINGS_KEY] = [
            *(each for each in usual if each in keys),
            *(each for each in keys if each.startswith(EXTRA)),
        ]
        if not settings.columns[SETTINGS_KEY]:
            del settings.columns[SETTINGS_KEY]
        self._context.save_settings()
        self.show_chosen()

    def reset(self) -> None:
        """Show as many of the usual ones as fit."""
        settings = self._context.settings()
        settings.columns.pop(SETTINGS_KEY, None)
        self._context.save_settings()
        self.show_chosen()

    def show_chosen(self) -> None:
        """Have the columns that are chosen now, and show those that are to be seen."""
        names = [key.removeprefix(EXTRA) for key in self.chosen() or () if key.startswith(EXTRA)]
        extra = self._columns.extra(names)
        wanted = [*self._columns.columns(), *extra]
        model = self._table.lazy_model()
        is_new = [c.key for c in wanted] != [c.key for c in model.columns]
        if is_new:
            self._state.extra = tuple(column.sort_key for column in extra)
            model.set_columns(wanted)
            self._measure()
        self.arrange()
        if is_new:
            self.extra_changed.emit()

    def arrange(self) -> None:
        """Show the chosen columns; without a choice, those that fit in the width."""
        columns = self._model_columns()
        chosen = self.chosen() or []
        keys = chosen if FIXED_COLUMN in chosen else self._fitting()
        self._share_room([column for column in columns if column.key in keys])
        for number, column in enumerate(columns):
            hidden = column.key not in keys
            if self._table.isColumnHidden(number) != hidden:
                self._table.setColumnHidden(number, hidden)
        self._filters.show_columns(columns, keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The columns follow the width of the table."""
        if watched is self._table and event.type() == QEvent.Type.Resize:
            self.arrange()
        return False

    def shown(self) -> list[str]:
        """The columns in sight."""
        columns = self._model_columns()
        return [c.key for number, c in enumerate(columns) if not self._table.isColumnHidden(number)]

    def _fitting(self) -> list[str]:
        """The columns that fit beside each other: the names, the indicators added, then the most important ones."""
        added = [column.key for column in self._model_columns() if column.key.startswith(EXTRA)]
        keys = [FIXED_COLUMN, *added, *([KEPT] if added else [])]
        # Beside what was added the usual ones may be as narrow as they can be read.
        widths = self._least if added else self._widths
        room = self._table.width() - SCROLL_BAR - sum(widths[key] for key in keys)
        for key in BY_IMPORTANCE:
            if key in keys:
                continue
            if widths[key] <= room:
                keys.append(key)
                room -= widths[key]
            elif added:  # rather room for the names than for what matters less
                break
        return keys

    def _share_room(self, columns: Sequence[Column]) -> None:
        """Make columns narrower, each by as much of what it can spare, until they fit if they can."""
        wanted = sum(self._widths[column.key] for column in columns)
        spare = sum(self._widths[column.key] - self._least[column.key] for column in columns)
        missing = max(0, wanted - (self._table.width() - SCROLL_BAR))
        part = min(1.0, missing / spare) if spare else 0.0
        for number, column in enumerate(self._model_columns()):
            if column not in columns or column.stretch:
                continue
            key = column.key
            width = self._widths[key] - math.ceil(part * (self._widths[key] - self._least[key]))
            if self._given.get(key) != width:  # else the user may have dragged it wider
                self._given[key] = width
                self._table.setColumnWidth(number, width)

    def _measure(self) -> None:
        words = self._table.horizontalHeader().fontMetrics()
        self._widths, self._least, self._given = {}, {}, {}
        for column in self._model_columns():
            heading = min(words.horizontalAdvance(column.title) + ARROW_ROOM, LONG_HEADING)
            self._widths[column.key] = max(column.width, heading)
            self._least[column.key] = max(column.least or column.width, heading)
        late = QFontMetrics(theme.font("caption", bold=True)).horizontalAdvance(i18n.days_late(999))
        for widths in (self._widths, self._least):
            widths[KEPT] = max(widths[KEPT], late + ARROW_ROOM)

    def _model_columns(self) -> list[Column]:
        return self._table.lazy_model().columns
