"""What stands behind the concentration of a period: its months before, its groups, what could be lost and won."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from portfolio_app.models.entities import Client, Deal
from portfolio_app.models.money import to_units
from portfolio_app.services.places import HOME, countries_of
from portfolio_app.services.portfolio import DERIVED_FROM, WINDOW_DAYS, concentration, snapshot
from portfolio_app.services.settings import costs
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book
from portfolio_app.storage.product_frames import client_products

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.concentration import Concentration
    from portfolio_app.analysis.dependency import AtRisk, Balance
    from portfolio_app.analysis.spread import Spread

Dimension = Literal["segment", "sector", "category", "product", "city", "department", "region", "country"]
DIMENSIONS: tuple[Dimension, ...] = (
    "segment", "sector", "category", "product", "city", "department", "region", "country"
)  # fmt: skip
MONTHS = 24
_KEPT = 8
_YEAR = 365


@dataclass(frozen=True)
class Trend:
    """`frame`: see `analysis.concentration_over_time.over_time`, 24 months and today; `names` of its first clients.

    `swings`: see the same module. `first_sale`: since when sales are known.
    """

    frame: pd.DataFrame
    swings: pd.DataFrame
    names: dict[int, str]
    first_sale: date | None


@dataclass(frozen=True)
class Offer:
    """An open deal. `amount` in money units, `probability` in per cent; None where they are not said."""

    deal_id: int
    client_id: int
    client: str
    title: str
    amount: int | None
    probability: int | None
    expected_on: date | None

    def expected(self, *, fully: bool) -> int | None:
        """What it counts for: its amount, weighed by its probability unless `fully`; None where that is not said."""
        if self.amount is None or fully:
            return self.amount
        return None if self.probability is None else round(self.amount * self.probability / 100)


@dataclass(frozen=True)
class Loss:
    """What leaves with some clients, in a window.

    revenue, margin: money units, margin None where no cost is known; shares: parts of the whole book's;
    fixed_months: how many months of fixed costs a year of that margin pays; replace_months: the longest time that
    replacing one of them takes, as noted at the client.
    """

    clients: int
    revenue: int
    revenue_share: float | None
    margin: int | None
    margin_share: float | None
    fixed_months: float | None
    replace_months: int | None


@dataclass(frozen=True)
class Scenario:
    """The portfolio as it is and as it would be.

    `won`: what the offers chosen bring (money units of the measure); `not_counted`: how many of them have no amount
    or no probability to count with. `balance_before`, `balance`: what would bring the first below `limit`, None when
    it is. `fixed_months_before`, `fixed_months`: how many months of fixed costs a year's margin pays; None where costs,
    fixed costs or the length of the window are not known.
    """

    before: Concentration
    after: Concentration
    loss: Loss | None
    won: int
    not_counted: int
    limit: float
    balance_before: Balance | None
    balance: Balance | None
    fixed_months_before: float | None
    fixed_months: float | None


def trend(book: Book, as_of: date, measure: str = "revenue") -> Trend:
    """The concentration of the 12 months before each of the last 24 months and `as_of`."""

    def make() -> Trend:
        from portfolio_app.analysis.concentration_over_time import month_ends, over_time, swings

        facts = stored.sale_facts(book)
        frame = over_time(facts, month_ends(as_of, MONTHS), WINDOW_DAYS, measure)
        moved = swings(facts, as_of)
        wanted = {*frame["first"].tolist(), *moved["client_id"].head(_KEPT).tolist()}
        return Trend(frame, moved, _names(book, wanted), facts.first_day())

    key = ("concentration_over_time", as_of, measure)
    return book.cache.get(key, ("sale", "client"), make, few=_KEPT)


def year_before(as_of: date, window_days: int | None) -> date | None:
    """The end of the same season before: a year earlier, or as many as the window is long; None for all time."""
    if window_days is None:
        return None
    days = _YEAR * -(-window_days // _YEAR)
    return as_of - timedelta(days=days) if as_of.toordinal() > days + window_days else None


def exposure(book: Book, as_of: date, window_days: int | None, measure: str = "revenue") -> AtRisk:
    """Dependency at risk: the shares of the window weighed by the chance, on `as_of`, that their client is lost."""

    def make() -> AtRisk:
        import pandas as pd

        from portfolio_app.analysis.dependency import at_risk

        table = snapshot(book, as_of).metrics
        chance = table["p_active"] if "p_active" in table else pd.Series(dtype=float)
        return at_risk(concentration(book, as_of, window_days, measure).result.table, chance)

    key = ("dependency_at_risk", as_of, window_days, measure)
    return book.cache.get(key, DERIVED_FROM, make, few=_KEPT)


def spread(
    book: Book, as_of: date, window_days: int | None, by: Dimension, measure: str = "revenue"
) -> Spread:
    """The concentration by segment, sector, product category, product or place. Raises ValueError for another `by`."""
    if by not in DIMENSIONS:
        raise ValueError(by)

    def make() -> Spread:
        from portfolio_app.analysis.spread import spread as compute

        if by in ("category", "product"):
            return compute(_product_rows(book, as_of, window_days, by, measure))
        amounts = concentration(book, as_of, window_days, measure).result.table
        labels = _client_labels(book, as_of, by)
        rows = amounts[["client_id", "amount"]]
        return compute(rows.assign(label=labels.reindex(rows["client_id"]).fillna("").to_numpy(dtype=object)))

    key = ("spread", as_of, window_days, by, measure)
    return book.cache.get(key, (*DERIVED_FROM, "product"), make, few=_KEPT)


def _product_rows(book: Book, as_of: date, window_days: int | None, by: str, measure: str) -> pd.DataFrame:
    rows = client_products(book, as_of, window_days)
    if measure == "margin":
        rows = rows[rows["margin"].notna()]
        rows = rows.assign(amount=rows["margin"].round().astype("int64"))
    return rows[["client_id", "amount", by]].rename(columns={by: "label"})


def _client_labels(book: Book, as_of: date, by: str) -> pd.Series:
    """What each client's group is called, by client_id."""
    import pandas as pd

    if by == "segment":
        found = snapshot(book, as_of).metrics["segment"]
        return pd.Series(found.astype(object).to_numpy(), index=found.index)
    clients = stored.clients(book).set_index("client_id")
    if by in ("sector", "city", "region"):
        return clients[by]
    if by == "country":
        return clients["country"].map(_countries(clients["country"].tolist()))
    from portfolio_app.analysis.places import department

    codes = {text: department(text) for text in set(clients["postcode"])}
    return clients["postcode"].map(codes).where(countries_of(book, clients).eq(HOME), "")


