"""A book written as JSON and made again from it: the same records, or nothing at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import ExportError, OperationCancelled, SourceError
from portfolio_app.services import book_copy, clients, history, privacy_lists
from portfolio_app.services.privacy_erase import erase_person
from portfolio_app.services.privacy_people import Person
from portfolio_app.storage.book import Book
from tests.conftest import fixed_clock
from tests.dumps import SEARCH, dump, index_is_sound


def records(book: Book) -> dict[str, Any]:
    """All rows of all tables a copy holds, and of the search index, but for who the book is."""
    found: dict[str, Any] = dump(book)
    with book.read() as connection:
        for table in book_copy.TABLES:
            found[table] = [
                tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id")
            ]
        found["numbers"] = {
            row[0]: row[1]
            for row in connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
            if row[0] in book_copy.TABLES
        }
    found["setting"] = [row for row in found["setting"] if row[1] != "book_id"]
    for table in SEARCH:
        found[table] = sorted(found[table])
    return found


def copied(book: Book, folder: Path) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(book_copy.write_copy(book, folder / "copy").read_text("utf-8"))
    return answer


def written(folder: Path, content: object, name: str = "changed.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_a_book_made_of_a_copy_is_the_same(
    sample_book: Book, book: Book, tmp_path: Path, make_book: Callable[..., Book]
) -> None:
    with sample_book.maintain() as connection:
        connection.exec_driver_sql(
            "INSERT INTO quality_score(\"on\", score, clients) VALUES ('2026-11-22', 80, 143)"
        )
        connection.exec_driver_sql(
            "INSERT INTO import_shape(shape, how, used_at) VALUES ('x', '{\"é\": 1}', '2026-11-22T10:00:00Z')"
        )
    changes = clients.create_client(
        sample_book,
        {"name": "  =1+1 “Élan” 😀\u2028\\", "notes": "a\nb\t\x7f", "acquisition_cost": "0.000001"},
    )
    clients.delete_client(sample_book, 143)
    before, own = records(sample_book), book.book_id()
    path = book_copy.write_copy(sample_book, tmp_path / "copy")
    assert path.name == "copy.json"
    assert path.read_bytes().startswith(b'{"portfolio_copy":')

    filled = book_copy.read_copy(book, path)

    assert records(book) == before
    assert filled.touches("client", "sale", "setting")
    assert book.book_id() == own
    assert index_is_sound(book)
    made = book_copy.new_book_from_copy(path, tmp_path / "other", fixed_clock)
    assert records(made) == before
    assert made.book_id() not in (own, sample_book.book_id())
    assert made.history() == []
    again = book_copy.write_copy(made, tmp_path / "again.json")
    made.close()
    ours, theirs = json.loads(path.read_bytes()), json.loads(again.read_bytes())
    assert ours["tables"]["client"] == theirs["tables"]["client"]
    assert changes.step_id not in (0, None)


def test_taking_a_copy_in_is_one_step_to_undo(sample_book: Book, book: Book, tmp_path: Path) -> None:
    before = dump(book)
    book_copy.read_copy(book, book_copy.write_copy(sample_book, tmp_path / "c.json"))
    after = dump(book)
    history.undo(book)
    assert dump(book) == before
    history.redo(book)
    assert dump(book) == after


def test_the_numbers_of_deleted_records_are_not_given_again(book: Book, tmp_path: Path) -> None:
    for name in ("A", "B"):
        clients.create_client(book, {"name": name})
    clients.delete_client(book, 2)
    made = book_copy.new_book_from_copy(book_copy.write_copy(book, tmp_path / "c.json"), tmp_path / "n")
    created = clients.create_client(made, {"name": "C"}).created["client"]
    made.close()
    assert created == {3}


def test_the_layout_of_a_copy_does_not_matter(sample_book: Book, book: Book, tmp_path: Path) -> None:
    content = copied(sample_book, tmp_path)
    pretty = written(tmp_path, json.dumps(content, indent=3, ensure_ascii=True))
    book_copy.read_copy(book, pretty)
    assert records(book) == records(sample_book)


def test_a_copy_is_only_taken_into_an_empty_book(sample_book: Book, book: Book, tmp_path: Path) -> None:
    path = book_copy.write_copy(book, tmp_path / "c.json")
    before = dump(sample_book)
    with pytest.raises(SourceError) as refused:
        book_copy.read_copy(sample_book, path)
    assert refused.value.code == "copy_not_empty"
    assert dump(sample_book) == before


def test_an_erased_person_does_not_come_back_with_an_older_copy(book: Book, tmp_path: Path) -> None:
    clients.create_client(book, {"name": "Anne Le Goff", "kind": "person", "email": "anne@exemple.fr"})
    clients.create_client(book, {"name": "Kerisac"})
    path = book_copy.write_copy(book, tmp_path / "c.json")
    erase_person(book, Person("client", 1))
    made = book_copy.new_book_from_copy(path, tmp_path / "n", fixed_clock)
    with made.read() as connection:
        names = connection.exec_driver_sql("SELECT name FROM client").scalars().all()
    made.close()
    assert "Anne Le Goff" not in names
    assert "Kerisac" in names


HOSTILE_LISTS: tuple[tuple[Any, Any], ...] = (
    (5, []), ([5], "zzz"), (["zz"], {"rows": 1}), ({"a": 1}, {"marks": {"a": 1}}), (1e300, 7),
    (["ab" * 10_000], {"rows": [[1], ["client", "x", 2], ["client", 2**70, ""], ["client", True, ""]]}),
    ("x", {"rows": [["sqlite_master", 1, ""], ["x' --", 1, ""], ["client", -1, None]]}),
    ([], {"rows": [["client", 1, "2026"]] * 1_000, "marks": ["é" * 5_000, 7, None]}),
)  # fmt: skip
"""What may stand where a book's secret and its list of the erased belong."""


