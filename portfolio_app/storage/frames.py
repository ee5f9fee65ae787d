"""The frames that analysis starts from.

Their columns are documented by `portfolio_app.analysis.frames.BookFrames`; money is in money units.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from portfolio_app.models.money import to_units
from portfolio_app.storage import client_json
from portfolio_app.storage.book import Book
from portfolio_app.storage.frame_reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.facts import SaleFacts, TouchFacts
    from portfolio_app.analysis.frames import BookFrames, Costs, CustomColumn, DueRecords
    from portfolio_app.analysis.rhythm import Pace
    from portfolio_app.analysis.what_if import Records

_CREATED_ON = "coalesce(max(date(created_at, 'localtime'), '0001-01-01'), date(created_at)) AS created_on"
"""The day somebody's computer showed; at the ends of the calendar that may be a day there is not."""

_CLIENTS = f"""
SELECT id AS row_id, id AS client_id, reference AS client_reference, name AS client_name, status, former_reason,
       kind, sector, size, city, postcode, region, country, source AS acquisition_source, acquisition_cost, tags,
       persona, needs, preferences, strategic_role, loyalty_tier, price_sensitivity, growth_potential, gender,
       income_band, birth_date, insolvency_on, client_since, {_CREATED_ON},
       CAST(cadence_ideal_days AS INTEGER) AS cadence_ideal_days,
       CAST(cadence_max_days AS INTEGER) AS cadence_max_days, (phone <> '' OR email <> '') AS reachable, visit_km,
       custom
FROM client WHERE {{which}} ORDER BY id
"""

_SALE_LINES = """
SELECT id AS row_id, client_id, date, order_reference, amount, cost, product_id, due_on, paid_on
FROM sale WHERE {which} ORDER BY client_id, date
"""

_INTERACTIONS = """
SELECT id AS row_id, client_id, "on" AS day, coalesce(minutes, 0) AS minutes, 1 AS counted,
       kind = 'visit' AS visit, kind = 'complaint' AS complaint, resolved_on
FROM interaction WHERE {which} ORDER BY client_id, "on"
"""

_COMPLETED = """
SELECT id AS row_id, client_id, done_on AS day, 0 AS minutes, 0 AS counted, 0 AS visit, 0 AS complaint,
       NULL AS resolved_on
FROM follow_up WHERE status = 'done' AND done_on IS NOT NULL AND reason <> 'data' AND {which} ORDER BY client_id
"""

_FOLLOW_UPS = f"""
SELECT id AS row_id, id AS follow_up_id, client_id, due_on, due_time, kind, title, reason,
       CASE WHEN status = 'waiting' THEN 'waiting' ELSE 'open' END AS status, about, set_on,
       repeat_every IS NOT NULL AS repeats, {_CREATED_ON}
FROM follow_up WHERE {{which}}
"""

_TO_DO = _FOLLOW_UPS + " AND status IN ('open', 'waiting')"

_CLOSED = "SELECT id AS row_id, done_on FROM follow_up WHERE done_on IS NOT NULL AND {which}"

_DEALS = """
SELECT id AS row_id, client_id, status, amount, opened_on, closed_on, id AS deal_id, expected_on, next_step_on
FROM deal WHERE {which} ORDER BY id
"""

_SURVEYS = """
SELECT id AS row_id, client_id, kind, score, "on" FROM survey_answer WHERE {which} ORDER BY id
"""

_KEY_DATES = f"""
SELECT id AS row_id, id AS key_date_id, client_id, kind, "on", yearly <> 0 AS yearly, notice_days,
       {_CREATED_ON}
FROM key_date WHERE {{which}} ORDER BY id
"""

_COMPLAINTS = """
SELECT id AS row_id, client_id, "on", due_on, resolved_on FROM interaction WHERE kind = 'complaint' AND {which}
"""

_ANSWERS = """
SELECT id AS row_id, client_id, reason, about, done_on,
       CASE WHEN set_on IS NULL THEN max(done_on, due_on) ELSE done_on END AS answers_on
FROM follow_up
WHERE status = 'done' AND done_on IS NOT NULL AND reason NOT IN ('reminder', 'plan_step', 'cadence', 'rhythm')
      AND {which} ORDER BY id
"""

