"""Books on disk for the tests: real files, a fixed clock, nothing of the tester's own folders."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from portfolio_app.storage import driver
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import create_book, open_book

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Fixtures of the whole run are made before any test has a home of its own.
_run_home = tempfile.TemporaryDirectory(prefix="portfolio-tests-")
os.environ["PORTFOLIO_HOME"] = _run_home.name

# Thousands of small books are confirmed to the disk: in memory that costs nothing, and shows the same.
_MEMORY = Path("/dev/shm")
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > 2**31:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

# Widgets must not be destroyed on the book's thread, see `portfolio_app.ui.garbage`.
gc.disable()
MUCH_GARBAGE = 100_000

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)


SLOW_FIRST = ("faults", "ui", "doors", "services", "storage", "analysis")
"""Folders in the order they are begun in: what begins last must be short, or one process works while others wait."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The folders with the longest tests first."""
    here = Path(__file__).parent

    def place(item: pytest.Item) -> int:
        folder = item.path.relative_to(here).parts[0]
        return SLOW_FIRST.index(folder) if folder in SLOW_FIRST else len(SLOW_FIRST)

    items.sort(key=place)


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    """Cycles are looked for between the tests, on the thread of the tests."""
    yield
    if gc.get_count()[0] > MUCH_GARBAGE:
        gc.collect()


def fixed_clock() -> datetime:
    """Half past nothing on the day of the tests."""
    return NOW


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTFOLIO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "Europe/Paris")


@pytest.fixture(scope="module")
def quick_keys() -> Iterator[None]:
    """Passphrases become keys with less work than a guesser is to have, for tests that open protected books often.

    Only in this process: what another process opens must be made without it. `tests/storage/test_protection.py`
    tries keys as they are.
    """

    def derive(rounds: int) -> None:
        if driver.CAN_ENCRYPT:
            link = driver.dbapi.connect(":memory:")
            link.execute(f"PRAGMA cipher_default_kdf_iter = {rounds}")
            link.close()

    derive(4_000)
    yield
    derive(256_000)


@pytest.fixture(scope="session")
def empty_book_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty book, made once; copy it, never open it."""
    path = tmp_path_factory.mktemp("template") / "empty.portfolio"
    create_book(path, clock=fixed_clock).close()
    return path


@pytest.fixture(scope="session")
def sample_book_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample book as of the tests' day, made once; copy it, never open it."""
    from portfolio_app.services.sample import new_sample_book

    path = tmp_path_factory.mktemp("template") / "sample.portfolio"
    new_sample_book(path, fixed_clock).close()
    return path


@pytest.fixture
def make_book(tmp_path: Path, empty_book_file: Path) -> Iterator[Callable[[str], Book]]:
    """Makes open books, empty or from a file; closes them at the end."""
    opened: list[Book] = []

    def make(name: str = "book.portfolio", source: Path = empty_book_file) -> Book:
        path = tmp_path / name
        shutil.copy(source, path)
        opened.append(open_book(path, fixed_clock))
        return opened[-1]

    yield make
    for book in opened:
        book.close()


@pytest.fixture
def book(make_book: Callable[[str], Book]) -> Book:
    """An empty open book."""
    return make_book("book.portfolio")


@pytest.fixture
def sample_book(make_book: Callable[..., Book], sample_book_file: Path) -> Book:
    """The sample book, open."""
    return make_book("sample.portfolio", sample_book_file)
