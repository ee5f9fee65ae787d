"""Writing the book's Excel workbook: where to, how far it is, what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from portfolio_app.config import browse_dir
from portfolio_app.ui import book_calls, i18n
from portfolio_app.ui.operations import LongOperation

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.ui.desktop import Desktop


class WorkbookExport(QObject):
    """Belongs to the desktop. The window stays usable meanwhile, and the writing can be stopped."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._running: LongOperation | None = None

    def ask(self) -> None:
        """Ask where to, then write; not while one is being written."""
        desktop = self._desktop
        if desktop.book_path is None or (self._running is not None and self._running.is_running):
            return
        today = desktop.context.today()
        stem, day = desktop.book_path.stem, today.isoformat()
        proposed = f"{stem}.xlsx" if stem.endswith(day) else f"{stem} {day}.xlsx"
        name, _ = QFileDialog.getSaveFileName(
            desktop.window,
            self.tr("Export to Excel"),
            str(browse_dir() / proposed),
            self.tr("Excel workbook (*.xlsx)"),
        )
        if name:
            self._running = desktop.operations.long(
                self,
                book_calls.export,
                Path(name),
                today,
                i18n.language(),
                on_progress=self._progressed,
                on_done=self._written,
                on_error=self._not_written,
            )
            self._progressed(0, 0)

    def _progressed(self, done: int, total: int) -> None:
        text = self.tr("Writing the workbook…")
        if total:
            text = self.tr("Writing the workbook… {share}").format(share=i18n.percent(done / total))
        if self._running is not None:
            self._desktop.window.show_toast(text, self.tr("Stop"), self._running.cancel)

    def _written(self, path: Path) -> None:
        self._desktop.window.show_toast(
            self.tr("Exported: {name}").format(name=path.name),
            self.tr("Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    def _not_written(self, error: PortfolioError) -> None:
        if error.code == "cancelled":
            self._desktop.window.show_toast(self.tr("Stopped. No file was written."))
        else:
            self._desktop.window.show_error(error)
