"""What the month and the week of the calendar share: where the user is, keys, clicks, dragging."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages import calendar_words
from portfolio_app.ui.pages.calendar_paint import ItemPainter
from portfolio_app.ui.plain import plain_tooltip

if TYPE_CHECKING:
    from portfolio_app.services.calendar_view import CalendarItem, CalendarView

DAY = timedelta(days=1)
Key = Qt.Key
_LETTERS = {
    Key.Key_L: "log",
    Key.Key_D: "done",
    Key.Key_S: "later",
    Key.Key_M: "later",
    Key.Key_E: "export",
}


@dataclass(frozen=True)
class Spot:
    """A place that can be pointed at: an item, or (None) the line that says how many more a day holds."""

    rect: QRect
    day: date
    item: CalendarItem | None
    more: int = 0


@dataclass
class _Drag:
    """An item under way: from where, and to which day and time it would go now."""

    item: CalendarItem
    start: QPoint
    at: QPoint
    is_moving: bool = False


class CalendarGrid(QWidget):
    """Paints a `CalendarView`. Subclasses say what lies where."""

    opened = Signal(object, object)
    """(item, its place on the screen): Enter, or a click."""
    day_opened = Signal(object)
    """A day whose list is wanted."""
    moved = Signal(object, object, object)
    """(item, day, time): dropped there, or pushed by the keys. Time None: the same, "": none."""
    acted = Signal(str, object)
    """("log" | "done" | "later" | "export", item)."""
    menu_wanted = Signal(object, object, object)
    """(item or None, day, place on the screen)."""
    turned = Signal(object)
    """The user went to a day that is not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(420, 240)
        self.painter = ItemPainter()
        self.view: CalendarView | None = None
        self.by_day: dict[date, list[CalendarItem]] = {}
        self.day = date.min
        self.key = ""
        self._client = 0
        self._spots: list[Spot] | None = None
        self._hovered: Spot | None = None
        self._pressed_day: date | None = None
        self._drag: _Drag | None = None
        theme.notifier().changed.connect(self._dress)

    # What is shown

    def show_view(self, view: CalendarView) -> None:
        """Show these days; the place of the user is kept."""
        self.view = view
        self.by_day = {}
        for item in view.items:
            self.by_day.setdefault(item.on, []).append(item)
        self._invalidate()
        if not view.first <= self.day <= view.last:
            self.day = view.as_of if view.first <= view.as_of <= view.last else view.first
            self.key = ""
        self._find_again()
        self._tell()

    def show_moved(self, item: CalendarItem, day: date, at: str | None) -> None:
        """Stand an item elsewhere at once, before the book has answered."""
        if self.view is None:
            return
        fresh = replace(item, on=day, due_on=day, time=item.time if at is None else at)
        others = (each for each in self.view.items if each.key != item.key)
        self.go_to(day, item)
        if not self.view.first <= day <= self.view.last:
            self.turned.emit(day)
            return
        self.show_view(replace(self.view, items=tuple(sorted((*others, fresh), key=lambda each: each.on))))

    def item(self) -> CalendarItem | None:
        """The item the user is on."""
        return next((item for item in self.by_day.get(self.day, ()) if item.key == self.key), None)

    def go_to(self, day: date, item: CalendarItem | None = None) -> None:
        """Be on a day, or on an item of it."""
        self.day, self.key = day, item.key if item is not None else ""
        self._client = item.client_id if item is not None else 0
        self._bring_in_sight()
        self.update()
        self._tell()

    def _find_again(self) -> None:
        """An item that went elsewhere is followed; a due that was put off comes back as a follow-up."""
        if not self.key or self.item() is not None:
            return
        for day, items in self.by_day.items():
            for item in items:
                if item.key == self.key:
                    self.day = day
                    return
        likely = [item for item in self.by_day.get(self.day, ()) if item.client_id == self._client]
        self.key = likely[0].key if likely else ""

    # Where things are: subclasses

    def lay_out(self) -> Iterable[Spot]:
        """Everything that can be pointed at."""
        raise NotImplementedError

    def day_rect(self, day: date) -> QRect:
        """The place of a day."""
        raise NotImplementedError

    def day_at(self, point: QPoint) -> date | None:
        """The day at a point."""
        raise NotImplementedError

    def time_at(self, point: QPoint, item: CalendarItem) -> str | None:
        """The time an item dropped there would have; None: as before."""
        return None

    def paint_ground(self, painter: QPainter) -> None:
        """Draw all but the items."""
        raise NotImplementedError

    def spots(self) -> list[Spot]:
        """What lies where, worked out once for each size and content."""
        if self._spots is None:
            self._spots = list(self.lay_out()) if self.view is not None else []
        return self._spots

    def spot_at(self, point: QPoint) -> Spot | None:
        """What is at a point."""
        return next((spot for spot in reversed(self.spots()) if spot.rect.contains(point)), None)

    def spot_of(self, key: str) -> Spot | None:
        """The place of an item, if it is in sight."""
        return next((s for s in self.spots() if s.item is not None and s.item.key == key), None)

    def _invalidate(self) -> None:
        self._spots = None
        self._hovered = None
        self.update()

    def _bring_in_sight(self) -> None:
        """Scroll to where the user is."""

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the days, what stands on them, and what is being dragged."""
        painter = QPainter(self)
        self.paint_ground(painter)
        for spot in self.spots():
            if not event.rect().intersects(spot.rect):
                continue
            self._paint_spot(painter, spot)
        self._paint_drag(painter)

    def _paint_spot(self, painter: QPainter, spot: Spot) -> None:
        hot = spot == self._hovered
        if spot.item is None:
            self._paint_more(painter, spot, hot)
            return
        dragged = self._drag is not None and self._drag.is_moving and self._drag.item.key == spot.item.key
        painter.setOpacity(0.35 if dragged else 1.0)
        chosen = spot.item.key == self.key and self.hasFocus()
        self.painter.paint(painter, spot.rect, spot.item, chosen=chosen, hot=hot)
        painter.setOpacity(1.0)

    def _paint_more(self, painter: QPainter, spot: Spot, hot: bool) -> None:
        tokens = self.painter.tokens
        painter.setFont(self.painter.strong)
        painter.setPen(QColor(tokens.accent_text if hot else tokens.muted))
        text = self.tr("{count} more").format(count=f"+{i18n.number(spot.more)}")
        painter.drawText(spot.rect.adjusted(7, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_drag(self, painter: QPainter) -> None:
        drag = self._drag
        if drag is None or not drag.is_moving:
            return
        day = self.day_at(drag.at)
        tokens = self.painter.tokens
        if day is not None:
            good = self._is_allowed(drag.item, day)
            painter.setPen(QPen(QColor(tokens.accent if good else tokens.danger), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.day_rect(day).adjusted(1, 1, -2, -2))
        ghost = QRect(drag.at + QPoint(8, 4), QSize(180, self.painter.line_height))
        painter.fillRect(ghost, QColor(tokens.raised))
        at = self.time_at(drag.at, drag.item)
        shown = drag.item if at is None else replace(drag.item, time=at)
        self.painter.paint(painter, ghost, shown, chosen=True)

    def _is_allowed(self, item: CalendarItem, day: date) -> bool:
        return item.can_move and self.view is not None and day >= self.view.as_of

    def _dress(self, tokens: theme.Tokens) -> None:
        self.painter.dress(tokens)
        self._invalidate()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be there; an item may be dragged from there."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        spot = self.spot_at(point)
        day = spot.day if spot is not None else self.day_at(point)
        self._pressed_day = day
        if day is None:
            return
        item = spot.item if spot is not None else None
        self.go_to(day, item)
        if item is not None:
            self._drag = _Drag(item, point, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what is under the pointer."""
        point = event.position().toPoint()
        if self._drag is not None:
            self._drag.at = point
            far = (point - self._drag.start).manhattanLength() >= QApplication.startDragDistance()
            if far and self._drag.item.can_move:
                self._drag.is_moving = True
                self.setCursor(self._drag_cursor(point))
            self.update()
            return
        spot = self.spot_at(point)
        if spot != self._hovered:
            self._hovered = spot
            self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop, or open what was clicked."""
        drag, self._drag = self._drag, None
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self.unsetCursor()
        self.update()
        spot = self.spot_at(point)
        if drag is not None and drag.is_moving:
            day = self.day_at(point)
            if day is not None:
                self._move(drag.item, day, self.time_at(point, drag.item))
        elif drag is not None and spot is not None and spot.item is not None:
            self._open(spot)
        elif spot is not None and spot.more and spot.day == self._pressed_day:
            self.day_opened.emit(spot.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a day: its list."""
        point = event.position().toPoint()
        day = self.day_at(point)
        if self.spot_at(point) is None and day is not None:
            self.day_opened.emit(day)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._hovered = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done there."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            spot = self.spot_at(event.pos())
            day = spot.day if spot is not None else self.day_at(event.pos())
            if day is None:
                return
            self.go_to(day, spot.item if spot is not None else None)
            place = event.globalPos()
        else:
            place = self.place()
        self.menu_wanted.emit(self.item(), self.day, place)

    def _drag_cursor(self, point: QPoint) -> Qt.CursorShape:
        day = self.day_at(point)
        good = day is not None and self._drag is not None and self._is_allowed(self._drag.item, day)
        return Qt.CursorShape.ClosedHandCursor if good else Qt.CursorShape.ForbiddenCursor

    def _open(self, spot: Spot) -> None:
        self.opened.emit(spot.item, self.mapToGlobal(spot.rect.bottomLeft()))

    def place(self) -> QPoint:
        """Where something about the place of the user opens, on the screen."""
        spot = self.spot_of(self.key)
        rect = spot.rect if spot is not None else self.day_rect(self.day)
        return self.mapToGlobal(rect.bottomLeft() if spot is not None else rect.center())

    def _move(self, item: CalendarItem, day: date, at: str | None) -> None:
        if day != item.on or (at is not None and at != item.time):
            self.moved.emit(item, day, at)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Alt+arrows take the item along, Enter opens, letters act."""
        if self._drag is not None and event.key() == Key.Key_Escape:
            self._drag = None
            self.unsetCursor()
            self.update()
        elif not self._handle(event):
            super().keyPressEvent(event)

    def _handle(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return self._push(Key(event.key()))
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            return self._walk(Key(event.key()), over_items=False)
        if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        item = self.item()
        if event.key() in (Key.Key_Return, Key.Key_Enter):
            if item is None:
                self.day_opened.emit(self.day)
            else:
                self.opened.emit(item, self.place())
            return True
        if event.key() in _LETTERS and item is not None:
            self.acted.emit(_LETTERS[Key(event.key())], item)
            return True
        return self._walk(Key(event.key()), over_items=True)

    def _walk(self, key: Key, *, over_items: bool) -> bool:
        """Go a day or a week on; through a day's items first with the plain keys."""
        if key in (Key.Key_Left, Key.Key_Right):
            self._go(self.day + (DAY if key == Key.Key_Right else -DAY))
        elif key in (Key.Key_Up, Key.Key_Down):
            step = 1 if key == Key.Key_Down else -1
            if not (over_items and self._walk_items(step)):
                self._go(self.day + 7 * step * DAY)
        else:
            return False
        return True

    def _walk_items(self, step: int) -> bool:
        """On to the next item of the day that is in sight; False at the end."""
        listed = [s.item for s in self.spots() if s.day == self.day and s.item is not None]
        keys = [item.key for item in listed]
        place = keys.index(self.key) + step if self.key in keys else (0 if step > 0 else -2)
        if place == -1:
            self.go_to(self.day)
            return True
        if 0 <= place < len(listed):
            self.go_to(self.day, listed[place])
            return True
        return False

    def _go(self, day: date) -> None:
        if self.view is None:
            return
        self.go_to(day)
        if not self.view.first <= day <= self.view.last:
            self.turned.emit(day)

    def _push(self, key: Key) -> bool:
        """Take the item along by a day or a week."""
        item = self.item()
        steps = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Up: -7, Key.Key_Down: 7}
        if item is None or key not in steps:
            return False
        self.moved.emit(item, item.on + steps[key] * DAY, None)
        return True

    # Being there

    def event(self, event: QEvent) -> bool:
        """A tip tells the whole of an item."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.spot_at(event.pos())
            if spot is not None and spot.item is not None:
                text = calendar_words.story(spot.item)
                QToolTip.showText(event.globalPos(), plain_tooltip(text), self, spot.rect)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other places."""
        super().resizeEvent(event)
        self._invalidate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys work."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And that they do not."""
        super().focusOutEvent(event)
        self.update()

    def _tell(self) -> None:
        """Say where the user is to who cannot see it."""
        item = self.item()
        if self.view is None:
            return
        if item is not None:
            words = calendar_words.story(item).replace("\n", ", ")
        else:
            count = len(self.by_day.get(self.day, ())) + self.view.beyond.get(self.day, 0)
            parts = [i18n.long_date(self.day), self.view.holidays.get(self.day, "")]
            parts.append(self.tr("%n entry(s)", "", count))
            words = ", ".join(part for part in parts if part)
        self.setAccessibleDescription(words)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
