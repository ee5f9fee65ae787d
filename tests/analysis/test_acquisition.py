from __future__ import annotations

from datetime import date

import pandas as pd

from portfolio_app.analysis.acquisition import acquisition

UNTIL, AFTER = date(2026, 11, 22), date(2025, 11, 22)


def table(*rows: tuple[str, str | None, float | None]) -> pd.DataFrame:
    """Clients by source, first sale and what winning them cost."""
    frame = pd.DataFrame(rows, columns=["acquisition_source", "first_sale", "acquisition_cost"])
    frame["first_sale"] = pd.to_datetime(frame["first_sale"]).astype("datetime64[s]")
    frame["acquisition_cost"] = frame["acquisition_cost"].astype("float64")
    frame["tenure_days"] = (pd.Timestamp(UNTIL) - frame["first_sale"]).dt.days.astype("float64")
    return frame.set_axis(pd.RangeIndex(1, len(frame) + 1, name="client_id"))


def spent(*rows: tuple[str, str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["on", "source", "amount"])
    return frame.assign(on=pd.to_datetime(frame["on"]).astype("datetime64[s]"))


def test_spending_and_noted_costs_by_client_won() -> None:
    clients = table(
        ("Salon", "2026-05-01", 40.0), ("salon", "2026-06-01", None), ("Salon", "2025-11-22", 900.0),
        ("Salon", None, 900.0), ("Site", "2026-11-22", None), ("", "2026-01-01", None),
    )  # fmt: skip
    found = acquisition(
        clients,
        spent(("2026-03-01", "SALON", 100), ("2025-11-22", "Salon", 500), ("2026-04-01", "Presse", 70)),
        AFTER,
        UNTIL,
    )
    # The day the period begins after, and who never ordered, are outside.
    assert [(each.source, each.spent, each.noted, each.won) for each in found] == [
        ("Salon", 140, 40, (1, 2)),
        ("Presse", 70, 0, ()),
        ("", 0, 0, (6,)),
        ("Site", 0, 0, (5,)),
    ]
    assert [each.cost for each in found] == [70.0, None, None, None]


def test_nothing_is_nothing() -> None:
    assert acquisition(table(), spent(), AFTER, UNTIL) == ()


def test_who_was_a_client_before_the_book_knows_of_orders_was_not_won() -> None:
    clients = table(
        ("Salon", "2026-05-01", 40.0), ("Salon", "2026-05-01", 900.0), ("Salon", "2026-05-01", None)
    )
    clients["tenure_days"] = [364.0, 365.0, 4_000.0]
    (found,) = acquisition(clients, spent(("2026-03-01", "Salon", 100)), AFTER, UNTIL)
    assert (found.won, found.noted, found.cost) == ((1,), 40, 140.0)