_REACHED = """
SELECT DISTINCT client_id FROM contact WHERE phone <> '' OR mobile <> '' OR email <> ''
"""

_AMOUNTS = """
SELECT c.id AS client_id, c.reference, c.name, s.amount, s.orders
FROM (
    SELECT client_id, sum({measure}) AS amount, sum(orders) AS orders
    FROM (
        SELECT client_id, sum(amount) AS revenue, coalesce(sum(CASE WHEN cost IS NOT NULL THEN amount END), 0)
               - coalesce(sum(cost), 0) AS margin, sum(cost IS NOT NULL) AS costed,
               max(amount) >= 0 AS orders
        FROM sale WHERE date <= :as_of AND date > :window_start
        GROUP BY client_id, order_reference, CASE WHEN order_reference = '' THEN date END
    ) {condition} GROUP BY client_id
) s JOIN client c ON c.id = s.client_id ORDER BY c.id
"""

_DAYS = 4
"""Of how many days the tables are kept."""


def book_frames(
    book: Book, as_of: date, window_days: int | None, keep: bool = True, *, touches: bool = True
) -> BookFrames:
    """Everything analysis needs of the book as it was knowable on `as_of`.

    The window is (as_of - window_days, as_of]; None takes all time. Records are read once; another day costs no
    reading, and after a change only the rows it touched are read again. `keep=False` for a day that will not be
    asked about again: its tables are not kept. Without `touches`, touches and follow-ups are left empty.
    """
    from portfolio_app.analysis import frames, rhythm

    period = (as_of, window_days)
    with book.read() as connection:
        customs = _customs(book, connection)
        facts = _sale_facts(book, connection)

        def of_sales(
            name: str, make: Callable[[], pd.DataFrame], key: tuple[Any, ...] = period
        ) -> pd.DataFrame:
            return book.cache.get((name, *key), ("sale",), make, until=as_of, few=_DAYS) if keep else make()

        def rhythms(model: bool) -> pd.DataFrame:
            of_book = _pace(book, facts, as_of, model)
            return of_sales("rhythm", lambda: rhythm.apply(of_book, facts), (as_of, model))

        def touch_table() -> pd.DataFrame:
            if not touches:
                return book.cache.get("no touches", (), lambda: frames.empty_frame(frames.TOUCH_COLUMNS))
            return _touch_facts(book, connection).aggregate(*period)

        def follow_up_table() -> pd.DataFrame:
            if not touches:
                return book.cache.get("none due", (), lambda: frames.empty_frame(frames.FOLLOW_UP_COLUMNS))
            return _follow_ups(book, connection, as_of)

        return frames.BookFrames(
            clients=_clients(book, connection, customs),
            sales=of_sales("sales", lambda: facts.aggregate(*period)),
            touches=book.cache.get(
                ("touches", *period),
                ("interaction", "follow_up"),
                touch_table,
                lambda table, ids: _touched_again(connection, table, ids, *period),
                until=as_of,
                few=_DAYS,
                of_clients=True,
            )
            if keep and touches
            else touch_table(),
            follow_ups=follow_up_table(),
            deals=_rows(book, connection, "deal", _DEALS, frames.DEAL_COLUMNS),
            surveys=_rows(book, connection, "survey_answer", _SURVEYS, frames.SURVEY_COLUMNS),
            costs=_costs(connection),
            customs=customs,
            breadth=lambda: of_sales("breadth", lambda: facts.breadth(*period)),
            trend=lambda: of_sales("trend", lambda: facts.trend(*period)),
            payments=lambda: of_sales("payments", lambda: facts.payments(*period)),
            rhythm=lambda: rhythms(True),
            gaps=lambda: rhythms(False),
            dues=lambda: _dues(book),
        )