def _countries(texts: list[str]) -> dict[str, str]:
    """For each way a country is written, the way it is written most often: FR and France are one."""
    from portfolio_app.exchange.countries import country_code

    counted = Counter(texts)
    best: dict[str, str] = {}
    for text, _ in counted.most_common():
        best.setdefault(country_code(text) or text, text)
    return {text: best[country_code(text) or text] for text in counted}


def offers(book: Book) -> tuple[Offer, ...]:
    """The open deals, the most expected of them first."""

    def read() -> tuple[Offer, ...]:
        wanted = (
            select(Deal, Client.name).join(Client, Client.id == Deal.client_id).where(Deal.status == "open")
        )
        with book.read_session() as session:
            found = [
                Offer(
                    deal.id,
                    deal.client_id,
                    name,
                    deal.title,
                    None if deal.amount is None else to_units(deal.amount),
                    deal.probability,
                    deal.expected_on,
                )
                for deal, name in session.execute(wanted)
            ]
        return tuple(sorted(found, key=lambda each: (-(each.expected(fully=False) or 0), each.deal_id)))

    return book.cache.get("open_offers", ("deal", "client"), read)


def what_if(
    book: Book,
    as_of: date,
    window_days: int | None,
    measure: str = "revenue",
    *,
    lost: Collection[int] = (),
    won: Collection[int] = (),
    fully: bool = False,
    limit: float = 0.10,
) -> Scenario:
    """The portfolio without the clients `lost` and with the open deals `won`, by their ids.

    Deals count with their probability unless `fully`, and on top of the window's amounts; for the margin, by the
    margin rate of the whole book.
    """
    from portfolio_app.analysis import dependency

    before = concentration(book, as_of, window_days, measure).result
    rate = _margin_rate(book, as_of, window_days) if measure == "margin" else 1.0
    chosen = [each for each in offers(book) if each.deal_id in set(won)]
    gains = [(each, each.expected(fully=fully)) for each in chosen if each.client_id not in set(lost)]
    counted = [
        dependency.Won(each.client_id, each.client, round(amount * rate))
        for each, amount in gains
        if amount is not None and rate is not None
    ]
    after = dependency.what_if(before.table, lost, counted)
    loss = _loss(book, as_of, window_days, lost) if lost else None
    paid, left = _fixed_months(book, as_of, window_days, loss)
    return Scenario(
        before=before,
        after=after,
        loss=loss,
        won=sum(each.amount for each in counted),
        not_counted=len(gains) - len(counted),
        limit=limit,
        balance_before=dependency.balance(before.table, limit),
        balance=dependency.balance(after.table, limit),
        fixed_months_before=paid,
        fixed_months=left,
    )


