"""The answer of a query as a frame: a million rows as columns of numbers, days and texts."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

if TYPE_CHECKING:
    import pandas as pd

_BLOCK = 20_000
_EPOCH = date(1970, 1, 1).toordinal()
_SECONDS = 86_400
_NOT_A_DAY = -(2**63)
"""What numpy reads as NaT."""


def read_frame(
    connection: Connection, sql: str, parameters: Mapping[str, str | int], columns: dict[str, str]
) -> pd.DataFrame:
    """The rows of a query as a frame of exactly these columns and types; dates are ISO texts in the book.

    Rows are taken in blocks and straight from the driver: a million of them never stand as Python objects.
    """
    import numpy as np
    import pandas as pd

    from portfolio_app.analysis.frames import DATE, conform, empty_frame

    cursor = connection.connection.cursor()
    cursor.execute(sql, parameters)
    names = [item[0] for item in cursor.description]
    kinds = [columns[name] for name in names]
    parts: list[list[Any]] = [[] for _ in names]
    days = _DayReader()
    with _uncollected():
        while rows := cursor.fetchmany(_BLOCK):
            for kind, part, values in zip(kinds, parts, zip(*rows, strict=True), strict=True):
                if kind == DATE:
                    part.append(days.read(values))
                elif kind == "int64":
                    part.append(np.array(values, dtype=np.int64))
                elif kind == "Int64":
                    part.append(_nullable(values))
                else:
                    part.append(pd.array(values, dtype=kind))
    if not any(parts) and len(names) == len(columns):
        return empty_frame(columns)
    data = {
        name: (part[0] if len(part) == 1 else pd.concat(list(map(pd.Series, part)), ignore_index=True))
        if part
        else pd.Series([], dtype=kind)
        for name, kind, part in zip(names, kinds, parts, strict=True)
    }
    return conform(pd.DataFrame(data, copy=False), columns)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles, which looks through every row read so far, again and again, for none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _nullable(values: tuple[int | None, ...]) -> Any:
    """Whole numbers, some of which may be missing; pandas itself looks at each several times."""
    import numpy as np
    import pandas as pd

    found = np.array(values, dtype=object)
    missing = pd.isna(found)
    found[missing] = 0
    return pd.arrays.IntegerArray(found.astype(np.int64), missing)


class _DayReader:
    """ISO texts to datetime64; a book has few distinct days and many rows, so each text is read once."""

    def __init__(self) -> None:
        self._known: dict[str | None, int] = {None: _NOT_A_DAY}

    def read(self, texts: tuple[str | None, ...]) -> Any:
        import numpy as np

        known = self._known
        for text in set(texts).difference(known):
            known[text] = (date.fromisoformat(str(text)).toordinal() - _EPOCH) * _SECONDS
        numbers = np.fromiter(map(known.__getitem__, texts), np.int64, len(texts))
        return numbers.view("datetime64[s]")
