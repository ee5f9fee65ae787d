"""Who is compared with whom: clients of the same segment and the same size class, or the next best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Integers = NDArray[np.int64]

MIN_PEERS = 10
"""Fewer others than these say nothing."""


@dataclass(frozen=True)
class Group:
    """Clients alike, as rows of the table compared. `compared` are those whose peers are the other `members`.

    `basis`: by what they are alike, such as "segment_size". A client is compared within one group only, the
    narrowest that has enough others.
    """

    basis: str
    members: Integers
    compared: Integers


def peer_groups(keys: Sequence[tuple[str, NDArray[np.int64]]], among: NDArray[np.bool_]) -> list[Group]:
    """Groups by each (basis, code of each row), from the narrowest to the widest; a code below 0 groups nothing.

    Only rows `among` are members. A row that finds at least `MIN_PEERS` others is compared with these; the others
    look on in the next, wider basis, and in the end are left out.
    """
    left = among.copy()
    found = []
    for basis, codes in keys:
        usable = among & (codes >= 0)
        if not usable.any():
            continue
        sizes = np.bincount(codes[usable], minlength=int(codes.max()) + 1)
        compared = left & usable
        compared[compared] = sizes[codes[compared]] > MIN_PEERS
        rows = np.flatnonzero(usable)
        rows = rows[np.argsort(codes[rows], kind="stable")]
        ends = np.cumsum(sizes)
        for code in np.unique(codes[compared]):
            members = rows[ends[code] - sizes[code] : ends[code]]
            found.append(Group(basis, members, members[compared[members]]))
        left &= ~compared
    return found


def codes_of(*columns: pd.Series) -> Integers:
    """One number for each combination of values; −1 where one of them is missing, "" or a number below zero."""
    codes = np.zeros(len(columns[0]), dtype=np.int64)
    missing = np.zeros(len(columns[0]), dtype=bool)
    for column in columns:
        numbers, values = pd.factorize(column)
        unknown = column < 0 if column.dtype.kind == "i" else column == ""
        missing |= (numbers < 0) | unknown.to_numpy(bool)
        codes = codes * (len(values) + 1) + numbers + 1
    numbers, _ = pd.factorize(codes)
    return np.where(missing, -1, numbers).astype(np.int64)
