"""Tab through what was made later in the order in which it stands there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def tab_after(first: QWidget, made: Iterable[QWidget]) -> None:
    """Let Tab go from `first` through these, in this order; without it they come last of the whole window."""
    for widget in made:
        QWidget.setTabOrder(first, widget)
        first = widget
