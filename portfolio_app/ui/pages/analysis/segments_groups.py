"""The menu of groups: each can be listed, edited or deleted, and a new one begun."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from portfolio_app.ui import i18n
from portfolio_app.ui.pages.analysis import segments_data as data
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_caption

if TYPE_CHECKING:
    from portfolio_app.services.groups import Group


class GroupsMenu(QMenu):
    """Asks the book for the groups each time it opens, so that the counts are those of now."""

    open_requested = Signal(str, object)
    edit_requested = Signal(object)
    """The id of the group to edit, None for a new one."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._inner: list[QMenu] = []
        self._shown: list[tuple[Group, int]] = []
        self._rebuild()
        self.aboutToShow.connect(self._ask)

    def _ask(self) -> None:
        self._context.operations.query(
            self,
            data.groups,
            self._context.today(),
            on_result=self._show_groups,
            latest="groups",
            urgent=True,
        )

    def _show_groups(self, found: list[tuple[Group, int]]) -> None:
        # What is open already must not vanish under the pointer for nothing.
        if found != self._shown:
            self._shown = found
            self._rebuild()

    def _rebuild(self) -> None:
        self.clear()
        for each in self._inner:
            each.deleteLater()
        self._inner = [self._group_menu(group, count) for group, count in self._shown]
        if self._inner:
            self.addSeparator()
        self._new = self.addAction(self.tr("New group…"), partial(self.edit_requested.emit, None))
        if self.isVisible():
            self.adjustSize()

    def _group_menu(self, group: Group, count: int) -> QMenu:
        from portfolio_app.services import groups

        menu = QMenu(plain_caption(f"{group.name} ({i18n.number(count)})"), self)
        wanted = {"group": group.id}
        menu.addAction(self.tr("Show its clients"), partial(self.open_requested.emit, "clients", wanted))
        menu.addAction(self.tr("Edit…"), partial(self.edit_requested.emit, group.id))
        menu.addAction(
            self.tr("Delete"),
            partial(self._context.operations.run, self, groups.delete_group, group.id),
        )
        self.addMenu(menu)
        return menu
