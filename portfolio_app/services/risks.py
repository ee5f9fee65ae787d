"""What may go wrong with the clients of a book, on four axes; each sign with its figures, its day and its records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from portfolio_app.errors import NotFoundError
from portfolio_app.services.agenda_settings import book_agenda
from portfolio_app.services.analysis_settings import analysis_settings
from portfolio_app.services.portfolio import DERIVED_FROM, WINDOW_DAYS, snapshot
from portfolio_app.services.risk_records import Record, records_behind
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.risk import Limits
    from portfolio_app.analysis.risk_strips import Strip

_VIEWS = 2
_STAKES = {"dependency": "stake", "cost": "loss", "instability": "at_risk", "insolvency": "owed"}
"""What is at stake on each axis."""


@dataclass(frozen=True)
class Lost:
    """Revenue (money units) that may be lost within 12 months: what is expected and its 80 % range.

    `share`: its part of the revenue of the clients whose chance of being active is known. All None without any.
    """

    low: int | None = None
    expected: int | None = None
    high: int | None = None
    share: float | None = None


@dataclass(frozen=True)
class AxisView:
    """One axis over the whole book: the clients to watch and those in alarm, the most exposed first.

    `amount` (money units): the revenue at risk of these clients on dependency and instability (their revenue where no
    chance is known), what they cost beyond their margin, what they owe. `shielded`: how many have a strategic role.
    `unknown`: why the axis cannot be told, see `analysis.risk.unknown`; "" when it can.
    """

    axis: str
    watch: tuple[int, ...]
    alarm: tuple[int, ...]
    amount: int
    shielded: int
    unknown: str


@dataclass(frozen=True)
class RiskView:
    """The risks of a book on a day. `risks`: see `analysis.risk.risk_table`; `metrics`: the per-client table of 12
    months; both indexed by client_id. `revenue`: of the 12 months, money units, clients below zero left out."""

    as_of: date
    limits: Limits
    axes: dict[str, AxisView]
    lost: Lost
    revenue: int
    metrics: pd.DataFrame = field(repr=False)
    risks: pd.DataFrame = field(repr=False)

    def listed(self, axis: str = "", level: int = 1) -> list[int]:
        """The clients at that level at least on an axis ("": on any), those with most at stake there first.

        At stake: on dependency the revenue, on cost the loss, on instability the revenue at risk, on insolvency what
        is owed, otherwise the column `exposed`. A flag of loyalty (`analysis.risk.FLAGS`) may be asked for instead of
        an axis: the level is then that of any axis.
        """
        return _listed(self.risks, axis, level)


@dataclass(frozen=True)
class Sign:
    """One sign of a risk: how strong (1 watch, 2 alarm), since when (None: not a day), and its figures by name.

    Figures: money in money units, parts of 1 as fractions, days and counts as numbers; None where not known.
    `records`: those it was read from, at most `risk_records.MOST`, of `count` in all; filled by `client_risk` alone.
    """

    code: str
    axis: str
    level: int
    on: date | None
    figures: dict[str, float | None]
    records: tuple[Record, ...] = ()
    count: int = 0


@dataclass(frozen=True)
class ClientRisk:
    """One client on the four axes. Amounts in money units, see `analysis.risk.risk_table`.

    `p_active`: None where it is not known. `until_replaced`: of `at_risk`, what falls into the months it would take
    to find others; None where the client's record does not say. `next_due`: the next thing planned.
    """

    client_id: int
    name: str
    segment: str
    levels: dict[str, int]
    signs: tuple[Sign, ...]
    flags: tuple[str, ...]
    stake: int
    at_risk: int | None
    loss: int
    owed: int
    p_active: float | None
    orders: int
    role: str
    replace_months: int | None
    until_replaced: int | None
    next_due: date | None


def risk_view(book: Book, as_of: date) -> RiskView:
    """The risks of the book on a day. Cached until the book changes."""
    return book.cache.get(("risks", as_of), (*DERIVED_FROM, "deal"), lambda: _view(book, as_of), few=_VIEWS)


def limits(book: Book) -> Limits:
    """From where on signs count in this book: the usual limits with what its owner decided."""
    from portfolio_app.analysis.risk import Limits

    chosen = analysis_settings(book)
    return Limits(
        share=(chosen.watch_share, chosen.alarm_share), complaint_days=book_agenda(book).complaint_days
    )


def client_risk(book: Book, client_id: int, as_of: date) -> ClientRisk:
    """One client on the four axes, each sign with the records it was read from. Raises `NotFoundError`."""
    view = risk_view(book, as_of)
    found = client_rows(view, [client_id]).get(client_id)
    if found is None:
        raise NotFoundError("not_found", kind="client", id=client_id)
    with book.read() as connection:
        months = connection.exec_driver_sql(
            "SELECT replace_months FROM client WHERE id = ?", (client_id,)
        ).scalar()
        behind = [records_behind(connection, sign.code, client_id, as_of) for sign in found.signs]
    signs = tuple(
        replace(sign, records=records, count=count)
        for sign, (records, count) in zip(found.signs, behind, strict=True)
    )
    if months is None:
        return replace(found, signs=signs)
    part = min(int(months), 12) / 12
    until = None if found.at_risk is None else round(found.at_risk * part)
    return replace(found, signs=signs, replace_months=int(months), until_replaced=until)


def client_rows(view: RiskView, client_ids: Sequence[int]) -> dict[int, ClientRisk]:
    """Clients by id as a list shows them: the strongest sign first, without records or months to replace them."""
    known = [client for client in client_ids if client in view.risks.index]
    risks = view.risks.loc[known].to_dict("records")
    rows = view.metrics.loc[known, list(_COLUMNS)].to_dict("records")
    return {
        client: _client(view, client, risk, row) for client, risk, row in zip(known, risks, rows, strict=True)
    }


def strips(book: Book, client_ids: Sequence[int], as_of: date) -> list[Strip]:
    """The past orders of these clients and when the next was expected, see `analysis.risk_strips`."""
    from portfolio_app.analysis import risk_strips

    return risk_strips.strips(stored.sale_facts(book), stored.pace(book, as_of), client_ids)


def _view(book: Book, as_of: date) -> RiskView:
    from portfolio_app.analysis.risk import AXES, risk_table, unknown

    table = snapshot(book, as_of).metrics
    frames = stored.book_frames(book, as_of, WINDOW_DAYS)
    chosen = limits(book)
    risks = risk_table(table, frames.rhythm(), frames.surveys, as_of, chosen)
    blind = unknown(table)
    axes: dict[str, AxisView] = {axis: _axis(risks, axis, blind.get(axis, "")) for axis in AXES}
    revenue = int(table["revenue_window"].clip(lower=0).sum())
    return RiskView(as_of, chosen, axes, _lost(table, risks), revenue, table, risks)


def _lost(table: pd.DataFrame, risks: pd.DataFrame) -> Lost:
    import pandas as pd

    from portfolio_app.analysis.dependency import at_risk
    from portfolio_app.analysis.risk import at_risk_range

    amounts = pd.DataFrame({"client_id": table.index, "amount": table["revenue_window"].to_numpy()})
    found = at_risk(amounts, risks["p_active"])
    between = at_risk_range(found)
    if between is None:
        return Lost()
    return Lost(round(between[0]), found.amount, round(between[1]), found.share)


def _axis(risks: pd.DataFrame, axis: str, unknown: str) -> AxisView:
    rows = risks[risks[axis] > 0]
    alarm = _listed(risks, axis, 2)
    in_alarm = set(alarm)
    amount = {
        "cost": rows["loss"],
        "insolvency": rows["owed"],
    }.get(axis, rows["at_risk"].fillna(rows["stake"]))
    watch = [client for client in _listed(risks, axis, 1) if client not in in_alarm]
    shielded = int(rows["shielded"].sum())
    return AxisView(axis, tuple(watch), tuple(alarm), round(float(amount.sum())), shielded, unknown)


def _listed(risks: pd.DataFrame, axis: str, level: int) -> list[int]:
    import numpy as np

    from portfolio_app.analysis.risk import AXES

    on_any = axis not in AXES
    levels = risks[list(AXES)].to_numpy().max(axis=1, initial=0) if on_any else risks[axis].to_numpy()
    wanted = levels >= max(level, 1)
    if axis and on_any:
        wanted &= risks[axis].to_numpy(dtype=bool)
    kept = np.flatnonzero(wanted)
    by = _STAKES.get(axis, "exposed")
    amount = risks[by].fillna(risks["stake"]).to_numpy(dtype=float)[kept]
    # Equal amounts: the stronger sign first, then what the client brings.
    order = np.lexsort((-risks["stake"].to_numpy()[kept], -levels[kept], -amount))
    found: list[int] = risks.index.to_numpy()[kept[order]].tolist()
    return found


def _client(view: RiskView, client_id: int, risk: _Row, row: _Row) -> ClientRisk:
    from portfolio_app.analysis.risk import AXES, FLAGS

    at_risk = _number(risk["at_risk"])
    return ClientRisk(
        client_id=client_id,
        name=str(row["client_name"]),
        segment=str(row["segment"]),
        levels={axis: int(risk[axis]) for axis in AXES},
        signs=_signs(view, risk, row),
        flags=tuple(flag for flag in FLAGS if risk[flag]),
        stake=round(float(risk["stake"])),
        at_risk=None if at_risk is None else round(at_risk),
        loss=round(float(risk["loss"])),
        owed=round(float(risk["owed"])),
        p_active=_number(risk["p_active"]),
        orders=int(row["order_days"]),
        role=str(row["strategic_role"]),
        replace_months=None,
        until_replaced=None,
        next_due=_date(row["next_due"]),
    )


def _signs(view: RiskView, risk: _Row, row: _Row) -> tuple[Sign, ...]:
    from portfolio_app.analysis.risk import SIGNS

    found = [
        Sign(
            code,
            axis,
            int(risk[f"sign_{code}"]),
            _day(code, risk, row, view.as_of),
            _figures(code, row, view),
        )
        for code, axis in SIGNS.items()
        if risk[f"sign_{code}"] > 0
    ]
    return tuple(sorted(found, key=lambda sign: -sign.level))


_READ: dict[str, dict[str, str]] = {
    "share": {"share": "share", "revenue": "revenue_window", "rank": "rank", "orders": "orders_window"},
    "loss": {"result": "net_result_window", "margin": "margin_window", "served": "cost_to_serve_window"},
    "below_cost": {"margin": "margin_window", "revenue": "margin_known_window"},
    "thin": {"served": "cost_to_serve_window", "margin": "margin_window"},
    "effort": {"minutes": "minutes_window", "share": "share", "revenue": "revenue_window"},
    "returns": {"rate": "returns_rate"},
    "rhythm": {
        "silence": "recency_days",
        "usual": "typical_gap_days",
        "chance": "p_overdue",
        "orders": "order_days",
        "lateness": "lateness",
    },
    "falling": {
        "growth": "growth",
        "revenue": "revenue_window",
        "previous": "revenue_previous",
        "orders": "orders_window",
        "orders_before": "orders_previous",
    },
    "complaint": {"count": "complaints_open"},
    "satisfaction": {"nps": "nps_last", "csat": "csat_last"},
    "price": {},
    "announced": {"unpaid": "unpaid"},
    "overdue": {"amount": "overdue_amount", "days": "overdue_days"},
    "slow": {"days": "payment_delay_days"},
}
"""The figures of each sign, and the columns of the per-client table they are."""
_COLUMNS = frozenset(column for read in _READ.values() for column in read.values()) | {
    "client_name", "segment", "order_days", "strategic_role", "next_due", "oldest_open_complaint", "insolvency_on",
}  # fmt: skip
_Row = dict[Any, Any]


def _figures(code: str, row: _Row, view: RiskView) -> dict[str, float | None]:
    found = {name: _number(row[column]) for name, column in _READ[code].items()}
    if code == "effort":
        total = float(view.metrics["minutes_window"].sum())
        found["part"] = (found["minutes"] or 0) / total if total else None
    if code == "complaint" and (since := _date(row["oldest_open_complaint"])) is not None:
        found["days"] = float((view.as_of - since).days)
    return found


def _day(code: str, risk: _Row, row: _Row, as_of: date) -> date | None:
    """Since when a sign stands; the figures of a period stand since it began."""
    days: dict[str, Callable[[], Any]] = {
        "rhythm": lambda: _date(risk["late_on"]),
        "complaint": lambda: _date(row["oldest_open_complaint"]),
        "satisfaction": lambda: _date(risk["answered_on"]),
        "announced": lambda: _date(row["insolvency_on"]),
        "overdue": lambda: as_of - timedelta(days=int(row["overdue_days"])),
        "price": lambda: None,
    }
    found: date | None = days.get(code, lambda: as_of - timedelta(days=WINDOW_DAYS - 1))()
    return found


def _number(value: Any) -> float | None:
    return None if value is None or value != value else float(value)


def _date(value: Any) -> date | None:
    import pandas as pd

    return None if pd.isna(value) else value.date()
