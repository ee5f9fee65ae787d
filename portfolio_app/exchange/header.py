"""Finding the line of column names, and making the names unique."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from portfolio_app.exchange.cell_kinds import is_data, is_year, kind_of
from portfolio_app.exchange.cells import Cell, cell_text, clean_text
from portfolio_app.exchange.column_names import is_known_header

Record = tuple[int, Sequence[Cell]]
_UNIT = re.compile(
    r"[(\[].*[)\]]|[^\w\s]+|[km]?(?:€|\$|£|eur|euros?|usd|gbp|chf)(?: ?(?:ht|ttc))?|ht|ttc|kg|g|t|l|"
    r"m[²³23]?|cm|km|h|min|j|jours?|days?|mois|months?|an(?:s|nées?)?|years?|heures?|hours?|pcs|pi[eè]ces?|unit[eé]?s?|nb|nombre|qt[eé]|"
    r"n[°o]|date|jj[/.]mm[/.]aaaa|dd[/.]mm[/.]yyyy|text[eo]?|num(?:ber|eric|érique)?",
    re.IGNORECASE,
).fullmatch
"""What stands under the name of a column to say in what it is counted or how it is written."""


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
            if place and not _says_more(cells, records[candidates[0]][1]):
                continue  # A line such as the first one, which holds data, is a row as well.
            if _names_columns(cells, [records[other][1] for other, _count in filled if other > index]):
                index = _better_below(records, candidates[place + 1 : place + 4], index)
                cells = records[index][1]
                return HeaderPlace(index, index + 1, max(width, _last_filled(cells)))
            if place == 0 and _data_share(cells) >= 0.5:
                break
    first = candidates[0]
    if has_header:
        return HeaderPlace(first, first + 1, max(width, _last_filled(records[first][1])))
    return HeaderPlace(-1, first, width)


def _says_more(cells: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """Whether a further line is rather the names of the columns than the first: fuller, or with usual names."""
    known = any(is_known_header(cell_text(cell).strip()) for cell in cells)
    return known or _filled(cells) > _filled(first)


def _better_below(records: Sequence[Record], others: Sequence[int], index: int) -> int:
    """The names of the columns may stand further down, below “Salesman: Jean – Year: 2025” and a blank line."""

    def known(place: int) -> int:
        return sum(is_known_header(cell_text(cell).strip()) for cell in records[place][1])

    line, cells = records[index]
    for other in others:
        below, names = records[other]
        between = sum(_filled(row) > 0 for _line, row in records[index + 1 : other])
        has_blank = below - line - 1 > between
        more = _filled(names) > _filled(cells) and _data_share(names) == 0.0
        if has_blank and more and known(other) >= max(3, 2 * known(index) + 1):
            return other
    return index


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


def header_rows(records: Sequence[Record], place: HeaderPlace) -> tuple[list[Cell], int]:
    """The names of the columns when they take several lines, and the index of the last of these lines.

    A line above groups columns (“Delivery” over “Street” and “City”): it is told before names that stand twice, or
    in place of none. A line below holds units or the names within a group. Groups reach to the next one.
    """
    width, index = place.width, place.index
    names: list[Cell] = [_cell(records[index][1], column) for column in range(width)]
    last = index
    for following in range(index + 1, min(index + 4, len(records))):
        cells = records[following][1]
        if not _filled(cells):
            continue
        below = [row for _line, row in records[following + 1 :] if _filled(row)][:60]
        if not (_under_figures(cells, records[index][1], below, width) or _completes(names, cells, width)):
            break
        names = _joined(_reaching(names), names, cells)
        last = following
    if index and last == index:
        names = _with_groups(names, records[index - 1], records[index][0])
    return names, last


def _cell(cells: Sequence[Cell], column: int) -> str:
    return clean_text(cells[column]) if column < len(cells) else ""


def _reaching(names: Sequence[Cell]) -> list[str]:
    """Each name repeated over the blanks to its right, as a merged cell reaches over them."""
    reached, current = [], ""
    for name in names:
        current = cell_text(name) or current
        reached.append(current)
    return reached


def _joined(groups: Sequence[str], names: Sequence[Cell], cells: Sequence[Cell]) -> list[Cell]:
    joined: list[Cell] = []
    for column, group in enumerate(groups):
        lower = _cell(cells, column)
        joined.append(f"{group} {lower}".strip() if lower and lower != group else names[column])
    return joined


def _are_words(cells: Sequence[Cell]) -> bool:
    texts = [cell for cell in cells if cell_text(cell).strip()]
    return len(texts) >= 2 and all(
        (not is_data(cell) or is_year(cell)) and len(cell_text(cell)) <= 60 for cell in texts
    )


def _under_figures(
    cells: Sequence[Cell], names: Sequence[Cell], below: Sequence[Sequence[Cell]], width: int
) -> bool:
    """Words alone over columns of figures: units, or names within a group. A line of data has a text among texts.

    A word that is neither a unit, nor known, nor stands under a blank may be a figure mistyped: that is a row.
    """
    if not _are_words(cells) or list(cells) == list(names):
        return False
    words = {column: _cell(cells, column) for column in range(min(width, len(cells)))}
    if any(text and _cell(names, column) and not _names_more(text) for column, text in words.items()):
        return False
    for column in range(min(width, len(cells))):
        if not cell_text(cells[column]).strip():
            continue
        values = [row[column] for row in below if column < len(row) and cell_text(row[column]).strip()]
        if len(values) < min(3, len(below)) or sum(map(is_data, values)) < 0.8 * len(values) or not values:
            return False
    return True


def _names_more(text: str) -> bool:
    return bool(_UNIT(text)) or is_year(text) or is_known_header(text)


def _completes(names: Sequence[Cell], cells: Sequence[Cell], width: int) -> bool:
    """Known words under the blanks that groups leave: “Contact, , Sales,” over “Name, Phone, 2024, 2025”."""
    if not _are_words(cells):
        return False
    blank = [column for column in range(1, width) if not cell_text(names[column]).strip()]
    under = [column for column in range(min(width, len(cells))) if cell_text(cells[column]).strip()]
    if not blank or sum(column in under for column in blank) < 0.8 * len(blank):
        return False
    known = sum(is_known_header(_cell(cells, column)) or is_year(cells[column]) for column in under)
    return known >= 0.5 * len(under) if len(blank) > 1 else known == len(under) and 0 not in under


def _with_groups(names: list[Cell], above: Record, line: int) -> list[Cell]:
    if line - above[0] != 1 or not _are_words(above[1]):
        return names
    groups = _reaching([_cell(above[1], column) for column in range(len(names))])
    counts = Counter(names)
    told: list[Cell] = []
    for column, name in enumerate(names):
        own = _cell(above[1], column)
        told.append(f"{groups[column]} {name}".strip() if name and counts[name] > 1 else name or own)
    return told


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
