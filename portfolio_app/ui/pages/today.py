"""Whom to call now and why, the book in four figures, what changed: the page of every morning."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages import queue_calls
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.queue_panel import QueuePanel
from portfolio_app.ui.pages.today_cards import (
    SHOWN_NAMES,
    LostCard,
    MonthsCard,
    MovesCard,
    NamesPopup,
    share_text,
)
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import Card, EmptyState, StatTile, button, scrolling, text_label

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueView, TodayView
    from portfolio_app.services.movement import SegmentMove
    from portfolio_app.services.portfolio import SegmentInfo

SHOWN = 50
"""How many of the due clients stand here; all of them stand on the Follow-ups page."""
WATCH_SHARE, DEPENDENT_SHARE, STRONG_SHARE = 0.10, 0.20, 0.30
LONG_AMOUNT, LONG_COUNT = 10_000_000 * MONEY_SCALE, 100
"""From here on a tile shows an amount in millions, and a count without decimals."""
NARROW = 940
"""Below this width the tiles stand two by two."""
FEW = 10
"""Below this many clients a rate says little."""
YEAR = timedelta(days=365)


class TodayPage(Page):
    """Four figures, the best of the queue, and what changed."""

    kinds = frozenset(
        {
            "client",
            "contact",
            "interaction",
            "sale",
            "follow_up",
            "segment",
            "setting",
            "consent",
            "suppression",
            "segmentation",
            "deal",
            "survey_answer",
            "custom_field",
        }
    )

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.title = self.tr("Today")
        self._segments: dict[str, SegmentInfo] = {}
        self._loaded_on: date | None = None
        self._view = "due"
        self._last_look: date | None = None
        self._whole_month = False
        self.popup: NamesPopup | None = None
        self._pages = QStackedWidget()
        self.body.addWidget(self._pages)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.L)
        column.addWidget(self._make_tiles())
        column.addWidget(self._make_notice())
        row = QHBoxLayout()
        row.setSpacing(theme.L)
        row.addWidget(self._make_queue(), 64)
        row.addWidget(self._make_side(), 36)
        column.addLayout(row, 1)
        self._pages.addWidget(content)

    # Parts

    def _make_tiles(self) -> QWidget:
        self.revenue = StatTile(self.tr("Revenue, rolling 12 months"))
        self.share = StatTile(self.tr("Share of the first client"))
        self.equivalent = StatTile(self.tr("Equivalent clients (1/HHI)"))
        self.retention = StatTile(self.tr("Retention, 12 months"))
        self.tiles = QWidget()
        self._grid = QGridLayout(self.tiles)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.M)
        for tile in (self.revenue, self.share, self.equivalent, self.retention):
            tile.clicked.connect(partial(self.open_requested.emit, "page", "analysis"))
        self._columns = 0
        self._place_tiles(4)
        return self.tiles

    def _place_tiles(self, columns: int) -> None:
        """Side by side where there is room, else two by two: a figure is never shortened."""
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate((self.revenue, self.share, self.equivalent, self.retention)):
            self._grid.addWidget(tile, place // columns, place % columns)
            self._grid.setColumnStretch(place, int(place < columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange the tiles."""
        super().resizeEvent(event)
        self._place_tiles(4 if self.width() >= NARROW else 2)

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
        self.hint = text_label("", "muted", wrap=True)
        self.hint.hide()
        self.queue_card.body.addWidget(self.hint)
        self.panel = QueuePanel(self.context, self.tr("To do today"))
        self.panel.open_requested.connect(self.open_requested)
        self.panel.adjust_requested.connect(lambda segment: self.open_requested.emit("follow_ups", segment))
        self.queue_card.body.addWidget(self.panel, 1)
        return self.queue_card

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        self.moves = MovesCard()
        self.moves.who_requested.connect(self._show_who)
        self.moves.month_wanted.connect(self._choose_period)
        self.lost = LostCard()
        self.lost.client_chosen.connect(partial(self.open_requested.emit, "client"))
        self.months = MonthsCard()
        self.months.chart.failed.connect(self.ops.failed)
        for card in (self.moves, self.lost):
            column.addWidget(card)
        column.addWidget(self.months, 100)
        column.addStretch(1)
        area = scrolling(side)
        area.setMinimumWidth(280)
        return area

    # Loading

    def activate(self) -> None:
        """Yesterday's page is stale."""
        if self._loaded_on != self.context.today():
            self._is_stale = True
        super().activate()

    def load(self) -> None:
        """Ask for the queue first, then the figures, then the moves, which take longest."""
        today = self.context.today()
        self._loaded_on = today
        self.ops.query(
            self, queue_calls.worth_doing, today, SHOWN, on_result=self._show_queue, latest="queue"
        )
        self.ops.query(self, queue_calls.figures, today, on_result=self._show_figures, latest="figures")
        self.ops.query(self, queue_calls.identity, on_result=self._note_look, latest="identity")

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
        hint = self._hint(view)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.panel.show_view(view)

    def _hint(self, view: QueueView) -> str:
        """What to say when nothing is due."""
        if view.counts["due"]:
            return ""
        return {
            "unplanned": self.tr(
                "Nothing is due today. Worth doing instead: plan something for the best clients without a "
                "next action."
            ),
            "week": self.tr("Nothing is due today. Worth doing ahead: what comes this week."),
            "later": self.tr("Nothing is due today nor this week. Next in line:"),
        }.get(view.view, self.tr("Nothing is due today. Everybody was contacted in time."))

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
        self._show_revenue(view)
        self._show_share(view)
        self._show_equivalent(view)
        self._show_retention(view)
        self.lost.show_figures(view)
        self.months.show_months(view.months, view.as_of, self.context.currency())

    def _show_revenue(self, view: TodayView) -> None:
        currency = self.context.currency()
        if view.last_sale is None:
            self._say_nothing(self.revenue, self.tr("Sum of all sales of the last 12 months."))
            return
        change = None
        badge = ""
        tone: Tone = "neutral"
        if view.revenue_previous > 0:
            change = (view.revenue - view.revenue_previous) / view.revenue_previous
            badge = i18n.percent(change, signed=True)
            tone = "good" if change >= 0 else "danger" if change <= -0.1 else "warn"
        amount = i18n.money(view.revenue, currency)
        short = i18n.short_money(view.revenue, currency)
        self.revenue.set_value(amount if abs(view.revenue) < LONG_AMOUNT else short, badge, tone)
        before = (
            self.tr("The 12 months before: {amount}.").format(
                amount=i18n.money(view.revenue_previous, currency)
            )
            if change is not None
            else self.tr("There are no sales in the 12 months before to compare with.")
        )
        self.revenue.set_explanation(
            self.tr(
                "{amount}: all sales less returns, {period}, from %n client(s) who bought.", "", view.buyers
            ).format(amount=amount, period=self._period(view.as_of))
            + f"\n{before}"
        )

    def _show_share(self, view: TodayView) -> None:
        definition = self.tr(
            "The largest client's part of the revenue of the last 12 months. Below 10 % is good, from 10 % "
            "worth watching, from 20 % a dependency, from 30 % a strong one. These limits are conventions, "
            "not laws: what counts is whether you could do without that client."
        )
        if view.top_share is None:
            self._say_nothing(self.share, definition)
            return
        words = self.tr("good")
        tone: Tone = "good"
        if view.top_share >= DEPENDENT_SHARE:
            words = self.tr("dependency")
            tone = "danger" if view.top_share >= STRONG_SHARE else "warn"
        elif view.top_share >= WATCH_SHARE:
            words, tone = self.tr("watch"), "warn"
        self.share.set_value(share_text(view.top_share), words, tone)
        self.share.set_explanation(
            self.tr("{client}, {period}.").format(client=view.top_client, period=self._period(view.as_of))
            + f"\n{definition}"
        )

    def _show_equivalent(self, view: TodayView) -> None:
        definition = self.tr(
            "How many clients of equal size would spread your revenue as much as it is spread now: 1 divided "
            "by the sum of the squared shares of revenue (the Herfindahl-Hirschman index)."
        )
        if view.effective_clients is None:
            self._say_nothing(self.equivalent, definition)
            return
        of = self.tr("of {count}").format(count=i18n.number(view.buyers))
        decimals = 1 if view.effective_clients < LONG_COUNT else 0
        self.equivalent.set_value(i18n.number(view.effective_clients, decimals), of)
        counted = self.tr("From %n client(s) who bought, {period}.", "", view.buyers)
        self.equivalent.set_explanation(f"{definition}\n{counted.format(period=self._period(view.as_of))}")

    def _show_retention(self, view: TodayView) -> None:
        definition = self.tr(
            "Of the clients who bought in the 12 months before, the part who bought again in the last 12 months."
        )
        if view.retention is None:
            self._say_nothing(self.retention, definition)
            return
        of = self.tr("of {count}").format(count=i18n.number(view.retention_base))
        self.retention.set_value(i18n.percent(view.retention), of)
        kept = round(view.retention * view.retention_base)
        counted = self.tr("{kept} of {count} clients.").format(
            kept=i18n.number(kept), count=i18n.number(view.retention_base)
        )
        if view.retention_base < FEW:
            counted += " " + self.tr("So few clients make this rate jumpy.")
        self.retention.set_explanation(f"{definition}\n{counted}")

    def _say_nothing(self, tile: StatTile, definition: str) -> None:
        tile.set_value(i18n.NO_VALUE, self.tr("not enough history"))
        tile.set_explanation(definition + "\n" + self.tr("There are not enough sales yet to say."))

    def _period(self, as_of: date) -> str:
        first = as_of - YEAR + timedelta(days=1)
        return self.tr("{first} to {last}").format(first=i18n.short_date(first), last=i18n.short_date(as_of))

    # What changed

    def _note_look(self, book_id: str) -> None:
        """This visit is what the next one's changes are counted from; then ask for those since the last."""
        settings = self.context.settings()
        known = dict(settings.last_looks)
        self._last_look = settings.look_at(book_id, self.context.today())
        if settings.last_looks != known:
            self.context.save_settings()
        self._ask_moves()

    def _choose_period(self, month: bool) -> None:
        self._whole_month = month
        self._ask_moves()

    def _ask_moves(self) -> None:
        since = None if self._whole_month else self._last_look
        self.ops.query(
            self,
            queue_calls.segment_moves,
            self.context.today(),
            since,
            on_result=self._show_moves,
            latest="moves",
        )

    def _show_moves(self, moves: list[SegmentMove]) -> None:
        currency = self.context.currency()
        self.moves.show_moves(moves, self._segments, currency, self._last_look, month=self._whole_month)

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
