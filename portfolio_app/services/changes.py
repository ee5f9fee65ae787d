"""What every action answers: which records it changed."""

from __future__ import annotations

from portfolio_app.storage.journal import Changes, StepInfo

__all__ = ["Changes", "StepInfo"]
