"""The cards of the Export page: a kind of file each, with what can be chosen about it and a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from portfolio_app.ui import icons, theme
from portfolio_app.ui.pages import export_words as words
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import Card, button, text_label
from portfolio_app.ui.widgets.chooser import Choice, ChooserPopup

ALL_TABLES = "all"
ICON = 20
FIRST = "workbook"
"""What most people look for."""


class FileCard(Card):
    """One kind of file. `wanted` is asked for with what was chosen."""

    wanted = Signal(str, str, dict)
    """(kind, suffix, what was chosen: fields of `export_calls.Wish`)."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        told = words.card(kind)
        super().__init__(told.title, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kind = kind
        self._icon_name = told.icon
        self._icon = QLabel()
        self.header.insertWidget(0, self._icon)
        theme.notifier().changed.connect(self._tint)
        self._tint(theme.current())
        self.about = text_label(told.about, "muted", wrap=True)
        self.body.addWidget(self.about)
        self.body.addStretch(1)
        self.options = QVBoxLayout()
        self.options.setSpacing(theme.XS)
        self.body.addLayout(self.options)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.S)
        self.body.addLayout(self.foot)
        self._suffix = told.suffix
        self.button = button(self.tr("Export…"), self._ask, variant="primary" if kind == FIRST else "")
        self.button.setAccessibleName(self.tr("Export: {what}").format(what=told.title))
        self._fill()
        self.foot.addStretch(0)
        self.foot.addWidget(self.button)

    def chosen(self) -> dict[str, object]:
        """What was chosen about the file."""
        return {}

    def suffix(self) -> str:
        """How the name of the file will end."""
        return self._suffix

    def set_busy(self, busy: bool) -> None:
        """A file is being written, or none is any more."""
        self.button.setEnabled(not busy and self.is_possible())

    def is_possible(self) -> bool:
        """Whether what is chosen makes a file."""
        return True

    def _fill(self) -> None:
        """Add what can be chosen."""

    def _ask(self) -> None:
        self.wanted.emit(self.kind, self.suffix(), self.chosen())

    def _tint(self, tokens: theme.Tokens) -> None:
        self._icon.setPixmap(icons.pixmap(self._icon_name, tokens.accent, ICON, self.devicePixelRatioF()))

    def _combo(self, label: str, entries: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(label)
        box.setToolTip(plain_tooltip(label))
        for code, text in entries:
            box.addItem(text, code)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.foot.addWidget(box, 1)
        return box


class WorkbookCard(FileCard):
    """The workbook: which sheets, and whether with charts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.left_out: set[str] = set()
        super().__init__("workbook", parent)

    def _fill(self) -> None:
        self.charts = QCheckBox(self.tr("With charts"))
        self.charts.setChecked(True)
        self.sheets_button = button("", self.choose_sheets)
        self.options.addWidget(self.charts)
        self.foot.addWidget(self.sheets_button)
        self.popup = ChooserPopup(
            self.tr("Sheets of the workbook"),
            [Choice(code, words.sheet(code)) for code in words.SHEETS],
            self,
        )
        self.popup.toggled.connect(self.toggle)
        self._show_count()

    def chosen(self) -> dict[str, object]:
        """The sheets, None for all of them, and the charts."""
        sheets = frozenset(words.SHEETS) - self.left_out
        return {"sheets": sheets if self.left_out else None, "charts": self.charts.isChecked()}

    def choose_sheets(self) -> None:
        """Show the sheets, to put them on and off."""
        self.popup.open_below(self.sheets_button, set(words.SHEETS) - self.left_out)

    def toggle(self, code: str, on: bool) -> None:
        """Put a sheet on or off."""
        (self.left_out.discard if on else self.left_out.add)(code)
        self._show_count()

    def _show_count(self) -> None:
        whole = len(words.SHEETS)
        text = self.tr("All sheets")
        if self.left_out:
            text = self.tr("{shown} of {all} sheets").format(shown=whole - len(self.left_out), all=whole)
        self.sheets_button.setText(f"{text} ▾")
        self.button.setEnabled(self.is_possible())

    def is_possible(self) -> bool:
        """A workbook has one sheet at least."""
        return len(self.left_out) < len(words.SHEETS)


class TablesCard(FileCard):
    """CSV: which kind of record, or all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("csv", parent)

    def _fill(self) -> None:
        tables = [(code, words.sheet(code)) for code in words.TABLES]
        self.table = self._combo(
            self.tr("What to write"), [(ALL_TABLES, self.tr("Everything (archive)")), *tables]
        )
        self.table.setCurrentIndex(1)

    def suffix(self) -> str:
        """An archive holds several files."""
        return ".zip" if self.table.currentData() == ALL_TABLES else ".csv"

    def chosen(self) -> dict[str, object]:
        """The kinds of record."""
        code = self.table.currentData()
        return {"tables": words.TABLES if code == ALL_TABLES else (code,)}


class CardsCard(FileCard):
    """Address cards: which version of the format."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("cards", parent)

    def _fill(self) -> None:
        self.version = self._combo(
            self.tr("Version of the format"),
            [("3.0", self.tr("vCard 3.0 (usual)")), ("4.0", self.tr("vCard 4.0 (newer)"))],
        )

    def chosen(self) -> dict[str, object]:
        """The version."""
        return {"version": self.version.currentData()}


class CopyCard(FileCard):
    """The full copy, and what its reader should know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("copy", parent)

    def _fill(self) -> None:
        self.warning = text_label(
            self.tr("Your passphrase does not protect this file: anyone can read it."), "danger", wrap=True
        )
        self.warning.hide()
        self.options.addWidget(self.warning)

    def show_protected(self, is_protected: bool) -> None:
        """Warn where the book has a passphrase."""
        self.warning.setVisible(is_protected)


class FormsCard(FileCard):
    """Blank forms: the workbook to fill in, the same on paper, and the form for prospects."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("template", parent)

    def _fill(self) -> None:
        self.form = self._combo(
            self.tr("Which form"),
            [
                ("template.xlsx", self.tr("Import template (Excel)")),
                ("template.pdf", self.tr("Import template (PDF)")),
                ("form.pdf", self.tr("Prospect form (PDF)")),
                ("form.xlsx", self.tr("Prospect form (Excel)")),
            ],
        )

    def suffix(self) -> str:
        """As the form chosen."""
        return "." + str(self.form.currentData()).partition(".")[2]

    def _ask(self) -> None:
        self.wanted.emit(str(self.form.currentData()).partition(".")[0], self.suffix(), {})


MAKERS: dict[str, Callable[[], FileCard]] = {
    "workbook": WorkbookCard,
    "csv": TablesCard,
    "cards": CardsCard,
    "calendar": lambda: FileCard("calendar"),
    "sheets": lambda: FileCard("sheets"),
    "report": lambda: FileCard("report"),
    "copy": CopyCard,
    "template": FormsCard,
}
"""How each card is made, in their order."""
