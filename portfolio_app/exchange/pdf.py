"""A PDF page by page: headings, paragraphs, labelled values, tables. All text is plain text.

The font is the DejaVu Sans that comes with matplotlib: Latin, Greek and Cyrillic letters, no Chinese or Japanese,
few emoji. A character it lacks is shown as “�” and noted in `missing`, so that nothing is lost silently.
Lengths are in millimetres.
"""

from __future__ import annotations

import importlib.util
import logging
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from portfolio_app import files

REPLACEMENT = "\ufffd"
MARGIN, WIDTH, HEIGHT = 18.0, 210.0, 297.0
"""Of a page of A4, upright."""
_FACES = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf"}
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufe0f\ufeff]"
)
_GREY, _INK, _PALE = (95, 99, 104), (26, 28, 31), (214, 217, 221)
_TITLE, _HEADING, _SUBHEADING, _TEXT, SMALL = 18.0, 13.0, 11.0, 9.5, 8.0
_LEADING = 1.35
_HEADINGS = {1: (_HEADING, 5.0, 26.0, 1.5), 2: (_SUBHEADING, 3.0, 14.0, 1.5), 3: (_TEXT, 1.0, 8.0, 0.5)}
"""The size of headings of each level, the room above them, what must still fit below, and the room there."""
_BLUE = (0, 114, 178)
_LABEL = 46.0
"""The room of the label of a value."""
INSET = 3.0
"""What keeps a text away from the figures of the column before it, which end where it begins."""
_BARS = 0.3
"""The share of the width that bars take."""
_MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True)
class PdfColumn:
    """One column of a table: its title, its share of the width, and where its cells stand."""

    title: str
    share: float = 1.0
    align: Literal["left", "right"] = "left"


def insets(columns: Sequence[PdfColumn]) -> list[float]:
    """How far the cells of each column are kept from the column before it."""
    sides = ["left", *(column.align for column in columns)]
    return [INSET * (here == "left" and before == "right") for before, here in pairwise(sides)]


@dataclass(frozen=True)
class _Table:
    """A table being written: its columns, how wide they are, the size of its letters."""

    columns: Sequence[PdfColumn]
    widths: Sequence[float]
    size: float

    def wrapped(self, texts: Sequence[str], wrap: Callable[[str, float], list[str]]) -> list[list[str]]:
        """Texts of a row cut into the lines of their cells by `wrap`."""
        room = (width - 2 - inset for width, inset in zip(self.widths, insets(self.columns), strict=True))
        return [wrap(text, width) for text, width in zip(texts, room, strict=True)]