def _follow_ups(book: Book, connection: Connection, as_of: date) -> pd.DataFrame:
    """Those that were open on a day: the open ones, and those closed since, of the ones entered by then."""
    import numpy as np
    import pandas as pd

    from portfolio_app.analysis.frames import DATE, FOLLOW_UP_COLUMNS

    columns = FOLLOW_UP_COLUMNS | {"created_on": DATE}
    rows = _kept(book, connection, "follow_up", _TO_DO, columns, _as_read, "to do")
    day = np.datetime64(as_of)
    closed = _kept(book, connection, "follow_up", _CLOSED, {"done_on": DATE}, _as_read, "closed")
    since = closed["row_id"][closed["done_on"].to_numpy() > day].tolist()
    if since:
        chosen = "id IN (SELECT value FROM json_each(:ids))"
        ids = {"ids": json.dumps(sorted(since))}
        later = read_frame(connection, _FOLLOW_UPS.format(which=chosen), ids, {"row_id": "int64"} | columns)
        rows = pd.concat([rows, later], ignore_index=True)
    if as_of < book.today():  # Whatever is open is so today, also what a clock since set right entered.
        rows = rows[rows["created_on"].to_numpy() <= day]
    return rows.drop(columns=["row_id", "created_on"])


def _as_read(rows: pd.DataFrame) -> pd.DataFrame:
    return rows


def complaints(book: Book) -> pd.DataFrame:
    """The complaints received, as `DueRecords.complaints` has them."""
    with book.read() as connection:
        return _complaints(book, connection)


def _complaints(book: Book, connection: Connection) -> pd.DataFrame:
    from portfolio_app.analysis.frames import COMPLAINT_COLUMNS

    return _rows(book, connection, "interaction", _COMPLAINTS, COMPLAINT_COLUMNS, _as_read, "complaints")


def _dues(book: Book) -> DueRecords:
    import numpy as np

    from portfolio_app.analysis import frames

    with book.read() as connection:

        def reached() -> Any:
            ids = connection.exec_driver_sql(_REACHED).scalars().all()
            return np.array(ids, dtype=np.int64)

        def rows(kind: str, sql: str, columns: dict[str, str], variant: str) -> pd.DataFrame:
            return _rows(book, connection, kind, sql, columns, _as_read, variant)

        return frames.DueRecords(
            key_dates=rows("key_date", _KEY_DATES, frames.KEY_DATE_COLUMNS, "key_dates"),
            complaints=_complaints(book, connection),
            answers=rows("follow_up", _ANSWERS, frames.ANSWER_COLUMNS, "answers"),
            reached=book.cache.get("reached", ("contact",), reached),
        )


def _clients(book: Book, connection: Connection, customs: tuple[CustomColumn, ...]) -> pd.DataFrame:
    """The clients by id; their JSON is read once, into a tuple of tags and a column per custom field."""
    from portfolio_app.analysis.frames import CLIENT_COLUMNS

    def decode(rows: pd.DataFrame) -> pd.DataFrame:
        columns = client_json.custom_values(rows["custom"].tolist(), customs)
        tags = client_json.tags(rows["tags"].tolist())
        return rows.drop(columns="custom").assign(tags=tags, **columns)

    return _rows(book, connection, "client", _CLIENTS, CLIENT_COLUMNS | {"custom": "object"}, decode, customs)


def _customs(book: Book, connection: Connection) -> tuple[CustomColumn, ...]:
    from portfolio_app.analysis.frames import CustomColumn

    def read() -> tuple[CustomColumn, ...]:
        rows = connection.exec_driver_sql(
            "SELECT code, name, type, choices FROM custom_field ORDER BY position, id"
        )
        return tuple(
            CustomColumn(code, name, kind, tuple(client_json.texts_of(choices)))
            for code, name, kind, choices in rows
        )

    return book.cache.get("custom_fields", ("custom_field",), read)


def _costs(connection: Connection) -> Costs:
    from portfolio_app.analysis.frames import Costs

    rows = connection.exec_driver_sql("SELECT key, value FROM setting WHERE key GLOB 'cost_*'")
    found = {key: client_json.read(value, str) for key, value in rows}
    return Costs(**{each.name: _units(found.get(f"cost_{each.name}", "")) for each in fields(Costs)})


def _units(text: str) -> int | None:
    try:
        units = to_units(Decimal(text))
    except (ArithmeticError, ValueError):
        return None
    return units if abs(units) < 2**63 else None


