"""`value` as a script uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.app import main
from portfolio_app.services.clients import create_client
from portfolio_app.storage.opening import open_book
from tests.conftest import fixed_clock
from tests.services.test_value import fill

TOTALS = {
    "expected_orders", "orders_low", "orders_high", "naive_orders", "expected_value", "value_low", "value_high",
    "preferred",
}  # fmt: skip
CLIENT = {
    "client_reference", "client_name", "p_active", "p_order", "expected_orders", "expected_value", "value_low",
    "value_high", "simple_value", "confidence",
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "a.portfolio"
    assert main(["new", str(target)]) == 0
    book = open_book(target, fixed_clock)
    fill(book, 11, 8)
    create_client(book, {"name": "Prospect", "reference": "P1"})
    book.close()
    return target


def answer(capsys: pytest.CaptureFixture[str], path: Path, *more: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["value", str(path), "--as-of", "2026-11-22", "--json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_whole_answer(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, path, "--horizon-days", "90", "--discount", "0.2")
    assert (found["as_of"], found["horizon_days"], found["level"], found["why"]) == ("2026-11-22", 90, 1, "")
    assert found["discount_rate"] == 0.2
    assert set(found["model"]) == {"k", "r", "alpha", "a", "b", "log_likelihood"}
    assert set(found["totals"]) == TOTALS
    assert len(found["clients"]) == 12
    prospect = found["clients"].pop()
    said = {prospect.pop(name) for name in ("client_reference", "client_name", "confidence")}
    assert said == {"P1", "Prospect", "none"}
    assert set(prospect.values()) == {None}
    one = found["clients"][0]
    assert set(one) >= CLIENT
    assert 0 <= one["p_active"] <= 1
    assert one["value_low"] <= one["expected_value"] <= one["value_high"]
    assert one["confidence"] == "very_rough"
    assert found["totals"]["expected_orders"] == pytest.approx(
        sum(c["expected_orders"] for c in found["clients"])
    )
    # What cannot be said is null.
    found = answer(capsys, path, "--horizon-months", "200")
    assert (found["level"], found["why"], found["horizon_days"]) == (0, "long_horizon", 6088)
    assert found["totals"]["expected_value"] is None
    assert found["clients"][0]["p_order"] is None
    assert found["clients"][0]["simple_value"] > 0
    assert main(["value", str(path), "--as-of", "9999-12-31"]) == 0
    assert main(["value", str(path), "--as-of", "2020-01-01"]) == 0
    assert "few_clients" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong", [("--discount", "10"), ("--horizon-days", "0"), ("--horizon-days", "1", "--horizon-months", "1")]
)
def test_what_makes_no_sense_is_refused(wrong: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["value", "a.portfolio", *wrong])
    assert stopped.value.code == 2