class PdfDocument:
    """A document written from top to bottom; `save` ends it.

    `footer` stands at the bottom of every page, with the page's number. `missing` holds the characters that
    could not be shown. `landscape`: the pages lie on their side.
    """

    def __init__(
        self,
        title: str,
        *,
        language: str = "en",
        footer: str = "",
        created: datetime | None = None,
        landscape: bool = False,
    ) -> None:
        from fpdf import FPDF

        # It warns of every glyph that a font lacks; those are replaced and noted here.
        logging.getLogger("fpdf").setLevel(logging.ERROR)
        logging.getLogger("fontTools").setLevel(logging.ERROR)
        self.missing: dict[str, None] = {}
        self._breadth, self._height = (HEIGHT, WIDTH) if landscape else (WIDTH, HEIGHT)
        self.room = self._breadth - 2 * MARGIN
        self._bottom = self._height - MARGIN - 6
        self._pdf: Any = FPDF(format="A4", unit="mm", orientation="landscape" if landscape else "portrait")
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        for style, name in _FACES.items():
            self._pdf.add_font("text", style, str(_font(name)))
        self._glyphs = {style: self._pdf.fonts["text" + style].cmap.keys() for style in _FACES}
        self._widths: dict[tuple[str, str], float] = {}
        self._footer = footer
        self._y = MARGIN
        self._pdf.set_title(self._shown(title, ""))
        self._pdf.set_lang(language)
        self._pdf.set_producer("")
        self._pdf.set_creation_date(created or datetime.now(UTC))
        self._page()
        self._lines(title, _TITLE, style="B")
        self._y += 2

    def __enter__(self) -> PdfDocument:
        return self

    def __exit__(self, *failure: object) -> None:
        """Let go of the font files, which a document that is not saved would keep open."""
        for font in self._pdf.fonts.values():
            font.ttfont.close()

    def heading(self, text: str, level: int = 1) -> None:
        """A heading, kept together with what follows; of the third level as large as the text."""
        size, above, follows, below = _HEADINGS[level]
        self._y += above
        self._need(size * _MM_PER_POINT * _LEADING + follows)
        self._lines(text, size, style="B")
        self._y += below

    def paragraph(self, text: str, *, is_quiet: bool = False) -> None:
        """A text of any length; its line ends are kept."""
        self._lines(text, SMALL if is_quiet else _TEXT, colour=_GREY if is_quiet else _INK)
        self._y += 1.5

    def bullets(self, texts: Iterable[str]) -> None:
        """Short texts, one below the other."""
        for text in texts:
            self._need(self._line_height(_TEXT))
            self._write("•", MARGIN + 1, _TEXT)
            self._lines(text, _TEXT, x=MARGIN + 5, width=self.room - 5)
        self._y += 1.5

    def facts(self, pairs: Iterable[tuple[str, str]], *, in_pairs: bool = False) -> None:
        """Labelled values, label left; those without a value are left out. `in_pairs`: two short ones share a line."""
        half = self.room / 2
        waiting: list[tuple[str, str]] = []
        for pair in pairs:
            if not pair[1].strip():
                continue
            is_short = in_pairs and self.text_width(pair[1], _TEXT) <= half - _LABEL - 3
            if not is_short or len(waiting) == 2:
                self._facts_line(waiting)
                waiting = []
            if is_short:
                waiting.append(pair)
            else:
                self._facts_line([pair])
        self._facts_line(waiting)
        self._y += 1

    def _facts_line(self, pairs: Sequence[tuple[str, str]]) -> None:
        """One labelled value over the whole width, however long, or two side by side."""
        if not pairs:
            return
        half = self.room / 2
        labels = [self._wrapped(label, _LABEL - 3, _TEXT, "") for label, _ in pairs]
        room = self.room if len(pairs) == 1 else half
        values = [self._wrapped(value, room - _LABEL, _TEXT, "") for _, value in pairs]
        for number in range(max(map(len, labels + values))):
            self._need(self._line_height(_TEXT))
            for place, (label, value) in enumerate(zip(labels, values, strict=True)):
                if number < len(label):
                    self._write(label[number], MARGIN + place * half, _TEXT, colour=_GREY)
                if number < len(value):
                    self._write(value[number], MARGIN + place * half + _LABEL, _TEXT)
            self._y += self._line_height(_TEXT)
        self._y += 0.8

    def table(
        self,
        columns: Sequence[PdfColumn],
        rows: Iterable[Sequence[str]],
        *,
        size: float = SMALL,
        bars: Sequence[float] | None = None,
    ) -> None:
        """A table whose titles are repeated on every page; a row longer than a page goes on on the next.

        `size` of its letters, in points. `bars`: how long the bar at the end of each row is, from 0 to 1.
        """
        whole = sum(column.share for column in columns)
        room = self.room if bars is None else self.room * (1 - _BARS)
        table = _Table(columns, [room * column.share / whole for column in columns], size)
        lengths = iter(bars or ())
        step = self._line_height(size)
        self._need(4 * step)
        self._table_head(table)
        for row in rows:
            cells = table.wrapped(row, lambda text, width: self._wrapped(text, width, size, ""))
            height = step * max(len(cell) for cell in cells)
            if self._y + min(height, 30) > self._bottom:
                self._page()
                self._table_head(table)
            if length := next(lengths, 0):
                self._bar(MARGIN + room + 3, (self.room - room - 3) * length, step)
            for number in range(max(len(cell) for cell in cells)):
                if self._y + step > self._bottom:
                    self._page()
                    self._table_head(table)
                self._table_line([c[number] if number < len(c) else "" for c in cells], table)
            self._rule(self._y + 0.4)
            self._y += 1
        self._y += 2

    def text_width(self, text: str, size: float, style: str = "") -> float:
        """How long the longest line of a text is."""
        return max(self._width(line, size, style) for line in self._shown(text, style).split("\n"))

    def figures(self, pairs: Sequence[tuple[str, str]]) -> None:
        """A band of figures side by side: each value large above what it is."""
        width = self.room / max(len(pairs), 1)
        values = [self._wrapped(value, self.room, _HEADING, "B")[0] for _, value in pairs]
        longest = max((self._width(value, 1, "B") for value in values), default=0)
        size = max(SMALL, min(_HEADING, (width - 5) / longest if longest else _HEADING))
        labels = [self._wrapped(label, width - 3, SMALL, "") for label, _ in pairs]
        step, lines = self._line_height(SMALL), max(map(len, labels), default=0)
        self._need(self._line_height(_HEADING) + step * lines + 4)
        self._rule(self._y)
        self._y += 1.5
        for place, text in enumerate(values):
            self._write(text, MARGIN + place * width, size, style="B")
        self._y += self._line_height(_HEADING)
        for place, label in enumerate(labels):
            for number, line in enumerate(label):
                top, self._y = self._y, self._y + number * step
                self._write(line, MARGIN + place * width, SMALL, colour=_GREY)
                self._y = top
        self._y += step * lines + 1
        self._rule(self._y)
        self._y += 2

    def chapter(self, title: str) -> None:
        """What comes next begins on a page of its own, under a title as large as the document's."""
        self._page()
        self._lines(title, _TITLE, style="B")
        self._y += 2

    def save(self, path: Path) -> None:
        """Write the file, whole or not at all, for its owner only, and end the document. Raises `OSError`."""
        with self:
            self._number_pages()
            content = bytes(self._pdf.output())
        with files.whole(path) as stream:
            stream.write(content)

    def _table_head(self, table: _Table) -> None:
        titles = table.wrapped(
            [column.title for column in table.columns],
            lambda text, width: self._wrapped(text, width, table.size, "B"),
        )
        for number in range(max(len(title) for title in titles)):
            self._table_line([t[number] if number < len(t) else "" for t in titles], table, style="B")
        self._rule(self._y + 0.4)
        self._y += 1.2

    def _table_line(self, cells: Sequence[str], table: _Table, style: str = "") -> None:
        x = MARGIN
        spaces = insets(table.columns)
        for cell, column, width, inset in zip(cells, table.columns, table.widths, spaces, strict=True):
            at = x + inset
            if column.align == "right":
                at = x + width - 2 - self._width(cell, table.size, style)
            self._write(cell, at, table.size, style=style)
            x += width
        self._y += self._line_height(table.size)

    def _lines(
        self,
        text: str,
        size: float,
        *,
        style: str = "",
        colour: tuple[int, int, int] = _INK,
        x: float = MARGIN,
        width: float | None = None,
    ) -> None:
        for line in self._wrapped(text, self.room if width is None else width, size, style):
            self._need(self._line_height(size))
            self._write(line, x, size, style=style, colour=colour)
            self._y += self._line_height(size)

    def _write(
        self, line: str, x: float, size: float, *, style: str = "", colour: tuple[int, int, int] = _INK
    ) -> None:
        if line:
            self._pdf.set_font("text", style, size)
            self._pdf.set_text_color(*colour)
            self._pdf.text(x, self._y + size * _MM_PER_POINT, line)

    def _bar(self, x: float, width: float, height: float) -> None:
        self._pdf.set_fill_color(*_BLUE)
        self._pdf.rect(x, self._y + height * 0.15, width, height * 0.7, style="F")

    def _rule(self, y: float) -> None:
        self._pdf.set_draw_color(*_PALE)
        self._pdf.set_line_width(0.2)
        self._pdf.line(MARGIN, y, self._breadth - MARGIN, y)

    def _need(self, height: float) -> None:
        if self._y + height > self._bottom:
            self._page()

    def _page(self) -> None:
        self._pdf.add_page()
        self._y = MARGIN

    def _number_pages(self) -> None:
        total = self._pdf.pages_count
        for number in range(1, total + 1):
            self._pdf.page = number
            # The font in use belongs to the page written last: another one first, so that this page hears of it.
            self._pdf.set_font("text", "B", 1)
            self._y = self._height - MARGIN
            if lines := self._wrapped(self._footer, self.room - 20, SMALL, ""):
                self._write(lines[0], MARGIN, SMALL, colour=_GREY)
            label = f"{number} / {total}"
            self._write(label, self._breadth - MARGIN - self._width(label, SMALL, ""), SMALL, colour=_GREY)
        self._pdf.page = total

    @staticmethod
    def _line_height(size: float) -> float:
        return size * _MM_PER_POINT * _LEADING

    def _shown(self, text: str, style: str) -> str:
        """The text as this font can show it."""
        clean = _UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))
        glyphs = self._glyphs[style]
        shown = []
        for char in clean.replace("\t", "    "):
            if char == "\n" or ord(char) in glyphs:
                shown.append(char)
            else:
                self.missing[char] = None
                shown.append(REPLACEMENT)
        return "".join(shown)

    def _wrapped(self, text: str, width: float, size: float, style: str) -> list[str]:
        """The text cut into lines: at blanks where there are some, else anywhere."""
        lines: list[str] = []
        for paragraph in self._shown(text, style).split("\n"):
            line, used = "", 0.0
            for word in re.findall(r"[^ ]+ *| +", paragraph):
                needed = self._width(word.rstrip(" "), size, style)
                if line and used + needed > width:
                    lines.append(line.rstrip(" "))
                    line, used = "", 0.0
                if needed > width:
                    *full, word = self._broken(word, width, size, style)
                    lines += full
                line += word
                used += self._width(word, size, style)
            lines.append(line.rstrip(" "))
        return lines

    def _broken(self, word: str, width: float, size: float, style: str) -> list[str]:
        """A word longer than a line, cut to fit."""
        parts, part, used = [], "", 0.0
        for char in word:
            needed = self._width(char, size, style)
            if part and used + needed > width:
                parts.append(part)
                part, used = "", 0.0
            part += char
            used += needed
        return [*parts, part]

    def _width(self, text: str, size: float, style: str) -> float:
        return sum(self._advance(char, style) for char in text) * size

    def _advance(self, char: str, style: str) -> float:
        known = self._widths.get((style, char))
        if known is None:
            self._pdf.set_font("text", style, 100)
            known = self._widths[style, char] = self._pdf.get_string_width(char) / 100
        return known


@lru_cache
def _font(name: str) -> Path:
    """A font file of matplotlib's, found without loading matplotlib."""
    spec = importlib.util.find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(name)
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf" / name
