"""The door of text files: whatever a CSV holds, it is read or refused with a sentence, in bounded memory and time."""

from __future__ import annotations

import os
import re
import resource
import threading
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import portfolio_app.exchange
from portfolio_app.errors import MappingError, SourceError
from portfolio_app.exchange import csv_dialect
from portfolio_app.exchange.fields import FIELDS
from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.rows import read_rows
from portfolio_app.exchange.tabular import Table, open_table
from tests.doors import hostile

MEGABYTE = 1024**2
GROWTH = 150 * 1024
"""Kilobytes that reading may add to the process."""


def grown(before: int) -> int:
    """Kilobytes the process has grown by."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before


def peak() -> int:
    """Kilobytes the process held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def one_line(path: Path) -> None:
    """A single line of 60 MB."""
    with path.open("wb") as file:
        file.write(b"Name,Note\n")
        for _ in range(60):
            file.write(b"a" * MEGABYTE)


def one_line_of_quotes(path: Path) -> None:
    """A quotation mark that is never closed, over 60 MB of lines."""
    with path.open("wb") as file:
        file.write(b'Name,Note\nx,"')
        for _ in range(60):
            file.write(b"never closed\n" * (MEGABYTE // 13))


def one_record(path: Path) -> None:
    """One record over 40 MB of lines, each of whose cells is short."""
    with path.open("wb") as file:
        file.write(b'Name,Note\nx,"')
        for _ in range(40):
            file.write(b'\n","' * (MEGABYTE // 4))


def million_columns(path: Path) -> None:
    """A million columns."""
    path.write_bytes(b"Name" + b",x" * 1_000_000 + b"\n" + b"a" + b",1" * 1_000_000 + b"\n")


def million_blanks(path: Path) -> None:
    """A million columns parted by blanks."""
    row = b"  ".join([b"1"] * 1_000_000)
    path.write_bytes(b"\n".join([b"Name  Amount  City", b"a  1  b", *[row] * 3, b""]))


def nul_bytes(path: Path) -> None:
    """NUL after many good lines."""
    path.write_bytes(b"Name,City\n" + b"Kerisac,Quimper\n" * 200_000 + b"a\x00b,c\n")


def nul_at_once(path: Path) -> None:
    """NUL in the first line."""
    path.write_bytes(b"Name,City\na\x00b,c\n")


def wide_nul(path: Path) -> None:
    """NUL in UTF-16."""
    path.write_bytes(("Name;City\n" + "a\x00b;c\n" * 10).encode("utf-16"))


BROKEN: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "a line of 60 MB": (one_line, {"bad_line"}),
    "an open quotation mark": (one_line_of_quotes, {"bad_line"}),
    "an endless record": (one_record, {"bad_line"}),
    "a million columns": (million_columns, {"bad_line"}),
    "a million blanks": (million_blanks, {"bad_line"}),
    "NUL late": (nul_bytes, {"not_text"}),
    "NUL at once": (nul_at_once, {"not_text"}),
    "NUL in UTF-16": (wide_nul, {"not_text"}),
}


def read_all(table: Table) -> int:
    """Go over every row, as an import does."""
    return sum(1 for _ in table.rows())


@pytest.mark.parametrize("name", BROKEN)
def test_a_hostile_text_ends_in_a_sentence(name: str, tmp_path: Path) -> None:
    make, codes = BROKEN[name]
    path = tmp_path / "hostile.csv"
    make(path)
    before = peak()
    with pytest.raises(SourceError) as caught:
        read_all(open_table(path))
    assert caught.value.code in codes
    assert "hostile.csv" in str(caught.value)
    assert len(str(caught.value)) < 600
    assert grown(before) < GROWTH


def test_large_rows_are_read_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(b"Name,Note\n")
        for number in range(25):
            file.write(b"client %d," % number + b"n" * 900_000 + b"\n")
    before = peak()
    table = open_table(path)
    mapping = guess_mapping(table)
    mapping.columns = {"Name": "client.name", "Note": "client.notes"}
    refused = [row.code for row in read_rows(table, mapping)]  # type: ignore[union-attr]
    assert refused == ["too_long"] * 25
    assert grown(before) < GROWTH


CHARACTERS = [
    "1", " ", "(", ".", ",", "a", "aA", "1 ", "1.", "a@", "a.", "\t", ";;", " | ", "'=", "\u00a0", "é", "-", "jan ",
]  # fmt: skip


ONE_OF_A_TYPE = sorted({field.type: name for name, field in FIELDS.items()}.values())


@pytest.mark.parametrize("name", ONE_OF_A_TYPE)
def test_no_long_cell_takes_long(name: str, tmp_path: Path) -> None:
    """Nothing grows with the square of a cell's length: the whole list passes in the blink of an eye."""
    path = tmp_path / "long.csv"
    cells = [(unit * 60_000)[:60_000] + "!" for unit in CHARACTERS]
    body = "".join(f'x,"{cell}",2026-01-01,1\n' for cell in cells)
    path.write_text(f"Client,Long,Day,Amount\n{body}", encoding="utf-8", newline="")
    columns = {"Long": name}
    for column, field in (("Client", "client.name"), ("Day", "sale.date"), ("Amount", "sale.amount")):
        if field != name:
            columns[column] = field
    done = threading.Event()
    seen: list[object] = []

    def read() -> None:
        table = open_table(path, delimiter=",", has_header=True)
        seen.extend(read_rows(table, Mapping(columns)))
        done.set()

    worker = threading.Thread(target=read, daemon=True)
    worker.start()
    assert done.wait(20), f"{name} is still being read"
    assert len(seen) == len(CHARACTERS)


def matchers() -> dict[str, re.Pattern[str]]:
    """Every pattern by which cells are judged whole."""
    found = {}
    for module in iter_modules(portfolio_app.exchange.__path__):
        names = vars(import_module(f"portfolio_app.exchange.{module.name}"))
        for name, value in names.items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found[f"{module.name}.{name}"] = value
    return found


@hostile.each("name", sorted(matchers()))
def test_no_pattern_explodes(name: str) -> None:
    pattern = matchers()[name]
    done = threading.Event()

    def match() -> None:
        for unit in CHARACTERS:
            for end in ("", "x", "\x00"):
                pattern.match((unit * 20_000)[:20_000] + end)
                pattern.fullmatch((unit * 20_000)[:20_000] + end)
        done.set()

    threading.Thread(target=match, daemon=True).start()
    assert done.wait(10)


@pytest.mark.parametrize(
    "encoding",
    ["punycode", "idna", "utf-7", "unicode_escape", "zlib", "rot13", "base64", "no such", "a\x00b", ""],
)
def test_no_odd_encoding_is_tried(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("Name,City\n" + "Kerisac,Quimper\n" * 50_000, encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        open_table(path, encoding=encoding)
    assert caught.value.code == "wrong_encoding"


class TestMappingFiles:
    """The file that says where columns go comes from somewhere else too."""

    @pytest.mark.parametrize(
        "content",
        [
            "[" * 100_000,
            '{"columns": ' * 50_000,
            '{"columns": {"a": ["client.name"]}}',
            '{"columns": {"a": {"b": 1}}}',
            '{"columns": {"a": 1e999}}',
            '{"columns": {"a": ' + "9" * 5_000 + "}}",
            '{"columns": {"a": "{path.__class__}"}}',
            '{"columns": {"{0}": "client.nam"}}',
            '{"columns": {"a": "client.name"}, "delimiter": "\\u0000\\u0001"}',
            '{"columns": {"a": "client.name"}, "encoding": "../../x"}',
            '{"columns": {"a": "client.name"}, "encoding": "punycode"}',
            '{"columns": {"a": "client.name"}, "encoding": "a\\u0000b"}',
            '{"columns": {"a": "client.name"}, "encoding": ["utf-8"]}',
            '{"columns": {"a": "client.name"}, "sheet": {"x": NaN}}',
            '{"columns": {"a": "client.name"}, "date_order": {"DMY": 1}}',
            '{"columns": {"a": "client.name"}, "has_header": "yes"}',
            "NaN",
            '"columns"',
            "\x00",
            "\ud800",
        ],
        ids=range(20),
    )
    def test_hostile_ones_end_in_a_sentence(self, content: str, tmp_path: Path) -> None:
        path = tmp_path / "map.json"
        path.write_bytes(content.encode("utf-8", "surrogatepass"))
        with pytest.raises(MappingError) as caught:
            Mapping.from_json(path)
        assert 0 < len(str(caught.value)) < 1_000

    def test_an_endless_one_is_not_read(self) -> None:
        with pytest.raises(MappingError):
            Mapping.from_json(Path("/dev/zero"))

    def test_names_of_columns_are_only_names(self, tmp_path: Path) -> None:
        path = tmp_path / "odd.csv"
        path.write_text('{path.__class__},%s,"a\'b;--"\nKerisac,Quimper,29000\n', encoding="utf-8")
        table = open_table(path)
        mapping = Mapping.from_json(
            {"columns": {"{path.__class__}": "client.name", "a'b;--": "client.postcode"}}
        )
        (row,) = read_rows(table, mapping)
        assert row.values == {"client.name": "Kerisac", "client.postcode": "29000"}  # type: ignore[union-attr]
        with pytest.raises(MappingError, match=re.escape("{missing!r:>9}")):
            Mapping({"{missing!r:>9}": "client.name"}).bind(table)


class TestWhatIsNoFile:
    """Names that lead to something else than a file."""

    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.csv")
        with pytest.raises(SourceError) as caught:
            open_table(tmp_path / "pipe.csv")
        assert caught.value.code == "not_text"

    @pytest.mark.parametrize("name", ["/dev/zero", "/dev/stdin", "/proc/self/mem"])
    def test_devices_are_no_tables(self, name: str) -> None:
        with pytest.raises(SourceError):
            open_table(Path(name))

    @pytest.mark.parametrize("name", ["a\x00b.csv", "x" * 5_000 + ".csv", "é" * 200 + ".csv", "\udcff.csv"])
    def test_impossible_names_are_missing_files(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(SourceError) as caught:
            open_table(tmp_path / name)
        assert caught.value.code == "missing"


def test_the_limits_are_wider_than_any_real_table() -> None:
    assert csv_dialect.MAX_COLUMNS >= 1_000
    assert csv_dialect.MAX_RECORD >= 10 * 100_000
