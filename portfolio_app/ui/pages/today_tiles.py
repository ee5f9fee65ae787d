"""The book in four figures, each with its change against the year before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import StatTile

if TYPE_CHECKING:
    from portfolio_app.services.today import TodayView

WATCH_SHARE, DEPENDENT_SHARE, STRONG_SHARE = 0.10, 0.20, 0.30
LONG_AMOUNT, LONG_COUNT = 10_000_000 * MONEY_SCALE, 100
"""From here on a tile shows an amount in millions, and a count without decimals."""
NARROW = 900
"""Below this width the tiles stand two by two."""
FEW = 10
"""Below this many clients a rate says little."""
YEAR = timedelta(days=365)


class Tiles(QWidget):
    """Revenue, the first client's share, equivalent clients, retention."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.revenue = StatTile(self.tr("Revenue, rolling 12 months"))
        self.share = StatTile(self.tr("Share of the first client"))
        self.equivalent = StatTile(self.tr("Equivalent clients (1/HHI)"))
        self.retention = StatTile(self.tr("Retention, 12 months"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.M)
        self._tiles = (self.revenue, self.share, self.equivalent, self.retention)
        for tile in self._tiles:
            tile.clicked.connect(self.clicked)
        self._columns = 0
        self._place(4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else two by two: a figure is never shortened."""
        super().resizeEvent(event)
        self._place(4 if self.width() >= NARROW else 2)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
            self._grid.setColumnStretch(place, int(place < columns))

    def show_figures(self, view: TodayView, currency: str) -> None:
        """Show them all."""
        self._show_revenue(view, currency)
        self._show_share(view)
        self._show_equivalent(view)
        self._show_retention(view)

    def _show_revenue(self, view: TodayView, currency: str) -> None:
        if view.last_sale is None:
            self._say_nothing(self.revenue, self.tr("Sum of all sales of the last 12 months."))
            return
        amount = i18n.money(view.revenue, currency)
        short = i18n.short_money(view.revenue, currency)
        self.revenue.set_value(amount if abs(view.revenue) < LONG_AMOUNT else short)
        before = self.tr("There are no sales in the 12 months before to compare with.")
        if view.revenue_previous > 0:
            change = (view.revenue - view.revenue_previous) / view.revenue_previous
            tone: Tone = "good" if change >= 0 else "danger" if change <= -0.1 else "warn"
            self.revenue.set_change(i18n.percent(change, signed=True), tone)
            before = self.tr("The 12 months before: {amount}.").format(
                amount=i18n.money(view.revenue_previous, currency)
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
        words, tone = self._judged(view.top_share)
        self.share.set_value(share_text(view.top_share), words, tone)
        self._show_points(self.share, view.top_share, view.top_share_previous, rising_is_good=False)
        self.share.set_explanation(
            self.tr("{client}, {period}.").format(client=view.top_client, period=self._period(view.as_of))
            + self._before(view.top_share_previous)
            + f"\n{definition}"
        )

    def _judged(self, share: float) -> tuple[str, Tone]:
        if share >= DEPENDENT_SHARE:
            return self.tr("dependency"), "danger" if share >= STRONG_SHARE else "warn"
        return (self.tr("watch"), "warn") if share >= WATCH_SHARE else (self.tr("good"), "good")

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
        before = ""
        if view.effective_previous is not None:
            change = round(view.effective_clients - view.effective_previous, decimals)
            tone: Tone = "good" if change > 0 else "warn" if change < 0 else "neutral"
            self.equivalent.set_change(_signed(change, decimals), tone)
            before = "\n" + self.tr("A year before: {figure}.").format(
                figure=i18n.number(view.effective_previous, decimals)
            )
        self.equivalent.set_explanation(
            f"{definition}\n{counted.format(period=self._period(view.as_of))}{before}"
        )

    def _show_retention(self, view: TodayView) -> None:
        definition = self.tr(
            "Of the clients who bought in the 12 months before, the part who bought again in the last 12 months."
        )
        if view.retention is None:
            self._say_nothing(self.retention, definition)
            return
        of = self.tr("of {count}").format(count=i18n.number(view.retention_base))
        self.retention.set_value(i18n.percent(view.retention), of)
        self._show_points(self.retention, view.retention, view.retention_previous, rising_is_good=True)
        kept = round(view.retention * view.retention_base)
        counted = self.tr("{kept} of {count} clients.").format(
            kept=i18n.number(kept), count=i18n.number(view.retention_base)
        )
        if view.retention_base < FEW:
            counted += " " + self.tr("So few clients make this rate jumpy.")
        before = self._before(view.retention_previous)
        if before and view.retention_base_previous < FEW:
            before += " " + self.tr("So few clients make this rate jumpy.")
        self.retention.set_explanation(f"{definition}\n{counted}{before}")

    def _show_points(self, tile: StatTile, now: float, then: float | None, *, rising_is_good: bool) -> None:
        """The change of a rate, in percentage points."""
        if then is None:
            return
        points = round(100 * now) - round(100 * then)
        tone: Tone = "neutral" if points == 0 else "good" if (points > 0) == rising_is_good else "warn"
        tile.set_change(self.tr("{points} pts").format(points=_signed(points)), tone)

    def _before(self, then: float | None) -> str:
        if then is None:
            return ""
        return "\n" + self.tr("A year before: {figure}.").format(figure=share_text(then))

    def _say_nothing(self, tile: StatTile, definition: str) -> None:
        tile.set_value(i18n.NO_VALUE, self.tr("not enough history"))
        tile.set_explanation(definition + "\n" + self.tr("There are not enough sales yet to say."))

    def _period(self, as_of: date) -> str:
        first = as_of - YEAR + timedelta(days=1)
        return self.tr("{first} to {last}").format(first=i18n.short_date(first), last=i18n.short_date(as_of))


def share_text(share: float) -> str:
    """A share of revenue, with more decimals the smaller it is, so that it never reads as nothing."""
    return i18n.percent(share, 0 if share >= 0.1 else 1 if share >= 0.01 else 2)


def _signed(value: float, decimals: int = 0) -> str:
    """+2, −0.4, or ±0 where nothing changed."""
    if value == 0:
        return f"±{i18n.number(0)}"
    return f"+{i18n.number(value, decimals)}" if value > 0 else i18n.number(value, decimals)
