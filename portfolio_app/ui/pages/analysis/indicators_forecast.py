"""The forecast of the Indicators tab, as what a card shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import indicators_data as data
from portfolio_app.ui.pages.analysis import indicators_words as words
from portfolio_app.ui.pages.analysis.indicators_words import tr
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits

if TYPE_CHECKING:
    from portfolio_app.analysis.revenue_forecast import Forecast

_HISTORY = 24
_METHODS = {
    "last_year": QT_TRANSLATE_NOOP("Indicators", "the same months a year before"),
    "last_three": QT_TRANSLATE_NOOP("Indicators", "the mean of the last three months"),
    "last_twelve": QT_TRANSLATE_NOOP("Indicators", "the mean of the last twelve months"),
    "smoothed": QT_TRANSLATE_NOOP("Indicators", "exponential smoothing"),
    "seasonal_trend": QT_TRANSLATE_NOOP(
        "Indicators", "the same months a year before, times the growth of a year"
    ),
}


def forecast(shown: data.Outlook, currency: str) -> Presented:
    """Revenue by month, what would have been forecast, and what is for the next three."""
    found = shown.found
    if not found.history:
        return Presented(_forecast_sentence(found, currency))
    return Presented(
        sentence=_forecast_sentence(found, currency),
        draw=_forecast_chart(shown, currency),
        table=ChartTable(_test_columns(currency), found.tests),
        note=" ".join(each for each in (_method_note(found), _running(shown, currency)) if each),
    )


def _forecast_sentence(found: Forecast, currency: str) -> str:
    if found.why == "short":
        return tr(
            QT_TRANSLATE_NOOP(
                "Indicators",
                "Not enough history for a forecast: it takes nine whole months. These are the facts.",
            )
        )
    if found.why == "silent":
        return tr(
            QT_TRANSLATE_NOOP(
                "Indicators",
                "Nothing was sold in the last three whole months: no forecast can be made of that.",
            )
        )
    error = i18n.percent(found.error or 0.0) if found.error not in (None, float("inf")) else ""
    if found.why:
        return tr(
            QT_TRANSLATE_NOOP(
                "Indicators",
                "No forecast: the best method would have been wrong by {error} so far. These are the facts.",
            ),
            error=error or i18n.NO_VALUE,
        )
    first, last = found.months[0][0], found.months[-1][0]
    return tr(
        QT_TRANSLATE_NOOP(
            "Indicators",
            "{first} to {last}: about {total}, 8 times out of 10 between {low} and {high}. "
            "Such forecasts were wrong by {error} on average; the plain one ({plain}) says {naive}.",
        ),
        first=words.short_month(first),
        last=words.short_month(last),
        total=i18n.short_money(round(found.total), currency),
        low=i18n.short_money(round(found.low), currency),
        high=i18n.short_money(round(found.high), currency),
        error=error,
        plain=tr(_METHODS[found.naive_method]),
        naive=i18n.short_money(round(found.naive), currency),
    )


def _method_note(found: Forecast) -> str:
    if found.errors.get(found.method, float("inf")) == float("inf"):
        return ""  # no test says anything: nothing was sold in those months
    chosen = tr(_METHODS[found.method])
    others = ", ".join(
        f"{tr(_METHODS[code])} {_error(error)}"
        for code, error in sorted(found.errors.items(), key=lambda item: item[1])
        if code != found.method
    )
    text = tr(
        QT_TRANSLATE_NOOP(
            "Indicators",
            "Method: {method}, which was least wrong in {count} tests on your own months ({error}).",
        ),
        method=chosen,
        count=len(found.tests),
        error=_error(found.errors[found.method]),
    )
    if others:
        text += " " + tr(QT_TRANSLATE_NOOP("Indicators", "The others: {others}."), others=others)
    return text


def _running(shown: data.Outlook, currency: str) -> str:
    """What the month that is not over has so far."""
    if shown.found.running is None:
        return ""
    month = i18n.month(shown.today)
    return tr(
        QT_TRANSLATE_NOOP("Indicators", "{month} so far: {amount}."),
        month=month[:1].upper() + month[1:],
        amount=i18n.short_money(round(shown.found.running), currency),
    )


def _error(error: float) -> str:
    return i18n.NO_VALUE if error == float("inf") else i18n.percent(error)


def _forecast_chart(shown: data.Outlook, currency: str) -> Any:
    found = shown.found
    months = [(day, round(amount)) for day, amount in found.history[-_HISTORY:]]
    names = {
        "orders": tr(QT_TRANSLATE_NOOP("Indicators", "revenue")),
        "forecast": tr(QT_TRANSLATE_NOOP("Indicators", "forecast, 8 times out of 10")),
        "naive": tr(QT_TRANSLATE_NOOP("Indicators", "plain forecast")),
        "came": tr(QT_TRANSLATE_NOOP("Indicators", "what came, a month")),
        "today": "",
    }
    empty = tr(QT_TRANSLATE_NOOP("Indicators", "Nothing was sold in these months."))
    spans = _spans(found)
    last = shown.today if not months else date.fromordinal(_after(months[-1][0]).toordinal() - 1)

    def write(amount: float) -> str:
        return i18n.short_money(round(amount), currency)

    def tooltip(row: int) -> str:
        if row < len(months):
            day, amount = months[row]
            return f"{words.short_month(day)}\n{write(amount)}"
        start, _, forecast_, low, high, naive, came = spans[row - len(months)]
        text = tr(
            QT_TRANSLATE_NOOP(
                "Indicators",
                "Three months from {month}\nforecast {forecast}, between {low} and {high}\nplain forecast {naive}",
            ),
            month=words.short_month(start),
            forecast=write(forecast_),
            low=write(low),
            high=write(high),
            naive=write(naive),
        )
        if came is None:
            return text
        return text + "\n" + tr(QT_TRANSLATE_NOOP("Indicators", "came {came}"), came=write(came))

    def draw(figure: Any, palette: Any) -> ChartHits:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.forecast import ForecastWords, Span, draw_forecast

        axes = figure.add_subplot()
        text = ChartText(empty=empty, count=write, month=words.short_month)
        drawn = [Span(*each) for each in spans]
        hits = draw_forecast(axes, months, drawn, last, palette, text, ForecastWords(**names))
        return ChartHits(axes, hits, tooltip)

    return draw


def _spans(found: Forecast) -> list[tuple[date, date, float, float, float, float, float | None]]:
    """Tests that do not overlap, the latest of them, and the next three months; amounts over the three months."""
    shown = found.tests[::-1][::3][:4][::-1]
    spans: list[tuple[date, date, float, float, float, float, float | None]] = [
        (test.start, _after(test.start, 3), test.forecast, test.low, test.high, test.naive, test.actual)
        for test in shown
    ]
    if found.months:
        start = found.months[0][0]
        spans.append((start, _after(start, 3), found.total, found.low, found.high, found.naive, None))
    return spans


def _after(day: date, months: int = 1) -> date:
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 1)


def _test_columns(currency: str) -> tuple[Column, ...]:
    def amount(key: str, title: str) -> Column:
        return Column(
            key, title, lambda test: i18n.money(round(getattr(test, key)), currency), "right", width=120
        )

    return (
        Column(
            "start",
            tr(QT_TRANSLATE_NOOP("Indicators", "Three months from")),
            lambda test: words.short_month(test.start),
            width=140,
            stretch=True,
        ),
        amount("forecast", tr(QT_TRANSLATE_NOOP("Indicators", "Forecast"))),
        amount("naive", tr(QT_TRANSLATE_NOOP("Indicators", "Plain forecast"))),
        amount("actual", tr(QT_TRANSLATE_NOOP("Indicators", "What came"))),
        Column(
            "error",
            tr(QT_TRANSLATE_NOOP("Indicators", "Wrong by")),
            lambda test: (
                _error(abs(test.forecast - test.actual) / abs(test.actual)) if test.actual else i18n.NO_VALUE
            ),
            "right",
            width=90,
        ),
    )
