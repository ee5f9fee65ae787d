"""Writing the table somebody looks at to a file: its rows in their order, its columns as they stand."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from portfolio_app.config import browse_dir
from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.lazy_table import LazyTableModel
from portfolio_app.ui.operations import LongOperation

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.ui.widgets.table_view import LazyTableView

BLOCK = 500
"""Rows fetched at a time: the window stays free in between."""


class TableExport(QObject):
    """Asks where to, gathers the rows as the table shows them, and has them written. Lives as long as its table."""

    def __init__(self, view: LazyTableView) -> None:
        super().__init__(view)
        self._view = view
        self._rows: list[list[str]] = []
        self._running: LongOperation | None = None
        self._is_gathering = False

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._is_gathering or (self._running is not None and self._running.is_running)

    def ask(self) -> None:
        """Ask where to, then write; not while a file is being written, nor where there is nothing."""
        if self.is_running or not self._view.lazy_model().ids:
            return
        title = self._view.accessibleName()
        name, _ = QFileDialog.getSaveFileName(
            self._view.window(),
            self.tr("Export this table"),
            str(browse_dir() / f"{_file_name(title)}.xlsx"),
            ";;".join(
                (
                    self.tr("Excel workbook (*.xlsx)"),
                    self.tr("CSV file (*.csv)"),
                    self.tr("PDF document (*.pdf)"),
                )
            ),
        )
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the table to that file; its ending says of what kind."""
        model = self._view.lazy_model()
        header = self._view.horizontalHeader()
        places = [header.logicalIndex(place) for place in range(header.count())]
        columns = [model.columns[place] for place in places if not header.isSectionHidden(place)]
        self._rows = []
        self._is_gathering = True
        self._gather(path, model, columns, list(model.ids), 0)

    def _gather(
        self, path: Path, model: LazyTableModel, columns: list[Any], ids: list[int], start: int
    ) -> None:
        """Fetch the next rows; what the list shows is formatted here, a few rows at a time."""
        if start >= len(ids):
            self._is_gathering = False
            self._hand_over(path, columns)
            return
        block = ids[start : start + BLOCK]
        model.fetch_rows(
            self, block, partial(self._take, path, model, columns, ids, start, block), self._failed
        )

    def _take(
        self,
        path: Path,
        model: LazyTableModel,
        columns: list[Any],
        ids: list[int],
        start: int,
        block: list[int],
        rows: dict[int, Any],
    ) -> None:
        # A row that is gone meanwhile is no row of the table any more.
        self._rows += [
            [str(column.format(rows[item])) for column in columns] for item in block if item in rows
        ]
        self._gather(path, model, columns, ids, start + len(block))

    def _hand_over(self, path: Path, columns: list[Any]) -> None:
        rows, self._rows = self._rows, []
        self._running = self._view.lazy_model().operations.long(
            self,
            _write,
            path,
            self._view.accessibleName(),
            [column.title for column in columns],
            rows,
            i18n.language(),
            _month_first(),
            on_done=self._written,
            on_error=self._failed,
        )

    def _written(self, path: Path) -> None:
        say = getattr(self._view.window(), "show_toast", None)
        if say is not None:
            say(
                self.tr("Exported: {name}").format(name=path.name),
                self.tr("Open"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            )

    def _failed(self, error: PortfolioError) -> None:
        self._is_gathering = False
        self._rows = []
        self._view.lazy_model().operations.failed.emit(error)


def _write(
    book: Any,
    path: Path,
    title: str,
    titles: list[str],
    rows: list[list[str]],
    language: str,
    month_first: bool,
    **hooks: Any,
) -> Path:
    """On the book's thread: say what the texts are, and write them."""
    from portfolio_app.services import books, table_files

    currency = books.info(book).currency
    symbol = i18n.currency_symbol(currency)
    columns, typed = table_files.typed(titles, rows, language, symbol, month_first=month_first)
    return table_files.write_table(
        path,
        title,
        columns,
        typed,
        language,
        currency=currency,
        created=book.clock(),
        cancelled=hooks["cancelled"],
    )


def _month_first() -> bool:
    """Whether days are written 11/22/2026 here."""
    return i18n.locale().dateFormat(QLocale.FormatType.ShortFormat).lower().startswith("m")


def _file_name(title: str) -> str:
    """A title as the name of a file."""
    words = "".join(char if char.isalnum() or char in "-’'()" else " " for char in title).split()
    return " ".join(words)[:80] or "table"