def _rows(
    book: Book, connection: Connection, kind: str, sql: str, columns: dict[str, str], *how: Any
) -> pd.DataFrame:
    """The rows of one kind, as `_kept` keeps them, in the order they were recorded."""

    def make() -> pd.DataFrame:
        rows = _kept(book, connection, kind, sql, columns, *how)
        if not rows["row_id"].is_monotonic_increasing:
            rows = rows.sort_values("row_id", ignore_index=True)
        return rows.drop(columns="row_id")

    return book.cache.get(("in order", kind, *how[1:]), (kind,), make)


def clients(book: Book) -> pd.DataFrame:
    """The clients as `BookFrames.clients` has them."""
    with book.read() as connection:
        return _clients(book, connection, _customs(book, connection))


def customs(book: Book) -> tuple[CustomColumn, ...]:
    """The book's own fields, as analysis takes them."""
    with book.read() as connection:
        return _customs(book, connection)


def sale_facts(book: Book) -> SaleFacts:
    """Every sale of the book, by client and day."""
    with book.read() as connection:
        return _sale_facts(book, connection)


def sale_lines(book: Book) -> pd.DataFrame:
    """Every sale line, as `LINE_COLUMNS` of `analysis.frames` has them, in any order."""
    from portfolio_app.analysis.frames import LINE_COLUMNS

    with book.read() as connection:
        return _kept(book, connection, "sale", _SALE_LINES, LINE_COLUMNS)


def _sale_facts(book: Book, connection: Connection) -> SaleFacts:
    from portfolio_app.analysis.facts import SaleFacts
    from portfolio_app.analysis.frames import LINE_COLUMNS

    def make() -> SaleFacts:
        return SaleFacts.from_lines(_kept(book, connection, "sale", _SALE_LINES, LINE_COLUMNS))

    return book.cache.get("sale_facts", ("sale",), make)


def touch_facts(book: Book) -> TouchFacts:
    """Every touch of the book, by client and day."""
    with book.read() as connection:
        return _touch_facts(book, connection)


def _touch_facts(book: Book, connection: Connection) -> TouchFacts:
    import pandas as pd

    from portfolio_app.analysis.facts import TouchFacts

    columns = _touch_columns()

    def make() -> TouchFacts:
        interactions = _kept(book, connection, "interaction", _INTERACTIONS, columns)
        completed = _kept(book, connection, "follow_up", _COMPLETED, columns)
        return TouchFacts.from_rows(pd.concat([interactions, completed], ignore_index=True))

    return book.cache.get("touch_facts", ("interaction", "follow_up"), make)


def _touched_again(
    connection: Connection,
    table: pd.DataFrame,
    client_ids: frozenset[int],
    as_of: date,
    window_days: int | None,
) -> pd.DataFrame:
    """The table of touches with the rows of these clients made anew from their records."""
    import pandas as pd

    from portfolio_app.analysis.facts import TouchFacts

    of_clients = {"clients": json.dumps(sorted(client_ids))}
    rows = _touch_rows(connection, "client_id IN (SELECT value FROM json_each(:clients))", of_clients)
    fresh = TouchFacts.from_rows(rows).aggregate(as_of, window_days)
    others = table[~table["client_id"].isin(list(client_ids))]
    parts = [part for part in (others, fresh) if len(part)] or [fresh]
    return pd.concat(parts, ignore_index=True).sort_values("client_id", ignore_index=True)


def _touch_rows(connection: Connection, which: str, parameters: dict[str, Any]) -> pd.DataFrame:
    """The touches of some clients."""
    import pandas as pd

    columns = {"row_id": "int64"} | _touch_columns()
    parts = [
        read_frame(connection, sql.format(which=which), parameters, columns)
        for sql in (_INTERACTIONS, _COMPLETED)
    ]
    return pd.concat(parts, ignore_index=True).drop(columns="row_id")


def _touch_columns() -> dict[str, str]:
    from portfolio_app.analysis.frames import DATE

    columns = dict.fromkeys(("client_id", "minutes", "counted", "visit", "complaint"), "int64")
    return columns | {"day": DATE, "resolved_on": DATE}


def ordered_between(book: Book, first: date, last: date) -> list[int]:
    """The clients with a sale line that is not negative from one day to another, both included."""

    def read() -> list[int]:
        with book.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT DISTINCT client_id FROM sale WHERE date BETWEEN ? AND ? AND amount >= 0",
                (first.isoformat(), last.isoformat()),
            )
            return [row[0] for row in rows]

    return book.cache.get(("ordered", first, last), ("sale",), read, until=last, few=_DAYS)


