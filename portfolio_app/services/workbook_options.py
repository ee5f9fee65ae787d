"""What may be chosen about an exported workbook."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_app.services.portfolio import WINDOW_DAYS

SHEETS = (
    "summary", "concentration", "clients", "contacts", "sales", "interactions", "follow_ups", "deals",
    "survey_answers", "key_dates", "plans",
)  # fmt: skip
"""The sheets a workbook can have, in their order; `exchange.workbook_words.Words` names them."""


@dataclass(frozen=True)
class WorkbookOptions:
    """What goes into a workbook.

    `sheets`: some of `SHEETS`, None all. `client_ids`: only these clients and what is theirs, None everybody.
    `window_days`: the period of the concentration, up to the day of the workbook; None all time. `charts`: whether
    there are charts.
    """

    sheets: frozenset[str] | None = None
    client_ids: tuple[int, ...] | None = None
    window_days: int | None = WINDOW_DAYS
    charts: bool = True

    def has(self, sheet: str) -> bool:
        """Whether that sheet is asked for."""
        return self.sheets is None or sheet in self.sheets
