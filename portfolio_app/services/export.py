"""Writing the book out: one Excel workbook with everything a salesperson would look for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio_app.errors import ExportError
from portfolio_app.exchange.cells import escape_formula
from portfolio_app.exchange.workbook import (
    ColumnSpec,
    ConcentrationSheet,
    Figure,
    SheetData,
    WorkbookContent,
    WorkbookLabels,
    write_workbook,
)
from portfolio_app.exchange.workbook_checks import CHECK, ID, former, row_check
from portfolio_app.exchange.workbook_manifest import MANIFEST, Manifest, ManifestColumn, ManifestSheet
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services.custom_fields import custom_fields
from portfolio_app.services.export_rows import Reader, consents
from portfolio_app.services.export_sheets import CLIENTS, RECORDS, Sheet
from portfolio_app.services.export_summary import Summarised, summary_sheet
from portfolio_app.services.portfolio import WINDOW_DAYS, concentration, segments, snapshot
from portfolio_app.services.workbook_options import SHEETS as SHEETS
from portfolio_app.services.workbook_options import WorkbookOptions as WorkbookOptions
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book, currency_of

if TYPE_CHECKING:
    from portfolio_app.analysis.concentration import Concentration

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_TICK = 500
_HIDDEN = (ColumnSpec(ID, "integer", 8), ColumnSpec(CHECK, "text", 8))
_TOTALS = {"revenue": "figure_total", "margin": "figure_margin"}
_WIDTHS = {"text": 18.0, "date": 12.0, "money": 16.0, "integer": 10.0, "quantity": 10.0, "percent": 14.0}


def export_workbook(
    book: Book,
    path: Path,
    as_of: date,
    language: str,
    *,
    options: WorkbookOptions | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """Write a summary, the concentration, clients, contacts, sales, interactions, follow-ups, deals, survey answers,
    key dates and plans as XLSX, or what of it the options ask for.

    Replaces an existing file whole or not at all. `language`: "fr" or "en". The concentration covers all time when
    there is no sale in its window. Edited and saved, the workbook can be compared with the book, see
    `services.round_trip`. Raises `BookWriteError`, `OperationCancelled`, and `ExportError` when the name does not end
    in .xlsx.
    """
    target = _workbook_path(path)
    options = options or WorkbookOptions()
    words = Words(language)
    wanted = [sheet for sheet in RECORDS if options.has(sheet.key)]
    with book.read() as connection:
        currency = currency_of(connection)
    counter = _Counter(progress, _count(book, wanted, options.client_ids))
    spread, window_days = _concentration(book, as_of, options)
    summary = None
    if options.has("summary"):
        shot = snapshot(book, as_of)
        chosen = options.client_ids
        table = shot.metrics if chosen is None else shot.metrics[shot.metrics.index.isin(chosen)]
        summary = summary_sheet(book, Summarised(shot, table, spread, chosen, currency), words)
    ranked = None
    if options.has("concentration") and not spread.table.empty:
        ranked = _concentration_sheet(spread, as_of, window_days, words)
    footer = words["footer"].format(name=book.path.stem, day=words.day(as_of))
    content = WorkbookContent(
        currency,
        _record_sheets(book, wanted, as_of, words, counter, options),
        ranked,
        created=book.clock(),
        title=book.path.stem,
        summary=summary,
        footer=footer,
        charts=options.charts,
    )
    write_workbook(target, content, _labels(words), cancelled)
    return target


def _record_sheets(
    book: Book,
    wanted: Sequence[Sheet],
    as_of: date,
    words: Words,
    counter: _Counter,
    options: WorkbookOptions,
) -> list[SheetData]:
    """The sheets of records with their hidden columns, and the hidden sheet that says what they are."""
    reader = Reader(
        book,
        words,
        options.client_ids,
        computed=computed_cells(book, as_of, words) if CLIENTS in wanted else {},
        told=consents(book),
        customs=custom_fields(book),
    )
    manifest = Manifest(book.book_id(), book.clock(), words.language, book.change_number())
    sheets = []
    for sheet in wanted:
        columns = reader.columns(sheet)
        noted = [ManifestColumn(column.key, column.title, column.kind) for column in columns]
        known = ManifestSheet(sheet.key, words[sheet.key], noted)
        manifest.sheets.append(known)
        sheets.append(
            SheetData(
                words[sheet.key],
                [*_HIDDEN, *(column.spec for column in columns)],
                _checked(reader, sheet, known, words, counter),
                hidden=len(_HIDDEN),
                frozen=len(_HIDDEN) + 2,
            )
        )
    lines = [ColumnSpec(f"{MANIFEST}{place}") for place in range(5)]
    return [*sheets, SheetData(MANIFEST, lines, manifest.rows(), is_visible=False)]


def _checked(
    reader: Reader, sheet: Sheet, known: ManifestSheet, words: Words, counter: _Counter
) -> Iterator[list[Any]]:
    """The rows of a sheet with their numbers and fingerprints in front."""
    forms = [former(column.kind, words["cut_mark"]) for column in known.columns]
    note, tick = known.written.append, counter.tick
    for record_id, _client_id, cells in reader.rows(sheet):
        tick()
        note(record_id)
        check = row_check([form(cell) for form, cell in zip(forms, cells, strict=True)])
        yield [record_id, check, *cells]


def _count(book: Book, wanted: Sequence[Sheet], client_ids: Sequence[int] | None) -> int:
    """How many records will be written."""
    total = 0
    with book.read() as connection:
        for sheet in wanted:
            sql, parameters = sheet.sql_for(client_ids)
            total += int(connection.exec_driver_sql(f"SELECT count(*) FROM ({sql})", parameters).scalar_one())
    return total


def _concentration(book: Book, as_of: date, options: WorkbookOptions) -> tuple[Concentration, int | None]:
    """The concentration of the workbook's clients, of all time when nothing was sold in the window; and the window."""
    from portfolio_app.analysis.concentration import concentration as compute

    def found(window_days: int | None) -> Concentration:
        if options.client_ids is None:
            return concentration(book, as_of, window_days).result
        with book.read() as connection:
            amounts = stored.amounts(connection, as_of, window_days, "revenue")
        return compute(amounts[amounts["client_id"].isin(options.client_ids)].reset_index(drop=True))

    spread = found(options.window_days)
    if spread.table.empty and options.window_days is not None:
        return found(None), None
    return spread, options.window_days