def client_records(book: Book, client_id: int) -> Records:
    """One client's sale lines and touches, for `analysis.what_if`."""
    from portfolio_app.analysis.frames import LINE_COLUMNS
    from portfolio_app.analysis.what_if import Records

    which, of_client = "client_id = :client", {"client": client_id}
    with book.read() as connection:
        wanted = {"row_id": "int64"} | LINE_COLUMNS
        lines = read_frame(connection, _SALE_LINES.format(which=which), of_client, wanted)
        touches = _touch_rows(connection, which, of_client)
        return Records(client_id, lines.drop(columns="row_id"), touches)


def pace(book: Book, as_of: date, model: bool = True) -> Pace:
    """What the whole book says of its clients' rhythms on a day, see `analysis.rhythm.pace`."""
    with book.read() as connection:
        return _pace(book, _sale_facts(book, connection), as_of, model)


def _pace(book: Book, facts: SaleFacts, as_of: date, model: bool) -> Pace:
    from portfolio_app.analysis import rhythm

    return book.cache.get(
        ("pace", as_of, model), ("sale",), lambda: rhythm.pace(facts, as_of, model), until=as_of
    )


def _kept(
    book: Book,
    connection: Connection,
    kind: str,
    sql: str,
    columns: dict[str, str],
    decode: Callable[[pd.DataFrame], pd.DataFrame] = lambda rows: rows,
    variant: object = None,
) -> pd.DataFrame:
    """The rows of one kind, read once and decoded; later only those that changed are read again.

    `variant` keeps apart what is decoded in different ways.
    """
    import pandas as pd

    wanted = {"row_id": "int64"} | columns

    def read(ids: frozenset[int] | None) -> pd.DataFrame:
        if ids is None:
            return decode(read_frame(connection, sql.format(which="1"), {}, wanted))
        chosen = "id IN (SELECT value FROM json_each(:ids))"
        return decode(
            read_frame(connection, sql.format(which=chosen), {"ids": json.dumps(sorted(ids))}, wanted)
        )

    def update(rows: pd.DataFrame, ids: frozenset[int]) -> pd.DataFrame:
        others = rows[~rows["row_id"].isin(list(ids))]
        return pd.concat([others, read(ids)], ignore_index=True)

    return book.cache.get(("rows", kind, variant), (kind,), lambda: read(None), update)


def amounts(connection: Connection, as_of: date, window_days: int | None, measure: str) -> pd.DataFrame:
    """One row per client with a sale in the window: client_id, reference, name, amount, orders.

    `measure` is "revenue", or "margin" over the lines whose cost is known.
    """
    if measure not in ("revenue", "margin"):
        raise ValueError(measure)
    condition = "WHERE costed > 0" if measure == "margin" else ""
    sql = _AMOUNTS.format(measure=measure, condition=condition)
    columns = dict.fromkeys(("client_id", "amount", "orders"), "int64") | {"reference": "str", "name": "str"}
    start = (
        date.min if window_days is None else as_of - timedelta(days=min(window_days, as_of.toordinal() - 1))
    )
    bounds = {"as_of": as_of.isoformat(), "window_start": start.isoformat()}
    return read_frame(connection, sql, bounds, columns)


def monthly_revenue(
    connection: Connection, first: date, last: date, client_ids: list[int] | None = None
) -> list[tuple[int, str, int]]:
    """(client_id, "2026-11", amount in money units) between two days; client_id 0 for the whole book."""
    if client_ids is None:
        rows = connection.exec_driver_sql(
            "SELECT 0, substr(date, 1, 7), sum(amount) FROM sale WHERE date BETWEEN ? AND ? GROUP BY 2",
            (first.isoformat(), last.isoformat()),
        )
    else:
        marks = ",".join("?" * len(client_ids))
        rows = connection.exec_driver_sql(
            f"SELECT client_id, substr(date, 1, 7), sum(amount) FROM sale WHERE client_id IN ({marks}) "
            "AND date BETWEEN ? AND ? GROUP BY 1, 2",
            (*client_ids, first.isoformat(), last.isoformat()),
        )
    return [(row[0], row[1], row[2]) for row in rows]
