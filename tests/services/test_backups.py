"""Making, listing, comparing and restoring backups, as the window does it."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import stat
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from portfolio_app import files
from portfolio_app.config import backups_dir, state_dir
from portfolio_app.errors import (
    BackupError,
    BookInUseError,
    BookLockedError,
    BookTooNewError,
    BookUnreadableError,
    OperationCancelled,
    PortfolioError,
)
from portfolio_app.services import (
    backups,
    books,
    clients,
    history,
    interactions,
    passphrases,
    privacy_erase,
    sales,
    segments,
    settings,
)
from portfolio_app.services.backups import BackupInfo, Difference
from portfolio_app.services.privacy_people import Person
from portfolio_app.storage import backups as stored
from portfolio_app.storage import (
    journal,
    lost_file,
    opening,
    restore,
    seal,
    stopping,
    suppression,
    suppression_mirror,
)
from portfolio_app.storage.book import Book
from portfolio_app.storage.journal import JOURNALLED
from tests.conftest import NOW, TODAY, fixed_clock
from tests.dumps import dump, index_is_sound
from tests.storage.test_backups import DAMAGES, Killed, Mortal, damage

pytestmark = pytest.mark.usefixtures("quick_keys")

V1 = Path(__file__).parents[1] / "fixtures" / "books" / "v1.portfolio"
SECRET, OTHER = "un secret bien gardé", "un autre secret"


def made(book: Book, reason: str = "manual") -> BackupInfo:
    info = backups.make_backup(book, reason)
    assert info is not None
    return info


def spoil(book: Book) -> None:
    """A little of everything that can happen to a book after a backup."""
    client_ids = [row[0] for row in query(book, "SELECT id FROM client ORDER BY id LIMIT 12")]
    clients.delete_client(book, client_ids[0])
    clients.delete_clients(book, client_ids[1:3])
    clients.update_client(book, client_ids[3], {"name": "Renamed", "notes": "Quite new", "tags": ["x"]})
    created = clients.create_client(book, {"name": "Newcomer"}, {"full_name": "Zoé Neuve"})
    sales.add_sale(book, client_ids[4], {"date": "2026-11-20", "amount": "12.34"})
    (new,) = created.created["client"]
    sales.add_sale(book, new, {"date": "2026-11-20", "amount": "99"})
    interactions.log_touch(book, client_ids[5], {"kind": "call", "body": "A word about ninepins"})
    segments.set_cadence(book, "top", 3, 9)
    settings.set_currency(book, "CHF")
    contact = query(book, "SELECT contact_id FROM interaction WHERE contact_id IS NOT NULL LIMIT 1")
    if contact:
        clients.delete_contact(book, contact[0][0])
    execute(book, "DELETE FROM product WHERE id = (SELECT min(product_id) FROM sale)")


def query(book: Book, sql: str) -> list[Any]:
    with book.read() as connection:
        return list(connection.exec_driver_sql(sql).all())


def execute(book: Book, *statements: str) -> None:
    with book.step("x") as step:
        for statement in statements:
            step.connection.exec_driver_sql(statement)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def made_if_due(book: Book) -> BackupInfo | None:
    pending = backups.begin_if_due(book)
    return None if pending is None else pending.finish()


class TestMaking:
    def test_listed_newest_first(self, make_book: Callable[..., Book]) -> None:
        book = make_book()
        now = [NOW]
        book.clock = lambda: now[0]
        assert backups.list_backups(book) == []
        for number, reason in enumerate(("import", "erase", "close")):
            now[0] = NOW + timedelta(hours=number)
            clients.create_client(book, {"name": reason})
            made(book, reason)
        found = backups.list_backups(book)
        assert [(info.reason, info.clients) for info in found] == [("close", 3), ("erase", 2), ("import", 1)]
        assert backups.backups_for(book.path) == found
        assert backups.make_backup(book, "close") is None

    def test_periodic_ones_come_every_half_hour_while_something_changes(self, book: Book) -> None:
        now = [NOW]
        book.clock = lambda: now[0]
        first = made_if_due(book)
        assert first is not None
        assert first.reason == "periodic"
        now[0] += timedelta(hours=2)
        assert made_if_due(book) is None
        clients.create_client(book, {"name": "A"})
        assert made_if_due(book) is not None
        clients.create_client(book, {"name": "B"})
        now[0] += timedelta(minutes=29)
        assert made_if_due(book) is None
        now[0] += timedelta(minutes=1)
        assert made_if_due(book) is not None
        now[0] -= timedelta(days=40)  # the clock was set right
        clients.create_client(book, {"name": "C"})
        assert made_if_due(book) is not None

    def test_verifying_may_be_left_to_another_thread(self, sample_book: Book) -> None:
        pending = backups.begin_if_due(sample_book)
        assert pending is not None
        number = sample_book.change_number()
        assert backups.list_backups(sample_book) == []
        clients.create_client(sample_book, {"name": "work goes on"})
        other = made(sample_book, "import")  # sweeps the folder, and leaves what is being worked on
        with ThreadPoolExecutor(1) as pool:
            info = pool.submit(pending.finish).result()
        assert info is not None
        assert (info.reason, info.change_number) == ("periodic", number)
        assert backups.is_good(info)
        assert set(backups.list_backups(sample_book)) == {info, other}
        assert len(list(info.path.parent.iterdir())) == 4

    def test_stopped_nothing_is_left_behind(self, sample_book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(stopping, "_OPERATIONS_BETWEEN_ASKING", 500)
        for patience in (0, 1, 40):
            left = [patience]

            def stop(left: list[int] = left) -> bool:
                left[0] -= 1
                return left[0] < 0

            with pytest.raises(OperationCancelled):
                backups.make_backup(sample_book, "import", cancelled=stop)
            assert list(stored.folder_of(sample_book.book_id()).iterdir()) == []
        made(sample_book)

    def test_two_books_of_one_name_do_not_mix(self, tmp_path: Path) -> None:
        opened = []
        for place in ("one", "two"):
            (tmp_path / place).mkdir()
            opened.append(books.new_book(tmp_path / place / "Clients.portfolio", clock=fixed_clock))
            clients.create_client(opened[-1], {"name": place})
        first, second = opened
        of_first, of_second = made(first), made(second)
        assert of_first.path.parent != of_second.path.parent
        assert backups.list_backups(first) == [of_first]
        assert backups.backups_for(second.path) == [of_second]
        for book in opened:
            book.close()

    def test_a_book_that_was_moved_is_found_by_its_name(self, book: Book, tmp_path: Path) -> None:
        info = made(book)
        book.close()
        (tmp_path / "elsewhere").mkdir()
        moved = tmp_path / "elsewhere" / book.path.name
        copied = tmp_path / "elsewhere" / "Other.portfolio"
        assert backups.backups_for(moved) == []  # the other book of that name is still in its place
        book.path.rename(moved)
        assert backups.backups_for(moved) == [info]
        assert backups.backups_for(copied) == []

    def test_work_goes_on_without_backups(self, book: Book) -> None:
        backups_dir().parent.mkdir(parents=True)
        backups_dir().write_text("in the way")
        clients.create_client(book, {"name": "A"})
        error = backups.try_backup(book, "import")
        assert error is not None
        assert error.code == "cannot_make"
        books.close_book(book)
        again = books.open_book(book.path, fixed_clock)
        assert query(again, "SELECT name FROM client") == [("A",)]
        again.close()

    def test_closing_backs_up_once(self, book: Book) -> None:
        clients.create_client(book, {"name": "A"})
        books.close_book(book)
        (info,) = backups.backups_for(book.path)
        assert info.reason == "close"
        books.close_book(books.open_book(book.path, fixed_clock))
        assert backups.backups_for(book.path) == [info]

    def test_deleting_takes_both_files(self, book: Book) -> None:
        info = made(book)
        assert backups.delete_backups([info]) == 1
        assert list(info.path.parent.iterdir()) == []


class TestDamaged:
    @pytest.mark.parametrize("kind", DAMAGES)
    def test_never_offered_and_never_restored(self, sample_book: Book, kind: str) -> None:
        older = made(sample_book)
        clients.create_client(sample_book, {"name": "A"})
        sample_book.clock = lambda: NOW + timedelta(minutes=1)
        newer = made(sample_book)
        before = dump(sample_book)
        damage(newer.path, kind)
        assert not backups.is_good(newer)
        assert backups.newest_good(backups.backups_for(sample_book.path)) == older
        for use in (backups.differences, backups.restore):
            with pytest.raises(BackupError) as caught:
                use(sample_book, newer)
            assert caught.value.code == "not_good"
            assert newer.name in str(caught.value)
        assert dump(sample_book) == before
        sample_book.close()
        kept = digest(sample_book.path)
        with pytest.raises(BackupError, match="not what the program wrote"):
            backups.restore_file(sample_book.path, newer)
        assert digest(sample_book.path) == kept

    def test_gone(self, book: Book) -> None:
        info = made(book)
        backups.delete_backups([info])
        with pytest.raises(BackupError) as caught:
            backups.restore(book, info)
        assert caught.value.code == "missing"
        assert backups.newest_good([info]) is None


class TestRestoring:
    def test_parents_come_before_children_in_the_list_of_tables(self, book: Book) -> None:
        for place, table in enumerate(JOURNALLED):
            parents = {row[2] for row in query(book, f"PRAGMA foreign_key_list({table})")}
            assert parents <= set(JOURNALLED[:place])

    def test_equals_the_source_and_is_undone_to_the_last_bit(self, sample_book: Book) -> None:
        source = dump(sample_book)
        info = made(sample_book)
        spoil(sample_book)
        spoilt = dump(sample_book)
        assert spoilt != source
        changes = backups.restore(sample_book, info)
        assert changes.touches("client", "sale", "segment", "setting")
        assert dump(sample_book) == source
        assert index_is_sound(sample_book)
        assert backups.is_good(info)
        assert history.steps(sample_book)[0].label == "restore_backup"
        assert history.steps(sample_book)[0].params == {"name": info.name, "at": info.at.isoformat()}
        history.undo(sample_book)
        assert dump(sample_book) == spoilt
        assert index_is_sound(sample_book)
        history.redo(sample_book)
        assert dump(sample_book) == source

    def test_is_undone_after_a_restart(self, sample_book: Book) -> None:
        info = made(sample_book)
        spoil(sample_book)
        spoilt = dump(sample_book)
        backups.restore(sample_book, info)
        books.close_book(sample_book)
        again = books.open_book(sample_book.path, fixed_clock)
        history.undo(again)
        assert dump(again) == spoilt
        again.close()

    def test_what_was_there_is_backed_up_first(self, sample_book: Book) -> None:
        info = made(sample_book)
        spoil(sample_book)
        count = query(sample_book, "SELECT count(*) FROM client")[0][0]
        backups.restore(sample_book, info)
        found = next(one for one in backups.list_backups(sample_book) if one.reason == "restore")
        assert found.clients == count

    def test_the_backup_itself_is_not_thinned_out_on_the_way(self, book: Book) -> None:
        day = NOW - timedelta(days=30)
        infos = []
        for minute in range(3):
            book.clock = lambda minute=minute: day + timedelta(minutes=minute)  # type: ignore[misc]
            clients.create_client(book, {"name": f"{minute}"})
            infos.append(made(book))
        book.clock = fixed_clock
        clients.create_client(book, {"name": "now"})
        backups.restore(book, infos[0])
        assert query(book, "SELECT name FROM client") == [("0",)]
        assert infos[1] not in backups.list_backups(book)

    def test_a_restore_of_the_same_content_is_no_step(self, sample_book: Book) -> None:
        info = made(sample_book)
        number = sample_book.change_number()
        assert backups.restore(sample_book, info).kinds == frozenset()
        assert sample_book.change_number() == number
        assert backups.differences(sample_book, info) == {}

    def test_differences_are_what_restoring_does(self, sample_book: Book) -> None:
        info = made(sample_book)
        assert backups.differences(sample_book, info) == {}
        client_id = query(sample_book, "SELECT client_id FROM contact LIMIT 1")[0][0]
        gone = {
            table: query(sample_book, f"SELECT count(*) FROM {table} WHERE client_id = {client_id}")[0][0]
            for table in ("contact", "interaction", "sale", "follow_up", "deal", "survey_answer", "key_date")
        }
        clients.delete_client(sample_book, client_id)
        clients.create_client(sample_book, {"name": "A"})
        clients.create_client(sample_book, {"name": "B"})
        others = query(sample_book, "SELECT min(id), max(id) - 2 FROM client")[0]
        for other in others:
            clients.update_client(sample_book, other, {"city": "Ys"})
        segments.set_cadence(sample_book, "top", 3, 9)
        found = backups.differences(sample_book, info)
        expected = {table: Difference(added=count) for table, count in gone.items() if count}
        assert found == {
            **expected,
            "client": Difference(added=1, removed=2, changed=2),
            "segment": Difference(changed=1),
        }
        changes = backups.restore(sample_book, info)
        assert {kind: len(changes.ids[kind] or ()) for kind in changes.kinds} == {
            kind: one.added + one.removed + one.changed for kind, one in found.items()
        }

    def test_values_that_must_be_unique_may_change_places(self, book: Book) -> None:
        source = dump(book)
        info = made(book)
        execute(
            book,
            "UPDATE segment SET code = 'x' WHERE id = 1",
            "UPDATE segment SET code = (SELECT code FROM segment WHERE id = 2) || '' WHERE id = 3 AND 0",
            "UPDATE segment SET code = 'y' WHERE id = 2",
            f"UPDATE segment SET code = '{source['segment'][1][1]}' WHERE id = 1",
            f"UPDATE segment SET code = '{source['segment'][0][1]}' WHERE id = 2",
        )
        swapped = dump(book)
        backups.restore(book, info)
        assert dump(book) == source
        history.undo(book)
        assert dump(book) == swapped

    def test_consents_come_back(self, book: Book) -> None:
        clients.create_client(book, {"name": "A"}, {"full_name": "Zoé"})
        consent = (
            'INSERT INTO consent(client_id, contact_id, channel, state, "on", created_at) '
            "VALUES (1, 1, '{}', 'granted', '2026-01-01', '2026-01-01T00:00:00Z')"
        )
        execute(book, consent.format("email"), consent.format("phone"))
        source = dump(book)
        info = made(book)
        execute(
            book,
            "UPDATE consent SET channel = 'post' WHERE id = 1",
            "UPDATE consent SET channel = 'email' WHERE id = 2",
        )
        backups.restore(book, info)
        assert dump(book) == source
        clients.delete_client(book, 1)
        backups.restore(book, info)
        assert dump(book) == source

    def test_the_suppression_list_is_only_added_to(self, book: Book) -> None:
        with book.step("x") as step:
            suppression.add(step.connection, "email", "old@example.org", "objected", TODAY)
        info = made(book)
        with book.step("x") as step:
            suppression.remove(step.connection, "email", "old@example.org")
            suppression.add(step.connection, "email", "new@example.org", "objected", TODAY)
        key = query(book, "SELECT value FROM setting WHERE key = 'suppression_key'")
        assert backups.differences(book, info) == {"suppression": Difference(added=1)}
        backups.restore(book, info)
        with book.read() as connection:
            known = suppression.load(connection)
        assert known.reason("email", "old@example.org") == "objected"
        assert known.reason("email", "new@example.org") == "objected"
        assert query(book, "SELECT value FROM setting WHERE key = 'suppression_key'") == key

    def test_a_secret_made_since_is_not_lost(self, book: Book) -> None:
        info = made(book)
        with book.step("x") as step:
            suppression.add(step.connection, "phone", "02 98 44 10 20", "erased", TODAY)
        settings.set_currency(book, "CHF")
        backups.restore(book, info)
        with book.read() as connection:
            assert suppression.load(connection).reason("phone", "0298441020") == "erased"
        assert settings.get_setting(book, "currency") == "EUR"

    def test_the_secret_of_another_copy_comes_along(self, make_book: Callable[..., Book]) -> None:
        first, second = make_book("first.portfolio"), make_book("second.portfolio")
        for book, address in ((first, "one@example.org"), (second, "two@example.org")):
            with book.step("x") as step:
                suppression.add(step.connection, "email", address, "objected", TODAY)
        info = made(second)
        backups.restore(first, info)
        with first.read() as connection:
            known = suppression.load(connection)
        assert known.reason("email", "one@example.org") == "objected"
        assert known.reason("email", "two@example.org") == "objected"

    def test_the_backup_of_another_book_is_refused(self, book: Book, tmp_path: Path) -> None:
        other = books.new_book(tmp_path / "other.portfolio", clock=fixed_clock)
        clients.create_client(other, {"name": "Theirs"})
        info = made(other)
        other.close()
        clients.create_client(book, {"name": "Mine"})
        identity = book.book_id()
        for use in (backups.differences, backups.restore):
            with pytest.raises(BackupError) as caught:
                use(book, info)
            assert caught.value.code == "of_another_book"
        assert book.book_id() == identity
        assert query(book, "SELECT name FROM client") == [("Mine",)]
        assert backups.list_backups(book) == []

    def test_large_books_go_block_by_block(self, sample_book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(restore, "_BLOCK", 7)
        source = dump(sample_book)
        info = made(sample_book)
        spoil(sample_book)
        spoilt = dump(sample_book)
        seen: list[tuple[int, int]] = []
        backups.restore(sample_book, info, progress=lambda done, total: seen.append((done, total)))
        assert dump(sample_book) == source
        assert seen[-1][0] <= seen[-1][1]
        assert [done for done, _ in seen] == list(range(1, len(seen) + 1))
        history.undo(sample_book)
        assert dump(sample_book) == spoilt

    def test_stopped_halfway_nothing_happened(
        self, sample_book: Book, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(restore, "_BLOCK", 50)
        info = made(sample_book)
        spoil(sample_book)
        spoilt, number = dump(sample_book), sample_book.change_number()
        for patience in (0, 3, 25):
            asked = [0]

            def impatient(asked: list[int] = asked, patience: int = patience) -> bool:
                asked[0] += 1
                return asked[0] > patience

            with pytest.raises(OperationCancelled):
                backups.restore(sample_book, info, cancelled=impatient)
            with pytest.raises(OperationCancelled):
                backups.differences(sample_book, info, cancelled=impatient)
        assert (dump(sample_book), sample_book.change_number()) == (spoilt, number)
        backups.restore(sample_book, info)

    def test_stopped_in_the_middle_of_a_statement(
        self, sample_book: Book, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Wherever the yes falls, in the comparison, in the journal or in the search index: nothing is left."""
        monkeypatch.setattr(stopping, "_OPERATIONS_BETWEEN_ASKING", 500)
        info = made(sample_book)
        spoil(sample_book)
        spoilt = dump(sample_book)
        made(sample_book)
        asked = [0]

        def count() -> bool:
            asked[0] += 1
            return False

        backups.restore(sample_book, info, cancelled=count)
        history.undo(sample_book)
        made(sample_book)
        number = sample_book.change_number()
        files = sorted(info.path.parent.iterdir())
        for share in (0.05, 0.3, 0.6, 0.8, 0.97):
            left = [round(asked[0] * share)]

            def stop(left: list[int] = left) -> bool:
                left[0] -= 1
                return left[0] < 0

            with pytest.raises(OperationCancelled):
                backups.restore(sample_book, info, cancelled=stop)
            assert (dump(sample_book), sample_book.change_number()) == (spoilt, number)
        assert sorted(info.path.parent.iterdir()) == files
        with pytest.raises(OperationCancelled):
            backups.differences(sample_book, info, cancelled=lambda: True)

    def test_random_histories(self, sample_book: Book) -> None:
        """Back and forth between states, whatever lies between them."""
        dice = random.Random(7)
        states = [(made(sample_book), dump(sample_book))]
        for _ in range(4):
            ids = [row[0] for row in query(sample_book, "SELECT id FROM client")]
            for client_id in dice.sample(ids, 4):
                clients.update_client(sample_book, client_id, {"city": f"C{dice.random()}"})
            clients.delete_clients(sample_book, dice.sample(ids, 5))
            clients.create_client(sample_book, {"name": f"N{dice.random()}"}, {"full_name": "P"})
            states.append((made(sample_book), dump(sample_book)))
        for _ in range(7):
            info, expected = dice.choice(states)
            backups.restore(sample_book, info)
            assert dump(sample_book) == expected
        assert index_is_sound(sample_book)

    def test_rows_that_do_not_fit_change_nothing(
        self, sample_book: Book, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        info = made(sample_book)
        spoil(sample_book)
        before = dump(sample_book)

        def refuse(comparison: object) -> None:
            raise IntegrityError("INSERT", (), Exception("FOREIGN KEY constraint failed"))

        monkeypatch.setattr(restore._Comparison, "apply", refuse)
        with pytest.raises(BackupError) as caught:
            backups.restore(sample_book, info)
        assert caught.value.code == "cannot_restore"
        assert dump(sample_book) == before

    def test_a_backup_of_a_newer_program_is_refused(self, book: Book) -> None:
        info = made(book)
        label = info.path.with_suffix(".json")
        label.write_text(label.read_text().replace('"schema_version": ', '"schema_version": 9'))
        (newer,) = backups.list_backups(book)
        with pytest.raises(BookTooNewError):
            backups.restore(book, newer)


class TestOlderFormats:
    @pytest.fixture
    def old(self, tmp_path: Path) -> Path:
        path = tmp_path / "old.portfolio"
        shutil.copy(V1, path)
        path.chmod(0o600)
        return path

    def test_a_backup_of_the_first_format_is_restored_today(self, old: Path) -> None:
        book = books.open_book(old, fixed_clock)
        (info,) = backups.list_backups(book)
        assert (info.reason, info.schema_version) == ("migration", 1)
        source = dump(book)
        kept = digest(info.path)
        assert backups.differences(book, info) == {}
        ids = [row[0] for row in query(book, "SELECT id FROM client")]
        clients.delete_clients(book, ids[:3])
        clients.update_client(book, ids[3], {"notes": ""})
        spoilt = dump(book)
        assert backups.differences(book, info)["client"] == Difference(added=3, changed=1)
        backups.restore(book, info)
        assert dump(book) == source
        assert index_is_sound(book)
        history.undo(book)
        assert dump(book) == spoilt
        assert digest(info.path) == kept
        assert [path for path in info.path.parent.iterdir() if path.suffix == ".part"] == []
        book.close()

    def test_a_failed_upgrade_tried_again_rotates_nothing_out(
        self, old: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = digest(old)
        now = [NOW]

        def fail(*arguments: Any, **options: Any) -> None:
            raise RuntimeError("no")

        monkeypatch.setattr("portfolio_app.storage.migrations.upgrade", fail)
        for day in range(5):
            now[0] = NOW + timedelta(days=day)
            with pytest.raises(BookUnreadableError, match="left as it was"):
                books.open_book(old, lambda: now[0])
            (info,) = backups.backups_for(old)
            assert info.at == NOW
            assert backups.is_good(info)
        assert digest(old) == before

    def test_put_in_the_place_of_a_lost_file(self, old: Path) -> None:
        book = books.open_book(old, fixed_clock)
        source = dump(book)
        book.close()
        (info,) = backups.backups_for(old)
        old.unlink()
        assert backups.restore_file(old, info) is None
        book = books.open_book(old, fixed_clock)
        assert dump(book) == source
        book.close()


def spoil_file(path: Path, kind: str) -> None:
    if kind == "missing":
        path.unlink()
    elif kind == "emptied":
        path.write_bytes(b"")
    elif kind == "header wiped":
        path.write_bytes(bytes(100) + path.read_bytes()[100:])
    else:
        damage(path, kind)
        path.chmod(0o600)


class TestLostFiles:
    @pytest.mark.parametrize(
        "kind", ["missing", "emptied", "header wiped", "truncated", "zeroed", "random", "bit flip"]
    )
    def test_the_damaged_file_is_kept_aside_whole(self, sample_book: Book, kind: str) -> None:
        source, path = dump(sample_book), sample_book.path
        info = made(sample_book)
        sample_book.close()
        spoil_file(path, kind)
        damaged = None if kind == "missing" else digest(path)
        aside = backups.restore_file(path, info, now=NOW)
        if damaged is None:
            assert aside is None
        else:
            assert aside == path.with_name(f"sample (damaged {NOW.astimezone():%Y-%m-%d %H.%M}).portfolio")
            assert digest(aside) == damaged
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        again = books.open_book(path, fixed_clock)
        assert dump(again) == source
        clients.create_client(again, {"name": "work goes on"})
        again.close()
        assert [file for file in path.parent.iterdir() if file.suffix == ".part"] == []

    def test_a_journal_goes_with_the_file_it_belongs_to(self, sample_book: Book) -> None:
        source, path = dump(sample_book), sample_book.path
        info = made(sample_book)
        sample_book.close()
        spoil_file(path, "header wiped")
        path.with_name(f"{path.name}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\1" * 5000)
        aside = backups.restore_file(path, info)
        assert aside is not None
        assert aside.with_name(f"{aside.name}-journal").stat().st_size == 5008
        assert not path.with_name(f"{path.name}-journal").exists()
        again = books.open_book(path, fixed_clock)
        assert dump(again) == source
        again.close()

    def test_a_journal_left_without_its_file_goes_aside_too(self, book: Book) -> None:
        info = made(book)
        book.close()
        book.path.unlink()
        left = book.path.with_name(f"{book.path.name}-journal")
        left.write_bytes(b"\1" * 600)
        assert backups.restore_file(book.path, info, now=NOW) is None
        assert not left.exists()
        assert len(list(book.path.parent.glob("book (damaged *-journal"))) == 1
        books.open_book(book.path, fixed_clock).close()

    def test_what_is_aside_is_never_overwritten(self, book: Book) -> None:
        info = made(book)
        book.close()
        kept = []
        for number in range(3):
            book.path.write_bytes(b"spoilt %d" % number)
            aside = backups.restore_file(book.path, info, now=NOW)
            assert aside is not None
            kept.append(aside)
        assert [path.read_bytes() for path in kept] == [b"spoilt 0", b"spoilt 1", b"spoilt 2"]

    def test_numbers_count_on_so_that_none_means_two_contents(self, book: Book) -> None:
        old = made(book)
        for name in "ABC":
            clients.create_client(book, {"name": name})
        made(book)
        clients.create_client(book, {"name": "after the last backup"})
        number = book.change_number()
        book.close()
        spoil_file(book.path, "header wiped")
        backups.restore_file(book.path, old)
        assert seal.seal_of(book.path) is None
        again = books.open_book(book.path, fixed_clock)
        assert again.change_number() > number
        assert backups.make_backup(again, "close") is not None
        again.close()

    def test_an_open_book_is_not_replaced(self, book: Book) -> None:
        info = made(book)
        with pytest.raises(BookInUseError):
            backups.restore_file(book.path, info)
        clients.create_client(book, {"name": "still locked"})
        with pytest.raises(BookInUseError):
            books.open_book(book.path)

    def test_no_folder_any_more(self, book: Book, tmp_path: Path) -> None:
        info = made(book)
        book.close()
        for path in (tmp_path / "gone" / "book.portfolio", tmp_path):
            with pytest.raises(BackupError) as caught:
                backups.restore_file(path, info)
            assert caught.value.code == "cannot_restore"
            assert str(path) in str(caught.value)

    def test_a_failure_puts_everything_back(self, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
        info = made(book)
        book.close()
        book.path.write_bytes(b"spoilt")
        journal_file = book.path.with_name(f"{book.path.name}-journal")
        journal_file.write_bytes(b"of it")
        before = {path: path.read_bytes() for path in book.path.parent.iterdir() if path.is_file()}

        def full(copy: Path, path: Path) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(lost_file, "_name_whole", full)
        with pytest.raises(BackupError, match="No space left"):
            backups.restore_file(book.path, info)
        assert {path: path.read_bytes() for path in book.path.parent.iterdir() if path.is_file()} == before

    def test_copies_that_an_interruption_left_go_after_a_day(self, book: Book) -> None:
        info = made(book)
        book.close()
        fresh, old = (files.temporary_beside(book.path) for _ in range(2))
        other = book.path.with_name(".download.part")
        for path in (fresh, old, other):
            path.write_bytes(b"half")
        for path in (old, other):
            os.utime(path, (time.time() - 90_000,) * 2)
        backups.restore_file(book.path, info)
        assert [path.exists() for path in (fresh, old, other)] == [True, False, True]

    def test_an_interruption_at_any_step_leaves_a_good_copy(self, sample_book: Book) -> None:
        source, path = dump(sample_book), sample_book.path
        info = made(sample_book)
        sample_book.close()
        spoilt = b"spoilt" * 1000
        points = 0
        for last in range(1, 100):
            path.write_bytes(spoilt)
            places = [
                (lost_file.files, "sync_file"), (lost_file.files, "sync_folder"), (lost_file.os, "rename"),
                (lost_file.os, "link"), (stored, "private_file"), (stored, "discard"), (shutil, "copyfile"),
                (lost_file.opening, "problems_of"), (journal, "bump_change_number"), (seal, "forget"),
            ]  # fmt: skip
            with pytest.MonkeyPatch.context() as patch:
                Mortal(patch, places, last)
                try:
                    backups.restore_file(path, info, now=NOW)
                except Killed:
                    points += 1
                else:
                    break
            assert backups.is_good(info)
            assert spoilt in [file.read_bytes() for file in path.parent.iterdir() if file.is_file()]
            if path.exists() and path.read_bytes() != spoilt:
                book = books.open_book(path, fixed_clock)
                assert dump(book) == source
                book.close()
            for file in path.parent.glob("sample*"):
                file.unlink()
        assert points > 8
        assert path.read_bytes() != spoilt

    def test_the_list_beside_the_backups_is_merged_in(
        self, book: Book, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whoever asked to be forgotten after the backup is told to the file that takes the book's place."""

        info = made(book)
        with book.step("x") as step:
            suppression.add(step.connection, "email", "gone@example.org", "erased", TODAY)
        with book.read() as connection:
            suppression_mirror.write_mirror(connection, book.book_id(), None)
        book.close()
        book.path.unlink()
        backups.restore_file(book.path, info)
        again = books.open_book(book.path, fixed_clock)
        with again.read() as connection:
            assert suppression.load(connection).reason("email", "gone@example.org") == "erased"
        again.close()
        assert not any("part" in path.name for path in (state_dir() / "seals").iterdir())
        assert len(list((state_dir() / "seals").iterdir())) == 1


class TestPassphrase:
    @pytest.fixture
    def locked(self, tmp_path: Path) -> Any:
        book = opening.create_book(tmp_path / "locked.portfolio", clock=fixed_clock, passphrase=SECRET)
        clients.create_client(book, {"name": "Kerisac"}, {"full_name": "Zoé"})
        yield book
        book.close()

    def test_restore_and_undo(self, locked: Book) -> None:
        source = dump(locked)
        info = made(locked)
        clients.delete_client(locked, 1)
        emptied = dump(locked)
        assert backups.differences(locked, info)["client"] == Difference(added=1)
        backups.restore(locked, info)
        assert dump(locked) == source
        history.undo(locked)
        assert dump(locked) == emptied

    def test_a_lost_file_needs_the_passphrase(self, locked: Book) -> None:
        source = dump(locked)
        info = made(locked)
        locked.close()
        locked.path.write_bytes(b"spoilt")
        for passphrase, code in ((None, "passphrase_needed"), ("wrong one", "wrong_passphrase")):
            with pytest.raises(BookLockedError) as caught:
                backups.restore_file(locked.path, info, passphrase=passphrase)
            assert caught.value.code == code
            assert locked.path.read_bytes() == b"spoilt"
        backups.restore_file(locked.path, info, passphrase=SECRET)
        again = books.open_book(locked.path, fixed_clock, passphrase=SECRET)
        assert dump(again) == source
        assert b"Kerisac" not in again.path.read_bytes()
        again.close()

    def test_every_backup_follows_the_passphrase(self, book: Book) -> None:
        for name in "AB":
            clients.create_client(book, {"name": name})
            made(book)
        source = dump(book)
        before = backups.list_backups(book)
        for old, new in ((None, SECRET), (SECRET, OTHER), (OTHER, None)):
            assert backups.convert_all(book, old, new) == (2, [])
            found = backups.list_backups(book)
            assert [(i.clients, i.at, i.reason, i.change_number, i.fingerprint) for i in found] == [
                (i.clients, i.at, i.reason, i.change_number, i.fingerprint) for i in before
            ]
            assert all(info.is_encrypted == (new is not None) for info in found)
            assert all(backups.is_good(info) and stored.opens_with(info, new) for info in found)
            assert len(list(found[0].path.parent.iterdir())) == 4
            assert {stat.S_IMODE(info.path.stat().st_mode) for info in found} == {0o400}
        clients.delete_client(book, 1)
        backups.restore(book, backups.list_backups(book)[0])
        assert dump(book) == source
        assert index_is_sound(book)

    def test_one_that_cannot_be_converted_is_named_and_left(self, book: Book) -> None:
        infos = []
        for name in "AB":
            clients.create_client(book, {"name": name})
            infos.append(made(book))
        damage(infos[0].path, "bit flip")
        assert backups.convert_all(book, None, SECRET) == (1, [infos[0].name])
        assert infos[0].path.exists()

    def test_an_interrupted_conversion_goes_on(self, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
        infos = []
        for name in "AB":
            clients.create_client(book, {"name": name})
            infos.append(made(book))
        with pytest.MonkeyPatch.context() as patch:
            Mortal(patch, [(stored, "remove")], 1)
            with pytest.raises(Killed):
                backups.convert_all(book, None, SECRET)
        assert len(backups.list_backups(book)) == 3
        assert backups.convert_all(book, None, SECRET)[1] == []
        found = backups.list_backups(book)
        assert [info.clients for info in found] == [2, 1]
        assert all(info.is_encrypted for info in found)

    def test_stopped_halfway_the_rest_is_named(self, book: Book) -> None:
        for name in "AB":
            clients.create_client(book, {"name": name})
            made(book)
        seen: list[tuple[int, int]] = []
        converted, left = backups.convert_all(
            book, None, SECRET, progress=lambda *done: seen.append(done), cancelled=lambda: bool(seen)
        )
        assert (converted, len(left), seen) == (1, 1, [(1, 2)])

    def test_a_backup_from_before_the_passphrase_still_serves(self, book: Book) -> None:
        clients.create_client(book, {"name": "Plain"})
        info = made(book)
        book.set_passphrase(SECRET)
        clients.update_client(book, 1, {"name": "Since"})
        backups.restore(book, info)
        assert query(book, "SELECT name FROM client") == [("Plain",)]
        assert info in backups.list_backups(book)

    def test_a_backup_of_another_passphrase_asks_for_it(self, locked: Book) -> None:
        info = made(locked)
        locked.set_passphrase(None)
        clients.update_client(locked, 1, {"name": "Since"})
        with pytest.raises(BookLockedError) as caught:
            backups.restore(locked, info)
        assert caught.value.code == "passphrase_needed"
        with pytest.raises(BookLockedError, match="does not open"):
            backups.restore(locked, info, passphrase=OTHER)
        backups.restore(locked, info, passphrase=SECRET)
        assert query(locked, "SELECT name FROM client") == [("Kerisac",)]

    def test_copies_of_the_book_keep_their_own_protection(self, make_book: Callable[..., Book]) -> None:
        """Backups of all copies share a folder; each belongs to one of them."""
        first, second, gone = (make_book(f"{name}.portfolio") for name in ("first", "second", "gone"))
        for book in (first, second, gone):
            clients.create_client(book, {"name": book.path.stem})
            made(book)
        gone.close()
        gone.path.unlink()
        second.set_passphrase(OTHER)
        clients.create_client(second, {"name": "since"})
        protected = made(second)  # and the one from before follows

        def protection() -> dict[str, set[bool]]:
            found: dict[str, set[bool]] = {}
            for info in backups.list_backups(first):
                found.setdefault(info.source.stem, set()).add(info.is_encrypted)
            return found

        assert protection() == {"first": {False}, "second": {True}, "gone": {False}}
        assert passphrases.set_passphrase(first, None, SECRET).left == []
        assert protection() == {"first": {True}, "second": {True}, "gone": {True}}
        assert stored.opens_with(protected, OTHER)
        assert passphrases.set_passphrase(first, SECRET, None).left == []
        assert protection() == {"first": {False}, "second": {True}, "gone": {True}}

    def test_a_book_without_passphrase_keeps_its_backups_when_a_copy_gets_one(
        self, make_book: Callable[..., Book]
    ) -> None:
        first, second = make_book("first.portfolio"), make_book("second.portfolio")
        info = made(second)
        passphrases.set_passphrase(first, None, SECRET)
        assert info in backups.backups_for(second.path)
        assert backups.is_good(info)

    @pytest.mark.parametrize("occasion", ["closing", "working"])
    def test_what_an_interruption_left_readable_is_encrypted_next_time(
        self, book: Book, monkeypatch: pytest.MonkeyPatch, occasion: str
    ) -> None:
        for name in "ABC":
            clients.create_client(book, {"name": f"Kerisac {name}"})
            made(book)
        with monkeypatch.context() as patch:
            Mortal(patch, [(stored, "convert")], 2)
            with pytest.raises(Killed):
                passphrases.set_passphrase(book, None, SECRET)
        book.close()
        assert {info.is_encrypted for info in backups.backups_for(book.path)} == {True, False}
        again = books.open_book(book.path, fixed_clock, passphrase=SECRET)
        if occasion == "closing":
            books.close_book(again)
        else:
            backups.begin_if_due(again)
        found = backups.backups_for(book.path)
        assert sorted({info.clients for info in found}) == [1, 2, 3]
        assert all(info.is_encrypted and backups.is_good(info) for info in found)
        assert not any(b"Kerisac" in path.read_bytes() for path in found[0].path.parent.iterdir())
        again.close()

    def test_one_that_stays_readable_keeps_nobody_from_working(
        self, book: Book, caplog: pytest.LogCaptureFixture
    ) -> None:
        info = made(book)
        damage(info.path, "bit flip")
        book.set_passphrase(SECRET)
        clients.create_client(book, {"name": "A"})
        assert made(book).is_encrypted
        assert info.name in caplog.text

    @pytest.mark.parametrize("change", [(None, SECRET), (SECRET, OTHER), (SECRET, None)])
    def test_a_copy_begun_before_never_becomes_a_backup(
        self, make_book: Callable[..., Book], change: tuple[str | None, str | None]
    ) -> None:
        book = make_book()
        old, new = change
        if old is not None:
            book.set_passphrase(old)
        clients.create_client(book, {"name": "Kerisac"})
        pending = backups.begin_if_due(book)
        assert pending is not None
        passphrases.set_passphrase(book, old, new)
        before = backups.list_backups(book)
        assert pending.finish() is None
        assert backups.list_backups(book) == before
        assert all(stored.opens_with(info, new) for info in before)
        assert not any(path.suffix == ".part" for path in pending.folder.iterdir())

    def test_a_copy_begun_before_an_erasure_does_not_come_after_it(self, book: Book) -> None:
        clients.create_client(book, {"name": "Kerisac", "kind": "person"})
        pending = backups.begin_if_due(book)
        assert pending is not None
        receipt = privacy_erase.erase_person(book, Person("client", 1))
        privacy_erase.delete_backups_holding(book, receipt)
        assert pending.finish() is None
        assert [info.clients for info in backups.list_backups(book)] == [0]


def test_every_reason_has_a_place_in_the_name(book: Book) -> None:
    for number, reason in enumerate(backups.REASONS):
        clients.create_client(book, {"name": reason})
        book.clock = lambda number=number: datetime(2026, 11, 22, 10, number, tzinfo=UTC)  # type: ignore[misc]
        assert made(book, reason).name == f"2026-11-22T10-{number:02d}-00Z-{reason}.portfolio"
    assert len(backups.list_backups(book)) == len(backups.REASONS)


def test_every_failure_is_a_full_sentence(book: Book, tmp_path: Path) -> None:
    info = made(book)
    book.close()
    with pytest.raises(PortfolioError) as caught:
        backups.restore_file(tmp_path / "nowhere" / "x.portfolio", info)
    assert str(caught.value).endswith(".")
    assert os.strerror(2) in str(caught.value)
