"""Badges and segment chips: as widgets, and as painting for table cells."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.theme import Tone


class Badge(QWidget):
    """A short text on a soft background of its tone. Hidden while it has no text."""

    def __init__(self, text: str = "", tone: Tone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tone: Tone = tone
        self._text = ""
        theme.notifier().changed.connect(self.update)
        self.set_text(text, tone)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def set_text(self, text: str, tone: Tone | None = None) -> None:
        """Change text and, when given, tone."""
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        if not text:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()
        else:
            # It is shown with the layout it goes into; by itself it would open as a window for a moment.
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The text and its padding."""
        metrics = QFontMetrics(theme.font("caption", bold=True))
        return QSize(metrics.horizontalAdvance(self._text) + 15, metrics.height() + 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw background and text."""
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._text, self._tone)


class SegmentChip(QWidget):
    """A dot in the segment's colour and the segment's name. With `clickable` it works as a filter button."""

    clicked = Signal()

    def __init__(
        self, text: str, colour: str = "", parent: QWidget | None = None, *, clickable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._colour = text, colour
        self._clickable = clickable
        self._checked = False
        self.setAccessibleName(text)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.notifier().changed.connect(self.update)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def is_checked(self) -> bool:
        """Whether the filter is on."""
        return self._checked

    def set_segment(self, text: str, colour: str = "") -> None:
        """Show another segment."""
        self._text, self._colour = text, colour
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_checked(self, checked: bool) -> None:
        """Show the filter as on or off."""
        self._checked = checked
        self.update()

    def sizeHint(self) -> QSize:
        """Dot, text and padding."""
        metrics = QFontMetrics(theme.font("caption"))
        return QSize(
            metrics.horizontalAdvance(self._text) + (32 if self._colour else 18), metrics.height() + 7
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        ring = self._clickable and (self.hasFocus() or self.underMouse())
        paint_chip(painter, QRectF(self.rect()), self._text, self._colour, checked=self._checked, ring=ring)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click."""
        if self._clickable and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter click."""
        if self._clickable and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the ring."""
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Hide the ring."""
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        self.update()


def paint_badge(painter: QPainter, rect: QRectF, text: str, tone: Tone) -> None:
    """Draw a badge filling `rect`; used by `Badge` and by table cells."""
    colour, background = theme.current().tone(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(background))
    painter.drawRoundedRect(rect, 5, 5)
    painter.setPen(QColor(colour))
    painter.setFont(theme.font("caption", bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_chip(
    painter: QPainter, rect: QRectF, text: str, colour: str, *, checked: bool = False, ring: bool = False
) -> None:
    """Draw a segment's pill filling `rect`; used by `SegmentChip` and by table cells."""
    tokens = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(QColor(tokens.accent if ring or checked else tokens.neutral_soft), 1))
    painter.setBrush(QColor(tokens.accent_soft if checked else tokens.neutral_soft))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    left = rect.left() + 9
    if colour:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.segment(colour)))
        painter.drawEllipse(QRectF(left, rect.center().y() - 3.75, 7.5, 7.5))
        left += 13
    painter.setPen(QColor(tokens.accent_text if checked else tokens.neutral))
    painter.setFont(theme.font("caption"))
    area = QRectF(left, rect.top(), rect.right() - left - 6, rect.height())
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()) + 2)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
