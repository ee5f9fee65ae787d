"""The one table per client that everything derived is read from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

import numpy as np
import pandas as pd

from portfolio_app.analysis.columns import COLUMNS, CUSTOM, Column, catalogue, describe_columns
from portfolio_app.analysis.frames import BookFrames
from portfolio_app.analysis.indicators import Sheet

__all__ = ["COLUMNS", "Column", "metrics"]


def metrics(
    frames: BookFrames,
    as_of: date,
    window_days: int | None = 365,
    *,
    only: Collection[str] | None = None,
    before: tuple[BookFrames, pd.DataFrame] | None = None,
) -> pd.DataFrame:
    """One row per client known on `as_of`, prospects included, indexed by client_id as in `frames.clients`.

    A client is known from the day it came into the book, or from its client_since, its first sale or its
    first touch if that was earlier. `frames` must have been made for the same `as_of` and `window_days`. The
    window is (as_of - window_days, as_of]; None means all of the past, and then there is no previous window.
    `only` names the columns wanted, and nothing else is worked out; raises KeyError for one there is not.
    `before`: a table of the same day and window, and the frames it was made from; the columns of which nothing has
    changed are taken from it.

    Whatever has a day is what was knowable on `as_of`: a complaint resolved later is open, a line paid later
    unpaid. What describes a client (sector, tags, custom fields...) has no history and is as it stands now.

    """
    columns = catalogue(frames.customs)
    wanted = columns if only is None else {name: columns[name] for name in columns if name in set(only)}
    if only is not None and len(wanted) < len(set(only)):
        raise KeyError(", ".join(sorted(set(only) - set(columns))))
    sheet = Sheet(frames, as_of, wanted)
    kept = _unchanged(frames, sheet, wanted, *before) if before is not None else None
    if kept is None:
        index = pd.Index(sheet.ids, name="client_id")
        return pd.DataFrame({name: sheet[name] for name in wanted}, index=index, copy=False)
    made = {name: kept[name] if name in kept else sheet[name] for name in wanted}
    return pd.DataFrame(made, index=kept.index, copy=False)


def _unchanged(
    frames: BookFrames, sheet: Sheet, wanted: Mapping[str, Column], old: BookFrames, table: pd.DataFrame
) -> pd.DataFrame | None:
    """The columns of an older table that these frames would give again; None when its clients are others.

    What describes the clients decides ties in the ranking: if that changed, everything may have.
    """
    if frames.clients is not old.clients or not np.array_equal(sheet.ids, table.index.to_numpy()):
        return None
    same = {
        "clients": True,
        "sales": frames.sales is old.sales,
        "touches": frames.touches is old.touches,
        "surveys": frames.surveys is old.surveys,
        "deals": frames.deals is old.deals,
        "follow_ups": frames.follow_ups is old.follow_ups,
        "settings": frames.costs == old.costs,
    }
    sources = {name: column.source.split(", ") for name, column in wanted.items()}
    return table[[name for name in wanted if name in table and all(same[each] for each in sources[name])]]


metrics.__doc__ = (
    f"{metrics.__doc__}Columns, beside `{CUSTOM}<code>` for each custom field:\n\n{describe_columns()}\n"
)
