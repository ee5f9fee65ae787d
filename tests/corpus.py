"""Where the real files live that the tests marked `corpus` read; they are not part of the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def corpus_dir() -> Path:
    """The folder of real files beside the checkout (or `PORTFOLIO_CORPUS`); skips the test without it."""
    default = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("PORTFOLIO_CORPUS", default))
    if not folder.is_dir():
        pytest.skip("the folder of real files is not here")
    return folder
