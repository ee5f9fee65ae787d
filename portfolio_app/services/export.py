"""Writing the book out: one Excel workbook with everything a salesperson would look for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import text

from portfolio_app.errors import ExportError
from portfolio_app.exchange.cells import escape_formula
from portfolio_app.exchange.column_names import own_title
from portfolio_app.exchange.workbook import (
    CellKind,
    ColumnSpec,
    ConcentrationSheet,
    Figure,
    SheetData,
    WorkbookContent,
    WorkbookLabels,
    write_workbook,
)
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.models.base import read_json
from portfolio_app.services.custom_fields import CustomFieldInfo, custom_fields, read_values
from portfolio_app.services.export_sheets import (
    CLIENTS,
    COMPUTED,
    CONSENTS,
    CONTACTS,
    DEALS,
    FOLLOW_UPS,
    INTERACTIONS,
    KEY_DATES,
    PLANS,
    SALES,
    SURVEYS,
    Sheet,
)
from portfolio_app.services.portfolio import WINDOW_DAYS, concentration, segments, snapshot
from portfolio_app.services.privacy_people import Reach, reach
from portfolio_app.storage.book import Book, currency_of

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_TICK = 500
_TABLES = (
    "client", "contact", "sale", "interaction", "follow_up", "deal", "survey_answer", "key_date", "enrolment",
)  # fmt: skip
"""What is written row by row."""
_TOTALS = {"revenue": "figure_total", "margin": "figure_margin"}
_WIDTHS = {"text": 18.0, "date": 12.0, "money": 16.0, "integer": 10.0, "quantity": 10.0, "percent": 12.0}


def export_workbook(
    book: Book,
    path: Path,
    as_of: date,
    language: str,
    *,
    window_days: int | None = WINDOW_DAYS,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """Write clients, contacts, sales, interactions, follow-ups, deals, survey answers, key dates, plans and the
    concentration as XLSX.

    Replaces an existing file whole or not at all. `language`: "fr" or "en". Concentration covers
    `window_days` up to `as_of`, or all time when there is no sale in that window.
    Raises `BookWriteError`, `OperationCancelled`, and `ExportError` when the name does not end in .xlsx.
    """
    target = _workbook_path(path)
    words = Words(language)
    with book.read() as connection:
        currency = currency_of(connection)
        total = sum(
            int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()) for table in _TABLES
        )
    counter = _Counter(progress, total)
    told = _consents(book)
    sheets = [
        _clients_sheet(book, as_of, words, counter, told),
        _contacts_sheet(book, words, counter, told),
        *(
            _plain_sheet(book, sheet, words, counter)
            for sheet in (SALES, INTERACTIONS, FOLLOW_UPS, DEALS, SURVEYS, KEY_DATES, PLANS)
        ),
    ]
    if concentration(book, as_of, window_days).result.table.empty:
        window_days = None
    content = WorkbookContent(
        currency, sheets, _concentration_sheet(book, as_of, window_days, words), created=book.clock()
    )
    write_workbook(target, content, _labels(words), cancelled)
    return target


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
    sheet = _concentration_sheet(book, as_of, window_days, words, measure)
    write_workbook(
        target, WorkbookContent(currency, [], sheet, created=book.clock()), _labels(words, measure)
    )
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


def _specs(columns: Sequence[tuple[str, str, float]], words: Words) -> list[ColumnSpec]:
    return [ColumnSpec(words[key], kind, width) for key, kind, width in columns]  # type: ignore[arg-type]


def _plain_sheet(book: Book, sheet: Sheet, words: Words, counter: _Counter) -> SheetData:
    kinds = [kind for _, kind, _ in sheet.columns]
    coded = [sheet.coded.get(key) for key, _, _ in sheet.columns]

    def rows() -> Iterator[list[Any]]:
        with book.read() as connection:
            for row in connection.exec_driver_sql(sheet.sql):
                counter.tick()
                yield [_cell(v, k, c, words) for v, k, c in zip(row, kinds, coded, strict=True)]

    return SheetData(words[sheet.key], _specs(sheet.columns, words), rows())


def _cell(value: Any, kind: str, prefix: str | None, words: Words) -> Any:
    if value is None or value == "":
        return None
    if kind == "date":
        return date.fromisoformat(value)
    return value if prefix is None else words.value(value, prefix)


def _consents(book: Book) -> dict[int, Reach]:
    """What was said about being reached, by client; empty when nobody said anything."""
    with book.read() as connection:
        anything = connection.exec_driver_sql(
            "SELECT EXISTS(SELECT 1 FROM consent) OR EXISTS(SELECT 1 FROM suppression)"
        ).scalar_one()
        if not anything:
            return {}
        ids = [row[0] for row in connection.exec_driver_sql("SELECT id FROM client")]
    return reach(book, ids)


def _answers(refused: Set[str], granted: Set[str], words: Words) -> list[str | None]:
    """The cells of the two consent columns."""
    return [
        words["refused"] if channel in refused else words["granted"] if channel in granted else None
        for channel in ("email", "phone")
    ]


def _contacts_sheet(book: Book, words: Words, counter: _Counter, told: Mapping[int, Reach]) -> SheetData:
    def rows() -> Iterator[list[Any]]:
        with book.read() as connection:
            for client_id, contact_id, *cells in connection.exec_driver_sql(CONTACTS.sql):
                counter.tick()
                known = told.get(client_id, Reach(client_id))
                refused = known.contacts_refused.get(contact_id, frozenset())
                granted = known.contacts_granted.get(contact_id, frozenset())
                yield [*(cell or None for cell in cells), *_answers(refused, granted, words)]

    return SheetData(words[CONTACTS.key], _specs(CONTACTS.columns, words), rows())


def _clients_sheet(
    book: Book, as_of: date, words: Words, counter: _Counter, told: Mapping[int, Reach]
) -> SheetData:
    customs = custom_fields(book)
    columns = [*CLIENTS.columns, *((key, "text", 16.0) for key in CONSENTS)]
    titles = [*_specs(columns[: -len(CONSENTS)], words), *_own_columns(customs, words)]
    computed = _computed(book, as_of, words)
    stored = [(kind, CLIENTS.coded.get(key)) for key, kind, _ in CLIENTS.columns if key not in COMPUTED]
    first = next(place for place, column in enumerate(CLIENTS.columns) if column[0] in COMPUTED)

    def rows() -> Iterator[list[Any]]:
        with book.read() as connection:
            for client_id, *values, own in connection.exec_driver_sql(CLIENTS.sql):
                counter.tick()
                known = told.get(client_id, Reach(client_id))
                cells = [_cell(v, k, c, words) for v, (k, c) in zip(values, stored, strict=True)]
                yield [
                    *cells[:first],
                    *computed.get(client_id, (None,) * len(COMPUTED)),
                    *cells[first:],
                    *_own_cells(customs, own, words),
                    *_answers(known.refused, known.granted, words),
                ]

    return SheetData(words["clients"], [*titles, *_specs(columns[-len(CONSENTS) :], words)], rows())


def _computed(book: Book, as_of: date, words: Words) -> dict[int, tuple[Any, ...]]:
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


def _own_columns(customs: Sequence[CustomFieldInfo], words: Words) -> list[ColumnSpec]:
    kinds: dict[str, CellKind] = {"number": "number", "date": "date"}
    return [
        ColumnSpec(own_title(custom.name, words["own_field"]), kinds.get(custom.type, "text"), 18.0)
        for custom in customs
    ]


def _own_cells(customs: Sequence[CustomFieldInfo], stored: str, words: Words) -> list[Any]:
    """A client's values in the book's own fields; yes and no as words."""
    if stored == "{}":
        return [None] * len(customs)
    values = read_values(customs, read_json(stored)).values()
    return [words["yes" if value else "no"] if isinstance(value, bool) else value for value in values]


def _concentration_sheet(
    book: Book, as_of: date, window_days: int | None, words: Words, measure: str = "revenue"
) -> ConcentrationSheet | None:
    view = concentration(book, as_of, window_days, measure)
    figures, table = view.result.figures, view.result.table
    if table.empty:
        return None
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
        Figure(words["figure_period"], period, "text"),
        Figure(words["figure_clients"], figures.clients, "integer"),
        Figure(words[_TOTALS[measure]], figures.total, "money"),
        Figure(words["figure_top1"], figures.top1_share, "percent"),
        Figure(words["figure_top5"], figures.top5_share, "percent"),
        Figure(words["figure_80"], figures.clients_for_80pct, "integer"),
        Figure(words["figure_hhi"], _rounded(figures.hhi, 0), "integer"),
        Figure(words["figure_effective"], _thousandths(figures.effective_clients), "quantity"),
        Figure(words["figure_gini"], _thousandths(figures.gini), "quantity"),
    ]
    return ConcentrationSheet(data, summary, name_column=2, amount_column=3, cumulative_column=5)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def _thousandths(value: float | None) -> int | None:
    return None if value is None else round(value * 1000)
