"""The commands that look after the book: check, backups, restore, passphrase, taking back an older step."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_app.services import books
from portfolio_app.services.clients import create_client
from tests.test_cli import SALES, answer, path, run

__all__ = ["path"]


@pytest.fixture
def filled(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A book with two clients, and a backup of it."""
    sales = tmp_path / "sales.csv"
    sales.write_text(SALES, encoding="utf-8")
    assert run(capsys, "import", path, sales)[0] == 1
    return path


def clients(capsys: pytest.CaptureFixture[str], book: Path) -> int:
    return int(answer(capsys, "check", book)["counts"]["client"])


def test_closing_leaves_a_backup(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "backups", filled)["backups"]
    assert found[0]["reason"] == "close"
    assert found[0]["clients"] == 2
    assert all(info["good"] for info in found)
    assert answer(capsys, "backup", filled)["made"] is False
    assert run(capsys, "undo", filled)[0] == 0
    assert answer(capsys, "backups", filled)["backups"][0]["clients"] == 0


def test_a_damaged_book_is_told_with_its_backups_and_restored(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(bytes(200) + whole[200:])
    told = answer(capsys, "check", filled, status=2)
    assert told["ok"] is False
    assert told["problems"] == ["header_wiped"]
    assert told["backups"]
    status, out, err = run(capsys, "check", filled)
    assert status == 2
    assert "overwritten" in err
    assert "restore BOOK" in err
    assert told["backups"][0]["name"] in out
    done = answer(capsys, "restore", filled)
    assert Path(done["damaged_file"]).read_bytes() == bytes(200) + whole[200:]
    assert clients(capsys, filled) == 2


def test_a_lost_book_comes_back(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled.unlink()
    assert answer(capsys, "restore", filled)["damaged_file"] is None
    assert clients(capsys, filled) == 2


def test_restoring_a_sound_book_can_be_undone(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = answer(capsys, "backups", filled)["backups"][0]["name"]
    assert run(capsys, "undo", filled)[0] == 0
    assert clients(capsys, filled) == 0
    assert run(capsys, "restore", filled, good)[0] == 0
    assert clients(capsys, filled) == 2
    assert run(capsys, "undo", filled)[1].strip() == "restore_backup"
    assert clients(capsys, filled) == 0


def test_a_backup_that_is_not_there(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "restore", filled, "2001-01-01T00-00-00Z-close.portfolio")
    assert status == 2
    assert "is not there" in err


def test_a_passphrase_on_wrong_changed_off(
    filled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTFOLIO_NEW_PASSPHRASE", "short")
    assert "at least" in run(capsys, "passphrase", filled)[2]
    monkeypatch.setenv("PORTFOLIO_NEW_PASSPHRASE", "le sel de la mer")
    assert answer(capsys, "passphrase", filled)["left"] == []
    assert not filled.read_bytes().startswith(b"SQLite")
    assert all(info["encrypted"] and info["good"] for info in answer(capsys, "backups", filled)["backups"])
    assert "protected by a passphrase" in run(capsys, "check", filled)[2]
    monkeypatch.setenv("PORTFOLIO_PASSPHRASE", "le sel de la terre")
    assert "does not open" in run(capsys, "check", filled)[2]
    monkeypatch.setenv("PORTFOLIO_PASSPHRASE", "le sel de la mer")
    assert clients(capsys, filled) == 2
    filled.write_bytes(b"")
    assert run(capsys, "restore", filled)[0] == 0
    assert clients(capsys, filled) == 2
    assert answer(capsys, "passphrase", filled, "--off")["protected"] is False
    monkeypatch.delenv("PORTFOLIO_PASSPHRASE")
    assert clients(capsys, filled) == 2
    assert not any(info["encrypted"] for info in answer(capsys, "backups", filled)["backups"])


def test_an_older_step_is_taken_back_and_what_was_edited_since_is_named(
    filled: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    more = tmp_path / "more.csv"
    more.write_text("Client;Ville\nGamma;Brest\n", encoding="utf-8")
    assert run(capsys, "import", filled, more)[0] == 0
    steps = answer(capsys, "history", filled)["steps"]
    imported = [step["id"] for step in steps if step["action"] == "import_files"]
    status, out, _ = run(capsys, "undo", filled, "--step", min(imported))
    assert (status, out.strip()) == (0, "take_back")
    assert clients(capsys, filled) == 1
    assert run(capsys, "undo", filled)[0] == 0
    assert clients(capsys, filled) == 3


def test_a_backup_put_back_by_hand_is_welcome(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Copying a backup over the book is what people do; nothing is wrong with it."""
    import shutil

    from portfolio_app.services import backups

    newest = backups.backups_for(filled)[0]
    filled.unlink()
    shutil.copyfile(newest.path, filled)
    assert clients(capsys, filled) == 2


@pytest.fixture
def namesake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A book whose namesake, another book with backups, was on a stick that is not plugged in."""
    stick, here = tmp_path / "stick" / "Clients.portfolio", tmp_path / "here" / "Clients.portfolio"
    for place, client in ((stick, "Foreign"), (here, "Mine")):
        place.parent.mkdir()
        book = books.new_book(place)
        create_client(book, {"name": client})
        if place is stick:
            books.close_book(book)
            place.unlink()
        else:
            book.close()  # no backup yet
    return here


def names(book: Path) -> list[str]:
    opened = books.open_book(book)
    try:
        with opened.read() as connection:
            return [row[0] for row in connection.exec_driver_sql("SELECT name FROM client")]
    finally:
        opened.close()


def test_another_books_backup_never_takes_the_place_of_a_sound_one(
    namesake: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (foreign,) = answer(capsys, "backups", namesake)["backups"]
    assert "stick" in foreign["source"]
    assert f"of {foreign['source']}" in run(capsys, "backups", namesake)[1]
    status, _, err = run(capsys, "restore", namesake)
    assert (status, names(namesake)) == (2, ["Mine"])
    assert "name one of them" in err


def test_another_books_backup_is_refused_also_when_named(
    namesake: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (foreign,) = answer(capsys, "backups", namesake)["backups"]
    assert run(capsys, "restore", namesake, foreign["name"])[0] == 2
    assert names(namesake) == ["Mine"]


def test_for_a_damaged_book_one_of_its_name_is_taken_only_when_named(
    namesake: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    namesake.write_bytes(b"spoilt")
    (foreign,) = answer(capsys, "backups", namesake)["backups"]
    status, _, err = run(capsys, "restore", namesake)
    assert (status, namesake.read_bytes()) == (2, b"spoilt")
    assert "name one of them" in err
    assert run(capsys, "restore", namesake, foreign["name"])[0] == 0
    assert names(namesake) == ["Foreign"]


def test_a_damaged_backup_that_is_named_is_told(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from portfolio_app.services import backups

    newest = backups.backups_for(filled)[0]
    newest.path.chmod(0o600)
    newest.path.write_bytes(b"spoilt")
    status, _, err = run(capsys, "restore", filled, newest.name)
    assert status == 2
    assert "not what the program wrote" in err