def _margin_rate(book: Book, as_of: date, window_days: int | None) -> float | None:
    sold = stored.sale_facts(book).aggregate(as_of, window_days)
    known = int(sold["margin_known_window"].sum())
    return int(sold["margin_window"].sum()) / known if known > 0 else None


def _loss(book: Book, as_of: date, window_days: int | None, lost: Collection[int]) -> Loss:
    ids = list(lost)
    revenue = concentration(book, as_of, window_days).result
    margin = concentration(book, as_of, window_days, "margin").result

    def part(found: Concentration) -> tuple[int | None, float | None]:
        own = found.table.loc[found.table["client_id"].isin(ids), "amount"]
        amount, total = int(own.sum()), found.figures.total
        return (amount if len(own) else None), (amount / total if total > 0 and len(own) else None)

    with book.read_session() as session:
        found = select(Client.replace_months).where(Client.id.in_(ids), Client.replace_months.is_not(None))
        replacing = session.scalars(found).all()
    sold, sold_share = part(revenue)
    earned, earned_share = part(margin)
    fixed = _fixed_month(book)
    yearly = None if earned is None else _yearly(earned, window_days)
    return Loss(
        clients=len(ids),
        revenue=sold or 0,
        revenue_share=sold_share,
        margin=earned,
        margin_share=earned_share,
        fixed_months=None if fixed is None or yearly is None else yearly / fixed,
        replace_months=max((int(each) for each in replacing if each is not None), default=None),
    )


def _fixed_months(
    book: Book, as_of: date, window_days: int | None, loss: Loss | None
) -> tuple[float | None, float | None]:
    """How many months of fixed costs a year's margin pays, and would pay after the loss."""
    fixed = _fixed_month(book)
    found = concentration(book, as_of, window_days, "margin").result
    if fixed is None or not len(found.table) or (whole := _yearly(found.figures.total, window_days)) is None:
        return None, None
    gone = _yearly(loss.margin or 0, window_days) if loss is not None else 0.0
    return whole / fixed, (whole - (gone or 0.0)) / fixed


def _yearly(amount: int, window_days: int | None) -> float | None:
    return None if window_days is None else amount * _YEAR / window_days


def _fixed_month(book: Book) -> int | None:
    """The fixed costs of a month in money units, None where they are not said."""
    fixed: Decimal | None = costs(book).fixed_month
    return to_units(fixed) if fixed else None


def _names(book: Book, ids: Collection[int]) -> dict[int, str]:
    with book.read_session() as session:
        found = session.execute(select(Client.id, Client.name).where(Client.id.in_(list(ids))))
        return {row[0]: row[1] for row in found}
