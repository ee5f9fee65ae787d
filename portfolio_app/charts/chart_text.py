"""The words and number formats of a chart, already in the user's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


def _plain_money(units: float) -> str:
    return f"{units / 1_000_000:g}"


def _plain_percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _plain_count(number: float) -> str:
    return f"{number:,.0f}".replace(",", "\u202f")


def _plain_month(month: date) -> str:
    return f"{month:%m/%y}"


@dataclass(frozen=True)
class ChartText:
    """Labels, each "" to leave it out, and formatters.

    `money` takes money units and gives a short amount ("12 k€"); `percent` a fraction of 1; `count` a
    whole number; `month` the first day of a month. `x_label` and `y_label` name the axes, `guide` is the
    sentence at the guide line ("80 % of revenue: 17 clients out of 143"), `note` a figure written in the
    chart ("Gini 0.71"), `empty` what to say when there is nothing to draw.
    """

    x_label: str = ""
    y_label: str = ""
    guide: str = ""
    note: str = ""
    empty: str = ""
    money: Callable[[float], str] = _plain_money
    percent: Callable[[float], str] = _plain_percent
    count: Callable[[float], str] = _plain_count
    month: Callable[[date], str] = _plain_month
