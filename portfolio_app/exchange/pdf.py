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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from portfolio_app import files

REPLACEMENT = "\ufffd"
MARGIN, WIDTH, HEIGHT = 18.0, 210.0, 297.0
_ROOM = WIDTH - 2 * MARGIN
_BOTTOM = HEIGHT - MARGIN - 6
_FACES = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf"}
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufe0f\ufeff]"
)
_GREY, _INK, _PALE = (95, 99, 104), (26, 28, 31), (214, 217, 221)
_TITLE, _HEADING, _SUBHEADING, _TEXT, _SMALL = 18.0, 13.0, 11.0, 9.5, 8.0
_LEADING = 1.35
_MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True)
class PdfColumn:
    """One column of a table: its title, its share of the width, and where its cells stand."""

    title: str
    share: float = 1.0
    align: Literal["left", "right"] = "left"


class PdfDocument:
    """A document written from top to bottom; `save` ends it.

    `footer` stands at the bottom of every page, with the page's number. `missing` holds the characters that
    could not be shown.
    """

    def __init__(
        self, title: str, *, language: str = "en", footer: str = "", created: datetime | None = None
    ) -> None:
        from fpdf import FPDF

        # It warns of every glyph that a font lacks; those are replaced and noted here.
        logging.getLogger("fpdf").setLevel(logging.ERROR)
        logging.getLogger("fontTools").setLevel(logging.ERROR)
        self.missing: dict[str, None] = {}
        self._pdf: Any = FPDF(format="A4", unit="mm")
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

    def heading(self, text: str, level: int = 1) -> None:
        """A heading, kept together with what follows."""
        size = _HEADING if level == 1 else _SUBHEADING
        self._y += 5 if level == 1 else 3
        self._need(size * _MM_PER_POINT * _LEADING + 14)
        self._lines(text, size, style="B")
        self._y += 1.5

    def paragraph(self, text: str, *, is_quiet: bool = False) -> None:
        """A text of any length; its line ends are kept."""
        self._lines(text, _SMALL if is_quiet else _TEXT, colour=_GREY if is_quiet else _INK)
        self._y += 1.5

    def bullets(self, texts: Iterable[str]) -> None:
        """Short texts, one below the other."""
        for text in texts:
            self._need(self._line_height(_TEXT))
            self._write("•", MARGIN + 1, _TEXT)
            self._lines(text, _TEXT, x=MARGIN + 5, width=_ROOM - 5)
        self._y += 1.5

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Labelled values, label left; those without a value are left out."""
        label_width = 46.0
        for label, value in pairs:
            if not value.strip():
                continue
            labels = self._wrapped(label, label_width - 3, _TEXT, "")
            values = self._wrapped(value, _ROOM - label_width, _TEXT, "")
            self._need(self._line_height(_TEXT))
            for number in range(max(len(labels), len(values))):
                self._need(self._line_height(_TEXT))
                if number < len(labels):
                    self._write(labels[number], MARGIN, _TEXT, colour=_GREY)
                if number < len(values):
                    self._write(values[number], MARGIN + label_width, _TEXT)
                self._y += self._line_height(_TEXT)
            self._y += 0.8
        self._y += 1

    def table(self, columns: Sequence[PdfColumn], rows: Iterable[Sequence[str]]) -> None:
        """A table whose titles are repeated on every page; a row longer than a page goes on on the next."""
        whole = sum(column.share for column in columns)
        widths = [_ROOM * column.share / whole for column in columns]
        self._need(4 * self._line_height(_SMALL))
        self._table_head(columns, widths)
        for row in rows:
            cells = [self._wrapped(t, w - 2, _SMALL, "") for t, w in zip(row, widths, strict=True)]
            height = self._line_height(_SMALL) * max(len(cell) for cell in cells)
            if self._y + min(height, 30) > _BOTTOM:
                self._page()
                self._table_head(columns, widths)
            for number in range(max(len(cell) for cell in cells)):
                if self._y + self._line_height(_SMALL) > _BOTTOM:
                    self._page()
                    self._table_head(columns, widths)
                self._table_line([c[number] if number < len(c) else "" for c in cells], columns, widths)
            self._rule(self._y + 0.4)
            self._y += 1
        self._y += 2

    def save(self, path: Path) -> None:
        """Write the file, whole or not at all, for its owner only. Raises `OSError`."""
        self._number_pages()
        content = bytes(self._pdf.output())
        with files.whole(path) as stream:
            stream.write(content)

    def _table_head(self, columns: Sequence[PdfColumn], widths: Sequence[float]) -> None:
        titles = [self._wrapped(c.title, w - 2, _SMALL, "B") for c, w in zip(columns, widths, strict=True)]
        for number in range(max(len(title) for title in titles)):
            line = [title[number] if number < len(title) else "" for title in titles]
            self._table_line(line, columns, widths, style="B")
        self._rule(self._y + 0.4)
        self._y += 1.2

    def _table_line(
        self, cells: Sequence[str], columns: Sequence[PdfColumn], widths: Sequence[float], style: str = ""
    ) -> None:
        x = MARGIN
        for cell, column, width in zip(cells, columns, widths, strict=True):
            at = x
            if column.align == "right":
                at = x + width - 2 - self._width(cell, _SMALL, style)
            self._write(cell, at, _SMALL, style=style)
            x += width
        self._y += self._line_height(_SMALL)

    def _lines(
        self,
        text: str,
        size: float,
        *,
        style: str = "",
        colour: tuple[int, int, int] = _INK,
        x: float = MARGIN,
        width: float = _ROOM,
    ) -> None:
        for line in self._wrapped(text, width, size, style):
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

    def _rule(self, y: float) -> None:
        self._pdf.set_draw_color(*_PALE)
        self._pdf.set_line_width(0.2)
        self._pdf.line(MARGIN, y, WIDTH - MARGIN, y)

    def _need(self, height: float) -> None:
        if self._y + height > _BOTTOM:
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
            self._y = HEIGHT - MARGIN
            if lines := self._wrapped(self._footer, _ROOM - 20, _SMALL, ""):
                self._write(lines[0], MARGIN, _SMALL, colour=_GREY)
            label = f"{number} / {total}"
            self._write(label, WIDTH - MARGIN - self._width(label, _SMALL, ""), _SMALL, colour=_GREY)
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
