"""`profit BOOK --json`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from portfolio_app import cli


def test_profit_on_the_command_line(
    tmp_path: Path, sample_book_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "book.portfolio"
    shutil.copy(sample_book_file, path)
    asked = ["profit", str(path), "--as-of", "2026-11-22"]
    assert cli.run([*asked, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["as_of"], found["window_days"], found["not_counted"]) == ("2026-11-22", 365, [])
    total = found["total"]
    assert total["gross"] - total["discounts"] - total["returns"] == pytest.approx(total["revenue"])
    assert total["revenue"] - total["cost_of_goods"] == pytest.approx(total["margin"])
    assert sum(client["result"] for client in found["clients"]) == pytest.approx(total["result"])
    assert found["whale"]["final"] == pytest.approx(total["result"])
    assert found["whale"]["losing_clients"] == sum("verdict" in client for client in found["clients"]) > 0
    assert found["clients"][-1]["result"] < 0 < found["clients"][0]["result"]
    assert cli.run([*asked, "--window", "all", "--estimate"]) == 0
    assert "clients below zero" in capsys.readouterr().out
