"""Showing a folder in the system's own file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder(path: Path) -> None:
    """Show `path`, or the nearest folder above it that exists."""
    existing = next((folder for folder in (path, *path.parents) if folder.is_dir()), path)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(existing)))
