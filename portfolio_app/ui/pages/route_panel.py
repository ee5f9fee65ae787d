"""The due clients by area, so that those near each other are visited in one go; without any map or network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages import client_links, client_words, queue_calls, queue_words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, button, plain_tooltip, text_label
from portfolio_app.ui.widgets.chips import paint_badge

if TYPE_CHECKING:
    from portfolio_app.services.route import RouteArea, RouteStop

WIDTH, PAD = 360, 8
STOP_ROLE = int(Qt.ItemDataRole.UserRole)
"""The `RouteStop` of a line; None for an area."""
FEW, MOST = 25, 400
"""Areas are unfolded at first until so many stops are in sight; more than the most are only counted."""


class _Painter(QStyledItemDelegate):
    """An area in strong type; a stop with its address below and a badge when it is not due yet."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line for an area, two for a stop."""
        height = QFontMetrics(theme.font()).height()
        return QSize(0, 2 * height + 10 if index.data(STOP_ROLE) is not None else height + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        tokens = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, QColor(tokens.accent_soft))
        area = rect.adjusted(PAD // 2, 0, -PAD, 0)
        stop = index.data(STOP_ROLE)
        if stop is None:
            _line(painter, area, str(index.data()), bold=True, colour=tokens.text)
        else:
            when = "" if stop.is_due else i18n.day_month(stop.action.planned_on or stop.action.due_on)
            width = QFontMetrics(theme.font("caption", bold=True)).horizontalAdvance(when) + 15 if when else 0
            top = QRect(area.left(), area.top() + 4, area.width() - width - PAD, (area.height() - 8) // 2)
            _line(painter, top, stop.name, bold=stop.is_due, colour=tokens.text)
            below = QRect(area.left(), top.bottom() + 1, area.width(), top.height())
            _line(painter, below, _where(stop), colour=tokens.muted)
            if when:
                tall = QFontMetrics(theme.font("caption", bold=True)).height() + 4
                place = QRectF(area.right() - width, top.center().y() - tall / 2, width, tall)
                paint_badge(painter, place, when, "neutral")
        painter.restore()


def _line(painter: QPainter, rect: QRect, text: str, *, colour: str, bold: bool = False) -> None:
    painter.setFont(theme.font(bold=bold))
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _where(stop: RouteStop) -> str:
    town = " ".join(part for part in (stop.postcode, stop.city) if part)
    return ", ".join(part for part in (stop.street, town) if part)


class RouteTree(QTreeWidget):
    """The areas and their stops. Enter opens a client, M shows the map, N copies the number."""

    keyed = Signal(str)
    """ "open", "map" or "copy"."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What can be done with a stop, by letter as in the queue."""
        what = {
            Qt.Key.Key_M: "map",
            Qt.Key.Key_N: "copy",
            Qt.Key.Key_Return: "open",
            Qt.Key.Key_Enter: "open",
        }
        item = self.currentItem()
        is_stop = item is not None and item.data(0, STOP_ROLE) is not None
        if is_stop and event.key() in what and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.keyed.emit(what[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""


class RoutePanel(Card):
    """Beside the queue: today's route. Ask it to `load` when it is brought into sight."""

    closed = Signal()
    open_requested = Signal(str, object)
    """As of a `Page`."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self.areas: Sequence[RouteArea] = ()
        self.set_title(self.tr("Route"))
        close = IconButton("close", self.tr("Close"))
        close.clicked.connect(self.closed)
        self.header.addWidget(close)
        self.text = text_label("", "muted", wrap=True)
        self.body.addWidget(self.text)
        self.visits_only = QCheckBox(self.tr("Only planned visits and meetings"))
        self.visits_only.toggled.connect(lambda _: self.load())
        self.body.addWidget(self.visits_only)
        self.tree = RouteTree()
        self.tree.setAccessibleName(self.tr("Route"))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setItemDelegate(_Painter(self.tree))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.itemDoubleClicked.connect(lambda item: self._do("open") if self._stop() else None)
        self.tree.keyed.connect(self._do)
        self.tree.currentItemChanged.connect(lambda *_: self._show_buttons())
        self.body.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.copy_button = button(self.tr("Copy as text"), self.copy_all, icon="copy", small=True)
        self.copy_button.setToolTip(
            self.tr("The whole route with addresses and numbers, to print or to send")
        )
        self.map_button = button(self.tr("Map"), lambda: self._do("map"), icon="visit", small=True)
        self.map_button.setToolTip(self.tr("Show the chosen address on the map, in the web browser (M)"))
        self.open_button = button(self.tr("Open"), lambda: self._do("open"), small=True)
        self.open_button.setToolTip(self.tr("Open the chosen client (Enter)"))
        for each in (self.copy_button, self.map_button, self.open_button):
            row.addWidget(each)
        row.addStretch()
        self.body.addLayout(row)
        self.setFocusProxy(self.tree)
        self.setFixedWidth(WIDTH)

    def load(self) -> None:
        """Ask for today's route."""
        self._context.operations.query(
            self,
            queue_calls.route,
            self._context.today(),
            self.visits_only.isChecked(),
            on_result=self._show,
            latest="route",
        )

    def _show(self, areas: Sequence[RouteArea]) -> None:
        current = self._stop()
        folded = {
            str(item.data(0, Qt.ItemDataRole.UserRole + 1))
            for item in self._area_items()
            if not item.isExpanded()
        }
        known = {area.area for area in self.areas}
        self.areas = areas
        count = 0
        self.tree.clear()
        for area in areas:
            item = QTreeWidgetItem([self._heading(area)])
            item.setData(0, Qt.ItemDataRole.UserRole + 1, area.area)
            self.tree.addTopLevelItem(item)
            for stop in area.stops[: max(MOST - count, 0)]:
                child = QTreeWidgetItem([stop.name])
                child.setData(0, STOP_ROLE, stop)
                child.setToolTip(0, plain_tooltip("\n".join(part for part in self._story(stop) if part)))
                item.addChild(child)
                if current is not None and stop.client_id == current.client_id:
                    self.tree.setCurrentItem(child)
            item.setExpanded(area.area not in folded if area.area in known else count < FEW)
            count += len(area.stops)
        left_out = sum(area.left_out for area in areas)
        due = sum(stop.is_due for area in areas for stop in area.stops) + left_out
        self.text.setText(
            self.tr("%n client(s) due today, by postcode; with a day: nearby, due within a week.", "", due)
            if count
            else self.tr("Nobody is due today.")
        )
        if left_out or count > MOST:
            shown = min(count, MOST)
            self.text.setText(
                self.tr("{text} The first %n are shown.", "", shown).format(text=self.text.text())
            )
        if self.visits_only.isChecked() and not count:
            self.text.setText(self.tr("No visit or meeting is planned for today."))
        self.copy_button.setEnabled(bool(count))
        if self._stop() is None and count:
            first = self._area_items()[0].child(0)
            if first is not None:
                self.tree.setCurrentItem(first)
        self._show_buttons()

    def _heading(self, area: RouteArea) -> str:
        here = sum(stop.is_due for stop in area.stops)
        due, near = here + area.left_out, len(area.stops) - here
        name = queue_words.place(area.area) or self.tr("Place unknown")
        if not near:
            return f"{name} · {i18n.number(due)}"
        return self.tr("{place} · {due} + {near} nearby").format(
            place=name, due=i18n.number(due), near=i18n.number(near)
        )

    def _story(self, stop: RouteStop) -> list[str]:
        return [stop.name, stop.address, stop.phone, client_words.title(stop.action)]

    def copy_all(self) -> None:
        """Put the whole route on the clipboard."""
        lines: list[str] = []
        for area in self.areas:
            lines += [*([""] if lines else []), self._heading(area)]
            for number, stop in enumerate(area.stops, 1):
                what = client_words.title(stop.action)
                if not stop.is_due:
                    day = i18n.weekday(stop.action.planned_on or stop.action.due_on)
                    what = self.tr("{what} (nearby, due {day})").format(what=what, day=day)
                parts = (stop.name, stop.address, stop.phone, what)
                lines.append(f"{number}. " + " · ".join(part for part in parts if part))
        client_links.copy_text("\n".join(lines))
        self.open_requested.emit("say", self.tr("The route is copied"))

    def _do(self, what: str) -> None:
        stop = self._stop()
        if stop is None:
            return
        if what == "open":
            self.open_requested.emit("client", stop.client_id)
        elif what == "map":
            if not client_links.open_url(client_links.map_url(stop.address)):
                self.open_requested.emit("say", self.tr("The map could not be opened"))
        elif stop.phone:
            client_links.copy_text(stop.phone)
            self.open_requested.emit("say", self.tr("Copied: {number}").format(number=stop.phone))

    def _stop(self) -> RouteStop | None:
        item = self.tree.currentItem()
        found: RouteStop | None = item.data(0, STOP_ROLE) if item is not None else None
        return found

    def _area_items(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _show_buttons(self) -> None:
        stop = self._stop()
        self.map_button.setEnabled(stop is not None and bool(stop.address))
        self.open_button.setEnabled(stop is not None)
