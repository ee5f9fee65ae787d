"""The indicators over a period against another, for scripts."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.cli.common import DONE, amount, opened, plain, print_json
from portfolio_app.services import books

if TYPE_CHECKING:
    from portfolio_app.analysis.cohorts import Cohorts
    from portfolio_app.analysis.kpi_board import Reading
    from portfolio_app.analysis.revenue_bridge import Bridge
    from portfolio_app.analysis.revenue_forecast import Forecast
    from portfolio_app.services.kpis import KpiView

PERIODS = ("year", "full_year", "so_far", "quarter", "month")
AGAINST = ("year", "before")
Days = tuple[date, date]


def days(text: str, names: tuple[str, ...]) -> str | Days:
    """One of the names, or two days with ".." between them. Raises `argparse.ArgumentTypeError`."""
    if text in names:
        return text
    try:
        first, last = (date.fromisoformat(part) for part in text.split(".."))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text[:80]}” is none of {', '.join(names)}, nor two days like 2026-01-01..2026-03-31"
        ) from None
    if last < first:
        raise argparse.ArgumentTypeError(f"“{text[:80]}” ends before it begins")
    return first, last


def period(text: str) -> str | Days:
    """The argument of --period."""
    return days(text, PERIODS)


def against(text: str) -> str | Days:
    """The argument of --against."""
    return days(text, AGAINST)


def kpis(arguments: argparse.Namespace) -> int:
    """Every indicator, the revenue bridge, the cohorts and the forecast; what comes after the day is not known."""
    from portfolio_app.services import kpis as service

    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        asked, other = arguments.period, arguments.against
        chosen = service.named_period(asked, as_of) if isinstance(asked, str) else asked
        compared = service.compared_with(other, chosen) if isinstance(other, str) else other
        view = service.indicators(book, as_of, chosen, compared)
        currency = books.info(book).currency
        if not arguments.json:
            _print(view, currency)
            return DONE
        answer = {
            "as_of": as_of.isoformat(),
            "currency": currency,
            "period": _days(chosen),
            "against": _days(compared),
            "activity_days": view.window,
            "indicators": [_indicator(view, code) for code in view.indicators],
            "bridge": _bridge(
                service.bridge(book, as_of, *sorted((compared, chosen), key=lambda each: each[1]))
            ),
            "cohorts": _cohorts(service.cohorts(book, as_of)),
            "forecast": _forecast(service.forecast(book, as_of)),
        }
    print_json(answer)
    return DONE


def _days(asked: Days) -> dict[str, Any]:
    return {
        "start": asked[0].isoformat(),
        "end": asked[1].isoformat(),
        "days": (asked[1] - asked[0]).days + 1,
    }


def _figure(value: float | None, unit: str) -> float | None:
    found = plain(value)
    return amount(round(found)) if unit == "money" and found is not None else found


def _reading(reading: Reading, unit: str) -> dict[str, Any]:
    is_rate = unit == "rate"
    return {
        "value": _figure(reading.value, unit),
        "low": _figure(reading.low, unit),
        "high": _figure(reading.high, unit),
        "part": plain(reading.part) if is_rate else None,
        "of": plain(reading.of) if unit != "money" else None,
    }


def _indicator(view: KpiView, code: str) -> dict[str, Any]:
    indicator = view.indicators[code]
    now, then = view.readings[code], view.before[code]
    target = view.targets.get(code)
    course = zip(view.course["end"], view.course[code], strict=True)
    return {
        "code": code,
        "group": indicator.group,
        "unit": indicator.unit,
        **_reading(now, indicator.unit),
        "against": _reading(then, indicator.unit),
        "may_be_chance": code in view.chance,
        "target": None if target is None else {"aimed": target[0], "acceptable": target[1]},
        "light": view.lights[code] or None,
        "course": [
            {"end": plain(end), "value": _figure(value if value == value else None, indicator.unit)}
            for end, value in course
        ],
    }


def _bridge(found: Bridge) -> dict[str, Any]:
    return {
        "from": _days((found.first.start, found.first.end)),
        "to": _days((found.second.start, found.second.end)),
        "before": amount(found.before),
        **{code: amount(value) for code, value in found.amounts.items()},
        "after": amount(found.after),
        "clients": {code: len(ids) for code, ids in found.clients.items()},
        "nrr": found.nrr,
        "grr": found.grr,
        "logo_retention": found.logo_retention,
    }


def _cohorts(found: Cohorts) -> dict[str, Any]:
    return {
        "months": found.grain,
        "measure": found.measure,
        "cohorts": [
            {
                "start": start.isoformat(),
                "clients": int(size),
                "active": [int(count) for count, share in zip(counts, shares, strict=True) if share == share],
                "provisional": [
                    bool(late) for late, share in zip(provisional, shares, strict=True) if share == share
                ],
            }
            for start, size, counts, shares, provisional in zip(
                found.starts,
                found.sizes.tolist(),
                found.counts.tolist(),
                found.share.tolist(),
                found.provisional.tolist(),
                strict=True,
            )
        ],
    }


def _forecast(found: Forecast) -> dict[str, Any]:
    known = bool(found.months)

    def money(value: float) -> float:
        return amount(round(value))

    return {
        "why": found.why,
        "months": [
            {"month": day.isoformat(), "value": money(value), "low": money(low), "high": money(high)}
            for day, value, low, high in found.months
        ],
        "total": money(found.total) if known else None,
        "low": money(found.low) if known else None,
        "high": money(found.high) if known else None,
        "naive": money(found.naive) if known else None,
        "method": found.method or None,
        "error": plain(found.error),
        "errors": {code: plain(error) for code, error in found.errors.items()},
        "back_tests": [
            {
                "start": test.start.isoformat(),
                "forecast": money(test.forecast),
                "low": money(test.low),
                "high": money(test.high),
                "naive": money(test.naive),
                "actual": money(test.actual),
            }
            for test in found.tests
        ],
    }


def _print(view: KpiView, currency: str) -> None:
    print(f"{view.period[0]}..{view.period[1]} against {view.against[0]}..{view.against[1]}")
    for code, indicator in view.indicators.items():
        now, then = (_plain(each[code], indicator.unit, currency) for each in (view.readings, view.before))
        print(f"{code:<14}{now:>18}{then:>18}{'  ~' if code in view.chance else ''}")


def _plain(reading: Reading, unit: str, currency: str) -> str:
    if reading.value is None:
        return "-"
    if unit == "money":
        return f"{amount(round(reading.value)):.2f} {currency}"
    if unit in ("rate", "ratio"):
        return f"{reading.value:.1%}"
    return f"{reading.value:.1f}" if unit == "years" else f"{reading.value:.0f}"
