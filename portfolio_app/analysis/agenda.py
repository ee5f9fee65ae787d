"""What the user decided about follow-ups, for the whole book."""

from __future__ import annotations

from dataclasses import dataclass

WORKING_WEEK = (0, 1, 2, 3, 4)


@dataclass(frozen=True)
class Agenda:
    """Choices of the book that the queue is worked out by.

    `country` (ISO code, "" for none) and `region` (a part of it with holidays of its own, "" for none) say the
    public holidays; `working_days` are weekdays, Monday 0. `capacity`: clients a day, None for no limit.
    `complaint_days`: by when a complaint is to be resolved, after it came in. `deal_days`: so many days before
    its expected close a deal comes up. `rhythm`: whether a broken buying rhythm makes due. `birthdays` of clients
    who are persons, `anniversaries` of the start of the relationship. `survey_days`: a satisfaction survey is
    due that long after the last, None for never. `complete_data`: whether a buyer who cannot be reached is due.
    """

    country: str = ""
    region: str = ""
    working_days: tuple[int, ...] = WORKING_WEEK
    capacity: int | None = None
    complaint_days: int = 7
    deal_days: int = 7
    rhythm: bool = True
    birthdays: bool = False
    anniversaries: bool = False
    survey_days: int | None = None
    complete_data: bool = True
