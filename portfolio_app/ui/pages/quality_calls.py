"""What the page of data quality asks of the book, on the book's thread. The services are imported there."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.errors import BookError
from portfolio_app.ui.country_names import COUNTRIES, country_name

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.quality import Examination, QualityReport, ScorePoint
    from portfolio_app.services.quality_fixes import Proposal, Style
    from portfolio_app.services.quality_rows import QualityRow

SLICE = 0.04
"""Seconds of work before whoever else waits for the book gets a turn."""


@dataclass
class Work:
    """A report in the making; what is in it belongs to the book's thread."""

    as_of: date
    examination: Examination | None = None
    first: QualityReport | None = None


@dataclass(frozen=True)
class Stage:
    """How far a report is: the part done (0 to 1), and what can be shown.

    `report` comes first without duplicates, which take longest, and `is_whole` with them; `pairs` of them.
    """

    share: float
    report: QualityReport | None = None
    points: Sequence[ScorePoint] = field(default=())
    is_whole: bool = False
    pairs: int = 0


def advance(book: Any, work: Work) -> Stage:
    """Go on with a report for a moment; today's score is noted with the last part."""
    from portfolio_app.services import duplicates, quality

    if work.examination is None or work.examination.book is not book:
        work.examination, work.first = quality.Examination(book, work.as_of), None
    if work.first is None:
        if not work.examination.advance(SLICE):
            return Stage(work.examination.done / max(work.examination.total, 1) / 2)
        work.first = work.examination.report
        assert work.first is not None
        if "duplicates" not in work.first.off:
            return Stage(0.5, work.first, quality.scores(book))
    report, pairs = work.first, 0
    if "duplicates" not in report.off:
        share = duplicates.find_some(book, SLICE)
        if share < 1:
            return Stage(0.5 + share / 2)
        report = quality.with_duplicates(report, quality.twins(book))
        pairs = duplicates.count(book)
    # A book that cannot be written to can still be looked at.
    with contextlib.suppress(BookError):
        quality.note_score(book, report)
    return Stage(1, report, quality.scores(book), is_whole=True, pairs=pairs)


def fetch_rows(book: Any, code: str, ids: Sequence[int], as_of: date) -> dict[int, QualityRow]:
    """The rows of some clients a check found."""
    from portfolio_app.services import quality_rows

    return quality_rows.rows(book, code, ids, as_of)


def proposals(book: Any, code: str, as_of: date, style: Style, **hooks: Any) -> list[Proposal]:
    """What mending would change; countries are written in the language of the interface."""
    from portfolio_app.services import quality_fixes

    names = {code: country_name(code) for code in COUNTRIES}
    return quality_fixes.proposals(book, code, as_of, style=style, country_names=names, **hooks)


def apply_fix(book: Any, code: str, chosen: Sequence[Proposal], **hooks: Any) -> Changes:
    """Write what was agreed to."""
    from portfolio_app.services import quality_fixes

    return quality_fixes.apply_fix(book, code, chosen, **hooks)


def choose(book: Any, *, months: int | None = None, switch: tuple[str, bool] | None = None) -> Changes:
    """After how many months a record is old; and switch a check, by its code, on (True) or off."""
    from portfolio_app.services import quality

    off = None
    if switch is not None:
        code, is_on = switch
        known = quality.quality_settings(book).off
        off = known - {code} if is_on else known | {code}
    return quality.set_quality(book, months=months, off=off)
