"""A book that is not what the program left: refused with a reason, untouched, and a good backup at hand."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from portfolio_app.errors import BookDamagedError, BookError, BookWriteError
from portfolio_app.services import backups, clients
from portfolio_app.services.books import Book, open_book
from tests.faults import state
from tests.faults.harness import Context, Row, Stage
from tests.faults.workload import NOW

PAGE = 4096
Damage = Callable[[bytearray], object]


def damaged(context: Context) -> list[Row]:
    """Each kind of damage, one row per kind."""
    stage, _ = context.stage("closing")
    rows = [_row(stage, kind, how, list(ways)) for kind, how, ways in _kinds(context, stage)]
    locked, _ = context.stage("protected")
    flips = list(_flips(context.random, locked.size, 60 if context.is_long else 3, first=PAGE))
    return [*rows, _row(locked, "one bit, encrypted", "one bit flipped anywhere after the first page", flips)]


def _row(stage: Stage, kind: str, how: str, ways: list[tuple[str, Damage]]) -> Row:
    begun = time.perf_counter()
    row = Row(f"damage: {kind}", how)
    for where, damage in ways:
        stage.reset()
        content = bytearray(stage.book.read_bytes())
        damage(content)
        stage.book.write_bytes(content)
        with stage.at_home():
            row.count(look(stage), where)
    row.seconds = time.perf_counter() - begun
    return row


def _kinds(context: Context, stage: Stage) -> Iterator[tuple[str, str, Iterator[tuple[str, Damage]]]]:
    size = stage.size
    tries = 300 if context.is_long else 8
    few = 40 if context.is_long else 3
    yield (
        "zeroed page",
        "4096 zero bytes over a page",
        _over(context.random, size, few, lambda _: bytes(PAGE)),
    )
    yield (
        "random bytes", "1 to 4096 random bytes anywhere",
        _over(context.random, size, few, lambda random: random.randbytes(random.randint(1, PAGE)), step=1),
    )  # fmt: skip
    yield "truncated", "cut after a page, amid a page, one byte short", _cuts(context.random, size, few)
    yield "header wiped", "first 16, 100 or 4096 bytes zeroed or random", _heads(context.random)
    yield "0 bytes", "emptied", iter([("all", lambda content: content.clear())])
    yield "bytes added", "one page, or one byte, at the end", _tails()
    yield "one bit", "one bit flipped anywhere", _flips(context.random, size, tries)


def _over(
    random: Random, size: int, tries: int, content: Callable[[Random], bytes], step: int = PAGE
) -> Iterator[tuple[str, Damage]]:
    for _ in range(tries):
        start = random.randrange(0, size // step) * step
        new = content(random)[: size - start]
        yield f"at {start}, {len(new)} bytes", _replacing(start, new)


def _replacing(start: int, new: bytes) -> Damage:
    """Put `new` there, or where it makes a difference: some pages are empty."""

    def damage(content: bytearray) -> None:
        place = start
        while content[place : place + len(new)] == new:
            place = (place + PAGE) % (len(content) - len(new) + 1)
        content[place : place + len(new)] = new

    return damage


def _cuts(random: Random, size: int, tries: int) -> Iterator[tuple[str, Damage]]:
    lengths = [size - 1, size - PAGE, PAGE, 100, 1]
    lengths += [random.randrange(1, size) for _ in range(tries)]
    for length in lengths:
        yield f"to {length} bytes", partial(_cut, length=length)


def _heads(random: Random) -> Iterator[tuple[str, Damage]]:
    for length in (16, 100, PAGE):
        yield f"{length} zeros", _replacing(0, bytes(length))
        yield f"{length} random", _replacing(0, random.randbytes(length))


def _tails() -> Iterator[tuple[str, Damage]]:
    for length in (1, PAGE):
        yield f"{length} bytes", partial(_add, length=length)


def _flips(random: Random, size: int, tries: int, first: int = 0) -> Iterator[tuple[str, Damage]]:
    for _ in range(tries):
        place, bit = random.randrange(first, size), random.randrange(8)
        yield f"byte {place} bit {bit}", partial(_flip, place=place, bit=bit)


def _cut(content: bytearray, length: int) -> None:
    del content[length:]


def _add(content: bytearray, length: int) -> None:
    content.extend(bytes(length))


def _flip(content: bytearray, place: int, bit: int) -> None:
    content[place] ^= 1 << bit


def look(stage: Stage) -> list[str]:
    """Open the damaged book as the program does; look at what it said, at the file, and for a backup."""
    before = state.file_hash(stage.book)
    try:
        open_book(stage.book, lambda: NOW, passphrase=stage.scene.passphrase).close()
    except BookDamagedError as error:
        problems = [] if str(error).endswith(".") else [f"no sentence: {error}"]
    except BookError as error:
        problems = [f"named {type(error).__name__}: {error}"]
    else:
        problems = ["it was opened as if nothing had happened"]
    if state.file_hash(stage.book) != before:
        problems.append("the file was changed by trying to open it")
    beside = [
        path.name for path in stage.folder.iterdir() if path.name.startswith((".book", "book.portfolio-"))
    ]
    problems += [f"left behind: {beside}"] if beside else []
    good = [info for info in backups.backups_for(stage.book) if backups.is_good(info)]
    return problems + ([] if good else ["no good backup is offered"])


def swapped(context: Context) -> Row:
    """The file is replaced, moved away or deleted while the book is open."""
    stage, _ = context.stage("closing")
    begun = time.perf_counter()
    row = Row("file swapped while open", "os.replace by another book, rename, unlink, between two steps")
    for what in ("replaced", "moved away", "deleted"):
        stage.reset()
        with stage.at_home():
            row.count(_judge_swap(stage, what), what)
    row.seconds = time.perf_counter() - begun
    return row


def _judge_swap(stage: Stage, what: str) -> list[str]:
    other = stage.folder / "other.portfolio"
    shutil.copy(stage.book, other)
    stranger = state.file_hash(other)
    book: Book = open_book(stage.book, lambda: NOW)
    problems = []
    try:
        clients.update_client(book, 1, {"city": "Lorient"})
        if what == "replaced":
            os.replace(other, stage.book)
        elif what == "moved away":
            stage.book.rename(stage.folder / "moved.portfolio")
        else:
            stage.book.unlink()
        try:
            clients.update_client(book, 1, {"city": "Vannes"})
            problems.append("the change was acknowledged")
        except BookWriteError as error:
            problems += [] if error.code == "swapped" else [f"named {error.code}"]
    finally:
        book.close()
    problems += _untouched(stage.book, stranger if what == "replaced" else "")
    return problems


def _untouched(path: Path, expected: str) -> list[str]:
    return (
        [] if state.file_hash(path) == expected else ["something was written to the file that is there now"]
    )