def export_concentration(
    book: Book,
    path: Path,
    as_of: date,
    language: str,
    *,
    window_days: int | None = WINDOW_DAYS,
    measure: str = "revenue",
) -> Path:
    """Write the concentration of one period, its figures, clients and chart, to an XLSX file.

    Raises `BookWriteError`, and `ExportError` when the name does not end in .xlsx.
    """
    target = _workbook_path(path)
    words = Words(language)
    with book.read() as connection:
        currency = currency_of(connection)
    spread = concentration(book, as_of, window_days, measure).result
    sheet = None if spread.table.empty else _concentration_sheet(spread, as_of, window_days, words, measure)
    footer = words["footer"].format(name=book.path.stem, day=words.day(as_of))
    content = WorkbookContent(currency, [], sheet, created=book.clock(), title=book.path.stem, footer=footer)
    write_workbook(target, content, _labels(words, measure))
    return target


def clipboard_text(rows: Iterable[Sequence[str]]) -> str:
    """Lines of cells as a spreadsheet takes them from the clipboard; no text can turn into a formula there."""
    return "\n".join("\t".join(escape_formula(" ".join(cell.split())) for cell in row) for row in rows)


def _workbook_path(path: Path) -> Path:
    target = path if path.suffix else path.with_suffix(".xlsx")
    if target.suffix.lower() != ".xlsx":
        raise ExportError("unknown_type", path=str(target), suffix=target.suffix)
    return target


def _labels(words: Words, measure: str = "revenue") -> WorkbookLabels:
    return WorkbookLabels(
        words["chart_title" if measure == "revenue" else "chart_title_margin"],
        words[_TOTALS[measure]],
        words["cumulative_share"],
        words["cut_mark"],
        words["continued"],
        words["page"],
    )


class _Counter:
    """Counts the rows written, and says so every few hundred."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def tick(self) -> None:
        self._done += 1
        if self._progress is not None and self._done % _TICK == 0:
            self._progress(self._done, self._total)


def computed_cells(book: Book, as_of: date, words: Words) -> dict[int, tuple[Any, ...]]:
    """The cells of the `COMPUTED` columns by client; of clients not yet known on that day there are none."""
    shot = snapshot(book, as_of)
    names = {segment.code: segment.name or words.value(segment.code) for segment in segments(book)}
    due = dict(zip(shot.queue["client_id"].tolist(), shot.queue["due_on"].tolist(), strict=True))
    figures = ("revenue_window", "revenue_previous", "revenue", "orders", "last_sale", "last_touch")
    table = shot.metrics[["segment", "abc_rank", *figures]]
    return {
        int(client_id): (names.get(segment, segment), *cells, due.get(int(client_id)))
        for client_id, segment, *cells in table.itertuples(name=None)
    }


def _concentration_sheet(
    spread: Concentration, as_of: date, window_days: int | None, words: Words, measure: str = "revenue"
) -> ConcentrationSheet:
    figures, table = spread.figures, spread.table
    columns = ["rank", "reference", "name", "amount", "share", "cumulative_share", "abc_rank", "abc_revenue"]
    kinds = ("integer", "text", "text", "money", "percent", "percent", "text", "text")
    titles = ["rank", "reference", "client", _TOTALS[measure], *columns[4:]]
    data = SheetData(
        words["concentration"],
        [
            ColumnSpec(words[title], kind, 30.0 if title == "client" else _WIDTHS[kind])  # type: ignore[arg-type]
            for title, kind in zip(titles, kinds, strict=True)
        ],
        table[columns].itertuples(index=False, name=None),
    )
    period = words["all_time"]
    if window_days is not None:
        period = words["days"].format(days=window_days, day=words.day(as_of))
    summary = [
        Figure(words["figure_clients"], figures.clients, "integer"),
        Figure(words[_TOTALS[measure]], figures.total, "money"),
        Figure(words["figure_top1"], figures.top1_share, "percent"),
        Figure(words["figure_top5"], figures.top5_share, "percent"),
        Figure(words["figure_80"], figures.clients_for_80pct, "integer"),
        Figure(words["figure_hhi"], _rounded(figures.hhi, 0), "integer"),
        Figure(words["figure_effective"], _thousandths(figures.effective_clients), "quantity"),
        Figure(words["figure_gini"], _thousandths(figures.gini), "quantity"),
    ]
    heading = words["concentration_heading"].format(period=period)
    return ConcentrationSheet(data, summary, 2, 3, 5, heading)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def _thousandths(value: float | None) -> int | None:
    return None if value is None else round(value * 1000)
