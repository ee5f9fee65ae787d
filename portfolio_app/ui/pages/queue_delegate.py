"""Paints the queue: headings, and clients with their reason, badge and buttons. Also knows what lies where."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from portfolio_app.ui import i18n, icons, theme
from portfolio_app.ui.pages.queue_model import LINE_ROLE, Heading, Line
from portfolio_app.ui.widgets.chips import paint_badge, paint_chip

ROOMY, WIDE, MEDIUM, NARROW = 940, 800, 540, 460
"""Widths from which on one can call and write from the line, amounts have a column, "Log" is a word, badges stand
at the right."""
PAD, GAP, BOX, ICON = 10, 8, 16, 16
COLUMN = 88
"""The least width of the columns of badges and of amounts, which keeps them in line."""
Plan = dict[str, QRect]
REACH = ("call", "email")
BUTTONS = (*REACH, "log", "done", "later", "more")
_ICONS = {
    "call": "call", "email": "email", "log": "edit", "done": "check", "later": "snooze", "more": "more",
}  # fmt: skip


class QueueDelegate(QStyledItemDelegate):
    """One row is one painted strip. `hovered` is (row, what is under the pointer), kept by the view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered: tuple[int, str] = (-1, "")
        self.checked: set[int] = set()
        self.pending: set[int] = set()
        self._dress(theme.current())
        theme.notifier().changed.connect(self._dress)

    def _dress(self, tokens: theme.Tokens) -> None:
        self._tokens = tokens
        self._body, self._strong = theme.font(), theme.font(bold=True)
        self._small, self._small_strong = theme.font("caption"), theme.font("caption", bold=True)
        self._line_height = QFontMetrics(self._strong).height()
        self._small_metrics = QFontMetrics(self._small)
        self._badge_metrics = QFontMetrics(self._small_strong)
        self._column = 0

    def _badge_column(self) -> int:
        """The width of an ordinary badge, the same for all rows so that amounts stand in a column."""
        if not self._column:
            ordinary = (i18n.days_late(888), i18n.days_due(88))
            widths = [self._badge_metrics.horizontalAdvance(text) + 15 for text in ordinary]
            self._column = max(COLUMN, *widths)
        return self._column

    @property
    def row_height(self) -> int:
        """Two lines of text and air."""
        return 2 * self._line_height + 20

    @property
    def heading_height(self) -> int:
        """A chip, with more air above than below."""
        return self._small_metrics.height() + 26

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of an ordinary row."""
        return QSize(200, self.row_height)

    # What lies where

    def plan(self, rect: QRect, line: Line | Heading) -> Plan:
        """The places of a row's parts, by name: what is painted there and what can be clicked."""
        return self._heading_plan(rect, line) if isinstance(line, Heading) else self._line_plan(rect, line)

    def part_at(self, rect: QRect, line: Line | Heading | None, point: QPoint) -> str:
        """The clickable part under `point`: one of `BUTTONS`, check, name, adjust, toggle, or ""."""
        if line is None:
            return ""
        places = self.plan(rect, line)
        if isinstance(line, Heading):
            return "adjust" if line.rhythm and places["adjust"].contains(point) else "toggle"
        if QRect(rect.left(), rect.top(), places["name"].left() - rect.left() - 2, rect.height()).contains(
            point
        ):
            return "check"
        for part in (*BUTTONS, "name"):
            if part in places and places[part].contains(point):
                return part
        return ""

    def _heading_plan(self, rect: QRect, heading: Heading) -> Plan:
        height = self._small_metrics.height() + 7
        top = rect.bottom() - height - 5
        width = self._small_metrics.horizontalAdvance(heading.name) + (32 if heading.colour else 20)
        chip = QRect(rect.left() + 24, top, width, height)
        width = self._small_metrics.horizontalAdvance(self._adjust_text()) + 12 if heading.rhythm else 0
        adjust = QRect(rect.right() - width - PAD + 6, top, width, height)
        chip.setRight(min(chip.right(), rect.left() + rect.width() // 2))
        text = QRect(chip.right() + PAD, top, adjust.left() - chip.right() - 2 * PAD, height)
        return {
            "arrow": QRect(rect.left() + 4, top + (height - ICON) // 2, ICON, ICON),
            "chip": chip,
            "text": text,
            "adjust": adjust,
        }

    def _line_plan(self, rect: QRect, line: Line) -> Plan:
        wide = rect.width() >= WIDE
        middle = rect.center().y()
        places: Plan = {
            "check": QRect(rect.left() + 4, middle - BOX // 2, BOX, BOX),
        }
        right = rect.right() - PAD
        right = self._place_buttons(places, rect, right, line) - 6
        badge = self._badge_metrics.horizontalAdvance(line.badge) + 15 if line.badge else 0
        tall = self._badge_metrics.height() + 5
        column = max(badge, self._badge_column())
        stake = self._small_metrics.horizontalAdvance(line.stake) + 2
        if wide:
            places["badge"] = QRect(right - badge + 1, middle - tall // 2, badge, tall)
            right -= column + GAP
            stake = max(stake, COLUMN)
            places["stake"] = QRect(right - stake + 1, rect.top(), stake, rect.height())
            right -= stake + PAD
        elif rect.width() >= NARROW:
            column = max(badge, stake)
            both = badge and line.stake
            up = tall + 1 if both else tall // 2
            places["badge"] = QRect(right - badge + 1, middle - up, badge, tall)
            low = middle + 1 if both else middle - tall // 2
            places["stake"] = QRect(right - stake + 1, low, stake, tall)
            right -= column + PAD
        left = places["check"].right() + 1 + PAD
        top = middle - self._line_height - 1
        name = QFontMetrics(self._strong).horizontalAdvance(line.name)
        places["name"] = QRect(left, top, min(name + 2, right - left), self._line_height)
        rest = left + name + 2
        places["contact"] = QRect(rest, top, max(right - rest, 0), self._line_height)
        below = top + self._line_height + 3
        if "badge" not in places:
            places["badge"] = QRect(left, below, badge, tall)
            left += badge + GAP if badge else 0
        if line.refusal:
            width = min(self._badge_metrics.horizontalAdvance(line.refusal) + 15, max(right - left, 0))
            places["refusal"] = QRect(left, below + (self._line_height - tall) // 2, width, tall)
            left += width + GAP
        places["reason"] = QRect(left, below, right - left, self._line_height)
        return places

    def _place_buttons(self, places: Plan, rect: QRect, right: int, line: Line) -> int:
        """Place the buttons from the right; returns where they begin. What is not known leaves its place empty."""
        height = self._small_metrics.height() + 10
        for part, text in reversed(self._button_words(rect.width(), line).items()):
            width = self._small_metrics.horizontalAdvance(text) + 20 if text else ICON + 12
            width += 14 if part == "later" else 0
            if part not in REACH or part in line.reach:
                places[part] = QRect(right - width + 1, rect.center().y() - height // 2, width, height)
            right -= width + 6
        return right

    def _button_words(self, width: int, line: Line) -> dict[str, str]:
        """The buttons a line of that width has, from left to right, and what they say; "" is only an icon."""
        wide = width >= WIDE
        words = dict.fromkeys(REACH, "") if width >= ROOMY else {}
        words["log"] = self._log_text() if width >= MEDIUM else ""
        if line.done:
            words["done"] = line.done if wide else ""
        words["later"] = line.later if wide else ""
        words["more"] = ""
        return words

    # Painting

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        line = index.data(LINE_ROLE)
        row = index.row()
        painter.save()
        current = bool(state & QStyle.StateFlag.State_Selected)
        focused = current and bool(state & QStyle.StateFlag.State_Active) and self._view_has_focus()
        if isinstance(line, Heading):
            self._paint_heading(painter, rect, line, row, focused)
        else:
            self._paint_ground(painter, rect, row, current, focused)
            if line is None:
                self.paint_placeholder(painter, rect)
            else:
                painter.setOpacity(0.4 if line.client_id in self.pending else 1.0)
                self._paint_line(painter, rect, line, row, current)
        painter.restore()

    def _view_has_focus(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and view.hasFocus()

    def _paint_ground(self, painter: QPainter, rect: QRect, row: int, current: bool, focused: bool) -> None:
        tokens = self._tokens
        if current:
            painter.fillRect(rect, QColor(tokens.accent_soft if focused else tokens.hover))
        elif row == self.hovered[0]:
            painter.fillRect(rect, QColor(tokens.hover))
        if focused:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_heading(
        self, painter: QPainter, rect: QRect, heading: Heading, row: int, focused: bool
    ) -> None:
        tokens = self._tokens
        places = self.plan(rect, heading)
        if focused:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        arrow = "chevron-down" if heading.is_open else "chevron-right"
        painter.drawPixmap(places["arrow"], self._icon(painter, arrow, tokens.muted))
        paint_chip(painter, QRectF(places["chip"]), heading.name, heading.colour)
        late = ""
        if heading.overdue:
            late = QCoreApplication.translate("Queue", "{count} overdue").format(
                count=i18n.number(heading.overdue)
            )
        rule = " · ".join(part for part in (heading.rhythm, i18n.number(heading.total)) if part)
        area = self._text(painter, places["text"], rule, self._small_strong, tokens.muted)
        if late:
            rest = QRect(places["text"])
            rest.setLeft(area)
            self._text(painter, rest, f" · {late}", self._small_strong, tokens.danger)
        if heading.rhythm:
            font = QFont(self._small)
            font.setUnderline(self.hovered == (row, "adjust"))
            self._text(
                painter, places["adjust"], self._adjust_text(), font, tokens.accent_text,
                Qt.AlignmentFlag.AlignRight,
            )  # fmt: skip
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, row: int, current: bool) -> None:
        tokens = self._tokens
        places = self.plan(rect, line)
        part = self.hovered[1] if self.hovered[0] == row else ""
        self._paint_check(painter, places["check"], line.client_id in self.checked, part == "check")
        font = QFont(self._strong)
        font.setUnderline(part == "name")
        self._text(painter, places["name"], line.name, font, tokens.text)
        if line.contact:
            self._text(painter, places["contact"], f"· {line.contact}", self._body, tokens.muted, shift=4)
        if line.refusal:
            paint_badge(painter, QRectF(places["refusal"]), line.refusal, "neutral")
        room = places["reason"].width()
        fits = QFontMetrics(self._body).horizontalAdvance(line.reason) <= room
        reason = line.reason if fits else line.short_reason
        self._text(painter, places["reason"], reason, self._body, tokens.muted)
        if line.stake and "stake" in places:
            self._text(
                painter, places["stake"], line.stake, self._small, tokens.muted, Qt.AlignmentFlag.AlignRight
            )
        if line.badge:
            paint_badge(painter, QRectF(places["badge"]), line.badge, line.tone)
        for name, text in self._button_words(rect.width(), line).items():
            if name in places:
                self._paint_button(painter, places[name], text, name, part == name, current)

    def _paint_button(
        self, painter: QPainter, rect: QRect, text: str, name: str, hot: bool, current: bool
    ) -> None:
        tokens = self._tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.border_strong if hot or current else tokens.border), 1))
        painter.setBrush(QColor(tokens.hover if hot else tokens.surface))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = rect.adjusted(0, 0, -12, 0) if name == "later" else rect
        if text:
            self._text(painter, inner, text, self._small, tokens.text, Qt.AlignmentFlag.AlignHCenter)
        else:
            place = QRect(0, 0, ICON, ICON)
            place.moveCenter(inner.center())
            painter.drawPixmap(place, self._icon(painter, _ICONS[name], tokens.text))
        if name == "later":
            place = QRect(rect.right() - 18, rect.center().y() - 5, 12, 12)
            painter.drawPixmap(place, self._icon(painter, "chevron-down", tokens.muted, 12))

    def _paint_check(self, painter: QPainter, rect: QRect, checked: bool, hot: bool) -> None:
        tokens = self._tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if checked or hot else tokens.border_strong), 1.2))
        painter.setBrush(QColor(tokens.accent if checked else tokens.surface))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if checked:
            painter.drawPixmap(
                rect.adjusted(2, 2, -2, -2), self._icon(painter, "check", tokens.on_accent, rect.width() - 4)
            )

    def paint_placeholder(self, painter: QPainter, rect: QRect) -> None:
        """Grey bars where text will be."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.neutral_soft))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = rect.left() + BOX + 2 * PAD, rect.center().y()
        for top, share in ((middle - 15, 0.28), (middle + 5, 0.46)):
            painter.drawRoundedRect(QRectF(left, top, rect.width() * share, 9), 4, 4)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        shift: int = 0,
    ) -> int:
        """Draw one line of text, shortened to its place; returns where it ended."""
        area = rect.adjusted(shift, 0, 0, 0)
        if area.width() < 8:
            return area.left()
        painter.setFont(font)
        metrics = painter.fontMetrics()
        shown = text
        if metrics.horizontalAdvance(text) > area.width():
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(QColor(colour))
        painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return area.left() + metrics.horizontalAdvance(shown)

    def _icon(self, painter: QPainter, name: str, colour: str, size: int = ICON) -> QPixmap:
        device = painter.device()
        return icons.pixmap(name, colour, size, device.devicePixelRatioF() if device is not None else 1.0)

    @staticmethod
    def _log_text() -> str:
        return QCoreApplication.translate("Queue", "Log", "a button: log a touch")

    @staticmethod
    def _adjust_text() -> str:
        return QCoreApplication.translate("Queue", "Adjust", "a link: change the contact rhythm")
