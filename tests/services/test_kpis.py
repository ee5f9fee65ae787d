"""The indicators of a book: the sample, the command line, targets, what a change makes of them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from portfolio_app.app import main
from portfolio_app.cli.kpis import against, period
from portfolio_app.services import clients, history, kpis, sales
from portfolio_app.services.analysis_settings import set_analysis
from portfolio_app.services.portfolio import concentration
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

YEAR = (date(2025, 11, 23), TODAY)
BEFORE = (date(2024, 11, 23), date(2025, 11, 22))


def test_the_sample_adds_up(sample_book: Book) -> None:
    assert kpis.named_period("year", TODAY) == YEAR
    assert kpis.compared_with("year", YEAR) == BEFORE
    view = kpis.indicators(sample_book, TODAY, YEAR, BEFORE)
    assert view.readings["revenue"].value == concentration(sample_book, TODAY, 365).result.figures.total
    retained = view.readings["retention"].part or 0
    counted = {code: view.readings[code].value or 0 for code in ("active", "new", "reactivated")}
    assert counted["active"] == retained + counted["new"] + counted["reactivated"]
    bridge = kpis.bridge(sample_book, TODAY, BEFORE, YEAR)
    assert bridge.before + sum(bridge.amounts.values()) == bridge.after == view.readings["revenue"].value
    assert bridge.nrr == view.readings["nrr"].value
    for code, reading in view.readings.items():
        last = view.course[code].iloc[-1]
        assert reading.value is None or last != last or last == pytest.approx(reading.value)
    detail = kpis.detail(sample_book, TODAY, YEAR, "churn")
    assert len(detail.groups["lapsed"]) == view.readings["lost"].value
    assert kpis.forecast(sample_book, TODAY).total > 0
    assert kpis.cohorts(sample_book, TODAY).sizes.sum() == 129


def test_what_comes_after_the_day_is_not_known(make_book: Callable[..., Book]) -> None:
    book = make_book()
    (client,) = clients.create_client(book, {"name": "A"}).created["client"]
    sales.add_sale(book, client, {"date": TODAY - timedelta(days=40), "amount": Decimal(100)})
    sales.add_sale(book, client, {"date": TODAY - timedelta(days=5), "amount": Decimal(30)})
    then = TODAY - timedelta(days=10)
    view = kpis.indicators(book, then, (then - timedelta(days=364), TODAY), BEFORE)
    assert view.period[1] == then
    assert view.readings["revenue"].value == 100e6
    # A change is seen at once.
    sales.add_sale(book, client, {"date": then, "amount": Decimal(7)})
    assert (
        kpis.indicators(book, then, (then - timedelta(days=364), TODAY), BEFORE).readings["revenue"].value
        == 107e6
    )


def test_targets_give_lights_and_can_be_undone(sample_book: Book) -> None:
    set_analysis(
        sample_book, targets={"retention": (0.7, 0.6), "churn": (0.1, 0.2), "revenue": (500_000, 400_000)}
    )
    view = kpis.indicators(sample_book, TODAY, YEAR, BEFORE)
    assert (view.lights["retention"], view.lights["churn"], view.lights["revenue"]) == ("good", "bad", "warn")
    assert view.lights["nps"] == ""
    month = kpis.indicators(sample_book, TODAY, *2 * [kpis.named_period("month", TODAY)])
    assert month.aims["revenue"][0] == pytest.approx(500_000e6 * 31 / 365.25)
    history.undo(sample_book)
    assert not kpis.indicators(sample_book, TODAY, YEAR, BEFORE).targets


def test_the_command_line(sample_book_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sample.portfolio"
    path.write_bytes(sample_book_file.read_bytes())
    capsys.readouterr()
    assert main(["kpis", str(path), "--as-of", "2026-11-22", "--against", "before", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["period"] == {"start": "2025-11-23", "end": "2026-11-22", "days": 365}
    assert found["against"]["end"] == "2025-11-22"
    by_code = {each["code"]: each for each in found["indicators"]}
    assert by_code["retention"]["value"] + by_code["churn"]["value"] == pytest.approx(1)
    assert len(by_code["revenue"]["course"]) == 24
    bridge = found["bridge"]
    steps = ("before", "lost", "contraction", "expansion", "reactivated", "new", "other")
    assert sum(bridge[step] for step in steps) == pytest.approx(bridge["after"])
    assert found["forecast"]["low"] < found["forecast"]["total"] < found["forecast"]["high"]
    assert sum(each["clients"] for each in found["cohorts"]["cohorts"]) == 129
    assert main(["kpis", str(path), "--as-of", "2026-11-22", "--period", "2026-01-01..2026-03-31"]) == 0
    assert "2026-01-01..2026-03-31 against 2025-01-01..2025-03-31" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["soon", "2026-01-01", "2026-03-01..2026-02-01", "2026-01-01..x"])
def test_periods_that_are_none_are_refused(text: str) -> None:
    for read in (period, against):
        with pytest.raises(argparse.ArgumentTypeError, match=text[:6]):
            read(text)
