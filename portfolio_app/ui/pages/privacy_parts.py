"""What the parts of the privacy page share: their base, questions for a file, and a line that says how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleEvent, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.item_models.lazy_table import BLOCK, LazyTableModel
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import button, text_label

R = TypeVar("R")


class PrivacyPart(QWidget):
    """One tab of the page. It asks for what it shows in `load()`, each time it comes into sight."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def load(self) -> None:
        """Ask for what is shown."""

    def focus_first(self) -> None:
        """Put the keyboard where work starts."""
        self.setFocus()


class KnownRows(Generic[R]):
    """Lines that came all at once, handed to a table in parts so that many of them cost no more than a few."""

    def __init__(self) -> None:
        self._rows: dict[int, R] = {}

    def fetch(self, book: object, ids: list[int]) -> dict[int, R]:
        """Some lines by id: what a `LazyTableModel` asks for."""
        rows = self._rows
        return {item: rows[item] for item in ids if item in rows}

    def show(self, model: LazyTableModel, rows: dict[int, R]) -> None:
        """Show these lines, in that order."""
        self._rows = rows
        ids = list(rows)
        model.set_ids(ids, {item: rows[item] for item in ids[:BLOCK]})


class ResultLine(QWidget):
    """How something went: a sentence, red when it failed, with one thing that can be done about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        self._label = text_label("", wrap=True)
        row.addWidget(self._label, 1)
        self.action = button("", self._act, variant="link")
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        self._call: Callable[[], object] | None = None
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text() if not self.isHidden() else ""

    def say(
        self, text: str, action: str = "", on_action: Callable[[], object] | None = None, *, bad: bool = False
    ) -> None:
        """Show a sentence; "" hides the line."""
        self._label.setText(text)
        theme.set_property(self._label, "role", "danger" if bad else "body")
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._call = on_action
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def fail(self, error: PortfolioError) -> None:
        """Show an error."""
        self.say(messages.error_text(error), bad=True)

    def _act(self) -> None:
        if self._call is not None:
            self._call()


def language() -> str:
    """The language of the interface, for documents: "fr" or "en"."""
    return "fr" if i18n.locale().name().startswith("fr") else "en"


def open_path(path: Path) -> None:
    """Show a file or a folder with the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def ask_file(
    parent: QWidget, title: str, name: str, kind: str, suffix: str, on_path: Callable[[Path], object]
) -> QFileDialog:
    """Ask under which name to save; nothing there is ever overwritten, which the service refuses."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(suffix)
    dialog.setNameFilter(f"{kind} (*.{suffix})")
    dialog.selectFile(f"{name}.{suffix}")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: on_path(Path(chosen)))
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, title: str, on_path: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: on_path(Path(chosen)))
    dialog.open()
    return dialog
