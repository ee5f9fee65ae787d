"""Writing the book out: one Excel workbook with everything a salesperson would look for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import text

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
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services.portfolio import WINDOW_DAYS, concentration, segments, snapshot
from portfolio_app.services.privacy_people import Reach, reach
from portfolio_app.storage.book import Book, currency_of

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_TICK = 500
_TOTALS = {"revenue": "figure_total", "margin": "figure_margin"}
_WIDTHS = {"text": 18.0, "date": 12.0, "money": 16.0, "integer": 10.0, "quantity": 10.0, "percent": 12.0}


@dataclass(frozen=True)
class _Sheet:
    """A sheet read straight from the book: its columns are the query's, in order. `coded` ones are translated."""

    key: str
    sql: str
    columns: tuple[tuple[str, str, float], ...]
    coded: frozenset[str] = frozenset()


_CONTACTS = _Sheet(
    "contacts",
    "SELECT c.id, t.id, c.reference, c.name, t.full_name, t.first_name, t.last_name, t.role, t.email, t.phone, "
    "t.mobile, t.notes FROM contact t JOIN client c ON c.id = t.client_id ORDER BY c.sort_name, c.id, t.id",
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("full_name", "text", 26),
        ("first_name", "text", 14),
        ("last_name", "text", 18),
        ("role", "text", 18),
        ("email", "text", 30),
        ("phone", "text", 18),
        ("mobile", "text", 18),
        ("notes", "text", 40),
        ("consent_email", "text", 16),
        ("consent_phone", "text", 16),
    ),
)
_SALES = _Sheet(
    "sales",
    "SELECT c.reference, c.name, s.date, s.order_reference, p.reference, p.name, p.category, s.quantity, "
    "s.amount, s.cost FROM sale s JOIN client c ON c.id = s.client_id LEFT JOIN product p ON p.id = s.product_id "
    "ORDER BY s.date, s.id",
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("date", "date", 12),
        ("order_reference", "text", 16),
        ("product_reference", "text", 16),
        ("product", "text", 34),
        ("category", "text", 16),
        ("quantity", "quantity", 10),
        ("amount", "money", 16),
        ("cost", "money", 16),
    ),
)
_INTERACTIONS = _Sheet(
    "interactions",
    'SELECT c.reference, c.name, i."on", i.kind, i.direction, t.full_name, i.minutes, i.outcome, i.subject, '
    "i.body, i.resolved_on FROM interaction i JOIN client c ON c.id = i.client_id "
    'LEFT JOIN contact t ON t.id = i.contact_id ORDER BY i."on", i.id',
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("date", "date", 12),
        ("kind", "text", 14),
        ("direction", "text", 12),
        ("full_name", "text", 26),
        ("minutes", "integer", 10),
        ("outcome", "text", 16),
        ("subject", "text", 30),
        ("body", "text", 60),
        ("resolved_on", "date", 12),
    ),
    frozenset({"kind", "direction", "outcome"}),
)
_FOLLOW_UPS = _Sheet(
    "follow_ups",
    "SELECT c.reference, c.name, f.due_on, f.due_time, f.kind, f.title, f.status, f.done_on "
    "FROM follow_up f JOIN client c ON c.id = f.client_id ORDER BY f.due_on, f.id",
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("due_on", "date", 12),
        ("due_time", "text", 8),
        ("kind", "text", 14),
        ("title", "text", 40),
        ("status", "text", 14),
        ("done_on", "date", 12),
    ),
    frozenset({"kind", "status"}),
)
_CLIENT_COLUMNS = (
    ("reference", "text", 14),
    ("client", "text", 30),
    ("kind", "text", 14),
    ("status", "text", 12),
    ("segment", "text", 16),
    ("abc", "text", 11),
    ("revenue_window", "money", 16),
    ("revenue_previous", "money", 16),
    ("revenue", "money", 16),
    ("orders", "integer", 10),
    ("last_sale", "date", 12),
    ("last_touch", "date", 12),
    ("next_action", "date", 12),
    ("sector", "text", 18),
    ("size", "text", 14),
    ("siret", "text", 16),
    ("vat", "text", 16),
    ("email", "text", 28),
    ("phone", "text", 18),
    ("website", "text", 24),
    ("street", "text", 28),
    ("postcode", "text", 10),
    ("city", "text", 18),
    ("region", "text", 16),
    ("country", "text", 14),
    ("source", "text", 16),
    ("tags", "text", 20),
    ("client_since", "date", 12),
    ("notes", "text", 40),
    ("consent_email", "text", 16),
    ("consent_phone", "text", 16),
)
_CLIENT_SQL = (
    "SELECT id, reference, name, kind, status, sector, size, siret, vat, email, phone, website, street, postcode, "
    "city, region, country, source, (SELECT group_concat(value, ', ') FROM json_each(tags)), client_since, notes "
    "FROM client ORDER BY sort_name, id"
)


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
    """Write clients, contacts, sales, interactions, follow-ups and the concentration to an XLSX file.

    Replaces an existing file whole or not at all. `language`: "fr" or "en". Concentration covers
    `window_days` up to `as_of`, or all time when there is no sale in that window.
    Raises `BookWriteError`, `OperationCancelled`, and `ExportError` when the name does not end in .xlsx.
    """
    target = _workbook_path(path)
    words = Words(language)
    with book.read() as connection:
        currency = currency_of(connection)
        total = sum(
            int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())
            for table in ("client", "contact", "sale", "interaction", "follow_up")
        )
    counter = _Counter(progress, total)
    told = _consents(book)
    sheets = [
        _clients_sheet(book, as_of, words, counter, told),
        _contacts_sheet(book, words, counter, told),
        *(_plain_sheet(book, sheet, words, counter) for sheet in (_SALES, _INTERACTIONS, _FOLLOW_UPS)),
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


def _plain_sheet(book: Book, sheet: _Sheet, words: Words, counter: _Counter) -> SheetData:
    kinds = [kind for _, kind, _ in sheet.columns]
    coded = [key in sheet.coded for key, _, _ in sheet.columns]

    def rows() -> Iterator[list[Any]]:
        with book.read() as connection:
            for row in connection.exec_driver_sql(sheet.sql):
                counter.tick()
                yield [_cell(v, k, c, words) for v, k, c in zip(row, kinds, coded, strict=True)]

    return SheetData(words[sheet.key], _specs(sheet.columns, words), rows())


def _cell(value: Any, kind: str, coded: bool, words: Words) -> Any:
    if value is None or value == "":
        return None
    if kind == "date":
        return date.fromisoformat(value)
    return words.value(value) if coded else value


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
            for client_id, contact_id, *cells in connection.exec_driver_sql(_CONTACTS.sql):
                counter.tick()
                known = told.get(client_id, Reach(client_id))
                refused = known.contacts_refused.get(contact_id, frozenset())
                granted = known.contacts_granted.get(contact_id, frozenset())
                yield [*(cell or None for cell in cells), *_answers(refused, granted, words)]

    return SheetData(words[_CONTACTS.key], _specs(_CONTACTS.columns, words), rows())


def _clients_sheet(
    book: Book, as_of: date, words: Words, counter: _Counter, told: Mapping[int, Reach]
) -> SheetData:
    shot = snapshot(book, as_of)
    names = {segment.code: segment.name or words.value(segment.code) for segment in segments(book)}
    figures = ("segment", "abc_rank", "revenue_window", "revenue_previous", "revenue", "orders")
    computed = dict(
        zip(
            (int(i) for i in shot.metrics.index),
            shot.metrics[[*figures, "last_sale", "last_touch"]].itertuples(index=False, name=None),
            strict=True,
        )
    )
    due = dict(zip(shot.queue["client_id"].tolist(), shot.queue["due_on"].tolist(), strict=True))

    def rows() -> Iterator[list[Any]]:
        with book.read() as connection:
            for row in connection.exec_driver_sql(_CLIENT_SQL):
                counter.tick()
                segment, abc, *money_and_days = computed[row[0]]
                known = told.get(row[0], Reach(row[0]))
                yield [
                    row[1],
                    row[2],
                    words.value(row[3]),
                    words.value(row[4]),
                    names[segment],
                    abc,
                    *money_and_days,
                    due.get(row[0]),
                    *row[5:19],
                    date.fromisoformat(row[19]) if row[19] else None,
                    row[20],
                    *_answers(known.refused, known.granted, words),
                ]

    return SheetData(words["clients"], _specs(_CLIENT_COLUMNS, words), rows())


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
