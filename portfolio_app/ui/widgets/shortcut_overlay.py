"""F1: every key there is, on one card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.widgets.basic import text_label
from portfolio_app.ui.widgets.overlay import Overlay


class ShortcutOverlay(Overlay):
    """A list of (keys, what they do) in two columns over its parent; Escape or a click puts it away."""

    def __init__(self, parent: QWidget, shortcuts: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 16, 24)
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Keyboard shortcuts"), "section"), 1)
        close = IconButton("close", self.tr("Close"))
        close.clicked.connect(self.close_overlay)
        head.addWidget(close)
        layout.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        half = (len(shortcuts) + 1) // 2
        for number, (keys, meaning) in enumerate(shortcuts):
            row, side = number % half, 3 * (number // half)
            hint = QLabel(keys)
            hint.setObjectName("keyHint")
            hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(hint, row, side)
            grid.addWidget(text_label(meaning), row, side + 1)
        grid.setColumnMinimumWidth(2, 24)
        layout.addLayout(grid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 again dismisses too."""
        if event.key() == Qt.Key.Key_F1:
            self.close_overlay()
        else:
            super().keyPressEvent(event)
