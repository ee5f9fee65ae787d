"""The list of clients: its columns, and what it asks the book for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication

from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.ui import i18n, messages, metric_words
from portfolio_app.ui.item_models.cells import BadgeCell, Cell, Chip, Spark
from portfolio_app.ui.item_models.lazy_table import BLOCK, Column
from portfolio_app.ui.pages import client_words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_tooltip

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column as Metric
    from portfolio_app.services.client_views import ClientRow
    from portfolio_app.services.groups import Group
    from portfolio_app.services.portfolio import SegmentInfo

translate = QCoreApplication.translate

SETTINGS_KEY = "clients"
FIXED_COLUMN = "name"
BY_IMPORTANCE = ("name", "revenue", "next_action", "segment", "last_touch", "trend", "city", "abc")
"""The order in which columns get the room there is, while the user has chosen none."""
ARROW_ROOM = 30
"""What a heading needs besides its words: padding and the arrow of the order."""

EXTRA = "metric."
"""What the keys of the columns begin with that show an indicator or a field of the user's own."""
SHOWN_ANYHOW = frozenset({"client_name", "city", "revenue_window", "abc_rank", "days_since_touch"})
"""Indicators that have a column of their own."""
LEAST_WORDS = 90
"""So wide at least is a column of words."""
_WIDTHS = {"money": 100, "int": 76, "ratio": 86, "date": 92, "text": 130, "list": 140, "flag": 70}


