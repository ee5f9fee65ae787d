"""Both readings of a date that can be read two ways, so that the person can say which one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import import_calls as calls
from portfolio_app.ui.pages.import_draft import Draft

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError

_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)")
_CENTURY = 70


@dataclass(frozen=True)
class Ambiguous:
    """`text` as it stands in the file, and the day it is with the day or with the month in front."""

    text: str
    day_first: date
    month_first: date


def ambiguous(samples: Iterable[str]) -> Ambiguous | None:
    """The first of the texts that is two different days; None when there is none."""
    for text in samples:
        match = _NUMERIC.match(text.strip())
        if match is None:
            continue
        first, second, year = (int(part) for part in match.groups())
        if len(match[3]) == 2:
            year += 2000 if year < _CENTURY else 1900
        if first != second and 1 <= first <= 12 and 1 <= second <= 12 and 1900 <= year <= 2100:
            return Ambiguous(match[0], date(year, second, first), date(year, first, second))
    return None


class DateOrders(QObject):
    """Looks for day or month first in columns that the person sent to a date; those guessed were looked at."""

    found = Signal(object)
    """What is known of this `Draft` changed."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._ops = operations

    def look(self, draft: Draft) -> None:
        """Look, if there are columns that were not looked at; the file counts as being read meanwhile."""
        columns = draft.date_columns()
        if (
            draft.is_reading
            or draft.reading is None
            or "date_order" in draft.options
            or columns <= draft.dated
        ):
            return
        draft.dated, draft.is_reading = columns, True
        source, number = draft.reading.source, draft.number

        def take(found: tuple[Any, bool] | PortfolioError) -> None:
            if number != draft.number or draft.reading is None or draft.reading.source is not source:
                return
            draft.is_reading = False
            if isinstance(found, tuple) and "date_order" not in draft.options:
                source.mapping.date_order, source.mapping.ambiguous_dates = found
            self.found.emit(draft)

        self._ops.query(self, calls.date_order, source, columns, on_result=take, on_error=take)
