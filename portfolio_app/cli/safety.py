"""Commands about the book itself: looking it over, taking back, backups, the passphrase."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio_app.cli.common import (
    DONE,
    IN_PART,
    NEW_PASSPHRASE,
    PASSPHRASE,
    REFUSED,
    book_path,
    open_with_passphrase,
    opened,
    print_json,
)
from portfolio_app.errors import (
    BackupError,
    BookDamagedError,
    BookUnreadableError,
    InvalidValueError,
    NotABookError,
)
from portfolio_app.services import books

if TYPE_CHECKING:
    from portfolio_app.services.backups import BackupInfo
    from portfolio_app.services.books import BookInfo


def check(arguments: argparse.Namespace) -> int:
    """Look the book over; one that cannot be opened is told with its backups."""
    path = book_path(arguments.book)
    try:
        book = open_with_passphrase(path)
    except BookDamagedError as error:
        return _damaged(path, error, arguments.json)
    try:
        info, problems = books.info(book), book.problems()
    finally:
        books.close_book(book)
    if arguments.json:
        _print_check(not problems, problems, info)
    else:
        print("sound" if not problems else "\n".join(problems))
        for kind, count in info.counts.items():
            print(f"{kind:<12}{count:>9}")
    return DONE if not problems else REFUSED


def _damaged(path: Path, error: BookDamagedError, as_json: bool) -> int:
    found = _good_backups(path)
    print(str(error), file=sys.stderr)
    if as_json:
        _print_check(False, [error.code], None, str(error), found)
        return REFUSED
    for info in found:
        print(_backup_line(info, path))
    if found:
        print("To bring one back: main.py restore BOOK [NAME]", file=sys.stderr)
    return REFUSED


def _print_check(
    ok: bool,
    problems: list[str],
    info: BookInfo | None,
    message: str = "",
    backups: Sequence[BackupInfo] = (),
) -> None:
    answer: dict[str, Any] = {"ok": ok, "problems": problems}
    if info is not None:
        answer |= {"schema_version": info.schema_version, "currency": info.currency, "counts": info.counts}
    if message:
        answer |= {"message": message, "backups": [_backup_json(found) for found in backups]}
    print_json(answer)


def undo(arguments: argparse.Namespace) -> int:
    """Take back the newest change, or one of the history; what was edited since stays and is listed."""
    from portfolio_app.services import history as services

    with opened(arguments.book) as book:
        if arguments.step is None:
            print(services.undo(book).label)
            return DONE
        taken = services.take_back(book, arguments.step)
    for row in taken.kept:
        print(f"kept: {row.kind} {row.id} {row.title} ({row.reason})", file=sys.stderr)
    print(taken.changes.label)
    return IN_PART if taken.kept else DONE


def history(arguments: argparse.Namespace) -> int:
    """The steps, newest first."""
    from portfolio_app.services.history import steps

    with opened(arguments.book) as book:
        rows = [
            {
                "id": step.id,
                "at": step.at.isoformat(),
                "action": step.label,
                "details": step.params,
                "author": step.author,
                "undone": step.undone,
            }
            for step in steps(book, arguments.limit)
        ]
    if arguments.json:
        print_json({"steps": rows})
    else:
        for row in rows:
            print(f"{row['id']:>6}  {row['at']}  {row['action']}{'  (undone)' if row['undone'] else ''}")
    return DONE


def backup(arguments: argparse.Namespace) -> int:
    """A backup now; nothing to do when the newest good one holds the same."""
    from portfolio_app.services import backups

    with opened(arguments.book) as book:
        made = backups.make_backup(book, "manual")
        found = made or next(iter(backups.list_backups(book)))
    if arguments.json:
        print_json({"made": made is not None, "backup": _backup_json(found)})
    else:
        print(_backup_line(found))
    return DONE


def list_backups(arguments: argparse.Namespace) -> int:
    """The backups of a book, which need not be readable any more."""
    from portfolio_app.services import backups

    path = book_path(arguments.book)
    found = backups.backups_for(path)
    if arguments.json:
        print_json({"backups": [_backup_json(info) | {"good": backups.is_good(info)} for info in found]})
    else:
        for info in found:
            print(_backup_line(info, path) + ("" if backups.is_good(info) else "  (damaged)"))
    return DONE


def restore(arguments: argparse.Namespace) -> int:
    """Bring the book back to a backup: a step that can be undone, or a new file for a damaged one."""
    from portfolio_app.services import backups

    path = book_path(arguments.book)
    aside: Path | None = None
    try:
        book = open_with_passphrase(path)
    except (BookDamagedError, NotABookError, BookUnreadableError) as error:
        if isinstance(error, BookUnreadableError) and error.code != "missing":
            raise
        chosen = _chosen(backups.backups_for(path), path, arguments.backup)
        aside = backups.restore_file(path, chosen, passphrase=os.environ.get(PASSPHRASE))
    else:
        try:
            chosen = _chosen(backups.list_backups(book), book.path, arguments.backup)
            backups.restore(book, chosen)
        finally:
            books.close_book(book)
    if arguments.json:
        print_json({"restored": _backup_json(chosen), "damaged_file": str(aside) if aside else None})
    else:
        print(_backup_line(chosen))
        if aside is not None:
            print(f"The damaged file was kept: {aside}", file=sys.stderr)
    return DONE


def _chosen(found: Sequence[BackupInfo], path: Path, name: str | None) -> BackupInfo:
    """The backup of that name; without one the newest good one made of the very book at `path`.

    Raises `BackupError` "missing" or "none_known".
    """
    from portfolio_app.services.backups import newest_good

    place = path.resolve()
    wanted = [info for info in found if (info.source == place if name is None else info.name == name)]
    chosen = newest_good(wanted) or next(iter(wanted if name else ()), None)
    if chosen is not None:
        return chosen
    raise BackupError("none_known", path=str(path)) if name is None else BackupError("missing", name=name)


def passphrase(arguments: argparse.Namespace) -> int:
    """Protect the book by a passphrase, change it, or take it away; its backups too."""
    from portfolio_app.services import passphrases

    wanted = None if arguments.off else os.environ.get(NEW_PASSPHRASE)
    if wanted is None and not arguments.off:
        if not sys.stdin.isatty():
            raise InvalidValueError("bad_passphrase")
        print("A forgotten passphrase means a lost book: nobody can bring it back.", file=sys.stderr)
        wanted = getpass.getpass("New passphrase: ")
        if getpass.getpass("Once more: ") != wanted:
            raise InvalidValueError("bad_passphrase")
    with opened(arguments.book) as book:
        result = passphrases.set_passphrase(book, book.passphrase, wanted)
    for name in result.left:
        print(f"This backup could not be converted: {name}", file=sys.stderr)
    answer = {"protected": wanted is not None, "backups_converted": result.converted, "left": result.left}
    if arguments.json:
        print_json(answer)
    else:
        print("protected" if wanted is not None else "not protected")
    return IN_PART if result.left else DONE


def _good_backups(path: Path) -> list[BackupInfo]:
    from portfolio_app.services import backups

    return [info for info in backups.backups_for(path) if backups.is_good(info)]


def _backup_json(info: BackupInfo) -> dict[str, Any]:
    return {
        "name": info.name,
        "at": info.at.isoformat(),
        "size": info.size,
        "clients": info.clients,
        "reason": info.reason,
        "encrypted": info.is_encrypted,
        "source": str(info.source),
    }


def _backup_line(info: BackupInfo, path: Path | None = None) -> str:
    """One line; with the book it was made of when that is not the one at `path`."""
    line = f"{info.name}  {info.size:>10} bytes  {info.clients:>7} clients  {info.reason}"
    return line if path is None or info.source == path.resolve() else f"{line}  of {info.source}"
