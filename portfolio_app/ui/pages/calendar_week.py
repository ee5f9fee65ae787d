"""A week of the calendar: a column a day, what has no time above, what has one between the hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar

from portfolio_app.ui import i18n
from portfolio_app.ui.pages.calendar_grid import DAY, CalendarGrid, Key, Spot

if TYPE_CHECKING:
    from portfolio_app.services.calendar_view import CalendarItem, CalendarView

HOUR, GAP = 44, 1
BLOCK_MINUTES = 30
"""How long a thing is shown that has a time but no length."""
STEP = 15
"""Minutes to which what is dropped snaps."""
MORNING, ABOVE = 8, 10
"""What is shown first, and so much of what is before it: half of a label."""
_BAND_SHARE, _LEAST_BAND = 0.5, 2


def week_span(day: date, first_weekday: int) -> tuple[date, date]:
    """The week of `day`; `first_weekday`: Monday 0."""
    start = day - ((day.weekday() - first_weekday) % 7) * DAY
    return start, start + 6 * DAY


class WeekGrid(CalendarGrid):
    """The hours scroll, the band above them does not."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Week"))
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.valueChanged.connect(lambda _: self._invalidate())
        self._was_scrolled = False

    # Places

    def show_view(self, view: CalendarView) -> None:
        """Show a week, from the morning on the first time."""
        super().show_view(view)
        self._fit_bar()
        if not self._was_scrolled and self.height() > HOUR:
            self._was_scrolled = True
            self.bar.setValue(MORNING * HOUR - ABOVE)

    def _head(self) -> int:
        """The height of the days' names, and of the names of holidays where there are any."""
        lines = 2 if self.view is not None and self.view.holidays else 1
        return lines * (self.painter.metrics.height() + 3) + 8

    def _axis(self) -> int:
        """The width of the column of hours."""
        return self.painter.metrics.horizontalAdvance("00:00") + 14

    def _untimed(self, day: date) -> list[CalendarItem]:
        return [item for item in self.by_day.get(day, ()) if not item.time]

    def _days(self) -> list[date]:
        return [self.view.first + n * DAY for n in range(7)] if self.view is not None else []

    def _band_height(self) -> int:
        """Of what has no time: as much as it needs, up to half of the week."""
        line = self.painter.line_height + GAP
        most = 0
        if self.view is not None:
            most = max(len(self._untimed(day)) + (day in self.view.beyond) for day in self._days())
        needed = max(most, _LEAST_BAND) * line + 6
        return min(needed, max(int((self.height() - self._head()) * _BAND_SHARE), 3 * line))

    def _column(self, day: date) -> tuple[int, int]:
        """(left, width) of a day."""
        first = self.view.first if self.view is not None else day
        place, axis = (day - first).days, self._axis()
        room = self.width() - axis - self.bar.width()
        left = axis + room * place // 7
        return left, axis + room * (place + 1) // 7 - left

    def day_rect(self, day: date) -> QRect:
        """The column of a day."""
        left, width = self._column(day)
        return QRect(left, 0, width, self.height())

    def day_at(self, point: QPoint) -> date | None:
        """The column a point is in."""
        if not self.rect().contains(point):
            return None
        for day in self._days():
            left, width = self._column(day)
            if left <= point.x() < left + width:
                return day
        return None

    def time_at(self, point: QPoint, item: CalendarItem) -> str | None:
        """In the hours the quarter under the pointer, above none; only a planned follow-up has a time."""
        if item.type != "follow_up":
            return None
        top = self._head() + self._band_height()
        if point.y() < top:
            return "" if item.time else None
        minutes = (point.y() - top + self.bar.value()) * 60 // HOUR // STEP * STEP
        minutes = max(0, min(minutes, 24 * 60 - STEP))
        return f"{minutes // 60:02}:{minutes % 60:02}"

    def lay_out(self) -> Iterator[Spot]:
        """The blocks first: what lies in the band covers those that are scrolled below it."""
        for day in self._days():
            yield from self._blocks(day)
        for day in self._days():
            yield from self._band(day)

    def _band(self, day: date) -> Iterator[Spot]:
        assert self.view is not None
        left, width = self._column(day)
        height, top = self.painter.line_height, self._head() + 3
        items = self._untimed(day)
        total = len(items) + self.view.beyond.get(day, 0)
        room = max((self._band_height() - 5 + GAP) // (height + GAP), 1)
        shown = items if total <= room else items[: room - 1]
        for item in shown:
            yield Spot(QRect(left + 2, top, width - 4, height), day, item)
            top += height + GAP
        if len(shown) < total:
            yield Spot(QRect(left + 2, top, width - 4, height), day, None, total - len(shown))

    def _blocks(self, day: date) -> Iterator[Spot]:
        """What has a time; what overlaps stands side by side."""
        timed = sorted(
            (item for item in self.by_day.get(day, ()) if item.time), key=lambda item: (item.time, item.key)
        )
        left, width = self._column(day)
        top = self._head() + self._band_height()
        hours = QRect(left, top, width, self.height() - top)
        for group in _overlapping(timed):
            lanes = max(lane for _, lane in group) + 1
            for item, lane in group:
                start, end = _minutes(item)
                y = top - self.bar.value() + start * HOUR // 60
                height = max((end - start) * HOUR // 60 - 1, self.painter.line_height)
                x = left + 2 + (width - 4) * lane // lanes
                block = QRect(x, y, (width - 4) // lanes - 1, height)
                seen = block.intersected(hours)
                if seen.height() > 4:
                    yield Spot(seen, day, item)

    # Scrolling

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hours take the room that is left."""
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        top = self._head() + self._band_height()
        self.bar.setGeometry(self.width() - 10, top, 10, max(self.height() - top, 0))
        self.bar.setRange(0, max(24 * HOUR - (self.height() - top), 0))
        self.bar.setPageStep(max(self.height() - top, 1))
        self.bar.setSingleStep(HOUR // 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the hours."""
        self.bar.setValue(self.bar.value() - event.angleDelta().y() * HOUR // 120)

    def _bring_in_sight(self) -> None:
        item = self.item()
        if item is not None and item.time and self.spot_of(item.key) is None:
            start, _ = _minutes(item)
            self.bar.setValue(start * HOUR // 60 - self.bar.pageStep() // 3)

    def _walk_items(self, step: int) -> bool:
        """Also through blocks that are scrolled away, and never on to another week."""
        untimed = [
            s.item for s in self.spots() if s.day == self.day and s.item is not None and not s.item.time
        ]
        listed = [
            *untimed,
            *sorted((i for i in self.by_day.get(self.day, ()) if i.time), key=lambda i: i.time),
        ]
        keys = [item.key for item in listed]
        place = keys.index(self.key) + step if self.key in keys else (0 if step > 0 else -1)
        if place >= 0 or self.key:
            self.go_to(self.day, listed[min(place, len(listed) - 1)] if listed and place >= 0 else None)
        return True

    def _push(self, key: Key) -> bool:
        """Up and down take what has a time along by half an hour."""
        item = self.item()
        if item is None or not item.time or key not in (Key.Key_Up, Key.Key_Down) or item.type != "follow_up":
            return super()._push(key)
        start = time.fromisoformat(item.time)
        minutes = start.hour * 60 + start.minute + (30 if key == Key.Key_Down else -30)
        if 0 <= minutes < 24 * 60:
            self.moved.emit(item, item.on, f"{minutes // 60:02}:{minutes % 60:02}")
        return True

    # Painting

    def paint_ground(self, painter: QPainter) -> None:
        """Draw the days' names, the band, and the hours."""
        if self.view is None:
            return
        tokens = self.painter.tokens
        top = self._head() + self._band_height()
        painter.fillRect(self.rect(), QColor(tokens.surface))
        for day in self._days():
            left, width = self._column(day)
            if day in self.view.days_off:
                painter.fillRect(
                    QRect(left, self._head(), width, self.height() - self._head()), QColor(tokens.sunken)
                )
        self._paint_hours(painter, top)
        for day in self._days():
            left, width = self._column(day)
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(left, 0, left, self.height())
            self._paint_name(painter, day, QRect(left, 0, width, self._head()))
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawLine(0, self._head() - 1, self.width(), self._head() - 1)
        painter.setPen(QPen(QColor(tokens.border_strong), 1))
        painter.drawLine(0, top, self.width(), top)
        if self.hasFocus() and not self.key:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.day_rect(self.day).adjusted(1, 1, -2, -2))

    def _paint_hours(self, painter: QPainter, top: int) -> None:
        tokens = self.painter.tokens
        painter.save()
        painter.setClipRect(QRect(0, top, self.width(), self.height() - top))
        painter.setFont(self.painter.font)
        axis = self._axis()
        for hour in range(24):
            y = top + hour * HOUR - self.bar.value()
            painter.setPen(QPen(QColor(tokens.hairline), 1))
            painter.drawLine(axis, y, self.width(), y)
            painter.setPen(QColor(tokens.muted))
            place = QRect(0, y - 8 if hour else y, axis - 6, 16)
            painter.drawText(
                place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{hour:02}:00"
            )
        painter.restore()

    def _paint_name(self, painter: QPainter, day: date, place: QRect) -> None:
        assert self.view is not None
        tokens = self.painter.tokens
        name = i18n.locale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        text = f"{name} {i18n.day_month(day)}"
        inner = place.adjusted(6, 4, -4, 0)
        painter.setFont(self.painter.strong)
        line = QRect(inner.left(), inner.top(), inner.width(), self.painter.metrics.height() + 2)
        if day == self.view.as_of:
            width = min(painter.fontMetrics().horizontalAdvance(text) + 12, inner.width())
            pill = QRect(line.left() - 2, line.top(), width, line.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            painter.setPen(QColor(tokens.on_accent))
            painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
        else:
            painter.setPen(QColor(tokens.muted if day in self.view.days_off else tokens.text))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), text)
        holiday = self.view.holidays.get(day, "")
        if holiday:
            painter.setFont(self.painter.font)
            painter.setPen(QColor(tokens.warn))
            shown = self.painter.metrics.elidedText(holiday, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(line.translated(0, line.height() + 1), int(Qt.AlignmentFlag.AlignVCenter), shown)


def _minutes(item: CalendarItem) -> tuple[int, int]:
    """From which minute of the day to which one a timed item lasts."""
    at = time.fromisoformat(item.time)
    start = at.hour * 60 + at.minute
    return start, min(start + max(item.minutes or 0, BLOCK_MINUTES), 24 * 60)


def _overlapping(timed: Sequence[CalendarItem]) -> list[list[tuple[CalendarItem, int]]]:
    """Items (by time) in groups that overlap, each with its lane: the first one that is free again."""
    groups: list[list[tuple[CalendarItem, int]]] = []
    ends: list[int] = []
    for item in timed:
        start, end = _minutes(item)
        if not ends or start >= max(ends):
            groups.append([])
            ends = []
        lane = next((n for n, busy in enumerate(ends) if busy <= start), len(ends))
        ends[lane : lane + 1] = [end]
        groups[-1].append((item, lane))
    return groups