@dataclass(frozen=True)
class Wish:
    """Which clients to list, in which order.

    `segment` is one of the segmentation in force, or of `segmentation` where that is given. `ids`: only some of
    these, which `title` names.
    """

    sort: str = "revenue"
    descending: bool = True
    segment: str = ""
    query: str = ""
    segmentation: str = ""
    group: int | None = None
    tag: str = ""
    ids: tuple[int, ...] | None = None
    title: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the order is wished."""
        return self != Wish(self.sort, self.descending)

    def without_figures(self) -> Wish:
        """The list that can be shown at once."""
        return Wish("name", False, query=self.query, ids=self.ids)

    def without_filters(self) -> Wish:
        """All clients, in the same order."""
        return Wish(self.sort, self.descending)

    def but(self, **given: Any) -> Wish:
        """The same with something else."""
        return replace(self, **given)


@dataclass(frozen=True)
class Listing:
    """The book's answer: the ids (None: as before), and the rows of the blocks that will be seen first.

    `alone`: by field of `Wish`, how many clients that filter lets through by itself.
    """

    ids: list[int] | None
    rows: dict[int, ClientRow]
    wish: Wish
    with_figures: bool
    alone: dict[str, int]


@dataclass
class FigureState:
    """What the book's thread must know to fill rows.

    `ready`: whether the computed figures may be asked for without making the list wait. `extra`: the indicators
    that have columns besides the usual ones.
    """

    ready: bool = False
    extra: tuple[str, ...] = ()


@dataclass(frozen=True)
class Overview:
    """The segments of the book, how many clients each has, its groups, and all that can be a column."""

    segments: Sequence[SegmentInfo]
    counts: dict[str, int]
    groups: Sequence[Group]
    catalogue: Mapping[str, Metric]


def list_clients(
    book: Any,
    today: date,
    wish: Wish,
    known: Sequence[int],
    anchor: int | None,
    at_once: bool,
    extra: Sequence[str] = (),
) -> Listing:
    """The list as wished, or by name and without figures when `at_once` and they are not computed yet.

    `known` are the ids shown now; when they change, the rows around `anchor`, the client in sight, come
    along, so that nothing blinks.
    """
    from portfolio_app.services import client_views, portfolio

    figures = not at_once or portfolio.has_snapshot(book, today)
    alone = _counts_alone(book, today, wish) if figures else {}
    wanted = wish if figures else wish.without_figures()
    ids = client_views.client_ids(
        book,
        today,
        sort=wanted.sort,
        descending=wanted.descending,
        segment=wanted.segment,
        query=wanted.query,
        segmentation=wanted.segmentation,
        group=wanted.group,
        tag=wanted.tag,
        ids=wanted.ids,
    )
    if ids and ids == known:
        return Listing(None, {}, wish, figures, alone)
    seen = ids[:BLOCK]
    if anchor is not None and anchor not in seen and anchor in (rest := ids[BLOCK:]):
        first = (rest.index(anchor) // BLOCK + 1) * BLOCK
        seen = seen + ids[first : first + BLOCK]
    rows = client_views.client_rows(book, seen, today, figures=figures, columns=extra)
    return Listing(ids, {row.id: row for row in rows}, wish, figures, alone)


def _counts_alone(book: Any, today: date, wish: Wish) -> dict[str, int]:
    from portfolio_app.services import client_views

    ids_of = partial(client_views.client_ids, book, today)
    counts: dict[str, int] = {}
    if wish.segment and wish.segmentation:
        counts["segment"] = len(ids_of(segment=wish.segment, segmentation=wish.segmentation))
    if wish.group is not None:
        counts["group"] = len(ids_of(group=wish.group))
    if wish.tag:
        counts["tag"] = len(ids_of(tag=wish.tag))
    if wish.ids is not None:
        counts["ids"] = len(ids_of(ids=wish.ids))
    return counts


def overview(book: Any, today: date) -> Overview:
    """Segments and counts; computes the figures of the book when they are not there."""
    from portfolio_app.services import client_views, groups, portfolio, segmentations

    return Overview(
        portfolio.segments(book),
        client_views.segment_counts(book, today),
        groups.groups(book),
        segmentations.catalogue(book),
    )


def fetch_rows(
    book: Any, ids: list[int], today: Callable[[], date], state: FigureState
) -> dict[int, ClientRow]:
    """The rows of a block, for the table."""
    from portfolio_app.services import client_views

    rows = client_views.client_rows(book, ids, today(), figures=state.ready, columns=state.extra)
    return {row.id: row for row in rows}


class ClientColumns:
    """The columns of the list, which need the currency, the day and the segments to be written."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self.segments: Mapping[str, SegmentInfo] = {}
        self.catalogue: Mapping[str, Metric] = {}

    def extra(self, names: Sequence[str]) -> list[Column]:
        """A column for each of these indicators that the book has."""
        return [self._extra_column(self.catalogue[name]) for name in names if name in self.catalogue]

    def _extra_column(self, metric: Metric) -> Column:
        align: Literal["left", "right"] = "right" if metric.kind in ("money", "int", "ratio") else "left"
        title = metric_words.title(metric.name, self.catalogue)
        return Column(
            EXTRA + metric.name,
            title,
            partial(self._extra_value, metric),
            align=align,
            sort_key=metric.name,
            width=_WIDTHS.get(metric.kind, 100),
            least=LEAST_WORDS if metric.kind in ("text", "list") else 0,
            # A long title is shortened in the heading.
            explain=plain_tooltip(f"{title}\n{metric_words.explanation(metric.name)}"),
        )

    def _extra_value(self, metric: Metric, row: ClientRow) -> Cell:
        if row.revenue is None or metric.name not in row.extra:
            return ""
        return metric_words.value_text(metric, row.extra[metric.name], self._context.currency())

    def columns(self) -> list[Column]:
        """The usual ones, in their order."""
        return [
            Column(
                "name", translate("ClientList", "Client"), lambda row: row.name,
                sort_key="name", width=190, least=120, style="strong", stretch=True,
            ),
            Column(
                "segment", translate("ClientList", "Segment"), self._segment, sort_key="segment", width=118,
                least=96,
                explain=translate("ClientList", "The one segment the client is in today, by its rule."),
            ),
            Column(
                "abc", translate("ClientList", "ABC"), lambda row: row.abc or i18n.NO_VALUE, align="center",
                sort_key="abc", width=52,
                explain=translate(
                    "ClientList",
                    "A: the first 20 % of the clients by revenue of 12 months, B: the next 20 %, C: the rest.",
                ),
            ),
            Column(
                "city", translate("ClientList", "City"), lambda row: row.city, sort_key="city", width=116,
                least=84,
            ),
            Column(
                "revenue", translate("ClientList", "Revenue 12 m"), self._revenue, align="right",
                sort_key="revenue", width=110, least=102,
                explain=translate("ClientList", "Revenue of the last 12 months, net of returns."),
            ),
            Column(
                "trend", translate("ClientList", "Trend"), self._trend, width=84, least=64,
                explain=translate("ClientList", "Revenue month by month over the last 12 months."),
            ),
            Column(
                "last_touch", translate("ClientList", "Last touch"), self._last_touch, sort_key="last_touch",
                width=80, style="muted",
                explain=translate("ClientList", "Days since the last call, visit, e-mail… that was logged."),
            ),
            Column(
                "next_action", translate("ClientList", "Next action"), self._next_action,
                sort_key="next_action", width=108,
                explain=translate("ClientList", "The one next thing to do, and when."),
            ),
        ]  # fmt: skip

    def _segment(self, row: ClientRow) -> Cell:
        info = self.segments.get(row.segment)
        return Chip(segment_title(row.segment, info), info.colour if info else "") if row.segment else ""

    def _revenue(self, row: ClientRow) -> Cell:
        if row.revenue is None:
            return ""
        return i18n.money(row.revenue, self._context.currency()) if row.revenue else i18n.NO_VALUE

    def _trend(self, row: ClientRow) -> Cell:
        if not row.trend:
            return ""
        info = self.segments.get(row.segment)
        colour = info.colour if info else ""
        if not any(row.trend):
            return Spark((0, 0), colour, translate("ClientList", "no sales"))
        months = [amount / MONEY_SCALE for amount in row.trend]
        words = translate("ClientList", "from {first} to {last} a month").format(
            first=i18n.short_money(row.trend[0], self._context.currency()),
            last=i18n.short_money(row.trend[-1], self._context.currency()),
        )
        return Spark(months, colour, words)

    def _last_touch(self, row: ClientRow) -> Cell:
        if row.revenue is None:
            return ""
        return i18n.relative_days(row.days_since_touch)

    def _next_action(self, row: ClientRow) -> Cell:
        if row.revenue is None:
            return ""
        return BadgeCell(*client_words.badge(row.next_action, self._context.today()))


def segment_title(code: str, info: SegmentInfo | None) -> str:
    """A segment's name, as the user calls it or in our words."""
    return messages.segment_name(code, info.name if info else "")
