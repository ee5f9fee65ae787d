"""What must be true after a run was killed, scene by scene; in all of them, nothing acknowledged is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from portfolio_app.errors import BookDamagedError, BookLockedError, BookUnreadableError, PortfolioError
from portfolio_app.services import backups
from portfolio_app.services.books import open_book
from portfolio_app.storage import driver
from tests.faults import state
from tests.faults.harness import Outcome, Stage
from tests.faults.scenes import ERASED, FIRST, SECOND
from tests.faults.workload import NOW

POSSIBLE = {
    "passphrase-on": (None, FIRST),
    "passphrase-changed": (FIRST, SECOND),
    "passphrase-off": (FIRST, None),
}
"""The passphrase before and after."""

Verdict = Callable[[Stage, Outcome, Outcome], list[str]]


def judge(stage: Stage, outcome: Outcome, reference: Outcome) -> list[str]:
    """What is wrong after a run that was killed; nothing when every promise was kept."""
    problems = [outcome.broken] if outcome.broken else []
    if outcome.refusals:
        problems.append(f"refused without a reason: {outcome.refusals[0]['sentence']}")
    if outcome.states != reference.states[: len(outcome.states)]:
        problems.append("it did not do what it does undisturbed")
    with stage.at_home():
        return problems + VERDICTS.get(stage.scene.name, _book)(stage, outcome, reference)


def _book(stage: Stage, outcome: Outcome, reference: Outcome) -> list[str]:
    """The book opens, is sound, and is as after the last finished step or the one after."""
    return stage.judge_book(stage.may_be(outcome, reference))


def _with_backups(stage: Stage, outcome: Outcome, reference: Outcome) -> list[str]:
    """Besides: every backup that is listed is good, the last one acknowledged is among them, and can be made again."""
    listed = backups.backups_for(stage.book)
    bad = [info.name for info in listed if not backups.is_good(info)]
    made = [line["backup"] for line in outcome.lines if "backup" in line]
    problems = [f"not good: {', '.join(bad)}"] if bad else []
    problems += [] if listed else ["no backup is left"]
    if made and made[-1] not in {info.name for info in listed}:
        problems.append(f"{made[-1]} was acknowledged and is gone")
    problems += _book(stage, outcome, reference)
    return problems or _backs_up_again(stage)


def _backs_up_again(stage: Stage) -> list[str]:
    """What a killed backup left does not keep the next one from being made, nor stay for ever."""
    book = open_book(stage.book, lambda: NOW)
    try:
        backups.make_backup(book, "manual")
        newest = backups.list_backups(book)[0]
        return [] if backups.is_good(newest) else ["the next backup is not good"]
    finally:
        book.close()


def _migrated(stage: Stage, outcome: Outcome, reference: Outcome) -> list[str]:
    """The first format, kept in a backup or still the book itself, then today's."""
    if state.file_hash(stage.book) != stage.hash_before and not _has_old_format(stage.book):
        old = [info for info in backups.backups_for(stage.book) if info.schema_version == 1]
        if not any(backups.is_good(info) for info in old):
            return ["migrated without a backup of what it was"]
    return _book(stage, outcome, reference)


def _has_old_format(book: Path) -> bool:
    return int.from_bytes(book.read_bytes()[60:64], "big") == 1


def _restored(stage: Stage, outcome: Outcome, reference: Outcome) -> list[str]:
    """The damaged file exists still, and the book is the backup or can be had from it."""
    aside = {state.file_hash(path) for path in stage.folder.glob("*.portfolio")}
    problems = [] if stage.hash_before in aside else ["the damaged file is gone"]
    try:
        open_book(stage.book, lambda: NOW).close()
    except (BookDamagedError, BookUnreadableError) as error:
        if any(line.get("done") == "restore_file" for line in outcome.lines):
            return [*problems, f"restored, but: {error}"]
        good = [info for info in backups.backups_for(stage.book) if backups.is_good(info)]
        if not good:
            return [*problems, "neither a book nor a backup"]
        backups.restore_file(stage.book, good[0])
    except PortfolioError as error:
        return [*problems, f"does not open: {error}"]
    return problems + stage.judge_book(set(reference.states))


def _protected(stage: Stage, outcome: Outcome, reference: Outcome) -> list[str]:
    """One of the two passphrases opens the book, and one of them each backup."""
    possible = POSSIBLE[stage.scene.name]
    # The one it may not have any more, or not yet, goes first: trying a wrong one must do no harm.
    opens = next((word for word in reversed(possible) if _admits(stage.book, word)), "")
    if opens == "":
        return ["no passphrase opens it"]
    problems = [] if opens in possible[outcome.finished :] else ["it opens with the passphrase it had"]
    problems += stage.judge_book(stage.may_be(outcome, reference), opens)
    listed = backups.backups_for(stage.book)
    problems += [] if listed else ["no backup is left"]
    for info in listed:
        if not backups.is_good(info):
            problems.append(f"not good: {info.name}")
        elif not any(_opens(info.path, word) for word in possible):
            problems.append(f"no passphrase opens {info.name}")
    return problems


def _wrong_one_first(stage: Stage, outcome: Outcome, reference: Outcome) -> list[str]:
    """Whoever types a wrong passphrase after a crash is told so, and the right one still finds everything."""
    problems = ["a wrong passphrase opens it"] if _admits(stage.book, SECOND) else []
    return problems + stage.judge_book(stage.may_be(outcome, reference), FIRST)


def _admits(path: Path, passphrase: str | None) -> bool:
    """Whether the program opens the book with that passphrase. Any other refusal is the finding."""
    try:
        open_book(path, lambda: NOW, passphrase=passphrase).close()
    except BookLockedError:
        return False
    return True


def _opens(path: Path, passphrase: str | None) -> bool:
    """Whether SQLite reads the file with that passphrase; looks only."""
    try:
        connection = driver.connect(path, passphrase)
    except driver.DatabaseError:
        return False
    try:
        connection.execute("SELECT count(*) FROM client").fetchone()
    except (driver.DatabaseError, UnicodeError):
        return False
    finally:
        connection.close()
    return True


def _erased(stage: Stage, outcome: Outcome, reference: Outcome) -> list[str]:
    """An erasure that was acknowledged left no trace in the file."""
    problems = _with_backups(stage, outcome, reference)
    erased = [line["erased"] for line in outcome.lines if "erased" in line]
    content = stage.book.read_bytes()
    traces = {"contact": f"a{ERASED}@example.org", "client": f"Ateliers Kerisac {ERASED}"}
    return problems + [
        f"{traces[kind]} is still in the file" for kind in erased if traces[kind].encode() in content
    ]


VERDICTS: dict[str, Verdict] = {
    "migration": _migrated,
    "closing": _with_backups,
    "backup": _with_backups,
    "restore": _with_backups,
    "restore-file": _restored,
    "protected": _wrong_one_first,
    **dict.fromkeys(POSSIBLE, _protected),
    "erase": _erased,
}
