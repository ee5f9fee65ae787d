"""The words a condition looks for: typed, completed, or picked from those the book holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.widgets import text_label
from portfolio_app.ui.widgets.chooser import Choice, ChooserPopup
from portfolio_app.ui.widgets.search_palette import folded
from portfolio_app.ui.widgets.word_completer import WordCompleter

SEPARATOR = ";"
"""Stands between the words of a list."""
_PARTS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda held, sought: folded(sought) in folded(held),
    "starts": lambda held, sought: folded(held).startswith(folded(sought)),
}
"""The comparisons that ask for a part of a word, whatever its capitals and accents."""


class WordField(QWidget):
    """A line to type in, a list to pick from, and below it what the book does not hold."""

    typed = Signal(str)

    def __init__(self, text: str, op: str, name: str) -> None:
        super().__init__()
        self._op, self._name = op, name
        self._held: list[str] | None = None
        self._several = op == "in"
        self.edit = QLineEdit(text)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(
            self.tr("one; another; …") if self._several else self.tr("the words to look for")
        )
        self.edit.textChanged.connect(self._on_text)
        self._completer = WordCompleter(self.edit, SEPARATOR if self._several else "")
        self.list_button = IconButton(
            "chevron-down", self.tr("{name}: choose from the book").format(name=name)
        )
        self.list_button.setEnabled(False)
        self.list_button.clicked.connect(lambda: self._open_list())
        self.note = text_label("", "caption", wrap=True)
        self.note.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        row.addWidget(self.edit, 1)
        row.addWidget(self.list_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addLayout(row)
        column.addWidget(self.note)

    def offer(self, words: Sequence[str]) -> None:
        """The words the book holds, the most used first."""
        self._held = list(words)
        self._completer.offer(self._held)
        self.list_button.setEnabled(bool(self._held))
        self._check()

    def _words(self) -> list[str]:
        parts = self.edit.text().split(SEPARATOR) if self._several else [self.edit.text()]
        return [part.strip() for part in parts if part.strip()]

    def _on_text(self, text: str) -> None:
        self._check()
        self.typed.emit(text)

    def _check(self) -> None:
        """Say which of the words are nowhere in the book; one written differently there is named."""
        held = self._held
        told = [] if held is None else [said for word in self._words() if (said := self._missing(word, held))]
        self.note.setText(" ".join(told))
        self.note.setAccessibleName(self.note.text())
        self.note.setVisible(bool(told))

    def _missing(self, word: str, held: list[str]) -> str:
        fits = _PARTS.get(self._op, str.__eq__)
        if any(fits(each, word) for each in held):
            return ""
        alike = next((each for each in held if folded(each) == folded(word)), None)
        if alike is not None:
            return self.tr("The book writes “{word}” like this: “{held}”.").format(word=word, held=alike)
        return self.tr("“{word}” is nowhere in the book.").format(word=word)

    def _open_list(self) -> None:
        popup = ChooserPopup(self._name, [Choice(word, word) for word in self._held or ()], self)
        if self._several:
            popup.toggled.connect(self._put)
            popup.open_below(self.edit, self._words())
        else:
            popup.chosen.connect(self.edit.setText)
            popup.open_below(self.edit, current=self.edit.text().strip())

    def _put(self, word: str, is_on: bool) -> None:
        words = [each for each in self._words() if each != word]
        self.edit.setText(f"{SEPARATOR} ".join([*words, word] if is_on else words))
