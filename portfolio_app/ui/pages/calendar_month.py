"""A month of the calendar: weeks one below the other, a cell a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from portfolio_app.ui import i18n
from portfolio_app.ui.pages.calendar_grid import DAY, CalendarGrid, Spot

HEAD, GAP = 24, 1


def month_span(day: date, first_weekday: int) -> tuple[date, date]:
    """The whole weeks that hold the month of `day`; `first_weekday`: Monday 0."""
    first = day.replace(day=1)
    after = (first.replace(day=28) + 4 * DAY).replace(day=1)
    start = first - ((first.weekday() - first_weekday) % 7) * DAY
    end = after - DAY
    return start, end + ((first_weekday - 1 - end.weekday()) % 7) * DAY


class MonthGrid(CalendarGrid):
    """Days of other months are dimmed; what does not fit is counted."""

    def __init__(self) -> None:
        super().__init__()
        self.month = date.min
        self.setAccessibleName(self.tr("Month"))

    def _weeks(self) -> int:
        return ((self.view.last - self.view.first).days + 1) // 7 if self.view is not None else 5

    def day_rect(self, day: date) -> QRect:
        """The cell of a day."""
        if self.view is None:
            return QRect()
        row, column = divmod((day - self.view.first).days, 7)
        weeks = self._weeks()
        width, height = self.width() - 1, self.height() - HEAD - 1
        left, right = width * column // 7, width * (column + 1) // 7
        top, bottom = HEAD + height * row // weeks, HEAD + height * (row + 1) // weeks
        return QRect(left, top, right - left + 1, bottom - top + 1)

    def day_at(self, point: QPoint) -> date | None:
        """The cell a point is in."""
        if self.view is None or not self.rect().contains(point) or point.y() < HEAD:
            return None
        column = min(point.x() * 7 // max(self.width(), 1), 6)
        row = min((point.y() - HEAD) * self._weeks() // max(self.height() - HEAD, 1), self._weeks() - 1)
        return self.view.first + (row * 7 + column) * DAY

    def lay_out(self) -> Iterator[Spot]:
        """As many lines of a day as its cell holds; the last one counts the rest."""
        assert self.view is not None
        height = self.painter.line_height
        number = self.painter.metrics.height() + 6
        for day in self.by_day.keys() | self.view.beyond.keys():
            cell = self.day_rect(day).adjusted(3, number, -3, -2)
            items = self.by_day.get(day, [])
            total = len(items) + self.view.beyond.get(day, 0)
            room = max((cell.height() + GAP) // (height + GAP), 1)
            shown = items if total <= room else items[: room - 1]
            top = cell.top()
            for item in shown:
                yield Spot(QRect(cell.left(), top, cell.width(), height), day, item)
                top += height + GAP
            if len(shown) < total:
                yield Spot(QRect(cell.left(), top, cell.width(), height), day, None, total - len(shown))

    def paint_ground(self, painter: QPainter) -> None:
        """Draw the names of the days, the cells, numbers and holidays."""
        if self.view is None:
            return
        tokens = self.painter.tokens
        painter.setFont(self.painter.strong)
        for column in range(7):
            day = self.view.first + column * DAY
            place = self.day_rect(day)
            name = i18n.locale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(
                QRect(place.left() + 7, 0, place.width() - 8, HEAD), int(Qt.AlignmentFlag.AlignVCenter), name
            )
        for number in range(self._weeks() * 7):
            self._paint_day(painter, self.view.first + number * DAY)
        if self.hasFocus() and not self.key:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.day_rect(self.day).adjusted(1, 1, -2, -2))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        assert self.view is not None
        tokens = self.painter.tokens
        cell = self.day_rect(day)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.setBrush(QColor(tokens.sunken if day in self.view.days_off else tokens.surface))
        painter.drawRect(cell.adjusted(0, 0, -1, -1))
        inside = day.month == self.month.month
        place = QRect(cell.left() + 4, cell.top() + 3, 24, self.painter.metrics.height() + 2)
        text = i18n.number(day.day) if day.day > 1 else i18n.day_month(day)
        if day.day == 1:
            place.setWidth(self.painter.metrics.horizontalAdvance(text) + 12)
        painter.setFont(self.painter.strong)
        if day == self.view.as_of:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
            painter.setPen(QColor(tokens.on_accent))
        else:
            painter.setPen(QColor(tokens.text if inside else tokens.muted))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
        self._paint_holiday(painter, day, cell, place)

    def _paint_holiday(self, painter: QPainter, day: date, cell: QRect, number: QRect) -> None:
        assert self.view is not None
        name = self.view.holidays.get(day, "")
        room = cell.right() - number.right() - 10
        if name and room > 12:
            painter.setFont(self.painter.font)
            painter.setPen(QColor(self.painter.tokens.warn))
            shown = self.painter.metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            place = QRect(number.right() + 5, number.top(), room, number.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), shown)
