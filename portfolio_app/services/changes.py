"""What every action answers: which records it changed."""

from __future__ import annotations

from portfolio_app.storage.journal import Changes, TakenBack
from portfolio_app.storage.journal_reading import StepInfo
from portfolio_app.storage.selective import KeptRow

__all__ = ["Changes", "KeptRow", "StepInfo", "TakenBack"]
