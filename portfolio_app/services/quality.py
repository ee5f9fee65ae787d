"""How clean the book is: what each check finds, the score and its history, and which checks matter here."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select

from portfolio_app.analysis.quality import BY_CODE, CHECKS, STALE_MONTHS, examine, score
from portfolio_app.errors import InvalidValueError, OperationCancelled
from portfolio_app.models.entities import Setting
from portfolio_app.models.entities.exchange import QualityScore
from portfolio_app.services.changes import Changes
from portfolio_app.services.quality_frames import KINDS, gather
from portfolio_app.storage.book import Book

KEY = "quality"
"""The setting that holds the choices, as a JSON object."""
MONTHS = (1, 120)
"""The least and the most months after which a record is old."""


@dataclass(frozen=True)
class CheckResult:
    """What a check found: `count` clients of the `of` it could be asked of, by name in `client_ids`.

    `group`, `weight`, `has_fix`: see `analysis.quality.Check`.
    """

    code: str
    group: str
    count: int
    of: int
    client_ids: tuple[int, ...]
    weight: int = 1
    has_fix: bool = False


@dataclass(frozen=True)
class QualityReport:
    """The book on a day. `score`: 0 to 100, see `analysis.quality`; None for a book without clients.

    `off`: the checks that the book's owner does not care about; `months`: after how many a record is old.
    """

    as_of: date
    score: int | None
    clients: int
    checks: tuple[CheckResult, ...]
    months: int
    off: frozenset[str]


@dataclass(frozen=True)
class QualitySettings:
    """After how many months a record is old, and the checks that do not matter here."""

    months: int = STALE_MONTHS
    off: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ScorePoint:
    """The score on a day."""

    on: date
    score: int


class Examination:
    """A report in the making, in parts, so that whoever waits for the book gets a turn in between.

    `done` of `total` records are judged; a change of the book in between makes it begin anew. Duplicates are not
    looked for, see `with_duplicates`. What was found is kept until the book changes.
    """

    def __init__(self, book: Book, as_of: date) -> None:
        self.book = book
        self.done, self.total = 0, 1
        self._as_of = as_of
        is_known = _key(as_of) in book.cache
        self.report: QualityReport | None = (
            book.cache.get(_key(as_of), KINDS, lambda: None) if is_known else None
        )
        self._begin()

    def _begin(self) -> None:
        self._number = self.book.change_number()
        self._work = _work(self.book, self._as_of)

    def advance(self, seconds: float) -> bool:
        """Work for about so long; whether `report` is there."""
        end = time.monotonic() + seconds
        while self.report is None:
            try:
                self.done, self.total = next(self._work)
            except StopIteration as stopped:
                self._finish(stopped.value)
            if time.monotonic() >= end:
                break
        return self.report is not None

    def _finish(self, found: QualityReport) -> None:
        if self.book.change_number() != self._number:
            self._begin()
        else:
            self.report = self.book.cache.get(_key(self._as_of), KINDS, lambda: found, few=2)


def report(
    book: Book,
    as_of: date,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> QualityReport:
    """What is to be mended in the book, duplicates included. Raises `OperationCancelled`."""
    work = Examination(book, as_of)
    while not work.advance(0.1):
        if cancelled is not None and cancelled():
            raise OperationCancelled
        if progress is not None:
            progress(work.done, work.total)
    assert work.report is not None
    if "duplicates" in work.report.off:
        return work.report
    return with_duplicates(work.report, twins(book, cancelled))


def _key(as_of: date) -> tuple[str, date]:
    return ("quality", as_of)


def _work(book: Book, as_of: date) -> Generator[tuple[int, int], None, QualityReport]:
    from portfolio_app.analysis.quality import QualityFrames

    chosen = quality_settings(book)
    frames: QualityFrames | None = None
    for step in gather(book):
        if isinstance(step, tuple):
            yield step
        else:
            frames = step
    assert frames is not None
    found = examine(frames, as_of, chosen.months, chosen.off)
    results = tuple(_result(each.code, each.client_ids, each.of) for each in found)
    return QualityReport(as_of, _score(results), len(frames.clients), results, chosen.months, chosen.off)


def with_duplicates(found: QualityReport, twins: Iterable[int]) -> QualityReport:
    """The report with the check of duplicates: `twins` are the clients that look like another one."""
    if "duplicates" in found.off:
        return found
    others = [each for each in found.checks if each.code != "duplicates"]
    alike = _result("duplicates", tuple(twins), found.clients)
    order = {check.code: place for place, check in enumerate(CHECKS)}
    results = tuple(sorted([*others, alike], key=lambda each: order[each.code]))
    return replace(found, checks=results, score=_score(results))


def _result(code: str, client_ids: tuple[int, ...], of: int) -> CheckResult:
    check = BY_CODE[code]
    return CheckResult(code, check.group, len(client_ids), of, client_ids, check.weight, check.has_fix)


def _score(results: Iterable[CheckResult]) -> int | None:
    return score((each.code, each.count, each.of) for each in results)


def twins(book: Book, cancelled: Callable[[], bool] | None = None) -> tuple[int, ...]:
    """The clients that look like another one, the most alike first. Raises `OperationCancelled`."""
    from portfolio_app.services import duplicates

    pairs = duplicates.find(book, cancelled=cancelled)
    return tuple(dict.fromkeys(each for pair in pairs for each in (pair.first_id, pair.second_id)))


# The score over time -------------------------------------------------------------------------


def scores(book: Book) -> list[ScorePoint]:
    """The score of each day it was worked out, oldest first."""
    with book.read_session() as session:
        rows = session.execute(select(QualityScore.on, QualityScore.score).order_by(QualityScore.on))
        return [ScorePoint(on, value) for on, value in rows]


def note_score(book: Book, found: QualityReport) -> None:
    """Keep today's score; a later one of the same day takes its place. Another day's report is not noted.

    Raises `BookWriteError`.
    """
    if found.score is None or found.as_of != book.today():
        return
    counts = {each.code: each.count for each in found.checks}
    values = {"score": found.score, "clients": found.clients, "counts": counts}
    with book.read_session() as session:
        known = session.scalar(select(QualityScore).where(QualityScore.on == found.as_of))
        if known is not None and all(getattr(known, name) == value for name, value in values.items()):
            return
    with book.maintain() as connection:
        connection.execute(QualityScore.__table__.delete().where(QualityScore.on == found.as_of))  # type: ignore[attr-defined]
        connection.execute(QualityScore.__table__.insert(), {"on": found.as_of, **values})  # type: ignore[attr-defined]


# The choices ---------------------------------------------------------------------------------


def quality_settings(book: Book) -> QualitySettings:
    """The choices in force; what cannot be read is as if never chosen."""
    from portfolio_app.services.settings import get_setting

    stored = get_setting(book, KEY)
    stored = stored if isinstance(stored, dict) else {}
    months, off = stored.get("months"), stored.get("off")
    is_number = isinstance(months, int) and not isinstance(months, bool) and MONTHS[0] <= months <= MONTHS[1]
    known = frozenset(map(str, off)) & BY_CODE.keys() if isinstance(off, list) else frozenset()
    return QualitySettings(months if is_number else STALE_MONTHS, known)  # type: ignore[arg-type]


def set_quality(book: Book, *, months: int | None = None, off: Iterable[str] | None = None) -> Changes:
    """Say after how many months a record is old, and which checks do not matter; None leaves it as it is.

    Raises `InvalidValueError` "out_of_range", "not_a_choice".
    """
    chosen = quality_settings(book)
    months = chosen.months if months is None else months
    wanted = chosen.off if off is None else frozenset(off)
    if isinstance(months, bool) or not isinstance(months, int) or not MONTHS[0] <= months <= MONTHS[1]:
        raise InvalidValueError(
            "out_of_range", field="months", value=months, allowed=f"{MONTHS[0]}–{MONTHS[1]}"
        )
    for code in sorted(wanted - BY_CODE.keys()):
        allowed = ", ".join(check.code for check in CHECKS)
        raise InvalidValueError("not_a_choice", field="off", value=code[:40], allowed=allowed)
    value: dict[str, Any] = {}
    if months != STALE_MONTHS:
        value["months"] = months
    if wanted:
        value["off"] = [check.code for check in CHECKS if check.code in wanted]
    with book.step("update_setting", key=KEY) as step:
        setting = step.session.scalars(select(Setting).where(Setting.key == KEY)).first()
        if setting is None:
            if value:
                step.session.add(Setting(key=KEY, value=value))
        elif not value:
            step.session.delete(setting)
        elif setting.value != value:
            setting.value = value
    return step.changes
