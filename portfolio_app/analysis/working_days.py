"""Days on which people work: which ones they are, and the next one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import numpy as np

from portfolio_app.analysis.agenda import WORKING_WEEK


class WorkingDays:
    """A week of working days less public holidays. With no weekday at all every day counts as one."""

    def __init__(
        self, weekdays: Collection[int] = WORKING_WEEK, holidays: Collection[date] = frozenset()
    ) -> None:
        """`weekdays`: Monday 0 to Sunday 6; `holidays`: those of all years that will be asked about."""
        mask = [day in weekdays for day in range(7)]
        self.holidays = frozenset(holidays)
        self._calendar = np.busdaycalendar(
            weekmask=mask if any(mask) else [True] * 7,
            holidays=np.array(sorted(self.holidays), dtype="datetime64[D]"),
        )

    def is_working(self, day: date) -> bool:
        """Whether people work that day."""
        return bool(np.is_busday(np.datetime64(day, "D"), busdaycal=self._calendar))

    def on_or_after(self, day: date) -> date:
        """That day, or the first working day after it."""
        found: date = self.roll(np.array([day], dtype="datetime64[D]"))[0].item()
        return found

    def after(self, day: date) -> date:
        """The first working day after that day."""
        return self.on_or_after(day + timedelta(days=1))

    def roll(self, days: np.ndarray) -> np.ndarray:
        """Each of these days (datetime64[D]), or the first working day after it; NaT stays NaT."""
        out = days.astype("datetime64[D]", copy=True)
        known = ~np.isnat(out)
        out[known] = np.busday_offset(out[known], 0, roll="forward", busdaycal=self._calendar)
        return out
