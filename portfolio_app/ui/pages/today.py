"""Whom to call now and why, the book in four figures, what changed: the page of every morning."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages import queue_calls, today_calls
from portfolio_app.ui.pages.base import DUE_FROM, Page, UiContext
from portfolio_app.ui.pages.queue_panel import QueuePanel
from portfolio_app.ui.pages.quick_log import QuickLog
from portfolio_app.ui.pages.today_cards import SHOWN_NAMES, MonthsCard, NamesPopup
from portfolio_app.ui.pages.today_insight import IdeasPanel, InsightCard
from portfolio_app.ui.pages.today_news import NewsCard
from portfolio_app.ui.pages.today_tiles import Tiles
from portfolio_app.ui.widgets import Card, EmptyState, button, scrolling, text_label

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueView
    from portfolio_app.services.insights import Idea, Insight
    from portfolio_app.services.news import News
    from portfolio_app.services.portfolio import SegmentInfo
    from portfolio_app.services.today import TodayView

MANY, A_DAY = 30, 12
"""From so many due clients on, without a capacity of the day, so many a day are proposed."""
SHOWN = 50
"""How many of the due clients stand here; all of them stand on the Follow-ups page."""


class TodayPage(Page):
    """Four figures, the best of the queue, and what changed."""

    kinds = DUE_FROM | {"consent", "suppression"}

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.title = self.tr("Today")
        self._segments: dict[str, SegmentInfo] = {}
        self._view = "due"
        self._last_look: date | None = None
        self._whole_month = False
        self._due, self._has_capacity = 0, True
        self.popup: NamesPopup | None = None
        self._pages = QStackedWidget()
        self.body.addWidget(self._pages)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.L)
        column.addWidget(self._make_quick())
        column.addWidget(self._make_tiles())
        column.addWidget(self._make_notice())
        row = QHBoxLayout()
        row.setSpacing(theme.L)
        row.addWidget(self._make_queue(), 64)
        row.addWidget(self._make_side(), 36)
        column.addLayout(row, 1)
        self._pages.addWidget(content)

    # Parts

    def _make_quick(self) -> QWidget:
        self.quick = QuickLog(self.context)
        return self.quick

    def _make_tiles(self) -> QWidget:
        self.tiles = Tiles()
        self.tiles.clicked.connect(partial(self.open_requested.emit, "page", "analysis"))
        return self.tiles

    def _make_notice(self) -> QWidget:
        self.notice = Card(tone="warn", margin=theme.M)
        row = QHBoxLayout()
        self.notice_text = text_label("", wrap=True)
        row.addWidget(self.notice_text, 1)
        go = partial(self.open_requested.emit, "analysis", "all")
        row.addWidget(button(self.tr("Look at the whole history"), go))
        self.notice.body.addLayout(row)
        self.notice.hide()
        return self.notice

    def _make_queue(self) -> QWidget:
        self.queue_card = Card(margin=theme.M)
        self.queue_card.set_title(self.tr("To do today"))
        self.show_all = button("", self._open_all, variant="link")
        self.show_all.hide()
        self.queue_card.header.addWidget(self.show_all)
        self.progress = text_label("", "caption")
        self.queue_card.header.insertWidget(1, self.progress)
        self.hint = text_label("", "muted", wrap=True)
        self.hint.hide()
        self.queue_card.body.addWidget(self.hint)
        self.ideas = IdeasPanel()
        self.ideas.client_chosen.connect(partial(self.open_requested.emit, "client"))
        self.ideas.who_requested.connect(self._show_who)
        self.ideas.hide()
        self.queue_card.body.addWidget(self.ideas)
        self.queue_card.body.addWidget(self._make_offer())
        self.ahead = text_label("", "muted", wrap=True)
        self.ahead.hide()
        self.queue_card.body.addWidget(self.ahead)
        self.panel = QueuePanel(self.context, self.tr("To do today"))
        self.foot = self.panel.next_bar
        self.panel.open_requested.connect(self.open_requested)
        self.panel.adjust_requested.connect(lambda segment: self.open_requested.emit("follow_ups", segment))
        self.queue_card.body.addWidget(self.panel, 1)
        return self.queue_card

    def _make_offer(self) -> QWidget:
        self.offer = QWidget()
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(0, 0, 0, 0)
        self.offer_text = text_label(self.tr("More than one day holds."), "muted")
        row.addWidget(self.offer_text)
        words = self.tr("Take the %n most pressing a day", "", A_DAY)
        self.offer_button = button(
            words, lambda: self.ops.run(self, queue_calls.set_capacity, A_DAY), variant="link"
        )
        self.offer_button.setToolTip(
            self.tr("The rest is spread over the next working days; nobody is dropped.")
        )
        row.addWidget(self.offer_button)
        row.addStretch(1)
        self.offer.hide()
        return self.offer

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        self.news = NewsCard()
        self.news.who_requested.connect(self._show_who)
        self.news.month_wanted.connect(self._choose_period)
        self.insight = InsightCard()
        self.insight.client_chosen.connect(partial(self.open_requested.emit, "client"))
        self.insight.analysis_wanted.connect(partial(self.open_requested.emit, "page", "analysis"))
        self.months = MonthsCard()
        self.months.chart.failed.connect(self.ops.failed)
        for card in (self.news, self.insight):
            column.addWidget(card)
        column.addWidget(self.months, 100)
        column.addStretch(1)
        area = scrolling(side)
        area.setMinimumWidth(280)
        return area

    # Loading

    def load(self) -> None:
        """Ask for the queue first, then the figures, then the moves, which take longest."""
        today = self.context.today()
        self.ops.query(
            self, queue_calls.worth_doing, today, SHOWN, on_result=self._show_queue, latest="queue"
        )
        self.ops.query(self, queue_calls.capacity, on_result=self._note_capacity, latest="capacity")
        self.ops.query(self, today_calls.figures, today, on_result=self._show_figures, latest="figures")
        self.ops.query(self, today_calls.insights, today, on_result=self._show_insights, latest="insights")
        self.ops.query(self, today_calls.identity, on_result=self._note_look, latest="identity")

    # The queue

    def _show_queue(self, view: QueueView) -> None:
        if not view.clients:
            self._show_doors()
            return
        self._pages.setCurrentIndex(0)
        self._segments = {segment.code: segment for segment in view.segments}
        due = view.counts["due"]
        total = view.counts[view.view]
        self._view = view.view
        self.show_all.setText(self.tr("Show all {count}").format(count=i18n.number(total)))
        self.show_all.setVisible(total > SHOWN)
        self.queue_card.set_title(self.tr("To do today — {count}").format(count=i18n.number(due)))
        self.progress.setText(self._progress(view))
        self._due = due
        self._show_offer()
        if due:
            self.ideas.hide()
        else:
            self.ops.query(self, today_calls.ideas, view.as_of, on_result=self._show_ideas, latest="ideas")
        self.hint.setText(self.tr("Nothing is due today."))
        self.hint.setVisible(not due)
        ahead = self._ahead(view)
        self.ahead.setText(ahead)
        self.ahead.setVisible(bool(ahead))
        self.panel.show_view(view)

    def _progress(self, view: QueueView) -> str:
        """What is done today already, and what has no place today."""
        parts = []
        if done := view.counts["done_today"]:
            parts.append(self.tr("%n done today", "", done))
        if spread := view.counts["spread"]:
            parts.append(self.tr("%n moved to the next days", "", spread))
        return " · ".join(parts)

    def _note_capacity(self, capacity: int | None) -> None:
        self._has_capacity = capacity is not None
        self._show_offer()

    def _show_offer(self) -> None:
        """A list nobody gets through in a day can be spread from here."""
        self.offer.setVisible(self._due > MANY and not self._has_capacity)

    def _show_ideas(self, ideas: list[Idea]) -> None:
        self.ideas.show_ideas(ideas)
        self.ideas.setVisible(bool(ideas))
        if ideas:
            self.hint.setText(self.tr("Nothing is due today. Worth doing instead:"))

    def _ahead(self, view: QueueView) -> str:
        """What the list shows where nothing is due."""
        if view.counts["due"]:
            return ""
        return {
            "unplanned": self.tr("Without a next action, the best first:"),
            "week": self.tr("What comes this week:"),
            "later": self.tr("Nothing comes this week either. Next in line:"),
        }.get(view.view, self.tr("Everybody was contacted in time."))

    def _open_all(self) -> None:
        self.open_requested.emit("follow_ups", self._view)

    def _show_doors(self) -> None:
        if self._pages.count() == 1:
            doors = EmptyState(
                "today",
                self.tr("Your day will stand here"),
                self.tr(
                    "Whom to call, and why; on whom you depend; what changed. All it takes is your clients."
                ),
                [
                    (self.tr("Import my file"), partial(self.open_requested.emit, "import", None)),
                    (self.tr("Start by hand"), partial(self.open_requested.emit, "new_client", None)),
                    (
                        self.tr("Look around in a sample book"),
                        partial(self.open_requested.emit, "sample", None),
                    ),
                ],
            )
            self._pages.addWidget(doors)
        self._pages.setCurrentIndex(1)

    # The figures

    def _show_figures(self, view: TodayView) -> None:
        stopped = view.last_sale is not None and not view.buyers and not view.revenue
        self.tiles.setVisible(not stopped)
        self.notice.setVisible(stopped)
        if stopped and view.last_sale is not None:
            self.notice_text.setText(
                self.tr(
                    "No sale in the last 12 months: the last one was on {day}. Figures over 12 months would "
                    "all be zero."
                ).format(day=i18n.long_date(view.last_sale))
            )
        self.tiles.show_figures(view, self.context.currency())
        self.months.show_months(view.months, view.as_of, self.context.currency())

    # What changed

    def _note_look(self, book_id: str) -> None:
        """This visit is what the next one's changes are counted from; then ask for those since the last."""
        settings = self.context.settings()
        known = dict(settings.last_looks)
        self._last_look = settings.look_at(book_id, self.context.today())
        if settings.last_looks != known:
            self.context.save_settings()
        self._ask_news()

    def _choose_period(self, month: bool) -> None:
        self._whole_month = month
        self._ask_news()

    def _ask_news(self) -> None:
        since = None if self._whole_month else self._last_look
        self.ops.query(
            self,
            today_calls.news,
            self.context.today(),
            since,
            on_result=self._show_news,
            latest="news",
        )

    def _show_news(self, news: News) -> None:
        currency = self.context.currency()
        self.news.show_news(news, self._segments, currency, self._last_look, month=self._whole_month)

    def _show_insights(self, insights: list[Insight]) -> None:
        self.insight.show_insights(insights, self.context.today(), self.context.currency())

    def _show_who(self, title: str, ids: tuple[int, ...], place: QPoint) -> None:
        self.ops.query(
            self,
            queue_calls.client_names,
            ids[:SHOWN_NAMES],
            on_result=lambda names: self._show_names(title, names, len(ids), place),
            latest="who",
            urgent=True,
        )

    def _show_names(self, title: str, names: list[tuple[int, str]], total: int, place: QPoint) -> None:
        self.popup = NamesPopup(title, self)
        self.popup.chosen.connect(partial(self.open_requested.emit, "client"))
        self.popup.show_names(names, total, place)

    # For the shell

    def current_client(self) -> int | None:
        """The line the user is on."""
        return self.panel.list.current_id()

    def focus_first(self) -> None:
        """The first client of the list."""
        if self._pages.currentIndex() == 0:
            self.panel.list.focus_start()
        else:
            super().focus_first()
