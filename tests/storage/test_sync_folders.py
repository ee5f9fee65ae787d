from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_app.storage.sync_folders import sync_provider


@pytest.mark.parametrize(
    ("folder", "provider"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)/Clients", "Dropbox"),
        ("OneDrive/Documents", "OneDrive"),
        ("OneDrive - Ménard & Fils", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Google Drive/Mon Drive", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-a@b.fr/My Drive", "Google Drive"),
        ("Box", "Box"),
        ("MEGA", "MEGA"),
        ("pCloudDrive", "pCloud"),
        ("Nextcloud/pro", "Nextcloud"),
        ("Documents/Portefeuille", None),
        ("Boxes/Dropboxes", None),
    ],
)
def test_known_by_the_folder_s_name(tmp_path: Path, folder: str, provider: str | None) -> None:
    assert sync_provider(tmp_path / folder / "book.portfolio") == provider


def test_known_by_what_is_left_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / ".dropbox").touch()
    assert sync_provider(tmp_path / "work" / "sub" / "book.portfolio") == "Dropbox"


def test_known_by_what_windows_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Société"))
    assert sync_provider(tmp_path / "Société" / "Ventes" / "book.portfolio") == "OneDrive"
