"""How files get onto the import page: chosen in a dialog, or pasted out of a spreadsheet."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from portfolio_app.config import browse_dir
from portfolio_app.ui.pages import import_calls as calls
from portfolio_app.ui.pages import import_words as words

if TYPE_CHECKING:
    from portfolio_app.ui.pages.import_page import ImportPage

TABLES = "*.csv *.txt *.tsv *.tab *.prn *.xlsx *.xlsm *.xls *.xlsb *.ods"
OTHERS = "*.vcf *.vcard *.ics *.json"


class Intake(QObject):
    """Brings files to the page. What was pasted is kept as a file until the page goes."""

    def __init__(self, page: ImportPage) -> None:
        super().__init__(page)
        self._page = page
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._pasted = 0
        self._last: Path | None = None

    def choose(self) -> None:
        """Ask for files, where the last ones were, or where downloads come."""
        downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        usual = [Path(downloads)] if downloads else []
        folder = next((at for at in (self._last, *usual) if at is not None and at.is_dir()), browse_dir())
        dialog = QFileDialog(self._page.window(), self.tr("Files to import"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        everything = self.tr("What can be imported ({kinds})").format(kinds=f"{TABLES} {OTHERS}")
        dialog.setNameFilters([everything, self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, names: Sequence[str]) -> None:
        paths = [Path(name) for name in names]
        if paths:
            self._last = paths[0].parent
        self._page.add_files(paths)

    def paste(self) -> None:
        """Take what was copied: files, or the cells of a spreadsheet."""
        if self._page.is_working:
            return
        copied: QMimeData | None = QGuiApplication.clipboard().mimeData()
        urls = copied.urls() if copied is not None else []
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        text = copied.text() if copied is not None else ""
        if files:
            self._page.show_item(files)
        elif text.strip():
            self._keep(text)
        else:
            told = self.tr(
                "Nothing was copied. Select the cells in your spreadsheet, copy them, and come back."
            )
            self._page.notice.say(told, "warn")

    def _keep(self, text: str) -> None:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="portfolio-pasted-")
        self._pasted += 1
        name = self.tr("Clipboard")
        self._page.ops.background(
            self,
            calls.write_pasted,
            Path(self._folder.name),
            name if self._pasted == 1 else f"{name} {self._pasted}",
            text,
            on_result=self._kept,
            on_error=lambda error: self._page.notice.say(words.problem_text(error)),
        )

    def _kept(self, path: Path) -> None:
        self._page.show_pasted([path])

    def forget(self) -> None:
        """Remove what was pasted."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder, self._pasted = None, 0
