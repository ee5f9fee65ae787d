"""Client sheets as PDF: who they are, what stands open, what was sold and said, on as few pages as that takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path

from portfolio_app.exchange.pdf import PdfColumn, PdfDocument
from portfolio_app.exchange.workbook_words import Words


@dataclass(frozen=True)
class Section:
    """A part of a sheet: a table of texts under its title, and a remark below ("" for none)."""

    title: str
    columns: Sequence[PdfColumn]
    rows: Sequence[Sequence[str]]
    remark: str = ""


@dataclass(frozen=True)
class Told:
    """A touch: a line saying when and how, and what was said."""

    head: str
    text: str


@dataclass(frozen=True)
class ClientSheet:
    """What a sheet says of one client. `subtitle`: segment, status, reference; `facts`: labelled values."""

    name: str
    subtitle: str
    figures: Sequence[tuple[str, str]]
    facts: Sequence[tuple[str, str]]
    notes: Sequence[tuple[str, str]] = ()
    sections: Sequence[Section] = ()
    touches: Sequence[Told] = field(default_factory=tuple)
    touches_title: str = ""
    touches_remark: str = ""


def write_client_sheets(
    path: Path,
    first: ClientSheet,
    others: Iterable[ClientSheet],
    language: str,
    *,
    footer: str,
    created: datetime,
) -> int:
    """Write the sheets, each from a page of its own; returns how many there are.

    Raises `OSError`.
    """
    words = Words(language)
    count = 0
    with PdfDocument(first.name, language=language, footer=footer, created=created) as document:
        for sheet in chain([first], others):
            if count:
                document.chapter(sheet.name)
            count += 1
            _write(document, sheet, words)
        if document.missing:
            codes = " ".join(f"U+{ord(char):04X}" for char in document.missing)
            document.paragraph(words["missing_glyphs"].format(codes=codes), is_quiet=True)
        document.save(path)
    return count


def _write(document: PdfDocument, sheet: ClientSheet, words: Words) -> None:
    if sheet.subtitle:
        document.paragraph(sheet.subtitle, is_quiet=True)
    document.figures(sheet.figures)
    if sheet.facts:
        document.heading(words["profile"])
        document.facts(sheet.facts, in_pairs=True)
    for title, text in sheet.notes:
        document.heading(title, 2)
        document.paragraph(text)
    for section in sheet.sections:
        document.heading(section.title)
        document.table(section.columns, section.rows)
        if section.remark:
            document.paragraph(section.remark, is_quiet=True)
    if sheet.touches:
        document.heading(sheet.touches_title)
        for told in sheet.touches:
            document.heading(told.head, 3)
            if told.text:
                document.paragraph(told.text)
        if sheet.touches_remark:
            document.paragraph(sheet.touches_remark, is_quiet=True)
