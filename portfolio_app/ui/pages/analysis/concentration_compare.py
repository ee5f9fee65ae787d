"""A grid of figures before and after, with the change and whether it is good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.pages.analysis.concentration_time_words import Compared
from portfolio_app.ui.widgets import Badge, clear_layout, line, plain_tooltip, text_label


class CompareGrid(QWidget):
    """Four columns: what, before, after, change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS)
        self._grid.setColumnStretch(0, 2)
        for column in (1, 2, 3):
            self._grid.setColumnStretch(column, 1)

    def show_rows(self, before: str, after: str, rows: Sequence[Compared]) -> None:
        """Show these; `before` and `after` head the two columns."""
        clear_layout(self._grid)
        change = QCoreApplication.translate("Concentration", "Change")
        for column, text in enumerate(("", before, after, change)):
            self._put(0, column, text, "muted")
        for number, row in enumerate(rows, 1):
            self._grid.addWidget(line(), 2 * number - 1, 0, 1, 4)
            self._put(2 * number, 0, row.label, "body", row.explain)
            self._put(2 * number, 1, row.before, "muted")
            self._put(2 * number, 2, row.now, "strong")
            badge = Badge(row.change, row.tone)
            badge.setAccessibleName(f"{row.label}: {row.before}, {row.now}, {row.change}")
            self._grid.addWidget(
                badge, 2 * number, 3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )

    def _put(self, row: int, column: int, text: str, role: str, explain: str = "") -> None:
        label = text_label(text, role, wrap=column == 0)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        if explain:
            label.setToolTip(plain_tooltip(explain))
        self._grid.addWidget(label, row, column)
