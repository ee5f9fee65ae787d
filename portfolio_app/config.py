"""Where things are kept and how the user likes the program.

Everything about clients is in the book; this module only knows folders and the few preferences that
belong to the person at this machine (language, theme, recent books, window geometry).
`PORTFOLIO_HOME` moves both folders, for tests and portable installations.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

APP_NAME = "Portefeuille"
APP_ID = "portfolio_app"
BOOK_SUFFIX = ".portfolio"
MAX_RECENT = 8


def resources_dir() -> Path:
    """The folder of icons, translations and the sample book's data."""
    return Path(__file__).resolve().parents[1] / "resources"


def data_dir() -> Path:
    """The default folder for books (created by whoever writes there)."""
    home = os.environ.get("PORTFOLIO_HOME")
    if home:
        return Path(home) / "books"
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / APP_NAME


def settings_path() -> Path:
    """The file of this person's preferences."""
    home = os.environ.get("PORTFOLIO_HOME")
    if home:
        return Path(home) / "settings.json"
    import platformdirs

    return Path(platformdirs.user_config_dir(APP_ID, appauthor=False)) / "settings.json"


@dataclass
class Settings:
    """Preferences of the person at this machine.

    `language`: "system", "fr" or "en". `theme`: "system", "light" or "dark". `recent`: paths of books,
    newest first. `geometry`: the window's, base64. `columns`: hidden columns by table.
    """

    language: str = "system"
    theme: str = "system"
    recent: list[str] = field(default_factory=list)
    geometry: str = ""
    columns: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        """Read the preferences; a missing or unreadable file gives the defaults."""
        try:
            raw = json.loads((path or settings_path()).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        settings = cls()
        if not isinstance(raw, dict):
            return settings
        for item in fields(cls):
            value = raw.get(item.name)
            if type(value) is type(getattr(settings, item.name)):
                setattr(settings, item.name, value)
        return settings

    def save(self, path: Path | None = None) -> None:
        """Write the preferences, whole or not at all; a failure is not worth disturbing the user."""
        target = path or settings_path()
        temporary = target.with_suffix(".tmp")
        with contextlib.suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")
            temporary.replace(target)

    def remember(self, book: Path) -> None:
        """Put `book` first among the recent ones."""
        name = str(book)
        self.recent = [name, *(old for old in self.recent if old != name)][:MAX_RECENT]
