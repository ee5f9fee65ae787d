"""Backups on disk: how they are made, recognised, thinned out, and what an interruption leaves."""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.config import backups_dir
from portfolio_app.errors import BackupError
from portfolio_app.services import clients
from portfolio_app.storage import backup_labels, backups, driver, opening, thinning
from portfolio_app.storage.backup_labels import BackupInfo, in_folder, is_good
from portfolio_app.storage.book import Book
from portfolio_app.storage.thinning import obsolete
from tests.conftest import NOW

pytestmark = pytest.mark.usefixtures("quick_keys")


def raw(book: Book) -> Any:
    with book.read() as connection:
        return connection.connection.driver_connection


def make(book: Book, reason: str = "manual", at: datetime = NOW) -> BackupInfo | None:
    return backups.make(raw(book), book.path, reason, at, book.passphrase)


def change(book: Book, name: str = "Kerisac") -> None:
    clients.create_client(book, {"name": name})


def folder(book: Book) -> Path:
    return backups.folder_of(book.book_id())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


class TestMaking:
    def test_a_backup_is_the_book_with_a_label(self, sample_book: Book) -> None:
        info = make(sample_book)
        assert info is not None
        assert info.name == "2026-11-22T10-00-00Z-manual.portfolio"
        assert (info.clients, info.schema_version, info.is_encrypted) == (143, opening.SCHEMA_VERSION, False)
        assert info.change_number == sample_book.change_number()
        assert info.source == sample_book.path.resolve()
        assert in_folder(folder(sample_book)) == [info]
        assert is_good(info)
        copy = driver.connect_untouched(info.path)
        assert copy.execute("SELECT count(*) FROM sale").fetchone()[0] > 1000
        copy.close()

    def test_only_the_owner_may_read_and_nobody_write(self, book: Book) -> None:
        info = make(book)
        assert info is not None
        assert mode(info.path) == 0o400
        assert mode(info.path.with_suffix(".json")) == 0o600
        assert mode(info.path.parent) == 0o700
        assert mode(backups_dir()) == 0o700

    def test_the_label_tells_nothing_of_what_is_in_the_book(self, book: Book) -> None:
        change(book, "Secretname Ltd")
        info = make(book)
        assert info is not None
        text = info.path.with_suffix(".json").read_text()
        assert "Secretname" not in text
        assert set(json.loads(text)) == {
            "at", "size", "sha256", "clients", "change_number", "schema_version", "reason", "is_encrypted",
            "source", "book", "fingerprint",
        }  # fmt: skip

    def test_the_same_content_is_not_backed_up_twice(self, book: Book) -> None:
        assert make(book, "close") is not None
        assert make(book, "manual", NOW + timedelta(days=3)) is None
        change(book)
        assert make(book, "close", NOW + timedelta(days=3)) is not None

    def test_a_damaged_backup_does_not_stand_for_the_content(self, book: Book) -> None:
        first = make(book)
        assert first is not None
        damage(first.path, "bit flip")
        second = make(book)
        assert second is not None
        assert second.name == "2026-11-22T10-00-00Z-manual-2.portfolio"

    def test_copies_that_went_different_ways_are_told_apart(
        self, make_book: Callable[..., Book], tmp_path: Path
    ) -> None:
        """Two copies share the book's identity, and may count to the same number with different content."""
        first = make_book("first.portfolio")
        second = make_book("second.portfolio")
        change(first, "A")
        change(second, "B")
        assert first.change_number() == second.change_number()
        assert folder(first) == folder(second)
        assert make(first) is not None
        assert make(second) is not None

    def test_a_file_replaced_by_a_diverged_copy_is_backed_up(self, book: Book) -> None:
        change(book)
        info = make(book)
        assert info is not None
        with book.maintain() as connection:
            connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = seq + 5 WHERE name = 'client'")
            connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'journal_step'")
        assert book.change_number() == info.change_number
        assert make(book) is not None

    def test_a_name_that_is_taken_is_left_alone(self, book: Book) -> None:
        info = make(book)
        assert info is not None
        foreign = info.path.with_name("2026-11-22T10-00-00Z-manual-2.portfolio")
        foreign.write_bytes(b"another program's")
        alone = info.path.with_name("2026-11-22T10-00-00Z-manual-3.json")
        alone.write_text("{}")
        change(book)
        second = make(book)
        assert second is not None
        assert second.name == "2026-11-22T10-00-00Z-manual-4.portfolio"
        assert foreign.read_bytes() == b"another program's"
        assert not foreign.with_suffix(".json").exists()
        assert set(in_folder(info.path.parent)) == {info, second}

    def test_a_copy_that_appears_meanwhile_gets_no_label(
        self, book: Book, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        link = backups._link

        def late(temporary: Path, target: Path) -> None:
            if not target.stem.endswith("-2"):
                target.write_bytes(b"of somebody quicker")
            link(temporary, target)

        monkeypatch.setattr(backups, "_link", late)
        info = make(book)
        assert info is not None
        assert info.name.endswith("manual-2.portfolio")
        assert in_folder(info.path.parent) == [info]

    def test_an_identity_that_is_a_path_leads_nowhere(self, book: Book) -> None:
        with book.step("x") as step:
            step.connection.exec_driver_sql(
                "UPDATE setting SET value = '\"../../../outside\"' WHERE key = 'book_id'"
            )
        info = make(book)
        assert info is not None
        assert info.path.parent.parent == backups_dir()

    def test_an_encrypted_book_has_encrypted_backups(self, tmp_path: Path) -> None:
        book = opening.create_book(tmp_path / "locked.portfolio", clock=lambda: NOW, passphrase="un secret")
        change(book)
        info = make(book)
        assert info is not None
        assert info.is_encrypted
        assert info.clients == 1
        content = info.path.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        assert b"Kerisac" not in content
        assert backups.opens_with(info, "un secret")
        assert not backups.opens_with(info, "another")
        assert not backups.opens_with(info, None)
        book.close()

    def test_inside_a_step_there_is_nothing_to_back_up_yet(self, book: Book) -> None:
        connection = raw(book)
        with book.step("x"), pytest.raises(BackupError, match="a step is being written"):
            backups.make(connection, book.path, "manual", NOW)


class TestFailing:
    def test_a_folder_that_cannot_be_made(self, book: Book) -> None:
        backups_dir().parent.mkdir(parents=True)
        backups_dir().write_text("not a folder")
        with pytest.raises(BackupError) as caught:
            make(book)
        assert caught.value.code == "cannot_make"
        assert str(backups_dir()) in str(caught.value)

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
    def test_a_full_disk_leaves_the_older_backup_and_nothing_else(self, sample_book: Book) -> None:
        import resource

        good = make(sample_book)
        change(sample_book)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
        try:
            with pytest.raises(BackupError) as caught:
                make(sample_book)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert caught.value.code == "cannot_make"
        assert in_folder(folder(sample_book)) == [good]
        assert len(list(folder(sample_book).iterdir())) == 2
        change(sample_book, "the work goes on")

    def test_a_book_that_is_not_sound_is_not_backed_up(
        self, book: Book, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        good = make(book)
        change(book)
        monkeypatch.setattr(opening, "problems_of", lambda connection, key: ["Page 7: never used"])
        with pytest.raises(BackupError, match="Page 7"):
            make(book)
        assert in_folder(folder(book)) == [good]
        assert len(list(folder(book).iterdir())) == 2


class Killed(BaseException):
    """The process ended there."""


class Mortal:
    """Ends the process, as far as the files are concerned, at the Nth of the calls that change any."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, places: list[tuple[Any, str]], last: int) -> None:
        self.calls = 0
        self.last = last
        for module, name in places:
            monkeypatch.setattr(module, name, self.wrapped(getattr(module, name)))

    def wrapped(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.calls += 1
            if self.calls >= self.last:
                raise Killed
            return function(*arguments, **options)

        return call


def test_an_interruption_at_any_step_leaves_no_half_backup(book: Book) -> None:
    first = make(book)
    assert first is not None
    change(book)
    points = 0
    for last in range(1, 100):
        places = [
            (backups, "private_file"), (backups, "_copy"), (backups, "sync_file"), (backups, "_verified"),
            (backups, "file_hash"), (backups, "write_label"), (backups, "_link"), (backups, "sync_folder"),
            (backups, "delete"), (backup_labels, "delete"), (Path, "chmod"),
        ]  # fmt: skip
        with pytest.MonkeyPatch.context() as patch:
            mortal = Mortal(patch, places, last)
            try:
                made = make(book, "close", NOW + timedelta(seconds=last))
            except Killed:
                points += 1
                backups._pending.clear()  # another process comes
            else:
                break
        found = in_folder(folder(book))
        assert first in found
        assert all(is_good(info) for info in found)
        if len(found) > 1:  # the name was given already: it counts, and is not made again
            assert make(book, "close", NOW + timedelta(seconds=last)) is None
            backups.remove([info for info in found if info != first])
    assert points > 8
    assert made is not None
    assert mortal.calls < mortal.last
    assert {path.stem for path in folder(book).iterdir()} == {first.path.stem, made.path.stem}


class TestCleaning:
    def test_what_an_interruption_left_is_taken_away(self, book: Book) -> None:
        info = make(book)
        assert info is not None
        tag = backups._tag(book.path)
        left = [info.path.with_name(f"{tag}0123{end}") for end in (".part", ".part-journal")]
        orphan = info.path.with_name("2026-11-21T09-00-00Z-close.json")
        for path in left:
            path.write_bytes(b"half")
        orphan.write_text(info.path.with_suffix(".json").read_text())
        make(book)
        assert not any(path.exists() for path in (*left, orphan))
        assert is_good(info)

    def test_what_others_may_be_writing_is_left_for_a_day(self, book: Book) -> None:
        info = make(book)
        assert info is not None
        other = info.path.with_name(".abcdefabcdef-0123.part")
        other.write_bytes(b"of another copy of the book")
        make(book)
        assert other.exists()
        os.utime(other, (time.time() - 90_000,) * 2)
        make(book)
        assert not other.exists()

    def test_a_copy_without_a_label_is_never_offered_nor_hastily_deleted(self, book: Book) -> None:
        info = make(book)
        assert info is not None
        bare = info.path.with_name("2026-11-21T09-00-00Z-close.portfolio")
        bare.write_bytes(info.path.read_bytes())
        make(book)
        assert bare.exists()
        assert in_folder(folder(book)) == [info]
        os.utime(bare, (time.time() - 401 * 86_400,) * 2)
        make(book)
        assert not bare.exists()

    @pytest.mark.parametrize(
        "label", ["", "{}", "[]", "null", "[" * 5_000, '{"at": 3}', '{"at": "soon", "size": 1}']
    )
    def test_a_label_that_cannot_be_read_stops_nothing(self, book: Book, label: str) -> None:
        info = make(book)
        assert info is not None
        info.path.with_suffix(".json").write_text(label)
        assert in_folder(folder(book)) == []
        assert make(book) is not None

    def test_other_files_in_the_folder_stay(self, book: Book) -> None:
        info = make(book)
        assert info is not None
        for name in ("suppressed.json", "notes.txt", "my own.portfolio"):
            info.path.with_name(name).write_text("mine")
        make(book)
        assert len(list(folder(book).iterdir())) == 5


DAMAGES = ("bit flip", "late bit flip", "truncated", "longer", "zeroed", "a zeroed page", "emptied", "random")


def damage(path: Path, kind: str) -> None:
    """Spoil a file in one of several ways, past its being read-only."""
    path.chmod(0o600)
    content = bytearray(path.read_bytes())
    if kind == "bit flip":
        content[len(content) // 2] ^= 4
    elif kind == "late bit flip":
        content[-1] ^= 1
    elif kind == "truncated":
        del content[-4096:]
    elif kind == "longer":
        content += b"\0"
    elif kind == "zeroed":
        content[:] = bytes(len(content))
    elif kind == "a zeroed page":
        content[8192:12288] = bytes(4096) if any(content[8192:12288]) else b"\1" * 4096
    elif kind == "emptied":
        content.clear()
    else:
        content[:] = os.urandom(len(content))
    path.write_bytes(content)
    path.chmod(0o400)


@pytest.mark.parametrize("kind", DAMAGES)
def test_every_damage_shows(book: Book, kind: str) -> None:
    info = make(book)
    assert info is not None
    damage(info.path, kind)
    assert not is_good(info)


def test_every_single_bit_counts(book: Book) -> None:
    """Sixty bits spread over the file: SQLite's own check misses most of them."""
    info = make(book)
    assert info is not None
    whole = info.path.read_bytes()
    info.path.chmod(0o600)
    for number in range(60):
        place = (number * 7919 * 13) % len(whole)
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << (number % 8)
        info.path.write_bytes(spoilt)
        assert not is_good(info)
    info.path.write_bytes(whole)
    assert is_good(info)


@dataclass(frozen=True)
class Dated:
    """As much of a backup as thinning looks at."""

    name: str
    at: datetime
    change_number: int


def simulate(
    days: int, per_day: Callable[[date], list[datetime]]
) -> tuple[list[Dated], list[Dated], datetime]:
    """Back up as told, thinning after each; returns what is left, what was ever made, and when it ended."""
    left: list[Dated] = []
    made: list[Dated] = []
    now = NOW
    for day in range(days):
        for now in per_day(date(2026, 1, 5) + timedelta(days=day)):
            newest = Dated(f"{now:%Y-%m-%dT%H-%M-%SZ}", now, len(made))
            made.append(newest)
            left.append(newest)
            gone = obsolete(left, now, lambda info: True)
            assert newest not in gone
            left = [info for info in left if info not in gone]
    return left, made, now


def half_hours(day: date) -> list[datetime]:
    """Working days only, nine to six."""
    if day.weekday() >= 5:
        return []
    start = datetime(day.year, day.month, day.day, 8, 0, tzinfo=UTC)
    return [start + timedelta(minutes=30 * number) for number in range(19)]


class TestThinning:
    def test_a_year_of_half_hours(self) -> None:
        left, made, now = simulate(365, half_hours)
        assert len(made) == 261 * 19
        local = now.astimezone().date()
        ages = [(local - info.at.astimezone().date()).days for info in left]
        recent = [info for info, age in zip(left, ages, strict=True) if age < 2]
        older = thinning.newest_first(info for info, age in zip(left, ages, strict=True) if age >= 2)
        # The last day is a Monday: Sunday has nothing.
        assert len(recent) == 19
        assert len(older) == 12 + 10 + 9
        days = [info.at.date() for info in older]
        assert len(set(days[:12])) == 12
        assert len({day.isocalendar()[:2] for day in days[12:22]}) == 10
        assert len({(day.year, day.month) for day in days[22:]}) == 9
        # Always the last one of its day, and no hole of more than a month anywhere.
        assert all(info.at.hour == 17 for info in older)
        steps = [(a - b).days for a, b in pairwise(days)]
        assert max(steps[:11]) <= 3
        assert max(steps[11:21]) <= 8
        assert max(steps) <= 35
        assert 300 < max(ages) <= thinning.MAX_DAYS

    def test_whoever_works_rarely_keeps_more_than_a_year(self) -> None:
        left, _, now = simulate(730, lambda day: half_hours(day)[:1] if day.day in (1, 2, 3, 4) else [])
        ages = [(now - info.at).days for info in left]
        assert len(left) > 20
        assert 365 < max(ages) <= thinning.MAX_DAYS

    def test_the_newest_dozen_stays_though_years_old(self) -> None:
        left, made, _ = simulate(
            366 * 8, lambda day: half_hours(day)[:1] if day.day == day.month == 7 else []
        )
        assert left == made

    def test_one_session_with_the_clock_far_ahead_thins_nothing_out(self) -> None:
        left, _, now = simulate(360, half_hours)
        wrong = now + timedelta(days=3650)
        ahead = []
        for hour in (0, 1, 5):
            ahead.append(Dated(f"ahead {hour}", wrong + timedelta(hours=hour), 10_000 + hour))
            assert obsolete([*left, *ahead], ahead[-1].at, lambda info: True) == []
        assert obsolete([*left, *ahead], now, lambda info: True) == []

    def test_a_second_wrong_clock_is_not_believed_for_the_sake_of_the_first(self) -> None:
        left, _, now = simulate(60, half_hours)
        ahead = [Dated(f"{days}", now + timedelta(days=days), 10_000 + days) for days in (2_000, 4_000)]
        # Only the place of the one ahead is missing among the older ones.
        assert len(obsolete([*left, *ahead], ahead[-1].at, lambda info: True)) <= 1

    def test_whoever_comes_back_after_years_is_believed_after_a_month(self) -> None:
        old = [Dated(f"{n:03d}", NOW - timedelta(days=900 + n), -n) for n in range(40)]
        back = [Dated(f"back {n:02d}", NOW + timedelta(days=n), n + 1) for n in range(32)]
        assert not {info.name for info in obsolete([*old, *back[:31]], back[30].at, lambda info: True)} >= {
            info.name for info in old
        }
        gone = obsolete([*old, *back], back[31].at, lambda info: True)
        assert {info.name for info in old} <= {info.name for info in gone}

    def test_the_newest_stays_however_old(self) -> None:
        for days in (399, 900):
            old = [Dated(f"{n}", NOW - timedelta(days=days, minutes=n), 10 - n) for n in range(4)]
            assert old[0] not in obsolete(old, NOW, lambda info: True)
        old = [Dated(f"{n}", NOW - timedelta(days=399, minutes=n), 10 - n) for n in range(4)]
        assert obsolete(old, NOW, lambda info: True) == old[1:]

    def test_clocks_that_went_back_lose_nothing(self) -> None:
        ahead = Dated("ahead", NOW + timedelta(days=400), 1)
        now = Dated("now", NOW, 2)
        assert obsolete([ahead, now], NOW, lambda info: True) == []

    def test_nothing_goes_for_the_sake_of_a_damaged_one(self) -> None:
        day = NOW - timedelta(days=5)
        two = [Dated("early", day, 1), Dated("late", day + timedelta(hours=3), 2)]
        newest = Dated("newest", NOW, 3)
        assert obsolete([*two, newest], NOW, lambda info: True) == [two[0]]
        assert obsolete([*two, newest], NOW, lambda info: info.name != "late") == [two[1]]
        assert obsolete([*two, newest], NOW, lambda info: False) == []
        assert obsolete(two, NOW, lambda info: info.name != "late") == []

    def test_only_those_are_read_for_whose_sake_others_go(self) -> None:
        asked: list[str] = []

        def good(info: Dated) -> bool:
            asked.append(info.name)
            return True

        left, _, now = simulate(120, half_hours)
        obsolete(left, now, good)
        assert asked == []
        obsolete(left, now + timedelta(days=1), good)
        assert len(asked) <= 3

    def test_real_files(self, book: Book) -> None:
        for day in range(24):
            for hour in range(2):
                change(book, f"{day} {hour}")
                at = NOW + timedelta(days=day, hours=hour)
                assert make(book, "periodic", at) is not None
        found = in_folder(folder(book))
        assert all(is_good(info) for info in found)
        assert len(found) == 2 * 2 + 12 + 2
        assert found[0].clients == 48
        assert len(list(folder(book).iterdir())) == 2 * len(found)

    def test_copies_elsewhere_are_thinned_for_themselves(self, make_book: Callable[..., Book]) -> None:
        first, second = make_book("first.portfolio"), make_book("second.portfolio")
        kept = make(first, "close", NOW - timedelta(days=300))
        for day in range(3):
            change(second)
            make(second, "close", NOW + timedelta(days=day))
        assert kept in in_folder(folder(first))
