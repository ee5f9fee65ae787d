"""One round of the fuzzer: a file made wrong on purpose, read by everything that would read it in an import."""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from unittest.mock import patch

from portfolio_app.errors import PortfolioError
from portfolio_app.exchange.copy_file import open_copy
from portfolio_app.exchange.dates import DATE_ORDERS
from portfolio_app.exchange.fields import FIELDS
from portfolio_app.exchange.file_kind import file_kind
from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.ics_reading import read_calendar
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.numbers import DECIMAL_MARKS
from portfolio_app.exchange.rows import read_rows
from portfolio_app.exchange.spreadsheet import Spool
from portfolio_app.exchange.tabular import Table, open_table
from tests.exchange.corpus_counts import read_here
from tests.fuzz.fixtures import PIECES, seeds

SECONDS = 10
"""No file of this size may take longer."""
_BINARY = frozenset({".xlsx", ".ods"})
_EVERY_BINARY = 150
"""Of so many inputs one is a workbook: each needs a process of its own."""


class TookTooLongError(Exception):
    """A reader that does not come back."""


@dataclass(slots=True)
class Tally:
    """What the inputs came to: by the kind of file and the outcome; `failures` are bugs."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)


def fuzz(inputs: int, seed: int, folder: Path) -> Tally:
    """Reads `inputs` files made from `seed`; the same numbers give the same files."""
    tally = Tally()
    for number in range(inputs):
        source = random.Random(f"{seed}-{number}")
        suffix, content = made(source)
        path = folder / f"input{suffix}"
        path.write_bytes(content)
        try:
            with _clock():
                outcome = read(path, source)
        except PortfolioError as error:
            outcome = f"{suffix} refused: {error.code}"
            if not str(error).strip() or "{path}" in str(error):
                tally.failures.append((number, f"no sentence: {error!r}"))
        except (Exception, TookTooLongError) as error:  # Whatever escapes is what we look for.
            tally.failures.append((number, f"{suffix} {type(error).__name__}: {error}"))
            continue
        tally.outcomes[outcome] += 1
    return tally


def made(source: random.Random) -> tuple[str, bytes]:
    """(suffix, content): a good file changed in a few places, or pieces thrown together."""
    wants_binary = source.randrange(_EVERY_BINARY) == 0
    suffix, content = source.choice([seed for seed in seeds() if (seed[0] in _BINARY) == wants_binary])
    if source.random() < 0.15 and not wants_binary:
        suffix = source.choice((".csv", ".vcf", ".ics", ".txt", ".json"))
        content = b"".join(source.choices(PIECES, k=source.randint(1, 120)))
    for _change in range(source.choice((0, 1, 1, 2, 3, 8))):
        content = _changed(content, source)
    return suffix, content


def _changed(content: bytes, source: random.Random) -> bytes:
    place = source.randrange(len(content) + 1)
    other = min(len(content), place + source.choice((1, 2, 7, 40, 400)))
    kind = source.randrange(6)
    if kind == 0:
        return content[:place] + content[other:]
    if kind == 1:
        return content[:place] + source.choice(PIECES) * source.choice((1, 1, 2, 50)) + content[place:]
    if kind == 2:
        return content[:place] + bytes([source.randrange(256)]) + content[place + 1 :]
    if kind == 3:
        return content[:place] + content[place:other] * source.choice((2, 3, 30)) + content[other:]
    if kind == 4:
        return content[:place]
    start = source.randrange(len(content) + 1)
    return content[:place] + content[start : start + 60] + content[place:]


def read(path: Path, source: random.Random) -> str:
    """Everything an import would do with the file, short of writing; says what it came to."""
    kind = file_kind(path)
    if kind == "calendar":
        return f"calendar: {min(len(read_calendar(path, 'Europe/Paris')), 1)}"
    if kind == "copy":
        with open_copy(path):
            return "copy opened"
    with patch.object(Spool, "_run", read_here) if kind == "vcard" else nullcontext():
        table = open_table(path)
    lines = [line for line, _cells in table.rows()]
    if lines != sorted(lines):
        raise AssertionError("lines out of order")
    _account(table, _any_mapping(table, source), len(lines))
    _account(table, guess_mapping(table), len(lines))
    return f"{table.dialect.kind} read"


def _account(table: Table, mapping: Mapping, lines: int) -> None:
    found = sum(1 for _row in read_rows(table, mapping))
    if found != lines:
        raise AssertionError(f"{found} of {lines} lines accounted for")


def _any_mapping(table: Table, source: random.Random) -> Mapping:
    """Columns put into fields at random: what they hold is then seldom what the field wants."""
    fields = source.sample(sorted(FIELDS), len(FIELDS))
    columns = dict(
        zip(table.columns[:12], ["client.name", "sale.date", "sale.amount", *fields], strict=False)
    )
    return Mapping(columns, date_order=source.choice(DATE_ORDERS), decimal=source.choice(DECIMAL_MARKS))


@contextmanager
def _clock() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TookTooLongError(f"more than {SECONDS} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
