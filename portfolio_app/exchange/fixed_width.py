"""Text whose columns stand under each other: cut where every line has a blank, or at runs of blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from portfolio_app.exchange.cell_kinds import kind_of

_ALIGNED = re.compile(r"\s{2,}|\t+")
_RULER = re.compile(r"[\s|+]*[-=_]{2,}(?:[\s|+]+[-=_]{2,})+[\s|+]*")
_LEARNT_LINES = 400
_LEARNT_CHARACTERS = 4_000_000
_FEW = 8
"""Of fewer lines than this a single blank in all of them may stand between two words as well."""
_WIDEST = 2_000

Cutter = Callable[[str], list[str]]


def looks_fixed(lines: Sequence[str]) -> bool:
    """Whether lines that no delimiter cuts well are a table aligned by blanks."""
    lines = [line for line in lines if line.strip()]
    if len(lines) < 2:
        return False
    rows = [line.split() for line in lines]
    width, count = Counter(len(row) for row in rows).most_common(1)[0]
    if width >= 3 and count >= 0.9 * len(rows):
        data = sum(kind_of(cell) not in ("text", "truth") for row in rows[1:] for cell in row)
        if data >= 0.5 * width * (len(rows) - 1):
            return True
    return _aligned_width(lines) >= 2 or len(_spans(lines)) >= 2


def shared_columns(lines: Sequence[str]) -> int:
    """How many columns lines share that stand under each other; 0 when none."""
    return len(_spans(lines))


def read_fixed(lines: Iterable[str], first_line: int) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) of every line; a line of dashes under the names is read as a blank one."""
    waiting: list[str] = []
    held = 0
    cut: Cutter | None = None
    number = first_line
    for line in lines:
        if cut is not None:
            yield number, _cells(line, cut)
            number += 1
            continue
        waiting.append(line)
        held += len(line)
        if len(waiting) >= _LEARNT_LINES or held >= _LEARNT_CHARACTERS:
            cut = _cutter(waiting)
            for text in waiting:
                yield number, _cells(text, cut)
                number += 1
            waiting = []
    if waiting:
        cut = _cutter(waiting)
        for text in waiting:
            yield number, _cells(text, cut)
            number += 1


def _cells(line: str, cut: Cutter) -> list[str]:
    return cut(line) if line.strip() and not _is_ruler(line) else []


def _is_ruler(line: str) -> bool:
    return len(line) <= _WIDEST * 2 and _RULER.fullmatch(line.rstrip("\r\n")) is not None


def _cutter(lines: Sequence[str]) -> Cutter:
    """How lines are cut: by the columns they share when that gives as many cells as their runs of blanks do."""
    filled = [line for line in lines if line.strip()]
    spans = _spans(filled)
    rows = [line for line in filled if not _is_ruler(line)]
    words = Counter(len(line.split()) for line in rows)
    width, count = words.most_common(1)[0] if words else (0, 0)
    aligned = _aligned_width(rows)
    is_even = count >= 0.9 * len(rows) and width >= aligned
    if len(spans) >= 2 and len(spans) >= (width if is_even else aligned):
        return lambda line: _slices(line.rstrip("\r\n"), spans)
    splitter = re.compile(r"\s+") if is_even else _ALIGNED
    return lambda line: splitter.split(line.strip())


def _aligned_width(lines: Sequence[str]) -> int:
    """Columns of a report whose cells stand apart by two blanks or more; 0 when the lines disagree."""
    widths = Counter(len(_ALIGNED.split(line.strip())) for line in lines)
    if not widths:
        return 0
    width, count = widths.most_common(1)[0]
    return width if width >= 2 and len(lines) >= 3 and count >= 0.9 * len(lines) else 0


def _spans(lines: Sequence[str]) -> list[tuple[int, int]]:
    """(begin, end) of the columns that all lines share, in characters; [] when they share none.

    A line of dashes tells them; else they lie between the places where every line is blank. Lines above the table
    (a title, a date) are left aside: those that are blank where none of the others is.
    """
    texts = [line.rstrip() for line in lines]
    if any("\t" in text for text in texts) or max(map(len, texts), default=0) > _WIDEST:
        return []
    ruler = next((text for text in texts if _is_ruler(text)), "")
    if ruler:
        return [match.span() for match in re.finditer(r"[-=_]+", ruler)]
    texts = _body(texts)
    if len(texts) < 3:
        return []
    allowed = 0.03 * len(texts) if len(texts) >= 30 else 0
    filled = [0] * max(map(len, texts))
    for text in texts:
        for place, mark in enumerate(text):
            filled[place] += mark != " "
    narrowest = 2 if len(texts) < _FEW else 1
    pattern = "".join("x" if count > allowed else " " for count in filled)
    for place in [match.start() for match in re.finditer(r"(?<=x) (?=x)", pattern)]:
        if narrowest == 2 or _groups_figures(texts, place):
            pattern = f"{pattern[:place]}x{pattern[place + 1 :]}"
    return [match.span() for match in re.finditer(r"x+", pattern)]


def _groups_figures(texts: Sequence[str], place: int) -> bool:
    """Whether a blank stands between thousands and hundreds: “1 234,50” is one figure."""
    sides = [(text[max(0, place - 3) : place], text[place + 1 : place + 5]) for text in texts]
    beside = [(left, right) for left, right in sides if left[-1:].strip() and right[:1].strip()]
    return bool(beside) and all(
        left[-1].isdigit() and re.match(r"\d{3}(?!\d)", right) is not None for left, right in beside
    )


def _body(texts: Sequence[str]) -> list[str]:
    """The lines without a title above them: the first lines, while they are far shorter than the usual one."""
    usual = sorted(map(len, texts))[len(texts) // 2]
    begin = 0
    while begin < min(5, len(texts)) and len(texts[begin]) < 0.5 * usual:
        begin += 1
    return list(texts[begin:])


def _slices(line: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The cells of a line; a word that runs over an edge stays whole: a figure on the right, a text on the left."""
    cells: list[str] = []
    begin = 0
    for place in range(len(spans)):
        edge = spans[place + 1][0] if place + 1 < len(spans) else len(line)
        if place + 1 < len(spans):
            edge = max(begin, _moved(line, edge))
        cells.append(line[begin:edge].strip())
        begin = edge
    return cells


def _moved(line: str, edge: int) -> int:
    if edge >= len(line) or edge == 0 or line[edge] == " " or line[edge - 1] == " ":
        return edge
    start = line.rfind(" ", 0, edge) + 1
    end = line.find(" ", edge)
    end = len(line) if end < 0 else end
    return start if kind_of(line[start:end]) in ("integer", "decimal", "percent", "date") else end
