"""Orders by month, what would have been forecast for months gone by, and what is for those to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, amount_ticks, name_axes, quiet, say_empty

MAX_LABELS = 7
MAX_AHEAD = 366
"""More days to come are not drawn: the bars would shrink, and the line is an average anyway."""
_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Span:
    """A forecast from one day to another: orders in all, with the range they are in 8 times of 10.

    `naive`: as many orders as in the period of that length before. `actual`: what came, None for days to come.
    """

    start: date
    end: date
    expected: float
    low: float
    high: float
    naive: float
    actual: float | None = None

    @property
    def months(self) -> float:
        """How long it is."""
        return max((self.end - self.start).days, 1) / _MONTH


@dataclass(frozen=True)
class ForecastWords:
    """The legend."""

    orders: str
    forecast: str
    naive: str
    came: str
    today: str


def draw_forecast(
    ax: Axes,
    months: Sequence[tuple[date, int]],
    spans: Sequence[Span],
    today: date,
    palette: Palette,
    text: ChartText,
    words: ForecastWords,
) -> HitBoxes:
    """Bars of `months` (first day, orders), and over them each span as its average month with its range.

    Rows of the hits: the months, then the spans.
    """
    quiet(ax, palette)
    if not months or not any(count for _, count in months):
        say_empty(ax, palette, text.empty)
        return HitBoxes()
    starts = np.array([day.toordinal() for day, _ in months], dtype=float)
    ends = np.append(starts[1:], _next_month(months[-1][0]).toordinal())
    counts = np.array([count for _, count in months], dtype=float)
    last = today.toordinal() + 1
    running = ends > last
    ax.bar((starts + ends) / 2, counts, width=(ends - starts) * 0.82, color=palette.accent_soft, linewidth=0,
           hatch=["//" if each else "" for each in running], edgecolor=palette.surface, zorder=1)  # fmt: skip
    top = float(counts.max())
    for span in spans:
        top = max(top, _draw_span(ax, span, palette))
    furthest = max((float(span.end.toordinal()) for span in spans), default=0.0)
    right = max(float(ends[-1]), min(furthest, float(last + MAX_AHEAD)))
    ax.axvline(last, color=palette.muted, linewidth=1, zorder=4)
    ax.set_xlim(starts[0] - 4, right + 4)
    ax.set_ylim(0, top * 1.12)
    ax.annotate(words.today, (last, top * 1.12), xytext=(3, -2), textcoords="offset points", va="top",
                color=palette.muted, fontsize=LABEL_SIZE, **LITERAL)  # fmt: skip
    amount_ticks(ax, 0, top * 1.12, text.count, palette)
    _month_ticks(ax, starts[0], right, text)
    name_axes(ax, palette, text.x_label, "")
    _legend(ax, palette, words, spans)
    heights = np.full(len(months) + len(spans), top * 1.12)
    heights[: len(months)] = np.maximum(counts, top * 0.05)
    left = np.concatenate([starts, [span.start.toordinal() for span in spans]])
    until = np.minimum(np.concatenate([ends, [span.end.toordinal() for span in spans]]), right + 4)
    low = np.zeros(len(heights))
    for number, span in enumerate(spans, len(months)):
        low[number] = span.low / span.months
        heights[number] = max(span.high / span.months, low[number] + top * 0.04)
    boxes = np.column_stack([left, until, low, heights])
    return HitBoxes(rows=np.arange(len(boxes)), boxes=boxes)


def _draw_span(ax: Axes, span: Span, palette: Palette) -> float:
    """One forecast; returns how high it reaches."""
    x = [span.start.toordinal(), span.end.toordinal()]
    low, middle, high, naive = (
        each / span.months for each in (span.low, span.expected, span.high, span.naive)
    )
    colour = palette.series_colour(1)
    ax.fill_between(x, low, high, color=colour, alpha=0.22, linewidth=0, zorder=2)
    ax.plot(x, [middle, middle], color=colour, linewidth=2.2, zorder=3)
    ax.plot(x, [naive, naive], color=palette.text, linewidth=1.4, linestyle=(0, (1.5, 2)), zorder=3)
    if span.actual is not None:
        came = span.actual / span.months
        ax.plot(x, [came, came], color=palette.accent, linewidth=2.2, zorder=3)
        high = max(high, came)
    return max(high, naive)


def _legend(ax: Axes, palette: Palette, words: ForecastWords, spans: Sequence[Span]) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    if not spans:
        return
    handles = [
        Patch(facecolor=palette.accent_soft, label=words.orders),
        Line2D([], [], color=palette.series_colour(1), linewidth=2.2, label=words.forecast),
        Line2D([], [], color=palette.text, linewidth=1.4, linestyle=(0, (1.5, 2)), label=words.naive),
        Line2D([], [], color=palette.accent, linewidth=2.2, label=words.came),
    ]
    drawn = ax.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False,
        fontsize=LABEL_SIZE, labelcolor=palette.muted, borderaxespad=0, handletextpad=0.5, columnspacing=1.2,
    )  # fmt: skip
    for label in drawn.get_texts():
        label.set_parse_math(False)


def _month_ticks(ax: Axes, left: float, right: float, text: ChartText) -> None:
    first, final = date.fromordinal(int(left)), date.fromordinal(int(right))
    count = (final.year - first.year) * 12 + final.month - first.month + 1
    step = max(1, -(-count // MAX_LABELS))
    days = [first]
    while days[-1] < final:
        day = days[-1]
        for _ in range(step):
            day = _next_month(day)
        days.append(day)
    days = [day for day in days if day.toordinal() <= right]
    ax.set_xticks([day.toordinal() for day in days], [text.month(day) for day in days], **LITERAL)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
