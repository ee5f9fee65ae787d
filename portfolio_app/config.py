"""Where things are kept and how the user likes the program.

Everything about clients is in the book; this module only knows folders and the few preferences that
belong to the person at this machine (language, theme, recent books, window geometry).
`PORTFOLIO_HOME` moves both folders, for tests and portable installations.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from portfolio_app import files

APP_NAME = "Portefeuille"
APP_ID = "portfolio_app"
BOOK_SUFFIX = ".portfolio"
MAX_RECENT = 8
MAX_LOOKS = 30
_MAX_SETTINGS = 1_000_000
_MAX_GEOMETRY = 10_000
_CHOICES = {
    "language": ("system", "fr", "en"),
    "theme": ("system", "light", "dark"),
    "queue_by": ("segment", "date", "place", "kind"),
}
_TIMES = ("remind_at", "quiet_from", "quiet_to")
TIME_OF_DAY = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
"""A local time of day, "08:30"."""


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


def browse_dir() -> Path:
    """Where a file dialog begins: the folder of books if it is there, else the person's own."""
    return data_dir() if data_dir().is_dir() else Path.home()


def backups_dir() -> Path:
    """The folder of all backups, one folder per book in it (created by whoever writes there)."""
    home = os.environ.get("PORTFOLIO_HOME")
    if home:
        return Path(home) / "backups"
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_ID, appauthor=False)) / "backups"


def state_dir() -> Path:
    """The folder of what this machine remembers about books and running windows (created by the writer)."""
    home = os.environ.get("PORTFOLIO_HOME")
    if home:
        return Path(home) / "state"
    import platformdirs

    return Path(platformdirs.user_state_dir(APP_ID, appauthor=False))


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
    newest first. `geometry`: the window's, base64. `columns`: hidden columns by table. `sync_explained`:
    paths of books in synchronised folders whose risk was explained. `last_looks`: by identity of a book, the days
    (ISO) its Today page was last looked at: the day before the latest one, where there is any, and the latest.

    `notifications`: whether reminders are told. `remind_at`: when those without a time of their own are told.
    `quiet_from`, `quiet_to`: between these nothing is told, it waits until they end; `quiet_from` empty: no quiet
    hours. Times are local, "08:30". `live_calendars`: by identity of a book, the calendar file kept up to date.
    `queue_by`: what the follow-ups are grouped by. `exports`: paths of files written last, newest first.
    """

    language: str = "system"
    theme: str = "system"
    recent: list[str] = field(default_factory=list)
    geometry: str = ""
    columns: dict[str, list[str]] = field(default_factory=dict)
    sync_explained: list[str] = field(default_factory=list)
    last_looks: dict[str, list[str]] = field(default_factory=dict)
    notifications: bool = True
    remind_at: str = "08:30"
    quiet_from: str = "20:00"
    quiet_to: str = "08:00"
    live_calendars: dict[str, str] = field(default_factory=dict)
    queue_by: str = "segment"
    exports: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        """Read the preferences; a missing or unreadable file gives the defaults."""
        settings = cls()
        raw = _read_json(path or settings_path())
        if not isinstance(raw, dict):
            return settings
        for item in fields(cls):
            value = raw.get(item.name)
            if _is_sound(item.name, value, getattr(settings, item.name)):
                setattr(settings, item.name, value)
        settings.recent = settings.recent[:MAX_RECENT]
        settings.exports = settings.exports[:MAX_RECENT]
        return settings

    def save(self, path: Path | None = None) -> None:
        """Write the preferences, whole or not at all; a failure is not worth disturbing the user."""
        target = path or settings_path()
        # ASCII: the path of a book may hold bytes that are no text, which UTF-8 could not write.
        text = json.dumps(asdict(self), indent=1)
        with contextlib.suppress(OSError):
            files.private_folder(target.parent)
            with files.whole(target, "w", durable=False, encoding="ascii", newline="\n") as stream:
                stream.write(text)

    def look_at(self, book_id: str, today: date) -> date | None:
        """Note that a book is looked at today; returns the day it was looked at before today, None when never."""
        known = [day for text in self.last_looks.pop(book_id, []) if (day := _as_day(text)) is not None]
        earlier = max((day for day in known if day < today), default=None)
        days = [today] if earlier is None else [earlier, today]
        self.last_looks[book_id] = [day.isoformat() for day in days]
        for forgotten in list(self.last_looks)[:-MAX_LOOKS]:
            del self.last_looks[forgotten]
        return earlier

    def remember(self, book: Path) -> None:
        """Put `book` first among the recent ones."""
        name = str(book)
        self.recent = [name, *(old for old in self.recent if old != name)][:MAX_RECENT]

    def note_export(self, path: Path) -> None:
        """Put a file first among those written last."""
        name = str(path)
        self.exports = [name, *(old for old in self.exports if old != name)][:MAX_RECENT]


def _read_json(path: Path) -> Any:
    """What a small JSON file holds; None when it cannot be read or is none."""
    try:
        if not path.is_file() or path.stat().st_size > _MAX_SETTINGS:
            return None
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def _is_sound(name: str, value: Any, default: Any) -> bool:
    """Whether a value read from the file can be this preference: the file may have been edited, or damaged."""
    if type(value) is not type(default):
        return False
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name == "geometry":
        return value.isascii() and len(value) <= _MAX_GEOMETRY
    if name in _TIMES:
        return TIME_OF_DAY.fullmatch(value) is not None or (name == "quiet_from" and not value)
    if name == "live_calendars":
        return all(isinstance(one, str) and _is_path(one) for one in value.values())
    if isinstance(value, list):
        return all(isinstance(one, str) and _is_path(one) for one in value)
    if isinstance(value, dict):
        return all(
            isinstance(names, list) and all(isinstance(one, str) for one in names) for names in value.values()
        )
    return True


def _as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _is_path(text: str) -> bool:
    """Whether a disk can be asked for a file of that name at all."""
    try:
        return bool(text) and "\0" not in text and len(os.fsencode(text)) <= 4_096
    except ValueError:
        return False
