"""A figure that explains itself, and what is shown when there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from portfolio_app.ui import icons, theme
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets.basic import ElidedLabel, button, text_label
from portfolio_app.ui.widgets.chips import Badge
from portfolio_app.ui.widgets.clickable import ClickableFrame


class StatTile(ClickableFrame):
    """One figure: label, big value, badge. `explain` is the tooltip: definition, period, rows behind it."""

    def __init__(self, label: str, parent: QWidget | None = None, *, explain: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(2)
        self._label = ElidedLabel(label, "muted")
        self._value = ElidedLabel("", "value")
        self.change, self.badge = Badge(), Badge()
        layout.addWidget(self._label)
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        row.addWidget(self._value, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(row)
        self.set_value("")
        self.set_explanation(explain)

    def set_value(self, value: str, badge: str = "", tone: Tone = "neutral") -> None:
        """Show a figure, already formatted, with an optional badge."""
        self._value.setText(value or " ")
        self.badge.set_text(badge, tone)
        self.set_change("")

    def set_change(self, change: str, tone: Tone = "neutral") -> None:
        """Show how the figure changed, beside what is said of it; to be called after `set_value`."""
        self.change.set_text(change, tone)
        parts = (self._value.text().strip(), change, self.badge.text)
        self.setAccessibleName(f"{self._label.text()}: {' '.join(part for part in parts if part)}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all, the change gives way, then the badge: the figure is never shortened."""
        super().resizeEvent(event)
        self._fit()

    def needed_width(self) -> int:
        """How wide it must be to show its figure and its badge whole."""
        needed = self._value.sizeHint().width() + 2 * (theme.M + theme.XS)
        return needed + (self.badge.sizeHint().width() + theme.XS if self.badge.text else 0)

    def full_width(self) -> int:
        """How wide it must be to show its label too."""
        return max(self.needed_width(), self._label.sizeHint().width() + 2 * (theme.M + theme.XS))

    def _fit(self) -> None:
        needed = self.needed_width() + self.change.sizeHint().width()
        self.change.setVisible(bool(self.change.text) and needed <= self.width())
        spare = 2 * theme.XS
        self.badge.setVisible(bool(self.badge.text) and self.needed_width() - spare <= self.width())

    def set_explanation(self, text: str) -> None:
        """What the number means, over what period, from which rows."""
        self.setToolTip(plain_tooltip(text))
        self.setAccessibleDescription(text)


class EmptyState(QWidget):
    """What a page or card shows when it has nothing: an icon, a sentence, and what to do about it."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        layout.setSpacing(theme.S)
        layout.addStretch(2)
        self._icon_name = icon
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._icon)
        for words, role in ((title, "section"), (text, "muted")):
            label = text_label(words, role, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
            label.setVisible(bool(words))  # only now: without a parent it would flash up as a window
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addStretch()
        self.buttons = [
            button(words, call, variant="" if index else "primary")
            for index, (words, call) in enumerate(actions)
        ]
        for item in self.buttons:
            row.addWidget(item)
        row.addStretch()
        layout.addSpacing(theme.XS)
        layout.addLayout(row)
        layout.addStretch(3)
        theme.notifier().changed.connect(self._tint)
        self._tint(theme.current())

    def _tint(self, tokens: theme.Tokens) -> None:
        self._icon.setPixmap(icons.pixmap(self._icon_name, tokens.accent, 36, self.devicePixelRatioF()))
