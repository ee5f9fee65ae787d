"""Completion for words between commas: what is proposed completes the word being typed and keeps the others."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QCompleter, QLineEdit

_LAST_WORD = re.compile(r"[^,;]*$")


class TagCompleter(QCompleter):
    """For a `QLineEdit` that holds tags."""

    def splitPath(self, path: str) -> list[str]:
        """The word at the end is what to complete."""
        found = _LAST_WORD.search(path)
        return [found.group().strip() if found is not None else path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole text with that word completed."""
        chosen = str(super().pathFromIndex(index))  # type: ignore[arg-type]
        field = self.widget()
        before = _LAST_WORD.sub("", field.text()) if isinstance(field, QLineEdit) else ""
        return f"{before.rstrip()} {chosen}".strip()
