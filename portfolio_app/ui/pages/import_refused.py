"""Saving the rows that an import refused, to be corrected elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from portfolio_app.config import browse_dir
from portfolio_app.ui.pages import import_calls as calls
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.import_parts import Notice

if TYPE_CHECKING:
    from portfolio_app.services.import_ import ImportReport
    from portfolio_app.ui.pages.import_page import ImportPage


class RefusedFile(QObject):
    """Asks where the refused rows go, writes them there, and says so."""

    def __init__(self, page: ImportPage, notice: Notice) -> None:
        super().__init__(page)
        self._page = page
        self._notice = notice

    def choose(self, report: ImportReport) -> None:
        """Ask where."""
        first = next((f.source.path for f in report.files if f.refused), Path("import.csv"))
        refused = self.tr("refused")
        folder = browse_dir() if first in self._page.pasted() else first.parent
        proposed = folder / f"{first.stem} - {refused}.csv"
        dialog = QFileDialog(self._page, self.tr("Save the refused rows"), str(proposed))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilter("CSV (*.csv)")
        dialog.selectFile(str(proposed))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save(report, Path(name)))
        dialog.open()

    def save(self, report: ImportReport, path: Path) -> None:
        """Write the refused rows there, the reason beside each."""
        self._page.ops.background(
            self,
            calls.save_refused,
            list(report.files),
            path,
            words.refusal_text,
            (self.tr("Line"), self.tr("Problem and what to do")),
            on_result=self._saved,
            on_error=lambda error: self._notice.say(words.problem_text(error)),
        )

    def _saved(self, paths: list[Path]) -> None:
        names = ", ".join(path.name for path in paths)
        self._notice.say(
            self.tr("Saved: {names}. Correct these rows there and import the file.").format(names=names),
            "good",
        )
