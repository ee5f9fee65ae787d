"""Completion of what is typed in a field; in a list of words, of the last one, and the others stay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from portfolio_app.ui import theme


class WordCompleter(QCompleter):
    """Proposes words to a field; `separators` are the signs between the words of a list, "" where it is none."""

    def __init__(self, edit: QLineEdit, separators: str = "") -> None:
        super().__init__(edit)
        self._edit = edit
        self._last = re.compile(f"[^{re.escape(separators)}]*$" if separators else r".*$")
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        edit.setCompleter(self)
        popup = self.popup()
        assert popup is not None
        theme.dress(popup)

    def offer(self, words: Sequence[str]) -> None:
        """What there is to choose from."""
        if self._words.stringList() != list(words):
            self._words.setStringList(list(words))

    def splitPath(self, path: str) -> list[str]:
        """What of the line is looked for."""
        found = self._last.search(path)
        return [found.group().strip() if found is not None else path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole line with the chosen word at its end."""
        chosen = str(super().pathFromIndex(index))  # type: ignore[arg-type]
        before = self._last.sub("", self._edit.text(), count=1).rstrip()
        return f"{before} {chosen}".strip()
