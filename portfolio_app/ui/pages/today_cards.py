"""The right-hand side of the Today page: what changed, the dependency, revenue by month."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import (
    Badge,
    Card,
    ElidedLabel,
    FlowLayout,
    SegmentChip,
    button,
    clear_layout,
    line,
    plain_tooltip,
    text_label,
)
from portfolio_app.ui.widgets.chart_view import ChartView
from portfolio_app.ui.widgets.popup import Popup

if TYPE_CHECKING:
    from portfolio_app.services.agenda import TodayView
    from portfolio_app.services.movement import SegmentMove
    from portfolio_app.services.portfolio import SegmentInfo

SHOWN_MOVES = 3
SHOWN_NAMES = 500


class MoveRow(QFrame):
    """One move between two segments; a click shows who."""

    clicked = Signal()

    def __init__(
        self,
        move: SegmentMove,
        segments: Mapping[str, SegmentInfo],
        currency: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.move_shown = move
        self.setObjectName("moveRow")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(6)
        count = len(move.client_ids)
        words = i18n.number(count)
        row.addWidget(text_label(words, "strong"))
        names = []
        for code in (move.before, move.after):
            info = segments.get(code)
            name = messages.segment_name(code, info.name if info else "")
            names.append(name)
            chip = SegmentChip(name, info.colour if info else "")
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            chip.setMinimumWidth(48)
            if len(names) == 2:
                row.addWidget(text_label("→", "muted"))
            row.addWidget(chip)
        row.addStretch()
        row.addWidget(Badge(i18n.short_money(move.revenue, currency), _direction(move, segments)))
        said = self.tr("%n client(s): {before} → {after}", "", count).format(before=names[0], after=names[1])
        self.title = said
        self.setAccessibleName(said)
        explain = self.tr(
            "{what}. The amount is their revenue over 12 months (the better of the last two years). "
            "Click to see who."
        )
        self.setToolTip(plain_tooltip(explain.format(what=said)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter click."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        theme.set_property(self, "hovered", "true")

    def leaveEvent(self, event: object) -> None:
        """Back to rest."""
        theme.set_property(self, "hovered", "false")


def _direction(move: SegmentMove, segments: Mapping[str, SegmentInfo]) -> Tone:
    """Good news or bad, by the order in which the segments are shown, best first."""
    before, after = segments.get(move.before), segments.get(move.after)
    if before is None or after is None:
        return "neutral"
    return "good" if after.display_order < before.display_order else "danger"


class NamesPopup(Popup):
    """A short list of clients that opens the one chosen."""

    chosen = Signal(int)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ids: list[int] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.addWidget(text_label(title, "strong"))
        self.names = QListView()
        self.names.setModel(QStringListModel(self.names))
        self.names.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.names.setUniformItemSizes(True)
        self.names.setSpacing(3)
        self.names.setAccessibleName(title)
        self.names.setMouseTracking(True)
        self.names.clicked.connect(lambda index: self._choose(index.row()))
        layout.addWidget(self.names)
        self.rest = text_label("", "caption")
        self.rest.hide()
        layout.addWidget(self.rest)
        self.resize(320, 120)

    def show_names(self, names: Sequence[tuple[int, str]], total: int, place: QPoint) -> None:
        """Show them, with the popup's corner at `place`, kept on the screen."""
        self._ids = [client for client, _ in names]
        model = self.names.model()
        assert isinstance(model, QStringListModel)
        model.setStringList([name for _, name in names])
        if total > len(names):
            self.rest.setText(self.tr("and %n more", "", total - len(names)))
            self.rest.show()
        height = (self.names.sizeHintForRow(0) + 6) * min(len(names), 10) + 8
        self.names.setFixedHeight(max(height, 40))
        self.adjustSize()
        self.resize(max(self.width(), 320), self.height())
        room = self.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.names.setFocus()
        self.names.setCurrentIndex(model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.names.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._ids) and self.isVisible():
            client = self._ids[row]
            self.close()
            self.chosen.emit(client)


class MovesCard(Card):
    """Who changed segment since the book was last looked at, or in the last 30 days."""

    who_requested = Signal(object, object, QPoint)
    """(title, the move's client ids, where the list of names may open)."""
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

    def show_moves(
        self,
        moves: Sequence[SegmentMove],
        segments: Mapping[str, SegmentInfo],
        currency: str,
        last_look: date | None = None,
        *,
        month: bool = True,
    ) -> None:
        """Show the moves with most revenue, the rest on demand.

        `last_look`: the day of the last visit, None where there was none; `month`: the moves are those of the last
        30 days all the same.
        """
        self._last_look, self._is_month = last_look, month or last_look is None
        if last_look is None or self._is_month:
            self.set_title(self.tr("What changed in 30 days"))
        else:
            words = self.tr("Since you last looked, {day}")
            self.set_title(words.format(day=i18n.day_month(last_look)))
        self._rebuild = lambda: self._fill(moves, segments, currency)
        self._rebuild()

    def _fill(self, moves: Sequence[SegmentMove], segments: Mapping[str, SegmentInfo], currency: str) -> None:
        clear_layout(self.body)
        if not moves:
            self.body.addWidget(text_label(self._nothing(), "muted", wrap=True))
        shown = moves if self._is_open else moves[:SHOWN_MOVES]
        for place, move in enumerate(shown):
            if place:
                self.body.addWidget(line())
            row = MoveRow(move, segments, currency)
            row.clicked.connect(lambda row=row: self._ask_who(row))
            self.body.addWidget(row)
        self.more.setText(self.tr("Show all {count}").format(count=i18n.number(len(moves))))
        self.more.setVisible(len(moves) > len(shown))
        self._offer_period()

    def _nothing(self) -> str:
        if self._is_month or self._last_look is None:
            return self.tr("Nobody changed segment.")
        day = i18n.day_month(self._last_look)
        return self.tr("Nobody changed segment since your visit of {day}.").format(day=day)

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

    def _ask_who(self, row: MoveRow) -> None:
        place = row.mapToGlobal(QPoint(0, row.height()))
        self.who_requested.emit(row.title, row.move_shown.client_ids, place)


