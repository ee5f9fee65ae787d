"""What is painted first: the outline of the shell. Imports next to nothing, not even the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

SIDEBAR_WIDTH, TOP_BAR_HEIGHT = 216, 56
LIGHT = {"background": "#f5f6f8", "surface": "#ffffff", "border": "#e2e5ea"}
DARK = {"background": "#13161b", "surface": "#1b1f26", "border": "#2c323c"}
"""Three colours of each theme, as portfolio_app.ui.theme has them."""
STYLE = """
#skeleton {{ background: {background}; }}
#side {{ background: {surface}; border: 0; border-right: 1px solid {border}; }}
#bar {{ background: {surface}; border: 0; border-bottom: 1px solid {border}; }}
"""


class Skeleton(QWidget):
    """An empty sidebar and an empty top bar."""

    def __init__(self, *, dark: bool) -> None:
        super().__init__()
        self.setObjectName("skeleton")
        self._side, self._bar = QFrame(self), QFrame(self)
        self._side.setObjectName("side")
        self._bar.setObjectName("bar")
        self.setStyleSheet(STYLE.format(**(DARK if dark else LIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the outline in place."""
        super().resizeEvent(event)
        self._side.setGeometry(0, 0, SIDEBAR_WIDTH, self.height())
        self._bar.setGeometry(SIDEBAR_WIDTH, 0, self.width() - SIDEBAR_WIDTH, TOP_BAR_HEIGHT)
