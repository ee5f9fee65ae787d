"""What happened since the last visit, and who moved between segments: a card of the Today page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from portfolio_app.ui import i18n, messages
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import (
    Badge,
    Card,
    ElidedLabel,
    SegmentChip,
    button,
    clear_layout,
    line,
    plain_tooltip,
    text_label,
)
from portfolio_app.ui.widgets.clickable import ClickableFrame
from portfolio_app.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:
    from portfolio_app.services.movement import SegmentMove
    from portfolio_app.services.news import News, NewsItem
    from portfolio_app.services.portfolio import SegmentInfo

SHOWN_ROWS = 4
"""How many lines stand there before one asks for all."""


class _Row(ClickableFrame):
    """A line that can be clicked and shows who."""

    def __init__(self, client_ids: tuple[int, ...]) -> None:
        super().__init__()
        self.client_ids = client_ids
        self.title = ""
        self.setObjectName("moveRow")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 5, 0, 5)
        self.row.setSpacing(6)

    def explain(self, title: str, explanation: str) -> None:
        """What it says, in one sentence, and what a click does."""
        self.title = title
        self.setAccessibleName(title)
        self.setToolTip(plain_tooltip(f"{title}. {explanation}"))


class MoveRow(_Row):
    """One move between two segments."""

    def __init__(self, move: SegmentMove, segments: Mapping[str, SegmentInfo], currency: str) -> None:
        super().__init__(move.client_ids)
        count = len(move.client_ids)
        self.row.addWidget(text_label(i18n.number(count), "strong"))
        names = []
        for code in (move.before, move.after):
            info = segments.get(code)
            name = messages.segment_name(code, info.name if info else "")
            names.append(name)
            chip = SegmentChip(name, info.colour if info else "")
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            chip.setMinimumWidth(48)
            if len(names) == 2:
                self.row.addWidget(text_label("→", "muted"))
            self.row.addWidget(chip)
        self.row.addStretch()
        self.row.addWidget(Badge(i18n.short_money(move.revenue, currency), _direction(move, segments)))
        self.explain(
            self.tr("%n client(s): {before} → {after}", "", count).format(before=names[0], after=names[1]),
            self.tr(
                "The amount is their revenue over 12 months (the better of the last two years). "
                "Click to see who."
            ),
        )


def _direction(move: SegmentMove, segments: Mapping[str, SegmentInfo]) -> Tone:
    """Good news or bad, by the order in which the segments are shown, best first."""
    before, after = segments.get(move.before), segments.get(move.after)
    if before is None or after is None:
        return "neutral"
    return "good" if after.display_order < before.display_order else "danger"


class NewsRow(_Row):
    """One kind of thing that happened."""

    def __init__(self, item: NewsItem, currency: str) -> None:
        super().__init__(item.client_ids)
        words, tone = self._words(item)
        self.row.addWidget(ElidedLabel(words), 1)
        click = self.tr("Click to see who.")
        if item.amount is None:
            self.explain(words, click)
            return
        self.row.addWidget(Badge(i18n.short_money(item.amount, currency), tone))
        amount = self.tr("The amount is what these clients bought in the last 12 months.")
        if item.code in ("won", "lost"):
            amount = self.tr("The amount is that of the deals.")
        self.explain(words, f"{amount} {click}")

    def _words(self, item: NewsItem) -> tuple[str, Tone]:
        count = item.count
        words: dict[str, tuple[str, Tone]] = {
            "complaints_late": (self.tr("%n complaint(s) past the deadline", "", count), "danger"),
            "complaints": (self.tr("%n new complaint(s)", "", count), "warn"),
            "rhythms": (self.tr("%n buying rhythm(s) newly broken", "", count), "warn"),
            "won": (self.tr("%n deal(s) won", "", count), "good"),
            "lost": (self.tr("%n deal(s) lost", "", count), "danger"),
            "clients": (self.tr("%n new client(s)", "", count), "good"),
        }
        return words[item.code]


class NewsCard(Card):
    """What happened since the book was last looked at, or in the last 30 days; then who moved."""

    who_requested = Signal(object, object, QPoint)
    """(title, the client ids, where the list of names may open)."""
    month_wanted = Signal(bool)
    """Look at the last 30 days (True), or since the last visit again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("What changed in 30 days"))
        self.period: QPushButton | None = None
        self._last_look: date | None = None
        self._is_month = True
        self.body.setSpacing(0)
        self.more = button("", self._open, variant="link")
        self.more.hide()
        self.header.addWidget(self.more)
        self._rebuild: Callable[[], None] = lambda: None
        self._is_open = False

    def show_news(
        self,
        news: News,
        segments: Mapping[str, SegmentInfo],
        currency: str,
        last_look: date | None = None,
        *,
        month: bool = True,
    ) -> None:
        """Show the first of it, the rest on demand.

        `last_look`: the day of the last visit, None where there was none; `month`: it is about the last 30 days
        all the same.
        """
        self._last_look, self._is_month = last_look, month or last_look is None
        if last_look is None or self._is_month:
            self.set_title(self.tr("What changed in 30 days"))
        else:
            words = self.tr("Since you last looked, {day}")
            self.set_title(words.format(day=i18n.day_month(last_look)))
        self._rebuild = lambda: self._fill(news, segments, currency)
        self._rebuild()

    def _fill(self, news: News, segments: Mapping[str, SegmentInfo], currency: str) -> None:
        clear_layout(self.body)
        total = len(news.items) + len(news.moves)
        if not total:
            self.body.addWidget(text_label(self._nothing(), "muted", wrap=True))
        room = total if self._is_open else SHOWN_ROWS
        # Moves keep some room, however much else happened.
        for_items = max(room - min(len(news.moves), 2), 0)
        rows: list[_Row] = [NewsRow(item, currency) for item in news.items[:for_items]]
        rows += [MoveRow(move, segments, currency) for move in news.moves[: room - len(rows)]]
        for place, row in enumerate(rows):
            if place:
                self.body.addWidget(line())
            row.clicked.connect(partial(self._ask_who, row))
            self.body.addWidget(row)
        self.more.setText(self.tr("Show all {count}").format(count=i18n.number(total)))
        self.more.setVisible(total > len(rows))
        self._offer_period()
        tab_after(self.more, (*rows, *([self.period] if self.period is not None else [])))

    def _nothing(self) -> str:
        if self._is_month or self._last_look is None:
            return self.tr("Nothing new, and nobody changed segment.")
        day = i18n.day_month(self._last_look)
        return self.tr("Nothing new since your visit of {day}, and nobody changed segment.").format(day=day)

    def _offer_period(self) -> None:
        """The way to the other period, where there is one."""
        self.period = None
        if self._last_look is None:
            return
        day = i18n.day_month(self._last_look)
        since = self.tr("Only since you last looked, {day}").format(day=day)
        self.period = button(
            since if self._is_month else self.tr("Look at the last 30 days"), self._turn, variant="link"
        )
        self.body.addWidget(self.period, 0, Qt.AlignmentFlag.AlignLeft)

    def _turn(self) -> None:
        self.month_wanted.emit(not self._is_month)

    def _open(self) -> None:
        self._is_open = True
        self._rebuild()

    def _ask_who(self, row: _Row) -> None:
        place = row.mapToGlobal(QPoint(0, row.height()))
        self.who_requested.emit(row.title, row.client_ids, place)
