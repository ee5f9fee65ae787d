"""Finding the line of column names, and making the names unique."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from portfolio_app.exchange.cell_kinds import is_data, is_year, kind_of
from portfolio_app.exchange.cells import Cell, cell_text, clean_text
from portfolio_app.exchange.column_names import is_known_header

Record = tuple[int, Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """`index` of the header among the first records (-1: none), `first` of the data, `width` in columns."""

    index: int
    first: int
    width: int


def find_header(records: Sequence[Record], has_header: bool | None = None) -> HeaderPlace:
    """Where the column names stand among the first records of a file.

    A few obvious lines above the table (a title, an address) are skipped: lines with far fewer cells than
    the table. Names are cells without values that look like data; a first line with data is not a header.
    """
    filled = [(index, _filled(cells)) for index, (_line, cells) in enumerate(records)]
    filled = [(index, width) for index, width in filled if width]
    if not filled:
        return HeaderPlace(-1, 0, 0)
    width = _usual_width(records)
    start = filled[0][0]
    needed = max(2, round(0.5 * width)) if width > 1 else 1
    candidates = [index for index, count in filled[:40] if count >= needed] or [start]
    if has_header is not False:
        for place, index in enumerate(candidates[:3]):
            cells = records[index][1]
            if _names_columns(cells, [records[other][1] for other, _count in filled if other > index]):
                return HeaderPlace(index, index + 1, max(width, _last_filled(cells)))
            if place == 0 and _data_share(cells) >= 0.5:
                break
    first = candidates[0]
    if has_header:
        return HeaderPlace(first, first + 1, max(width, _last_filled(records[first][1])))
    return HeaderPlace(-1, first, width)


def _filled(cells: Sequence[Cell]) -> int:
    return sum(1 for cell in cells if cell is not None and cell_text(cell).strip())


def _last_filled(cells: Sequence[Cell]) -> int:
    return max((place + 1 for place, cell in enumerate(cells) if cell_text(cell).strip()), default=0)


def _usual_width(records: Sequence[Record]) -> int:
    """Columns of the table: the most frequent width, a few short lines above it left aside."""
    widths = Counter(len(cells) for _line, cells in records if _filled(cells))
    total = sum(widths.values())
    usual = max(
        widths,
        key=lambda width: (
            widths[width] * (width - 1) if widths[width] >= 0.15 * total else 0,
            widths[width],
        ),
    )
    return max((_last_filled(cells) for _line, cells in records if len(cells) == usual), default=1) or 1


def _data_share(cells: Sequence[Cell]) -> float:
    values = [cell for cell in cells if cell_text(cell).strip()]
    return sum(is_data(cell) and not is_year(cell) for cell in values) / max(1, len(values))


def _names_columns(cells: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Whether a record holds names: no data in it, or nearly none and known words."""
    texts = [cell_text(cell).strip() for cell in cells]
    values = [text for text in texts if text]
    known = sum(is_known_header(text) for text in values)
    if _data_share(cells) > (0.34 if known >= 2 else 0.0):
        return False
    if any(len(text) > 200 for text in values):
        return False
    if known >= max(1, len(values) // 3):
        return True
    return not _repeats_below(texts, below)


def _repeats_below(texts: Sequence[str], below: Sequence[Sequence[Cell]]) -> bool:
    """A cell found again in its own column, where columns hold texts alone: the first line is data."""
    again = 0
    for place, text in enumerate(texts):
        column = [cell_text(cells[place]).strip() for cells in below if place < len(cells)]
        if any(kind_of(cell) not in ("text", "truth", "empty") for cell in column):
            return False
        again += bool(text) and text in column
    return again > 0


def column_names(cells: Sequence[Cell], width: int) -> list[str]:
    """Clean unique names: “Column 3” for an empty cell, “Name (2)” for the second “Name”."""
    names: list[str] = []
    taken: set[str] = set()
    for place in range(width):
        name = clean_text(cells[place]) if place < len(cells) else ""
        name = name[:200] or f"Column {place + 1}"
        unique, number = name, 2
        while unique in taken:
            unique, number = f"{name} ({number})", number + 1
        taken.add(unique)
        names.append(unique)
    return names
