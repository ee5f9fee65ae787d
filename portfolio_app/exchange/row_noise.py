"""Lines of a table that are no records: column names repeated further down, and lines that sum up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from portfolio_app.exchange.cells import Cell, CellError, cell_text
from portfolio_app.exchange.numbers import parse_number
from portfolio_app.exchange.words import fold, words_of

MAYBE_TOTAL = re.compile(
    r"\W*(?:sous|sub|grand|tota|somme|sum|ensemble|montant|report|cumul|[aà] rep)", re.IGNORECASE
).match
"""Whether a name may be a line's word for a sum; a quick look before `is_total`."""
_TOTALS = words_of(
    "total|totaux|sous total|sous totaux|total general|grand total|total ht|total ttc|somme|"
    "subtotal|total client|totals|total clients|ensemble|total eur|sum|total general ht|"
    "montant total|total page|report|cumul|a reporter"
)

_PERIODS = words_of(
    "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|"
    "may|june|july|august|september|october|november|december|mois|annee|month|year|trimestre|quarter|semestre|t1|t2|t3|"
    "t4|q1|q2|q3|q4|s1|s2|du|de|l|la|general|generale|ht|ttc|eur|euros|exercice"
)
"""What a line of totals may say besides: “Total mars 2025”."""


def repeats_header(cells: Sequence[Cell], header: Sequence[str]) -> bool:
    """Whether a row holds the column names once more."""
    texts = [(cell_text(cell).strip(), name) for cell, name in zip(cells, header, strict=False) if name]
    same = sum(text == name for text, name in texts)
    return same >= 0.8 * len(texts) and (same >= 2 or len(header) == 1)


def is_total(cells: Sequence[Cell]) -> bool:
    """A line that sums up: the word “total”, maybe figures, and nothing else."""
    texts = [text for text in (cell_text(cell).strip() for cell in cells) if text]
    words = [text for text in texts if len(text) < 40 and _is_total_word(text)]
    others = [text for text in texts if len(text) >= 40 or not _is_total_word(text)]
    return bool(words) and all(_is_figure(text) for text in others)


@lru_cache(maxsize=4_096)
def _is_total_word(text: str) -> bool:
    word = fold(text)
    if word in _TOTALS or word.startswith(("sous total ", "sub total ", "subtotal ")):
        return True
    rest = word.removeprefix("grand ").removeprefix("total ")
    return rest != word and all(part.isdecimal() or part in _PERIODS for part in rest.split())


def _is_figure(text: str) -> bool:
    try:
        parse_number(text.rstrip("% "))
    except CellError:
        return False
    return True
