"""Folders that another program copies to other computers while we write: Dropbox, OneDrive and the like.

Their copies can be half a book, or replace ours with an older one; the user is told once.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

_NAMES = (
    ("Dropbox", r"dropbox( \(.+\))?"),
    ("OneDrive", r"onedrive( - .+)?|onedrive-.+"),
    ("iCloud Drive", r"icloud ?drive|com~apple~clouddocs|mobile documents"),
    ("Google Drive", r"google ?drive|googledrive-.+|mon drive|my drive|drivefs"),
    ("Box", r"box( sync)?|box-box"),
    ("MEGA", r"mega( sync|sync)?"),
    ("pCloud", r"pcloud ?(drive|sync)?"),
    ("Nextcloud", r"nextcloud.*|owncloud.*"),
    ("kDrive", r"kdrive.*"),
    ("Syncthing", r"syncthing"),
)
"""The names these programs give their folders, whole and without case."""

_MARKS = (
    (".dropbox", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".sync", "Resilio Sync"),
    (".csync", "Nextcloud"),
)
"""What they leave in the folder they keep in step."""

_VARIABLES = (("OneDrive", "OneDrive"), ("OneDriveCommercial", "OneDrive"), ("OneDriveConsumer", "OneDrive"))
"""Where Windows says its folder is."""


def sync_provider(path: Path) -> str | None:
    """The name of the program that synchronises the folder of that file, None when there is none we know."""
    folder = path.absolute().parent
    for variable, provider in _VARIABLES:
        place = os.environ.get(variable)
        if place and folder.is_relative_to(place):
            return provider
    for part in reversed(folder.parts):
        for provider, pattern in _NAMES:
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return provider
    for parent in (folder, *folder.parents):
        for mark, provider in _MARKS:
            if (parent / mark).exists():
                return provider
    return None
