"""The cohorts of the Indicators tab, as what a card shows."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import indicators_data as data
from portfolio_app.ui.pages.analysis import indicators_words as words
from portfolio_app.ui.pages.analysis.indicators_charts import clients_target
from portfolio_app.ui.pages.analysis.indicators_words import tr
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits, Target

if TYPE_CHECKING:
    from portfolio_app.analysis.cohorts import Cohorts


def cohorts(shown: data.CohortTable) -> Presented:
    """The triangle of cohorts by age."""
    found = shown.found
    if not len(found.sizes):
        return Presented(tr(QT_TRANSLATE_NOOP("Indicators", "Nobody has ordered yet: there are no cohorts.")))
    table = _cohort_rows(found)

    def opens(row: int) -> Target | None:
        cohort, age = divmod(row, len(found.share[0]))
        return _cell_target(found, cohort, age)

    return Presented(
        sentence=_cohort_sentence(found),
        draw=_triangle(found, opens),
        table=ChartTable(
            _cohort_columns(found), table, lambda row: _cell_target(found, table[row][0], table[row][1])
        ),
        note=_cohort_note(found),
    )


def _cell_target(found: Cohorts, cohort: int, age: int) -> Target | None:
    ids = found.members.get((cohort, age))
    if ids is None:
        return None
    return clients_target(
        ids, f"{cohort_name(found.starts[cohort], found.grain)} · {age_name(age, found.grain)}"
    )


def cohort_name(start: date, grain: int) -> str:
    """ "Nov 26", "Q4 26" or "2026"."""
    if grain == 12:
        return str(start.year)
    if grain == 3:
        return tr(
            QT_TRANSLATE_NOOP("Indicators", "Q{quarter} {year}"),
            quarter=start.month // 3 + 1,
            year=start.year,
        )
    return words.short_month(start)


def age_name(age: int, grain: int) -> str:
    """How long after the first order."""
    unit = {
        1: QT_TRANSLATE_NOOP("Indicators", "month {age}"),
        3: QT_TRANSLATE_NOOP("Indicators", "quarter {age}"),
        12: QT_TRANSLATE_NOOP("Indicators", "year {age}"),
    }[grain]
    return tr(unit, age=age)


def _cohort_sentence(found: Cohorts) -> str:
    better = found.newer_against_older()
    if better is None:
        return tr(
            QT_TRANSLATE_NOOP(
                "Indicators",
                "Too few cohorts of five clients or more to say whether newer clients stay better.",
            )
        )
    age, newer, older = better
    figures = {
        "age": age_name(age, found.grain),
        "newer": i18n.percent(newer),
        "older": i18n.percent(older),
    }
    if abs(newer - older) < 0.03:
        return tr(
            QT_TRANSLATE_NOOP(
                "Indicators",
                "In {age}, newer clients still buy as often as older ones did: {newer} against {older}.",
            ),
            **figures,
        )
    if newer > older:
        return tr(
            QT_TRANSLATE_NOOP(
                "Indicators",
                "In {age}, newer clients stay better than older ones did: {newer} against {older}.",
            ),
            **figures,
        )
    return tr(
        QT_TRANSLATE_NOOP(
            "Indicators", "In {age}, newer clients stay less than older ones did: {newer} against {older}."
        ),
        **figures,
    )


def _cohort_note(found: Cohorts) -> str:
    if found.measure == "active":
        return tr(
            QT_TRANSLATE_NOOP(
                "Indicators",
                "Share of the clients of a cohort still active at the end of each step: an order within {window} "
                "days. Hatched: the last {window} days, which may still change.",
            ),
            window=found.window,
        )
    return tr(
        QT_TRANSLATE_NOOP(
            "Indicators", "Share of the clients of a cohort who ordered in each step. Hatched: not over yet."
        )
    )


def _triangle(found: Cohorts, opens: Any) -> Any:
    step = {
        1: QT_TRANSLATE_NOOP("Indicators", "months since the first order"),
        3: QT_TRANSLATE_NOOP("Indicators", "quarters since the first order"),
        12: QT_TRANSLATE_NOOP("Indicators", "years since the first order"),
    }[found.grain]
    x_label, y_label = tr(step), tr(QT_TRANSLATE_NOOP("Indicators", "first order (clients)"))
    ages = found.share.shape[1]
    limits = _limits(found)
    names = [
        f"{cohort_name(start, found.grain)} ({i18n.number(size)})"
        for start, size in zip(found.starts, found.sizes.tolist(), strict=True)
    ]
    names.append(
        tr(QT_TRANSLATE_NOOP("Indicators", "all ({count})"), count=i18n.number(int(found.sizes.sum())))
    )
    labels = [
        ["" if share != share else i18n.percent(share) for share in row.tolist()]
        for row in (*found.share, found.everybody)
    ]

    def tooltip(row: int) -> str:
        cohort, age = divmod(row, ages)
        if cohort == len(found.sizes):
            share = i18n.percent(float(found.everybody[age]))
            return tr(
                QT_TRANSLATE_NOOP("Indicators", "All cohorts that have {age} behind them: {share}"),
                age=age_name(age, found.grain),
                share=share,
            )
        text = f"{cohort_name(found.starts[cohort], found.grain)} · {age_name(age, found.grain)}\n"
        text += i18n.percent(float(found.share[cohort, age])) + " · "
        text += tr(
            QT_TRANSLATE_NOOP("Indicators", "{part} out of {of}"),
            part=i18n.number(int(found.counts[cohort, age])),
            of=i18n.number(int(found.sizes[cohort])),
        )
        if found.provisional[cohort, age]:
            text += "\n" + tr(QT_TRANSLATE_NOOP("Indicators", "may still change"))
        return text

    def draw(figure: Any, palette: Any) -> ChartHits:
        import numpy as np

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.grid import draw_grid

        axes = figure.add_subplot()
        hits = draw_grid(
            axes,
            np.vstack([found.share, found.everybody]),
            palette,
            ChartText(x_label=x_label, y_label=y_label),
            rows=names,
            columns=[i18n.number(age) for age in range(ages)],
            labels=labels,
            hatched=np.vstack([found.provisional, np.zeros(ages, dtype=bool)]),
            limits=limits,
            key=(i18n.percent(limits[0]), i18n.percent(limits[1])),
        )
        return ChartHits(axes, hits, tooltip, opens)

    return draw


def _limits(found: Cohorts) -> tuple[float, float]:
    """From the least to the largest share, to whole tenths."""
    shares = [share for share in found.share.ravel().tolist() if share == share]
    low, high = math.floor(10 * min(shares)) / 10, math.ceil(10 * max(shares)) / 10
    return (low, high) if high - low >= 0.2 else (max(0.0, high - 0.2), high)


def _cohort_rows(found: Cohorts) -> list[tuple[int, int]]:
    return [
        (cohort, age)
        for cohort in range(len(found.sizes))
        for age in range(found.share.shape[1])
        if found.share[cohort, age] == found.share[cohort, age]
    ]


def _cohort_columns(found: Cohorts) -> tuple[Column, ...]:
    def cell(key: str, title: str, write: Any, align: Any = "right", **more: Any) -> Column:
        return Column(key, title, lambda row: write(row[0], row[1]), align, width=110, **more)

    return (
        cell(
            "cohort",
            tr(QT_TRANSLATE_NOOP("Indicators", "First order")),
            lambda cohort, _: cohort_name(found.starts[cohort], found.grain),
            "left",
            stretch=True,
        ),
        cell("age", tr(QT_TRANSLATE_NOOP("Indicators", "Step")), lambda _, age: age_name(age, found.grain)),
        cell(
            "clients",
            tr(QT_TRANSLATE_NOOP("Indicators", "Clients")),
            lambda cohort, age: i18n.number(int(found.counts[cohort, age])),
        ),
        cell(
            "of", tr(QT_TRANSLATE_NOOP("Indicators", "Out of")), lambda c, _: i18n.number(int(found.sizes[c]))
        ),
        cell(
            "share",
            tr(QT_TRANSLATE_NOOP("Indicators", "Share")),
            lambda cohort, age: i18n.percent(float(found.share[cohort, age])),
        ),
    )
