"""`risks BOOK --json`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from portfolio_app import cli


def test_risks_on_the_command_line(
    tmp_path: Path, sample_book_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "book.portfolio"
    shutil.copy(sample_book_file, path)
    asked = ["risks", str(path), "--as-of", "2026-11-22"]
    assert cli.run([*asked, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["as_of"], found["window_days"]) == ("2026-11-22", 365)
    assert set(found["axes"]) == {"dependency", "cost", "instability", "insolvency"}
    lost = found["revenue_at_risk"]
    assert 0 <= lost["low"] < lost["expected"] < lost["high"] < found["revenue"]
    for client in found["clients"]:
        assert max(client["levels"].values(), key=("none", "watch", "alarm").index) != "none"
        assert {sign["axis"] for sign in client["signs"]} == {
            axis for axis, level in client["levels"].items() if level != "none"
        }
    for axis, counts in found["axes"].items():
        levels = [client["levels"][axis] for client in found["clients"]]
        assert (levels.count("watch"), levels.count("alarm")) == (counts["watch"], counts["alarm"])
    assert cli.run([*asked, "--axis", "insolvency", "--level", "alarm"]) == 0
    out = capsys.readouterr().out
    assert "(alarm)" in out
    assert "insolvency" in out
