"""The one thing that matters today, with its figures; and what is worth doing on an empty day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.today_tiles import share_text
from portfolio_app.ui.plain import plain_caption
from portfolio_app.ui.widgets import (
    Card,
    FlowLayout,
    button,
    clear_layout,
    line,
    plain_tooltip,
    text_label,
)
from portfolio_app.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:
    from portfolio_app.services.insights import Idea, Insight


class InsightCard(Card):
    """The most important insight; the others behind it, one after the other."""

    client_chosen = Signal(int)
    analysis_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._insights: Sequence[Insight] = ()
        self._place, self._as_of, self._currency = 0, date.min, ""
        self.next = button("", self._turn, variant="link")
        self.next.setToolTip(self.tr("What else matters"))
        self.header.addWidget(self.next)
        self.hide()

    def show_insights(self, insights: Sequence[Insight], as_of: date, currency: str) -> None:
        """Show the first of them; hidden where there is none."""
        self._insights, self._as_of, self._currency = insights, as_of, currency
        self._place = 0
        self.setVisible(bool(insights))
        if insights:
            self._show()

    def _turn(self) -> None:
        self._place = (self._place + 1) % len(self._insights)
        self._show()

    def _show(self) -> None:
        insight = self._insights[self._place]
        many = self.tr("{place} of {count} ›").format(place=self._place + 1, count=len(self._insights))
        self.next.setText(many)
        self.next.setVisible(len(self._insights) > 1)
        title, sentence = self._words(insight)
        self.set_title(title)
        clear_layout(self.body)
        self.body.addWidget(text_label(sentence, "muted", wrap=True))
        if insight.others:
            alike = self.tr("Same line of business, with room to grow:")
            self.body.addWidget(text_label(alike, "muted", wrap=True))
        links = list(insight.others)
        if not links and insight.client_id is not None:
            links = [(insight.client_id, self.tr("Open {client}").format(client=insight.client))]
        flow = QWidget()
        row = FlowLayout(flow, theme.XS)
        for client, name in links:
            row.addWidget(client_link(name, partial(self.client_chosen.emit, client)))
        if not links:
            row.addWidget(button(self.tr("Look at the analysis"), self.analysis_wanted.emit, variant="link"))
        self.body.addWidget(flow)
        tab_after(self.next, flow.findChildren(QPushButton))

    def _words(self, insight: Insight) -> tuple[str, str]:
        """Title and sentence."""
        words = {
            "complaint": self._complaint,
            "slipping": self._slipping,
            "deal": self._deal,
            "dependency": self._dependency,
            "narrower": self._narrower,
            "spread": self._spread,
            "retention": self._retention,
        }
        return words[insight.code](insight)

    def _complaint(self, insight: Insight) -> tuple[str, str]:
        if insight.is_late:
            open_since = self.tr(
                "A complaint has been open for %n day(s), past its deadline.", "", insight.days or 0
            )
        else:
            open_since = self.tr("A complaint has been open for %n day(s).", "", insight.days or 0)
        part = self.tr("This client brings {share} of your revenue.").format(
            share=share_text(insight.share or 0)
        )
        return self.tr("Open complaint: {client}").format(client=insight.client), f"{open_since} {part}"

    def _slipping(self, insight: Insight) -> tuple[str, str]:
        silence = self.tr("No order for %n day(s)", "", insight.days or 0)
        if insight.usual is not None:
            silence += self.tr(", usually one every %n day(s)", "", insight.usual)
        part = self.tr("{silence}: {share} of your revenue is at stake.").format(
            silence=silence, share=share_text(insight.share or 0)
        )
        return self.tr("Slipping away: {client}").format(client=insight.client), part

    def _deal(self, insight: Insight) -> tuple[str, str]:
        is_past = insight.on is not None and insight.on < self._as_of
        expected = self.tr("was expected on {day}") if is_past else self.tr("expected on {day}")
        sentence = self.tr("{title}: {amount}, {expected}; as much as {share} of a year's revenue.").format(
            title=insight.title,
            amount=i18n.money(insight.amount or 0, self._currency),
            expected=expected.format(day=i18n.day_month(insight.on, self._as_of)),
            share=share_text(insight.share or 0),
        )
        return self.tr("Deal to close: {client}").format(client=insight.client), sentence

    def _dependency(self, insight: Insight) -> tuple[str, str]:
        share = share_text(insight.share or 0)
        sentence = self.tr("Your revenue of the last 12 months would fall by {share}.")
        if insight.count is not None:
            sentence = self.tr(
                "Your revenue would fall by {share}. It would take %n average client(s) to replace it.",
                "",
                insight.count,
            )
        return self.tr("If you lost {client}…").format(client=insight.client), sentence.format(share=share)

    def _narrower(self, insight: Insight) -> tuple[str, str]:
        sentence = self.tr("A year ago it rested on {before} equivalent clients, now on {after}.")
        return self.tr("Your revenue rests on fewer clients"), self._compared(sentence, insight)

    def _spread(self, insight: Insight) -> tuple[str, str]:
        sentence = self.tr("A year ago it rested on {before} equivalent clients, now on {after}.")
        return self.tr("Your revenue is spread better"), self._compared(sentence, insight)

    def _compared(self, sentence: str, insight: Insight) -> str:
        return sentence.format(
            before=i18n.number(insight.before or 0, 1), after=i18n.number(insight.after or 0, 1)
        )

    def _retention(self, insight: Insight) -> tuple[str, str]:
        sentence = self.tr(
            "{after} of the buyers of the year before bought again; a year ago it was {before}."
        )
        return self.tr("Fewer clients come back"), sentence.format(
            before=i18n.percent(insight.before or 0), after=i18n.percent(insight.after or 0)
        )


class IdeasPanel(QWidget):
    """What is worth doing when nothing is due, each client one click away."""

    client_chosen = Signal(int)
    who_requested = Signal(object, object, QPoint)
    """(title, client ids, where the list of names may open)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.S)

    def show_ideas(self, ideas: Sequence[Idea]) -> None:
        """Show them, one below the other."""
        clear_layout(self._rows)
        for place, idea in enumerate(ideas):
            if place:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(idea))
        tab_after(self, self.findChildren(QPushButton))

    def _row(self, idea: Idea) -> QWidget:
        title, why = self._words(idea.code, len(idea.client_ids))
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, theme.XS, 0, theme.XS)
        layout.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(text_label(title, "strong"), 1)
        if len(idea.client_ids) > len(idea.names):
            see = button(
                self.tr("Show all {count}").format(count=i18n.number(len(idea.client_ids))), variant="link"
            )
            see.clicked.connect(partial(self._ask_who, title, idea.client_ids, see))
            see.setAccessibleName(f"{title}: {see.text()}")
            head.addWidget(see)
        layout.addLayout(head)
        layout.addWidget(text_label(why, "muted", wrap=True))
        names = QWidget()
        flow = FlowLayout(names, theme.XS)
        for client, name in idea.names:
            flow.addWidget(client_link(name, partial(self.client_chosen.emit, client)))
        layout.addWidget(names)
        return row

    def _ask_who(self, title: str, ids: tuple[int, ...], below: QWidget) -> None:
        self.who_requested.emit(title, ids, below.mapToGlobal(QPoint(0, below.height())))

    def _words(self, code: str, count: int) -> tuple[str, str]:
        return {
            "prospects": (
                self.tr("%n prospect(s) to win", "", count),
                self.tr("Not contacted this week; the most promising first."),
            ),
            "unplanned": (
                self.tr("%n client(s) without a next action", "", count),
                self.tr("Plan something for the best of them."),
            ),
            "dormant": (
                self.tr("%n dormant client(s)", "", count),
                self.tr("No order for a year; those who bought most first."),
            ),
            "data": (
                self.tr("%n client(s) you cannot reach", "", count),
                self.tr("They buy, and neither a phone number nor an e-mail address is noted."),
            ),
        }[code]


def client_link(name: str, call: partial[None], limit: int = 36) -> QPushButton:
    """A client's name that can be clicked, shortened where it is long."""
    shown = name if len(name) <= limit else f"{name[: limit - 1].rstrip()}…"
    link = button(plain_caption(shown), call, variant="link")
    link.setAccessibleName(name)
    link.setToolTip(plain_tooltip(name))
    return link
