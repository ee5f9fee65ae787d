"""Small pieces that every page is made of: labels, buttons, cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import icons, theme
from portfolio_app.ui.plain import plain_tooltip


def text_label(
    text: str = "", role: str = "body", *, wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """A plain-text label. Roles: body, muted, caption, strong, card, section, page, value, danger."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if role != "body":
        label.setProperty("role", role)
    return label


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    variant: str = "",
    icon: str = "",
    small: bool = False,
) -> QPushButton:
    """A push button. Variants: "" (outlined), primary, ghost, link, danger."""
    result = QPushButton(text)
    if variant:
        result.setProperty("variant", variant)
    if small:
        result.setProperty("density", "compact")
    if icon:
        icons.set_icon(result, icon, "on_accent" if variant == "primary" else "muted")
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    result.setAutoDefault(False)
    if on_click is not None:
        result.clicked.connect(lambda: on_click())
    return result


def line(parent: QWidget | None = None) -> QFrame:
    """A hairline between rows."""
    result = QFrame(parent)
    result.setObjectName("line")
    return result


def scrolling(content: QWidget) -> QScrollArea:
    """`content` in a vertical scroll area without a frame."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setObjectName("scrollBody")
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


def form_layout() -> QFormLayout:
    """A form whose fields share the width and whose labels stand beside them."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(theme.M)
    form.setVerticalSpacing(theme.S)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return form


def add_field(form: QFormLayout, label: str, field: QWidget) -> QLabel:
    """Add a labelled field; the label is the field's buddy ("&Name" makes Alt+N go there) and its name."""
    words = QLabel(label)
    words.setProperty("role", "muted")
    words.setMinimumHeight(field.sizeHint().height())
    words.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(label.replace("&", ""))
    form.addRow(words, field)
    return words


def clear_layout(layout: QLayout) -> None:
    """Remove and delete everything in `layout`."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


class ElidedLabel(QLabel):
    """A plain-text line that ends in "…" when there is no room; the whole text is its tooltip then."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if role != "body":
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, shortened to the width there is."""
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(plain_tooltip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), shown)


class Card(QFrame):
    """A titled surface. Add content to `card.body`; put controls of the card in `card.header`."""

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, tone: str = "", margin: int = theme.L
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        if tone:
            self.setProperty("tone", tone)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(margin, max(margin - 4, 0), margin, margin)
        outer.setSpacing(theme.S)
        self.header = QHBoxLayout()
        self.header.setSpacing(theme.S)
        outer.addLayout(self.header)
        if title:
            self.header.addStrut(24)
        self._title = ElidedLabel(title, "card")
        self.header.addWidget(self._title, 1)
        self._title.setVisible(bool(title))  # only now: without a parent it would flash up as a window
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.S)
        outer.addLayout(self.body, 1)

    def title(self) -> str:
        """The title, "" without one."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Change the title; empty hides it."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
