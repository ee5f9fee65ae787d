"""Paints the items of the calendar: a line in a day, a block between the hours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from portfolio_app.ui import icons, theme
from portfolio_app.ui.pages import calendar_words

if TYPE_CHECKING:
    from portfolio_app.services.calendar_view import CalendarItem

ICON, BAR, PAD = 12, 3, 4


@dataclass(frozen=True)
class Colours:
    """How an item looks: text, ground ("" for none), the bar at its left, and whether it is only outlined."""

    text: str
    ground: str
    bar: str
    outlined: bool = False
    struck: bool = False


class ItemPainter:
    """Knows the fonts and colours of the theme in force."""

    def __init__(self) -> None:
        self.dress(theme.current())

    def dress(self, tokens: theme.Tokens) -> None:
        """Take on another theme."""
        self.tokens = tokens
        self.font, self.strong = theme.font("caption"), theme.font("caption", bold=True)
        self.metrics = QFontMetrics(self.font)
        self.line_height = self.metrics.height() + 4

    def colours(self, item: CalendarItem) -> Colours:
        """By what it is: what the user planned stands out, what is computed is outlined, what happened is quiet."""
        tokens = self.tokens
        if item.type == "touch":
            is_open = item.kind == "complaint" and item.status == "open"
            return Colours(tokens.danger if is_open else tokens.muted, "", "")
        if item.type == "due" or item.is_projected:
            text = tokens.danger if item.is_late else tokens.muted
            return Colours(text, "", "", outlined=True)
        if item.type == "deal":
            if item.status == "won":
                return Colours(tokens.good, tokens.good_soft, tokens.good)
            if item.status == "lost":
                return Colours(tokens.muted, tokens.neutral_soft, tokens.muted, struck=True)
            return Colours(tokens.warn, tokens.warn_soft, tokens.warn)
        if item.type == "key_date":
            return Colours(tokens.neutral, tokens.neutral_soft, tokens.segment(theme.OKABE_ITO["purple"]))
        if item.is_late:
            return Colours(tokens.danger, tokens.danger_soft, tokens.danger)
        if item.status == "waiting":
            return Colours(tokens.neutral, tokens.neutral_soft, tokens.muted)
        return Colours(tokens.accent_text, tokens.accent_soft, tokens.accent)

    def paint(
        self, painter: QPainter, rect: QRect, item: CalendarItem, *, chosen: bool = False, hot: bool = False
    ) -> None:
        """Draw an item in one line, or on more in a higher place."""
        colours = self.colours(item)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, colours, chosen=chosen, hot=hot)
        one = rect.height() if rect.height() < 2 * self.metrics.height() + 2 else self.line_height
        top = QRect(rect.left(), rect.top(), rect.width(), one)
        left = rect.left() + BAR + PAD
        if rect.width() > 48:
            device = painter.device()
            ratio = device.devicePixelRatioF() if device is not None else 1.0
            place = QRect(left, top.center().y() - ICON // 2 + 1, ICON, ICON)
            painter.drawPixmap(place, icons.pixmap(calendar_words.icon(item), colours.text, ICON, ratio))
            left += ICON + PAD
        if item.time:
            painter.setFont(self.strong)
            painter.setPen(QColor(colours.text))
            width = painter.fontMetrics().horizontalAdvance(item.time)
            if left + width < rect.right():
                painter.drawText(QRect(left, top.top(), width + 2, top.height()), _MIDDLE, item.time)
                left += width + PAD
        self._paint_words(painter, rect, QRect(left, top.top(), rect.right() - left - 2, top.height()), item)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, colours: Colours, *, chosen: bool, hot: bool
    ) -> None:
        tokens = self.tokens
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = colours.ground or (tokens.hover if hot or chosen else "")
        edge = tokens.accent if chosen else tokens.border_strong
        pen = QPen(QColor(edge), 1.5 if chosen else 1)
        if colours.outlined and not chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen if chosen or colours.outlined or hot else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if colours.bar:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.bar))
            painter.drawRoundedRect(QRectF(rect.left() + 1, rect.top() + 2, BAR, rect.height() - 4), 1.5, 1.5)

    def _paint_words(self, painter: QPainter, rect: QRect, first: QRect, item: CalendarItem) -> None:
        """The client, then what it is about: on the lines there is room for."""
        colours = self.colours(item)
        lines = max((rect.height() - 2) // self.metrics.height(), 1)
        texts = [calendar_words.line(item)] if lines == 1 else [item.client, calendar_words.what(item)]
        for number, text in enumerate(texts[:lines]):
            font = QFont(self.strong if lines > 1 and number == 0 else self.font)
            font.setStrikeOut(colours.struck)
            painter.setFont(font)
            painter.setPen(QColor(colours.text))
            place = QRect(first)
            if number:
                place = QRect(
                    rect.left() + BAR + PAD,
                    first.top() + number * self.metrics.height() + 1,
                    rect.width() - BAR - PAD - 3,
                    self.metrics.height(),
                )
            if place.width() > 6:
                shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
                painter.drawText(place, _MIDDLE, shown)


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
