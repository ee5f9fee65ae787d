"""The one table per client that everything derived is read from."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pandas as pd

from portfolio_app.analysis.columns import COLUMNS, CUSTOM, Column, catalogue, describe_columns
from portfolio_app.analysis.frames import BookFrames
from portfolio_app.analysis.indicators import Sheet

__all__ = ["COLUMNS", "Column", "metrics"]


def metrics(
    frames: BookFrames, as_of: date, window_days: int | None = 365, *, only: Collection[str] | None = None
) -> pd.DataFrame:
    """One row per client known on `as_of`, prospects included, indexed by client_id as in `frames.clients`.

    A client is known from the day it came into the book, or from its client_since, its first sale or its
    first touch if that was earlier. `frames` must have been made for the same `as_of` and `window_days`. The
    window is (as_of - window_days, as_of]; None means all of the past, and then there is no previous window.
    `only` names the columns wanted, and nothing else is worked out; raises KeyError for one there is not.

    Whatever has a day is what was knowable on `as_of`: a complaint resolved later is open, a line paid later
    unpaid. What describes a client (sector, tags, custom fields...) has no history and is as it stands now.

    """
    columns = catalogue(frames.customs)
    wanted = columns if only is None else {name: columns[name] for name in columns if name in set(only)}
    if only is not None and len(wanted) < len(set(only)):
        raise KeyError(", ".join(sorted(set(only) - set(columns))))
    sheet = Sheet(frames, as_of, wanted)
    index = pd.Index(sheet.ids, name="client_id")
    return pd.DataFrame({name: sheet[name] for name in wanted}, index=index, copy=False)


metrics.__doc__ = (
    f"{metrics.__doc__}Columns, beside `{CUSTOM}<code>` for each custom field:\n\n{describe_columns()}\n"
)