def test_a_stranger_s_list_of_the_erased_breaks_no_book(
    book: Book, tmp_path: Path, make_book: Callable[..., Book]
) -> None:
    """Neither what is looked up in it afterwards, nor who is erased or refuses then, nor the way back."""
    clients.create_client(book, {"name": "Anne", "kind": "person"}, {"full_name": "Anne", "email": "a@x.fr"})
    privacy_lists.suppress(book, "email", "a@x.fr")
    content = copied(book, tmp_path)
    del content["checksum"]
    content["book_id"] = "a stranger's"
    known = {"id": 900, "kind": "email", "hash": "\u2028" * 1000, "reason": "erased", "on": "2026-01-01"}
    listed = content["tables"]["suppression"]
    listed["rows"].append([known[column] for column in listed["columns"]])
    settings = content["tables"]["setting"]
    names = settings["columns"]
    own = [row for row in settings["rows"] if row[names.index("key")] != "suppression_key"]
    other = make_book("other.portfolio")
    empty = dump(other)
    for key, erased in HOSTILE_LISTS:
        put_in = {"suppression_key": key, "erased_persons": erased, "never_heard_of": key, "x' --": erased}
        settings["rows"] = own + [
            [{"id": number, "key": name, "value": json.dumps(value)}[column] for column in names]
            for number, (name, value) in enumerate(put_in.items(), 900)
        ]
        book_copy.read_copy(other, written(tmp_path, content))
        other.mirror_suppressions()
        values = {"full_name": "Luc", "email": "l@x.fr"}
        clients.create_client(other, {"name": "Luc", "kind": "person"}, values)
        privacy_lists.suppress(other, "email", "l@x.fr")
        assert privacy_lists.is_suppressed(other, "email", "l@x.fr")
        for _ in range(3):
            history.undo(other)
        assert dump(other) == empty


def client_cell(content: dict[str, Any], column: str, value: object) -> None:
    table = content["tables"]["client"]
    table["rows"][0][table["columns"].index(column)] = value


def damage(kind: str, content: dict[str, Any]) -> None:
    """Harm a copy in one way; the checksum is left out so that the harm itself is met."""
    del content["checksum"]
    tables = content["tables"]
    if kind == "unknown table":
        tables["sqlite_master"] = {"columns": ["id"], "rows": []}
    elif kind == "unknown column":
        tables["client"]["columns"][1] = 'name") SELECT 1; --'
    elif kind == "same column twice":
        tables["client"]["columns"][1] = "id"
    elif kind == "short row":
        tables["client"]["rows"][0].pop()
    elif kind == "same number twice":
        tables["client"]["rows"].append(tables["client"]["rows"][0])
    elif kind == "reference to nothing":
        client_cell(content, "id", 999_999)
    elif kind == "no column list":
        tables["client"]["columns"] = "id"
    elif kind == "a newer book":
        content["format"] = 99
    elif kind == "a newer copy":
        content["portfolio_copy"] = 2
    elif kind == "no head":
        del content["rows"]
    else:
        column, _, value = kind.partition(" = ")
        client_cell(content, column, json.loads(value))


DAMAGES = (
    "unknown table", "unknown column", "same column twice", "short row", "same number twice", "reference to nothing",
    "no column list", "a newer book", "a newer copy", "no head", 'created_at = "yesterday"', "name = null",
    'name = ""', "name = 7", 'kind = "alien"', "id = 99999999999999999999", "id = -1", 'birth_date = "2026-13-01"',
    'birth_date = "2026-W01-1"', 'created_at = "2026-01-01"', 'created_at = "0001-01-01T00:00:00+14:00"',
    "acquisition_cost = 1.5", "acquisition_cost = true", 'notes = {"base64": "?"}', 'notes = "\\ud800"', "tags = []",
)  # fmt: skip


