"""Both readings of a date that can be read two ways, so that the person can say which one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

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
