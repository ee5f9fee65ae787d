"""Taking an import back, right after it or when other things were done since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from portfolio_app.ui.pages import import_calls as calls
from portfolio_app.ui.pages.import_done import DoneStep

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes, TakenBack
    from portfolio_app.services.import_ import ImportReport
    from portfolio_app.ui.pages.import_page import ImportPage

IMPORTED = "import_files"
"""The label of an import's step."""


class Undoing(QObject):
    """Knows whether the import shown is the last thing done: then it is undone, else taken back by itself."""

    def __init__(self, page: ImportPage, done: DoneStep) -> None:
        super().__init__(page)
        self._page, self._done = page, done
        self._report: ImportReport | None = None
        self._step_id = 0
        self._is_latest = False
        self._is_taken_back = False
        done.undo_requested.connect(self._take_back)
        page.ops.recorded.connect(self._on_recorded)
        page.ops.reverted.connect(self._on_reverted)

    def show(self, changes: Changes, report: ImportReport) -> None:
        """An import was done."""
        self._report, self._is_taken_back = report, False
        self._is_latest = bool(changes.kinds)
        self._step_id = changes.step_id if changes.kinds else 0
        self._done.show_report(report)
        self._done.set_undoable(self._is_latest)

    def forget(self) -> None:
        """It is no longer shown."""
        self._report, self._step_id, self._is_latest = None, 0, False

    def _take_back(self) -> None:
        if self._is_latest:
            self._page.ops.undo()
        elif self._step_id:
            self._page.ops.run(self, calls.take_back, self._step_id, on_done=self._taken_back, announce=False)

    def _taken_back(self, result: TakenBack) -> None:
        self._step_id = 0
        self._done.show_taken_back(len(result.kept), is_undo=result.is_undo)

    def _on_recorded(self, changes: Changes) -> None:
        """Something else was done since."""
        if changes.kinds and changes.step_id != self._step_id:
            self._is_latest = self._is_taken_back = False

    def _on_reverted(self, changes: Changes, way: str) -> None:
        if self._report is None or changes.label != IMPORTED:
            return
        if way == "undo" and self._is_latest:
            self._is_latest, self._is_taken_back = False, True
            self._done.show_taken_back()
        elif way == "redo" and self._is_taken_back:
            self._is_latest, self._is_taken_back = True, False
            self._done.show_report(self._report)
            self._page.watching.load()