class LostCard(Card):
    """What losing the first client would mean, and who could take its place."""

    client_chosen = Signal(int)

    def show_figures(self, view: TodayView) -> None:
        """Show it; hidden when there is no first client."""
        self.setVisible(view.top_client_id is not None and view.buyers > 1)
        if view.top_client_id is None or view.top_share is None:
            return
        self.set_title(self.tr("If you lost {client}…").format(client=view.top_client))
        clear_layout(self.body)
        self.body.addWidget(text_label(self._sentence(view), "muted", wrap=True))
        links = [(view.top_client_id, self.tr("Open {client}").format(client=view.top_client))]
        if view.look_alikes:
            alike = self.tr("Same line of business, with room to grow:")
            self.body.addWidget(text_label(alike, "muted", wrap=True))
            links = list(view.look_alikes)
        flow = QWidget()
        row = FlowLayout(flow, theme.XS)
        for client, name in links:
            row.addWidget(self._link(client, name))
        self.body.addWidget(flow)

    def _sentence(self, view: TodayView) -> str:
        share = share_text(view.top_share or 0)
        if view.replacements is None:
            return self.tr("Your revenue of the last 12 months would fall by {share}.").format(share=share)
        return self.tr(
            "Your revenue would fall by {share}. It would take %n average client(s) to replace it.",
            "",
            view.replacements,
        ).format(share=share)

    def _link(self, client: int, name: str) -> QPushButton:
        link = button(_shortened(name), lambda: self.client_chosen.emit(client), variant="link")
        link.setAccessibleName(name)
        link.setToolTip(plain_tooltip(name))
        return link


def share_text(share: float) -> str:
    """A share of revenue, with more decimals the smaller it is, so that it never reads as nothing."""
    return i18n.percent(share, 0 if share >= 0.1 else 1 if share >= 0.01 else 2)


def _shortened(name: str, limit: int = 36) -> str:
    """A name for a button: no mnemonic, not too long."""
    text = name if len(name) <= limit else f"{name[: limit - 1].rstrip()}…"
    return text.replace("&", "&&")


class MonthsCard(Card):
    """Revenue of the last 12 calendar months, the current one marked as unfinished."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Revenue by month"))
        self.chart = ChartView(self.tr("Revenue by month"), minimum=(200, 104))
        # What room there is, rather than the size it would like: the side must fit a small screen.
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.header.addWidget(self.chart.menu_button())
        self.body.addWidget(self.chart, 1)
        self._note = ElidedLabel("", "caption")
        self.body.addWidget(self._note)

    def show_months(self, months: Sequence[tuple[date, int]], as_of: date, currency: str) -> None:
        """Draw them; hidden without any sale."""
        self.setVisible(any(amount for _, amount in months))
        last_day = _is_last_day(as_of)
        self._note.setText(self.tr("Hatched: this month, up to {day}").format(day=i18n.day_month(as_of)))
        self._note.setVisible(not last_day)
        so_far = self.tr("{month}, up to today: {amount}")
        whole = self.tr("{month}: {amount}")
        tips = [
            (so_far if place == len(months) - 1 and not last_day else whole).format(
                month=i18n.month(month), amount=i18n.money(amount, currency)
            )
            for place, (month, amount) in enumerate(months)
        ]
        self.chart.draw(_drawing(months, currency, tips, unfinished=not last_day))


def _letter(month: date) -> str:
    return i18n.locale().standaloneMonthName(month.month, QLocale.FormatType.NarrowFormat)


def _is_last_day(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1


def _drawing(
    months: Sequence[tuple[date, int]], currency: str, tips: Sequence[str], *, unfinished: bool
) -> Callable[[Any, Any], Any]:
    """What the chart thread runs: no widget in it, all words ready."""

    def draw(figure: Any, palette: Any) -> Any:
        import pandas as pd
        from matplotlib.patches import Rectangle

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.monthly_revenue import draw_monthly_revenue
        from portfolio_app.ui.widgets.chart_worker import ChartHits

        frame = pd.DataFrame(
            {"month": pd.to_datetime([month for month, _ in months]), "amount": [a for _, a in months]}
        )
        text = ChartText(money=lambda units: i18n.short_money(int(units), currency), month=_letter)
        axes = figure.add_subplot()
        hits = draw_monthly_revenue(axes, frame, palette, text)
        last = months[-1][1]
        if unfinished and last > 0:
            bar = Rectangle(
                (len(months) - 1.32, 0), 0.64, last, fill=False, hatch="/////", linewidth=0,
                edgecolor=palette.surface,
            )  # fmt: skip
            axes.add_patch(bar)
        return ChartHits(axes, hits, lambda row: tips[row])

    return draw