@pytest.fixture
def small(book: Book, tmp_path: Path) -> dict[str, Any]:
    """A copy of a book with one client and its contact."""
    clients.create_client(book, {"name": "Kerisac"}, {"full_name": "Anne"})
    return copied(book, tmp_path)


def test_a_damaged_copy_is_refused_whole(
    small: dict[str, Any], tmp_path: Path, make_book: Callable[..., Book]
) -> None:
    other = make_book("other.portfolio")
    before = dump(other)
    for kind in DAMAGES:
        content = json.loads(json.dumps(small))
        damage(kind, content)
        path = written(tmp_path, content)
        with pytest.raises(SourceError) as refused:
            book_copy.read_copy(other, path)
        assert str(path) in str(refused.value), kind
        assert dump(other) == before, kind
    with pytest.raises(SourceError):
        book_copy.new_book_from_copy(path, tmp_path / "never")
    assert not (tmp_path / "never.portfolio").exists()


def test_a_copy_edited_on_purpose_is_taken_without_its_checksum(
    small: dict[str, Any], tmp_path: Path, make_book: Callable[..., Book]
) -> None:
    client_cell(small, "name", "Kerisac & fils")
    other = make_book("other.portfolio")
    with pytest.raises(SourceError) as refused:
        book_copy.read_copy(other, written(tmp_path, small))
    assert refused.value.code == "copy_altered"
    del small["checksum"]
    book_copy.read_copy(other, written(tmp_path, small))
    with other.read() as connection:
        assert connection.exec_driver_sql("SELECT name FROM client").scalars().all() == ["Kerisac & fils"]


def test_a_copy_cut_anywhere_is_refused(small: dict[str, Any], tmp_path: Path, book: Book) -> None:
    text = (tmp_path / "copy.json").read_text("utf-8")
    clients.delete_client(book, 1)
    before = dump(book)
    for length in [*range(0, len(text) - 2, 311), len(text) - 3]:
        with pytest.raises(SourceError):
            book_copy.read_copy(book, written(tmp_path, text[:length]))
    assert dump(book) == before


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"a":1}', "x" * 1000, '{"portfolio_copy":' + "[" * 100_000, '{"portfolio_copy":"' + "9" * 9_000,
     '{"portfolio_copy":' + "9" * 9_000, '{"portfolio_copy":1,"format":5,"tables":{}}', "\x00\x01"],
)  # fmt: skip
def test_what_is_no_copy_is_refused(text: str, tmp_path: Path, book: Book) -> None:
    with pytest.raises(SourceError):
        book_copy.read_copy(book, written(tmp_path, text))


def test_a_file_that_is_not_there_a_folder_and_another_name(book: Book, tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        book_copy.read_copy(book, tmp_path / "nowhere.json")
    with pytest.raises(SourceError):
        book_copy.read_copy(book, tmp_path)
    with pytest.raises(SourceError):
        book_copy.read_copy(book, book.path)
    with pytest.raises(ExportError):
        book_copy.write_copy(book, tmp_path / "copy.txt")


def test_stopped_half_way_nothing_is_written(sample_book: Book, book: Book, tmp_path: Path) -> None:
    path = book_copy.write_copy(sample_book, tmp_path / "c.json")
    calls = iter([False, False, True])
    before = dump(book)
    told: list[tuple[int, int]] = []
    with pytest.raises(OperationCancelled):
        book_copy.read_copy(
            book, path, cancelled=lambda: next(calls), progress=lambda *done: told.append(done)
        )
    assert dump(book) == before
    assert told[0][1] > 7_000
    with pytest.raises(OperationCancelled):
        book_copy.write_copy(sample_book, tmp_path / "d.json", cancelled=lambda: True)
    assert not (tmp_path / "d.json").exists()


def test_what_json_cannot_say_is_kept(book: Book, tmp_path: Path, make_book: Callable[..., Book]) -> None:
    """A book of a stranger may hold bytes where a text belongs: written whole, though not taken for a record."""
    with book.step("odd") as step:
        step.connection.exec_driver_sql(
            "INSERT INTO setting(key, value) VALUES ('odd', 9e999), ('blob', x'00ff')"
        )
    rows = {row[1]: row[2] for row in copied(book, tmp_path)["tables"]["setting"]["rows"]}
    assert rows["odd"] == {"real": "inf"}
    assert rows["blob"] == {"base64": "AP8="}
