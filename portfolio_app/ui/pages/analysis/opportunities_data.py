"""What the tab of opportunities asks for and does, and what it shows; everything here runs on the book's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from portfolio_app.analysis.opportunities import Opportunities
    from portfolio_app.services.books import Book
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.plans import PlanView

KINDS = ("cross_sell", "upsell", "frequency", "win_back", "look_alike")
Unit = Literal["", "product", "category"]
GRID_CLIENTS, GRID_ITEMS = 30, 14
FIRST_CLIENTS, FIRST_ITEMS = 8, 8
"""So much of it stands on a dashboard."""
FIRST = 200


@dataclass(frozen=True)
class Question:
    """What is asked; `unit` "" takes products or categories, as suits the book."""

    today: date
    unit: Unit = ""


@dataclass(frozen=True)
class Row:
    """One opportunity. Amounts in money units, None where not known; the other fields as in `Opportunities.rows`.

    `typical` and `own` are money units for orders and revenue, days for gaps and silences.
    """

    place: int
    client_id: int
    client: str
    kind: str
    about: str
    item: str
    given: str
    amount: int | None
    margin: int | None
    chance: float | None
    found: int
    of: int
    typical: float
    own: float | None
    basis: str
    traits: tuple[tuple[str, str], ...]
    segment: str
    segment_name: str
    colour: str
    complaint: bool


@dataclass(frozen=True)
class Rule:
    """Who takes `a` takes `b`: `both` of the `takers` of a, of `clients` in all."""

    a: str
    b: str
    clients: int
    takers: int
    both: int
    support: float
    confidence: float
    lift: float
    lift_low: float


@dataclass(frozen=True)
class Served:
    """What a segment brings and gets; shares and `effort` None where not known. `why` it is under-served, or ""."""

    segment: str
    name: str
    colour: str
    clients: int
    revenue: int
    potential: int
    worth: float | None
    touches: int
    touch_share: float | None
    effort: float | None
    on_time: int
    of: int
    why: str


@dataclass(frozen=True)
class Grid:
    """Clients by items: what they took in 12 months (`taken`, money units) and the rows proposed to them (`gaps`)."""

    clients: tuple[tuple[int, str], ...]
    items: tuple[str, ...]
    taken: dict[tuple[int, int], int]
    gaps: dict[tuple[int, int], Row]


@dataclass(frozen=True)
class Answer:
    """Everything the tab shows. `places` of the rows by kind, the best first; `totals` expected a year by kind.

    `buyers`: clients with an order in the last 12 months.
    """

    question: Question
    unit: str
    why: str
    places: dict[str, list[int]]
    totals: dict[str, int]
    knows_margin: bool
    rules: tuple[Rule, ...]
    served: tuple[Served, ...]
    grid: Grid
    dropped: dict[str, int]
    conversion: tuple[int, int, str]
    has_sales: bool
    buyers: int
    found: Opportunities = field(repr=False)
    names: Any = field(repr=False)
    segments: dict[str, tuple[str, str]] = field(repr=False)
    first: dict[int, Row] = field(repr=False)

    @property
    def all_places(self) -> list[int]:
        """Every row, the best first."""
        return list(range(len(self.found.rows)))


def look(book: Book, question: Question) -> Answer:
    """The opportunities of today, ready to be shown."""
    from portfolio_app.services import opportunities, portfolio

    found = opportunities.opportunities(book, question.today, question.unit or None)
    table = portfolio.snapshot(book, question.today).metrics
    infos = portfolio.segments(book, as_of=question.today)
    segments = {each.code: (each.name, each.colour) for each in infos}
    kinds, amounts = found.rows["kind"], found.rows["amount"].fillna(0.0)
    places = {kind: (kinds == kind).to_numpy().nonzero()[0].tolist() for kind in KINDS}
    lines = _rows(found, table["client_name"], segments, range(min(FIRST, len(found.rows))))
    return Answer(
        question=question,
        unit=found.unit,
        why=found.why,
        places=places,
        totals={kind: round(float(amounts[kinds == kind].sum())) for kind in KINDS},
        knows_margin=found.margin_rate == found.margin_rate,
        rules=_rules(found),
        served=_served(found, segments),
        grid=_grid(found, table["client_name"], segments),
        dropped={name: getattr(found.dropped, name) for name in ("refused", "taken", "offered", "unpaid")},
        conversion=found.conversion,
        has_sales=bool((table["orders"] > 0).any()),
        buyers=int((table["orders_window"] > 0).sum()),
        found=found,
        names=table["client_name"],
        segments=segments,
        first={each.place: each for each in lines},
    )


def look_at_grid(book: Book, today: date) -> Answer:
    """The opportunities of today with as much of the grid as can be read on a dashboard."""
    answer = look(book, Question(today))
    return replace(answer, grid=first_of(answer.grid, FIRST_CLIENTS, FIRST_ITEMS))


def first_of(grid: Grid, clients: int, items: int) -> Grid:
    """The first clients of a grid, and the items that would bring most with these."""
    worth = [0] * len(grid.items)
    for (line, column), row in grid.gaps.items():
        if line < clients:
            worth[column] += row.amount or 0
    best = sorted(range(len(worth)), key=lambda column: (-worth[column], column))[:items]
    place = {column: number for number, column in enumerate(sorted(best))}

    def kept(cells: dict[tuple[int, int], Any]) -> dict[tuple[int, int], Any]:
        return {
            (line, place[column]): cell
            for (line, column), cell in cells.items()
            if line < clients and column in place
        }

    return Grid(
        clients=grid.clients[:clients],
        items=tuple(grid.items[column] for column in place),
        taken=kept(grid.taken),
        gaps=kept(grid.gaps),
    )


def fetch(answer: Answer | None, places: Sequence[int]) -> dict[int, Row]:
    """The rows at these places."""
    if answer is None:
        return {}
    known = [place for place in places if 0 <= place < len(answer.found.rows)]
    return {each.place: each for each in _rows(answer.found, answer.names, answer.segments, known)}


def ordered(answer: Answer, places: Sequence[int], key: str, *, descending: bool) -> list[int]:
    """These places by a column: "client", "kind", "amount", "margin" or "chance"; what is not known comes last."""
    rows = answer.found.rows.iloc[list(places)]
    if key == "client":
        values = answer.names.reindex(rows["client_id"]).str.casefold()
    elif key == "kind":
        values = rows["kind"].map({kind: place for place, kind in enumerate(KINDS)})
    else:
        values = rows[key]
    by = values.reset_index(drop=True).sort_values(
        ascending=not descending, kind="stable", na_position="last"
    )
    return [places[place] for place in by.index]


def behind(answer: Answer, place: int) -> tuple[int, ...]:
    """The ids of the clients a row counts as its evidence."""
    return tuple(int(each) for each in answer.found.behind(place))


def plans(book: Book) -> list[PlanView]:
    """The plans a client can be put into."""
    from portfolio_app.services import plans as stored

    return stored.plans(book)


def plan(book: Book, offer: tuple[int, str, str], title: str) -> Changes:
    """Plan a follow-up about (client, kind, about)."""
    from portfolio_app.services import opportunities

    return opportunities.plan_offer(book, opportunities.Offer(*offer), {"title": title})


def enrol(book: Book, plan_id: int, offers: Sequence[tuple[int, str, str]]) -> Changes:
    """Put the clients of some opportunities into a plan."""
    from portfolio_app.services import opportunities

    return opportunities.enrol_offers(book, plan_id, [opportunities.Offer(*each) for each in offers])


def refuse(book: Book, offers: Sequence[tuple[int, str, str]]) -> Changes:
    """Set some opportunities aside."""
    from portfolio_app.services import opportunities

    return opportunities.refuse_offers(book, [opportunities.Offer(*each) for each in offers])


def _rows(
    found: Opportunities, names: Any, segments: dict[str, tuple[str, str]], places: Sequence[int]
) -> list[Row]:
    chosen = found.rows.iloc[list(places)]
    called = names.reindex(chosen["client_id"]).tolist()
    goods = (*found.goods.names, "")
    return [
        Row(
            place=place,
            client_id=int(row["client_id"]),
            client=name,
            kind=row["kind"],
            about=row["about"],
            item=goods[row["item"]],
            given=goods[row["given"]],
            amount=_units(row["amount"]),
            margin=_units(row["margin"]),
            chance=_number(row["chance"]),
            found=int(row["found"]),
            of=int(row["of"]),
            typical=float(row["typical"]),
            own=_number(row["own"]),
            basis=row["basis"],
            traits=found.traits[row["group"]] if row["kind"] == "look_alike" else (),
            segment=row["segment"],
            segment_name=segments.get(row["segment"], ("", ""))[0],
            colour=segments.get(row["segment"], ("", ""))[1],
            complaint=bool(row["complaint"]),
        )
        for place, name, row in zip(places, called, chosen.to_dict("records"), strict=True)
    ]


def _rules(found: Opportunities) -> tuple[Rule, ...]:
    names = found.goods.names
    return tuple(
        Rule(
            a=names[rule["a"]],
            b=names[rule["b"]],
            clients=int(rule["n"]),
            takers=int(rule["n_a"]),
            both=int(rule["n_ab"]),
            support=float(rule["support"]),
            confidence=float(rule["confidence"]),
            lift=float(rule["lift"]),
            lift_low=float(rule["lift_low"]),
        )
        for rule in found.rules.head(FIRST).to_dict("records")
    )


def _served(found: Opportunities, segments: dict[str, tuple[str, str]]) -> tuple[Served, ...]:
    return tuple(
        Served(
            segment=each["segment"],
            name=segments.get(each["segment"], ("", ""))[0],
            colour=segments.get(each["segment"], ("", ""))[1],
            clients=each["clients"],
            revenue=round(each["revenue"]),
            potential=round(each["potential"]),
            worth=_number(each["worth_share"]),
            touches=each["touches"],
            touch_share=_number(each["touch_share"]),
            effort=_number(each["effort"]),
            on_time=each["on_time"],
            of=each["of"],
            why=each["why"],
        )
        for each in found.served.to_dict("records")
    )


def _grid(found: Opportunities, names: Any, segments: dict[str, tuple[str, str]]) -> Grid:
    """The clients to whom items worth most are proposed, against the items proposed or taken most."""
    import numpy as np

    goods, rows = found.goods, found.rows
    gaps = rows[rows["kind"] == "cross_sell"]
    clients = gaps.groupby("client_id")["value"].sum().nlargest(GRID_CLIENTS).index
    gaps = gaps[gaps["client_id"].isin(clients)]
    takers = np.bincount(goods.item, minlength=len(goods.keys))
    wanted = gaps.groupby("item")["value"].sum().nlargest(GRID_ITEMS).index.tolist()
    wanted += [each for each in np.argsort(-takers, kind="stable").tolist() if each not in wanted]
    items = sorted(wanted[:GRID_ITEMS], key=lambda each: (-takers[each], each))
    column = {item: place for place, item in enumerate(items)}
    line = {int(client): place for place, client in enumerate(clients)}
    shown = gaps[gaps["item"].isin(items)]
    listed = _rows(found, names, segments, shown.index.tolist())
    owners = goods.clients[goods.owner]
    rows_of = np.flatnonzero(
        np.isin(owners, np.array(list(line), dtype=np.int64)) & np.isin(goods.item, items)
    )
    return Grid(
        clients=tuple((client, str(names.get(client, ""))) for client in line),
        items=tuple(goods.names[item] for item in items),
        taken={
            (line[int(owners[row])], column[int(goods.item[row])]): int(goods.amount[row]) for row in rows_of
        },
        gaps={
            (line[each.client_id], column[item]): each
            for each, item in zip(listed, shown["item"].tolist(), strict=True)
        },
    )


def _units(value: Any) -> int | None:
    return None if value != value else round(value)


def _number(value: Any) -> float | None:
    return None if value != value else float(value)
