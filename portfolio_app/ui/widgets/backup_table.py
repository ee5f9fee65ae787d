"""The backups of a book, newest first, each looked over as soon as the table shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from portfolio_app.ui import backup_words, i18n
from portfolio_app.ui.item_models.cells import BadgeCell, Cell
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.backups import BackupInfo

    Check = Callable[[BackupInfo], bool]

translate = QCoreApplication.translate

FIRST_TO_GO = ("size", "reason")
"""Columns that a narrow table does without."""


class BackupTable(LazyTableView):
    """One row per backup. `check(info)` runs on the book's thread, one backup after the other.

    With `only_good`, what is not as it was written leaves the list as soon as that is known.
    """

    selected = Signal(object)
    """The `BackupInfo` the user moved to, None when there is none."""
    checked = Signal()
    """Another one was looked over."""

    def __init__(
        self,
        operations: Operations,
        check: Check,
        today: Callable[[], date],
        label: str,
        parent: QWidget | None = None,
        *,
        only_good: bool = False,
    ) -> None:
        self._ops, self._check, self._today, self._only_good = operations, check, today, only_good
        self._infos: dict[int, BackupInfo] = {}
        self._numbers: dict[str, int] = {}
        self._is_good: dict[str, bool] = {}
        self._round = 0
        model = LazyTableModel(operations, _nothing, self._columns())
        super().__init__(model, label, parent)
        model.setParent(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSortingEnabled(False)
        self.current_changed.connect(self._moved)

    @property
    def infos(self) -> list[BackupInfo]:
        """Those shown, newest first."""
        return [self._infos[number] for number in self.lazy_model().ids]

    def current(self) -> BackupInfo | None:
        """The one the user is at."""
        number = self.current_id()
        return self._infos.get(number) if number is not None else None

    def is_good(self, info: BackupInfo) -> bool | None:
        """Whether it is what was written; None while that is not known."""
        return self._is_good.get(_identity(info))

    @property
    def is_checking(self) -> bool:
        """Whether any is still to be looked over."""
        return any(self.is_good(info) is None for info in self._infos.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        columns = self.lazy_model().columns
        needed = sum(column.width for column in columns)
        for key in FIRST_TO_GO:
            number = next(i for i, column in enumerate(columns) if column.key == key)
            too_wide = needed > event.size().width()
            self.setColumnHidden(number, too_wide)
            needed -= columns[number].width if too_wide else 0
        super().resizeEvent(event)

    def show_backups(self, infos: Sequence[BackupInfo]) -> None:
        """List these; the row the user is at stays, at first it is the newest."""
        shown = [info for info in infos if not (self._only_good and self.is_good(info) is False)]
        numbers = [self._numbers.setdefault(info.name, len(self._numbers)) for info in shown]
        before, had_one = list(self.lazy_model().ids), self.current() is not None
        self._infos = dict(zip(numbers, shown, strict=True))
        if numbers != before:
            self.lazy_model().set_ids(numbers, dict(self._infos))
        if numbers and (not had_one or self.current() is None):
            self.select_id(numbers[0])
        elif not numbers:
            self.selected.emit(None)
        self._round += 1
        self._check_next(self._round)

    def _check_next(self, number_of_round: int) -> None:
        if number_of_round != self._round:
            return
        unknown = next((info for info in self._infos.values() if self.is_good(info) is None), None)
        if unknown is not None:
            self._ops.background(
                self,
                self._check,
                unknown,
                on_result=partial(self._was_checked, number_of_round, unknown),
                on_error=lambda _: self._was_checked(number_of_round, unknown, False),
            )

    def _was_checked(self, number_of_round: int, info: BackupInfo, good: bool) -> None:
        self._is_good[_identity(info)] = good
        if number_of_round != self._round:
            return
        if self._only_good and not good:
            self.show_backups(self.infos)
        else:
            self.lazy_model().reformat()
            self._check_next(number_of_round)
        self.checked.emit()

    def _moved(self, number: int | None) -> None:
        self.selected.emit(self._infos.get(number) if number is not None else None)

    def _columns(self) -> list[Column]:
        columns = [
            Column("at", translate("BackupTable", "Date"), self._when, width=168, style="strong"),
            Column("reason", translate("BackupTable", "Made"), self._why, width=140, stretch=True),
            Column("size", translate("BackupTable", "Size"), self._size, "right", width=70),
            Column("clients", translate("BackupTable", "Clients"), self._clients, "right", width=64),
        ]
        if not self._only_good:
            columns.append(Column("state", translate("BackupTable", "State"), self._state, width=112))
        return columns

    def _when(self, info: BackupInfo) -> Cell:
        return backup_words.moment(info.at, self._today())

    def _why(self, info: BackupInfo) -> Cell:
        return backup_words.reason(info.reason)

    def _size(self, info: BackupInfo) -> Cell:
        return backup_words.size(info.size)

    def _clients(self, info: BackupInfo) -> Cell:
        return i18n.number(info.clients)

    def _state(self, info: BackupInfo) -> Cell:
        good = self.is_good(info)
        if good is None:
            return BadgeCell(translate("BackupTable", "Checking…"))
        if good:
            return BadgeCell(translate("BackupTable", "Good"), "good")
        return BadgeCell(translate("BackupTable", "Damaged"), "danger")


def _identity(info: BackupInfo) -> str:
    return f"{info.name} {info.sha256}"


def _nothing(book: Any, ids: list[int]) -> dict[int, Any]:
    """Rows always come along with their ids."""
    return {}
