"""Lines of a table that speak about it: notes below it, and headings that part it (“JURA” over its clients)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from portfolio_app.exchange.cells import Cell, cell_text

Row = tuple[int, list[Cell]]

_NOTE = re.compile(
    r"copyright|©|all rights reserved|tous droits réservés|confidential|\bconfidentiel|\bgenerated (?:by|on|at)\b|"
    r"\bg[ée]n[ée]r[ée] (?:par|le)\b|\bexport(?:ed (?:by|on|from)|é (?:par|le|depuis))\b|\b[ée]dit[ée] (?:le|par)\b|"
    r"\bimprim[ée] (?:le|par)\b|\bprinted (?:on|by)\b|^page \d+|^source ?:|"
    r"^\d+ (?:rows|records|lignes|enregistrements)\b|"
    r"^(?:nombre|number) (?:de|d’|d'|of) ?(?:lignes|enregistrements|rows|records)",
    re.IGNORECASE,
).search
_FEWEST_COLUMNS = 3
_MOST_HELD = 30
_LONGEST_HEADING = 60


def told_apart(rows: Iterable[Row], columns: int, headings: bool) -> Iterator[tuple[int, list[Cell], bool]]:
    """(line, cells, whether it is a note or a heading) of every row, in order.

    A note is a lone first cell at the very end, below a blank line or saying what notes say; one of such lines at
    least does. `headings`: whether lone cells in capitals part the table (see `has_headings`).
    """
    if columns < _FEWEST_COLUMNS:
        yield from ((line, cells, False) for line, cells in rows)
        return
    held: list[Row] = []
    before = 0
    for line, cells in rows:
        if cells[1] or any(cells[2:]) or len(held) >= _MOST_HELD:
            if held:
                yield from ((number, row, headings and _is_heading(row)) for number, row in held)
                held = []
            yield line, cells, False
            before = line
        elif held or line > before + 1 > 1 or _NOTE(_lone(cells)) or (headings and _is_heading(cells)):
            held.append((line, cells))
        elif cells and cells[0]:
            yield line, cells, False
            before = line
        else:
            yield line, cells, False
    are_notes = any(_NOTE(_lone(cells)) for _line, cells in held)
    for line, cells in held:
        text = _lone(cells)
        yield line, cells, bool(text) and (are_notes or (headings and _is_heading(cells)))


def has_headings(rows: Sequence[Row], place: int) -> bool:
    """Whether lone names in capitals stand over the rows of a table whose own names, at `place`, are written small."""
    lone = [_is_heading(cells) and place == 0 for _line, cells in rows]
    if not 2 <= sum(lone) <= 0.4 * len(rows) or lone[-1]:
        return False
    if any(first and second for first, second in pairwise(lone)):
        return False
    names = [
        cell_text(cells[place]).strip() for (_line, cells), alone in zip(rows, lone, strict=True) if not alone
    ]
    bare = sum(not any(cells[1:]) for (_line, cells), alone in zip(rows, lone, strict=True) if not alone)
    return not bare and sum(name.isupper() for name in names) <= 0.2 * len(names)


def _lone(cells: Sequence[Cell]) -> str:
    return cell_text(cells[0]).strip()[:500] if cells else ""


def _is_heading(cells: Sequence[Cell]) -> bool:
    text = _lone(cells)
    return text.isupper() and len(text) <= _LONGEST_HEADING and not any(cells[1:])
