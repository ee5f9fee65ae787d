"""Choosing an indicator: a box that opens the list of them under headings, searched by typing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from portfolio_app.ui import metric_words
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets.chooser import Choice, ChooserPopup
from portfolio_app.ui.widgets.fields import ChoiceBox

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column


class MetricBox(ChoiceBox):
    """Shows the indicator of a condition; opens the list of all of them in place of its own."""

    chosen = Signal(str)

    def __init__(self, metric: str, columns: Mapping[str, Column]) -> None:
        super().__init__()
        self._metric, self._columns = metric, columns
        title = metric_words.title(metric, columns)
        self.addItem(title, metric)
        self.setAccessibleName(self.tr("Indicator: {name}").format(name=title))
        self.setToolTip(plain_tooltip(f"{title}\n{metric_words.explanation(metric)}"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Offer the indicators."""
        choices = [
            Choice(
                name,
                metric_words.title(name, self._columns),
                heading,
                metric_words.explanation(name),
                self.tr("date day") if self._columns[name].kind == "date" else "",
            )
            for heading, members in metric_words.groups(self._columns)
            for name in members
        ]
        popup = ChooserPopup(self.tr("Indicators"), choices, self)
        popup.chosen.connect(self.chosen)
        popup.open_below(self, current=self._metric)
