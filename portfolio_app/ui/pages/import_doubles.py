"""New clients of an import that look like one of the book, or like another one of the files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.lazy_table import BLOCK, Column, LazyTableModel
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.duplicates_words import reasons_text
from portfolio_app.ui.widgets import button, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.import_ import ImportReport
    from portfolio_app.services.incoming import Double


class DoublesPanel(QWidget):
    """Who looks like whom and why; those of the book can be said to be the same."""

    same_requested = Signal(object)
    """The `Double`s that are the client of the book they look like."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubles: Sequence[Double] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        row = QHBoxLayout()
        told = self.tr(
            "These would be new clients. Those that are the same complete the client they look like."
        )
        row.addWidget(text_label(told, "muted", wrap=True), 1)
        self.same_button = button(
            self.tr("The selected ones are the same"), self._say_same, icon="check", small=True
        )
        row.addWidget(self.same_button)
        layout.addLayout(row)
        self.model = LazyTableModel(operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("New clients that look like others"))
        self.table.setSortingEnabled(False)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        layout.addWidget(self.table, 1)

    def show_doubles(self, doubles: Sequence[Double], report: ImportReport) -> None:
        """Show these."""
        self._doubles = doubles
        self.table.setColumnHidden(0, len(report.files) < 2)
        self.model.set_ids(range(len(doubles)), dict(enumerate(doubles[:BLOCK])))
        self._offer()

    def _columns(self) -> list[Column]:
        return [
            Column("file", self.tr("File"), lambda double: double.file_name, width=120, style="muted"),
            Column("line", self.tr("Line"), lambda double: i18n.number(double.line), "right", width=64),
            Column(
                "name", self.tr("New client"), lambda double: _named(double.name, double.place), width=240
            ),
            Column("other", self.tr("Looks like"), self._other, width=260, stretch=True, least=160),
            Column(
                "why",
                self.tr("Why"),
                lambda double: reasons_text(double.reasons),
                width=220,
            ),
        ]

    def _other(self, double: Double) -> str:
        other = _named(double.other, double.other_place)
        if double.client_id is not None:
            return other
        return self.tr("{name} (line {line} of the file)").format(
            name=other, line=i18n.number(double.other_line)
        )

    def _selected(self) -> list[Double]:
        chosen = (self._doubles[item] for item in self.table.selected_ids() if item < len(self._doubles))
        return [double for double in chosen if double.client_id is not None]

    def _offer(self) -> None:
        self.same_button.setEnabled(bool(self._selected()))

    def _say_same(self) -> None:
        if chosen := self._selected():
            self.same_requested.emit(chosen)

    def _fetch(self, book: Any, numbers: list[int]) -> dict[int, Double]:
        doubles = self._doubles
        return {number: doubles[number] for number in numbers if number < len(doubles)}


def _named(name: str, place: str) -> str:
    return f"{name} · {place}" if place else name
