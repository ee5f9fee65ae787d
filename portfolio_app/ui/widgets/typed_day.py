"""A day as it is being typed over a date field, key by key, in the order in which the language writes it."""

from __future__ import annotations

import re
from datetime import date

SEPARATORS = frozenset("/.-, ")
CENTURY = 2000
"""What a year of two digits is counted from."""


class TypedDay:
    """The parts typed so far, the first of them in place of part `start` of `shown`.

    `pattern` is Qt's, such as dd/MM/yyyy. A whole date needs every part; otherwise the parts not typed stay
    as they are shown.
    """

    def __init__(self, pattern: str, shown: str, start: int = 0, *, is_whole: bool) -> None:
        self._order = [part[0] for part in re.findall(r"d+|M+|y+", pattern)]
        found = re.search(r"[^dMy]+", pattern)
        self._separator = found.group() if found is not None else "/"
        parts = re.findall(r"\d+", shown)
        self._start = 0 if is_whole else start
        self._before = [] if is_whole else parts[:start]
        self._after = [] if is_whole else parts[start + 1 :]
        self._typed = [""]

    def key(self, text: str) -> None:
        """Take a digit or a separator; what does not fit is left."""
        if text in SEPARATORS:
            if self._typed[-1]:
                self._next()
        elif text.isdecimal() and (len(self._typed[-1]) < self._width() or self._next()):
            self._typed[-1] += text

    def backspace(self) -> None:
        """Take the last key back."""
        if len(self._typed) > 1 and not self._typed[-1]:
            self._typed.pop()
        else:
            self._typed[-1] = self._typed[-1][:-1]

    @property
    def place(self) -> int:
        """The part that is being written, from 0."""
        return self._start + len(self._typed) - 1

    @property
    def is_full(self) -> bool:
        """Whether no further key can follow."""
        return self.place == len(self._order) - 1 and len(self._typed[-1]) == self._width()

    def text(self) -> str:
        """The field's text, and what is written so far in its place."""
        return self._separator.join([*self._before, *self._typed, *self._rest()])

    def cursor(self) -> int:
        """Where in the text the next key goes."""
        return len(self._separator.join([*self._before, *self._typed]))

    def day(self) -> date | None:
        """The day written, None for half a date or one no calendar has."""
        parts = [*self._before, *self._typed, *self._rest()]
        if len(parts) != len(self._order) or not all(parts):
            return None
        found = dict(zip(self._order, parts, strict=True))
        year = int(found["y"]) + (CENTURY if len(found["y"]) == 2 else 0)
        try:
            return date(year, int(found["M"]), int(found["d"]))
        except ValueError:
            return None

    def _rest(self) -> list[str]:
        """The parts shown after those typed over."""
        return self._after[len(self._typed) - 1 :]

    def _width(self) -> int:
        return 4 if self._order[self.place] == "y" else 2

    def _next(self) -> bool:
        if self.place + 1 >= len(self._order):
            return False
        self._typed.append("")
        return True
