"""The columns of the Value tab's table: what each says, and what it means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.cells import BadgeCell, Cell, Chip
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import value_words as words
from portfolio_app.ui.pages.analysis.value_data import Answer, ValueLine

translate = QCoreApplication.translate
_FACTS = ("name", "segment", "revenue", "last", "recency", "gap", "simple")
_NUMBERS = ("name", "segment", "simple", "p", "expected_orders", "value", "range", "sure")
COLUMNS_OF = (_FACTS, (*_FACTS, "tier"), _NUMBERS, _NUMBERS)
"""The keys of the columns shown at each level."""


def columns(currency: Callable[[], str], shown: Callable[[], Answer | None]) -> list[Column]:
    """All columns; `shown` gives the answer that the rows are of."""
    return [*_facts(currency, shown), *_forecasts(currency)]


def _facts(currency: Callable[[], str], shown: Callable[[], Answer | None]) -> list[Column]:
    none = i18n.NO_VALUE

    def segment(row: ValueLine) -> Cell:
        answer = shown()
        info = answer.segments.get(row.segment) if answer is not None else None
        if answer is None or info is None:
            return none
        return Chip(words.segment_name(answer, row.segment), info.colour)

    return [
        Column("name", translate("ValueTab", "Client"), lambda row: row.name, sort_key="name", width=150,
               style="strong", stretch=True),
        Column("segment", translate("ValueTab", "Segment"), segment, sort_key="segment", width=112),
        Column("revenue", translate("ValueTab", "Revenue 12 m"),
               lambda row: i18n.money(row.revenue, currency()), "right", "revenue", 110,
               explain=translate("ValueTab", "Sum of the sales of the last 12 months, net of returns.")),
        Column("last", translate("ValueTab", "Last order"), lambda row: words.day(row.last_sale), "right",
               "recency", 100),
        Column("recency", translate("ValueTab", "Silence"), lambda row: i18n.relative_days(row.recency), "right",
               "recency", 80, explain=translate("ValueTab", "Days since the last order.")),
        Column("gap", translate("ValueTab", "Usual gap"),
               lambda row: none if row.gap is None else i18n.relative_days(round(row.gap)), "right", "gap", 90,
               explain=translate("ValueTab", "Days from one order to the next, on average, so far.")),
        Column("simple", translate("ValueTab", "Simple value"),
               lambda row: none if row.simple is None else words.about(row.simple, currency()), "right", "simple", 100,
               explain=translate(
                   "ValueTab",
                   "Average order × orders a year × average relationship of your clients in years. Counted from the "
                   "past alone, in revenue: it does not know who has stopped buying.")),
    ]  # fmt: skip


def _forecasts(currency: Callable[[], str]) -> list[Column]:
    none = i18n.NO_VALUE
    return [
        Column("p", translate("ValueTab", "Order in 90 days"), lambda row: words.chances(row.p), "left", "p", 178,
               explain=translate(
                   "ValueTab",
                   "Chance of an order within 90 days: that the client is still one, and that its rhythm brings it "
                   "back by then. Learnt from the gaps between all clients’ orders.")),
        Column("expected_orders", translate("ValueTab", "To come"),
               lambda row: none if row.expected_orders is None else words.count_about(row.expected_orders), "right",
               "expected_orders", 80,
               explain=translate("ValueTab", "Orders expected over the time looked ahead.")),
        Column("value", translate("ValueTab", "Value"), lambda row: words.worth_text(row, currency()), "right",
               "value", 90, style="strong",
               explain=translate(
                   "ValueTab",
                   "Margin expected over the time looked ahead, discounted. Where the range is wider than the estimate "
                   "a class stands instead: likely, uncertain or unlikely to order.")),
        Column("range", translate("ValueTab", "8 times in 10"), lambda row: words.range_text(row, currency()), "right",
               width=130, explain=translate("ValueTab", "The value falls between these 8 times in 10.")),
        Column("sure", translate("ValueTab", "Rests on"), lambda row: _rests_on(row), "left", "own_orders", 100,
               style="muted",
               explain=translate(
                   "ValueTab", "How many repeat orders of its own the estimate rests on; with none it is that of your "
                   "other clients.")),
        Column("tier", translate("ValueTab", "To order"), _tier, "left", "p_order", 110,
               explain=translate(
                   "ValueTab", "Whether an order is likely, uncertain or unlikely over the time looked ahead. With so "
                   "few clients more than these three classes cannot be told.")),
    ]  # fmt: skip


def _rests_on(row: ValueLine) -> str:
    count = row.own_orders
    if not count:
        return translate("ValueTab", "the others only")
    return translate("ValueTab", "%n repeat(s)", None, count)


def _tier(row: ValueLine) -> Cell:
    if row.tier not in words.TIER_TONES:
        return i18n.NO_VALUE
    return BadgeCell(words.tier(row.tier), words.TIER_TONES[row.tier])
