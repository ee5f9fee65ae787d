"""The sheet that says what an exported workbook is: very hidden, read when the workbook comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from portfolio_app.exchange.cells import Cell, cell_text
from portfolio_app.exchange.workbook_checks import Numbers, pack_ids
from portfolio_app.exchange.workbook_words import MANIFEST as MANIFEST

FORMAT = "1"
_IDS_IN_CELL = 30_000


@dataclass(frozen=True, slots=True)
class ManifestColumn:
    """One column of a sheet of records: its key, its title in the file, and the kind of its cells."""

    key: str
    title: str
    kind: str


@dataclass
class ManifestSheet:
    """One sheet of records as it was exported.

    `written`: the numbers of its records, noted while they are written. `records`: those read from a workbook.
    """

    code: str
    title: str
    columns: Sequence[ManifestColumn]
    written: list[int] = field(default_factory=list)
    records: Numbers = field(default_factory=partial(Numbers, ""))


@dataclass
class Manifest:
    """What a workbook is an export of. `step`: the book's change number then."""

    book_id: str
    made_at: datetime
    language: str
    step: int
    sheets: list[ManifestSheet] = field(default_factory=list)

    def rows(self) -> Iterator[list[str | None]]:
        """The lines of the sheet, five cells each; to be asked for when all other sheets are written."""
        for key, value in (
            ("format", FORMAT),
            ("book", self.book_id),
            ("made", self.made_at.isoformat(timespec="seconds")),
            ("language", self.language),
            ("step", str(self.step)),
        ):
            yield [key, value, None, None, None]
        for sheet in self.sheets:
            yield ["sheet", sheet.code, sheet.title, None, None]
            for column in sheet.columns:
                yield ["column", sheet.code, column.key, column.title, column.kind]
            text = pack_ids(sheet.written)
            while text:
                cut = len(text) if len(text) <= _IDS_IN_CELL else text.rindex(",", 0, _IDS_IN_CELL)
                yield ["ids", sheet.code, text[:cut], None, None]
                text = text[cut + 1 :]


def read_manifest(rows: Iterable[Sequence[Cell]]) -> Manifest:
    """The manifest in those lines. Raises `ValueError` when they are not one, or a newer program's."""
    told: dict[str, str] = {}
    sheets: dict[str, ManifestSheet] = {}
    columns: dict[str, list[ManifestColumn]] = {}
    packed: dict[str, list[str]] = {}
    for row in rows:
        key, first, second, third, fourth = [cell_text(cell) for cell in [*row, *[None] * 5][:5]]
        if key == "sheet":
            sheets[first] = ManifestSheet(first, second, columns.setdefault(first, []))
        elif key == "column" and first in sheets:
            columns[first].append(ManifestColumn(second, third, fourth))
        elif key == "ids" and first in sheets:
            packed.setdefault(first, []).append(second)
        else:
            told[key] = first
    for code, texts in packed.items():
        sheets[code].records = Numbers(",".join(texts))
    if told.get("format") != FORMAT or not told.get("book"):
        raise ValueError(f"format {told.get('format', '')[:20]}")
    made = datetime.fromisoformat(told.get("made", ""))
    language = "fr" if told.get("language") == "fr" else "en"
    return Manifest(told["book"], made, language, int(told.get("step", "0")), list(sheets.values()))
