"""The score of the book: how high, how it came, and how it went over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages import quality_words as words
from portfolio_app.ui.pages.import_words import grouped
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import Badge, Card, ElidedLabel, text_label
from portfolio_app.ui.widgets.chart_view import ChartView

if TYPE_CHECKING:
    from portfolio_app.services.quality import QualityReport, ScorePoint

GOOD, FAIR = 95, 85
"""From here on a score is good, and fair: conventions."""
HEIGHT = 148


class ScoreBand(QWidget):
    """The score on the left, its history on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        self._card = Card(self.tr("Score of the data"), margin=theme.M)
        self._card.setFixedHeight(HEIGHT)
        line = QHBoxLayout()
        line.setSpacing(theme.S)
        self.value = text_label("", "value")
        self.badge, self.change = Badge(), Badge()
        line.addWidget(self.value)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        self._card.body.addLayout(line)
        self._note = text_label("", "muted", wrap=True)
        self._card.body.addWidget(self._note)
        self._gain = ElidedLabel("", "muted")
        self._card.body.addWidget(self._gain)
        self._card.body.addStretch(1)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Checking the book…"))
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.setRange(0, 100)
        self._card.body.addWidget(self.progress)
        row.addWidget(self._card, 2)
        self._history = Card(self.tr("Over time"), margin=theme.M)
        self._history.setFixedHeight(HEIGHT)
        self.chart = ChartView(self.tr("Score of the data over time"), minimum=(200, 80))
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._history.header.addWidget(self.chart.menu_button())
        self._history.body.addWidget(self.chart, 1)
        row.addWidget(self._history, 3)
        explained = self.tr(
            "Every check that can be asked of a client is worth points: 5 whether they can be reached, 4 for "
            "messages that won’t arrive and duplicates, 3 for what money and post depend on, 2 for what lists are "
            "made with, 1 for manners of writing. The score is the share of these points that is not lost. "
            "Checks that are switched off don’t count."
        )
        self._card.setToolTip(plain_tooltip(explained))
        self._card.setAccessibleDescription(explained)

    def show_progress(self, share: float) -> None:
        """How far the checks are; at 1 they are done."""
        self.progress.setVisible(share < 1)
        self.progress.setValue(round(100 * share))

    def show_report(self, report: QualityReport, points: Sequence[ScorePoint], *, is_whole: bool) -> None:
        """Show a report, and the scores of the days before."""
        if report.score is None:
            return
        tone: Tone = "good" if report.score >= GOOD else "warn" if report.score >= FAIR else "danger"
        told = {"good": self.tr("good"), "warn": self.tr("fair"), "danger": self.tr("to be mended")}
        self.value.setText(self.tr("{score} of 100").format(score=i18n.number(report.score)))
        self.badge.set_text(told[tone], tone)
        earlier = [point for point in points if point.on < report.as_of]
        self._show_change(report.score, earlier[-1] if earlier else None)
        found = sum(1 for check in report.checks if check.count)
        clients = report.clients
        note = (
            grouped(self.tr("%n client(s) examined", "", clients), clients)
            + " · "
            + (self.tr("%n check(s) found something", "", found) if found else self.tr("nothing to mend"))
        )
        self._note.setText(note if is_whole else note + " · " + self.tr("still looking for duplicates…"))
        costly = max(report.checks, key=lambda each: each.weight * each.count, default=None)
        most = words.title(costly.code) if costly is not None and costly.count else ""
        self._gain.setText(self.tr("Most points to gain: {check}").format(check=most) if most else "")
        if is_whole:
            self.chart.draw(_drawing(points, self.tr("{day}: {score} of 100")))

    def _show_change(self, score: int, last: ScorePoint | None) -> None:
        if last is None or last.score == score:
            self.change.set_text("")
            return
        by = score - last.score
        text = self.tr("{change} since {day}").format(
            change=("+" if by > 0 else i18n.MINUS) + i18n.number(abs(by)), day=i18n.day_month_year(last.on)
        )
        self.change.set_text(text, "good" if by > 0 else "warn")


def _drawing(points: Sequence[ScorePoint], tip: str) -> Callable[[Any, Any], Any]:
    days = [point.on for point in points]
    values = [point.score for point in points]
    tips = [
        tip.format(day=i18n.long_date(day), score=i18n.number(value))
        for day, value in zip(days, values, strict=True)
    ]

    def draw(figure: Any, palette: Any) -> Any:
        import pandas as pd

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.score_over_time import draw_scores
        from portfolio_app.ui.widgets.chart_worker import ChartHits

        frame = pd.DataFrame({"on": pd.to_datetime(days), "score": values})
        axes = figure.add_subplot()
        text = ChartText(month=i18n.day_month, count=lambda number: i18n.number(number))
        return ChartHits(axes, draw_scores(axes, frame, palette, text), lambda row: tips[row])

    return draw
