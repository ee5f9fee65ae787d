"""A whole book as one JSON file, written and read row by row, whatever its size.

    {"portfolio_copy": 1, "format": 5, …, "rows": {"client": 120, …}, "next_ids": {"client": 131, …},
     "tables": {"client": {"columns": ["id", "name", …], "rows": [[1, "Kerisac", …], …]}, …},
     "checksum": "…"}

The head comes first, `portfolio_copy` before all. Values are as the book stores them: money in millionths of the
currency, quantities in thousandths, days and instants (UTC) as ISO texts. What JSON cannot say is an object:
`{"base64": "…"}` for bytes, `{"real": "inf"}` for an endless number. `checksum` is the SHA-256 of all rows; a copy
that somebody edited on purpose is read when it is left out. The layout does not matter.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from portfolio_app import files
from portfolio_app.errors import SourceError

SUFFIX = ".json"
VERSION = 1
_CHUNK = 1 << 18
_MAX_VALUE = 1 << 26
"""A row longer than this, in characters, is nothing a book holds."""
_LONGEST_WORD = 16
"""No mark, escape or word of JSON is longer."""
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().raw_decode

Row = Sequence[Any]


@dataclass(frozen=True)
class CopyHead:
    """What a copy says about itself. `format` is the book's, `rows` how many there are by table, `next_ids` the
    highest number ever given there, so that none is given twice."""

    format: int
    program: str
    made_at: str
    book_id: str
    currency: str
    rows: dict[str, int] = field(default_factory=dict)
    next_ids: dict[str, int] = field(default_factory=dict)


def write_copy(
    stream: IO[str], head: CopyHead, tables: Iterable[tuple[str, Sequence[str], Iterable[Row]]]
) -> None:
    """Write the copy to a text stream, one row a line. `tables`: name, columns, rows. Raises `OSError`."""
    digest = hashlib.sha256()
    stream.write(f'{{"portfolio_copy":{VERSION}')
    for key, value in vars(head).items():
        stream.write(f',\n"{key}":{_encode(value)}')
    stream.write(',\n"tables":{')
    for number, (name, columns, rows) in enumerate(tables):
        stream.write(
            f'{"," if number else ""}\n{_encode(name)}:{{"columns":{_encode(list(columns))},"rows":['
        )
        _start(digest, name, columns)
        mark = "\n"
        for row in rows:
            line = _line(row)
            digest.update(line.encode("utf-8"))
            stream.write(mark + line)
            mark = ",\n"
        stream.write("\n]}")
    stream.write(f'\n}},\n"checksum":"{digest.hexdigest()}"}}\n')


def _start(digest: Any, name: str, columns: Sequence[str]) -> None:
    digest.update(_encode([name, *columns]).encode("utf-8"))


def _line(row: Row) -> str:
    try:
        return _encode(list(row))
    except (TypeError, ValueError):
        return _encode([_plain(value) for value in row])


def _plain(value: Any) -> Any:
    if isinstance(value, (bytes, memoryview)):
        return {"base64": base64.b64encode(bytes(value)).decode("ascii")}
    if isinstance(value, float) and not math.isfinite(value):
        return {"real": repr(value)}
    return value


def _stored(value: Any) -> Any:
    """The value that stood in the book. Raises `ValueError`."""
    if isinstance(value, dict):
        if set(value) == {"base64"}:
            return base64.b64decode(value["base64"], validate=True)
        if set(value) == {"real"}:
            return float(value["real"])
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise ValueError


@contextlib.contextmanager
def open_copy(path: Path) -> Iterator[CopyReader]:
    """The copy in that file, its head read. Raises `SourceError`."""
    if files.is_held(path):
        raise SourceError("open_book", path=str(path))
    if not path.exists():
        raise SourceError("missing", path=str(path))
    if not path.is_file():
        raise SourceError("is_a_folder" if path.is_dir() else "not_a_copy", path=str(path))
    reader: CopyReader | None = None
    try:
        with path.open(encoding="utf-8-sig") as stream:
            reader = CopyReader(path, stream)
            yield reader
    except UnicodeDecodeError as error:
        if reader is None:
            raise SourceError("not_a_copy", path=str(path)) from error
        raise SourceError("copy_altered", path=str(path), where="UTF-8") from error
    except PermissionError as error:
        raise SourceError("no_permission", path=str(path)) from error


class CopyReader:
    """A copy being read: `head`, then `tables` once, from the first to the last."""

    def __init__(self, path: Path, stream: IO[str]) -> None:
        self._path = path
        self._scan = _Scanner(path, stream)
        self._digest = hashlib.sha256()
        self._counts: dict[str, int] = {}
        self.head = self._read_head()

    def _error(self, code: str, **params: Any) -> SourceError:
        return SourceError(code, path=str(self._path), **params)

    def _read_head(self) -> CopyHead:
        """All up to the tables."""
        told: dict[str, Any] = {}
        try:
            self._scan.expect("{")
            while (key := self._scan.key()) != "tables":
                if not told and key != "portfolio_copy":
                    raise self._error("not_a_copy")
                told[key] = self._scan.value()
                self._scan.expect(",")
        except SourceError as error:
            # Cut short or not, what does not even begin as a copy is none.
            raise error if told else self._error("not_a_copy") from error
        if not isinstance(told.get("portfolio_copy"), int):
            raise self._error("not_a_copy")
        if told["portfolio_copy"] > VERSION:
            raise self._error("copy_too_new", found=told.get("format", "?"))
        return self._checked_head(told)

    def _checked_head(self, told: dict[str, Any]) -> CopyHead:
        texts = {name: told.get(name) for name in ("program", "made_at", "book_id", "currency")}
        counts = {name: told.get(name) for name in ("rows", "next_ids")}
        is_sound = (
            type(told.get("format")) is int
            and all(isinstance(text, str) for text in texts.values())
            and all(
                isinstance(table, dict) and all(type(n) is int and n >= 0 for n in table.values())
                for table in counts.values()
            )
        )
        if not is_sound:
            raise self._error("copy_altered", where="head")
        return CopyHead(format=told["format"], **texts, **counts)  # type: ignore[arg-type]

    def tables(self) -> Iterator[tuple[str, list[str], Iterator[list[Any]]]]:
        """Name, columns and rows of each table; its rows must be taken before the next is asked for.

        After the last, the end of the file is checked: all rows are there and as they were written.
        Raises `SourceError`.
        """
        self._scan.expect("{")
        while self._scan.peek() != "}":
            if self._counts:
                self._scan.expect(",")
            yield self._table()
        self._scan.expect("}")
        self._check_end()

    def _table(self) -> tuple[str, list[str], Iterator[list[Any]]]:
        name = self._scan.key()
        self._scan.expect("{")
        if name in self._counts or self._scan.key() != "columns":
            raise self._error("copy_altered", where=name[:40])
        columns = self._scan.value()
        is_list = isinstance(columns, list) and all(isinstance(column, str) for column in columns)
        if not is_list or len(set(columns)) != len(columns):
            raise self._error("copy_altered", where=name[:40])
        self._scan.expect(",")
        if self._scan.key() != "rows":
            raise self._error("copy_altered", where=name[:40])
        self._scan.expect("[")
        self._counts[name] = 0
        _start(self._digest, name, columns)
        return name, columns, self._rows(name, len(columns))

    def _rows(self, name: str, width: int) -> Iterator[list[Any]]:
        while self._scan.peek() != "]":
            if self._counts[name]:
                self._scan.expect(",")
            row = self._scan.value()
            self._counts[name] += 1
            try:
                if not isinstance(row, list) or len(row) != width:
                    raise ValueError
                self._digest.update(_encode(row).encode("utf-8"))
                yield [_stored(value) for value in row]
            except (ValueError, TypeError) as error:
                raise self._error("copy_altered", where=f"{name[:40]}, {self._counts[name]}") from error
        self._scan.expect("]")
        self._scan.expect("}")

    def _check_end(self) -> None:
        checksum = None
        while self._scan.peek() == ",":
            self._scan.expect(",")
            key, value = self._scan.key(), self._scan.value()
            checksum = value if key == "checksum" else checksum
        self._scan.expect("}")
        if self._scan.peek():
            raise self._error("copy_altered", where="…")
        told = {name: count for name, count in self.head.rows.items() if count}
        if checksum is None:
            return
        if told != {name: count for name, count in self._counts.items() if count}:
            raise self._error("copy_altered", where="rows")
        if checksum != self._digest.hexdigest():
            raise self._error("copy_altered", where="checksum")


class _Scanner:
    """JSON taken piece by piece from a stream."""

    def __init__(self, path: Path, stream: IO[str]) -> None:
        self._path = path
        self._stream = stream
        self._text = ""
        self._at = 0

    def _more(self) -> bool:
        # Twice as much each time: what is long is not read over and over.
        chunk = self._stream.read(max(_CHUNK, len(self._text) - self._at))
        self._text = self._text[self._at :] + chunk
        self._at = 0
        return bool(chunk)

    def peek(self) -> str:
        """The next character that is no blank, "" at the end."""
        while True:
            while self._at < len(self._text):
                char = self._text[self._at]
                if char not in " \t\r\n":
                    return char
                self._at += 1
            if not self._more():
                return ""

    def expect(self, mark: str) -> None:
        """Step over that mark. Raises `SourceError` when something else stands there."""
        found = self.peek()
        if found != mark:
            raise self._cut() if not found else self._altered()
        self._at += 1

    def key(self) -> str:
        """A name and the colon after it. Raises `SourceError`."""
        name = self.value()
        if not isinstance(name, str):
            raise self._altered()
        self.expect(":")
        return name

    def value(self) -> Any:
        """The next value, whole. Raises `SourceError`."""
        if not self.peek():
            raise self._cut()
        while True:
            try:
                found, end = _decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._is_begun(error) or len(self._text) - self._at > _MAX_VALUE:
                    raise self._altered() from error
                if not self._more():
                    raise self._cut() from error
                continue
            except (ValueError, RecursionError) as error:  # a number or a nesting that nobody writes
                raise self._altered() from error
            # A number may go on in what was not read yet.
            if end == len(self._text) and self._more():
                continue
            self._at = end
            return found

    def _is_begun(self, error: json.JSONDecodeError) -> bool:
        """Whether a value that cannot be read may only lack its end."""
        return error.msg.startswith("Unterminated") or error.pos > len(self._text) - _LONGEST_WORD

    def _cut(self) -> SourceError:
        return SourceError("copy_cut_short", path=str(self._path))

    def _altered(self) -> SourceError:
        around = " ".join(self._text[self._at : self._at + 40].split())
        return SourceError("copy_altered", path=str(self._path), where=around)
