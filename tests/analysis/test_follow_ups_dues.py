"""The computed dues, one by one, worked by hand. 31 March 2026 is a Tuesday."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp
from typing import Any

import pandas as pd
import pytest

from portfolio_app.analysis.agenda import Agenda
from portfolio_app.analysis.follow_ups import queue
from portfolio_app.analysis.frames import RHYTHM_COLUMNS, SURVEY_COLUMNS
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.working_days import WorkingDays
from tests.analysis.books import TODAY, book, clients, deals, dues, follow_ups, lines, table, touches

EVERY_DAY = WorkingDays(range(7))
PLAIN = Agenda(complete_data=False)


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def ahead(days: int) -> date:
    return TODAY + timedelta(days)


def ann(
    *plans: dict[str, Any],
    cadence: tuple[int, int] | None = None,
    touched: date | None = None,
    sales: pd.DataFrame | None = None,
    agenda: Agenda = PLAIN,
    working: WorkingDays = EVERY_DAY,
    as_of: date = TODAY,
    client: dict[str, Any] | None = None,
    **given: Any,
) -> pd.DataFrame:
    """The queue of a book with one client."""
    frames = book(
        clients("Ann", **(client or {})),
        sales,
        touches({"client_id": 1, "last_touch": touched}) if touched else None,
        follow_ups(*[{"client_id": 1, **plan} for plan in plans]),
        as_of,
        **given,
    )
    known = metrics(frames, as_of).assign(segment="x")
    return queue(known, frames, {"x": cadence}, as_of, agenda=agenda, working=working)


def line(found: pd.DataFrame) -> tuple[str, str, int, str]:
    """What the only line is about."""
    assert len(found) == 1
    row = found.iloc[0]
    return row["reason"], row["bucket"], row["days_late"], row["about"]


# The contact rhythm.


def test_a_cadence_moves_to_the_next_working_day() -> None:
    """Touched 28 days before Saturday 4 April; Monday the 6th is a holiday, so is the limit's 1 May, a Friday."""
    holidays = {date(2026, 4, 6), date(2026, 5, 1)}
    found = ann(touched=date(2026, 3, 7), cadence=(28, 55), working=WorkingDays(holidays=holidays)).iloc[0]
    assert found["due_on"] == pd.Timestamp(2026, 4, 7)
    assert found["limit_on"] == pd.Timestamp(2026, 5, 4)
    assert found["planned_on"] == pd.Timestamp(2026, 4, 7)


def test_a_reminder_keeps_its_day_whatever_day_it_is() -> None:
    assert ann({"due_on": date(2026, 4, 4)}, working=WorkingDays()).iloc[0]["due_on"] == pd.Timestamp(
        2026, 4, 4
    )


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({}, (30, 45)),
        ({"cadence_ideal_days": 10, "cadence_max_days": 20}, (10, 20)),
        ({"cadence_ideal_days": 10}, (10, 15)),
        ({"cadence_max_days": 90}, (30, 90)),
        ({"cadence_ideal_days": 10, "cadence_max_days": 5}, (10, 10)),
    ],
)
def test_a_rhythm_of_its_own(own: dict[str, int], expected: tuple[int, int]) -> None:
    row = ann(touched=ago(5), cadence=(30, 45), client=own).iloc[0]
    assert (row["ideal_days"], row["max_days"]) == expected
    assert row["due_on"] == pd.Timestamp(ago(5) + timedelta(expected[0]))


def test_a_rhythm_of_its_own_is_there_without_one_of_the_segment_and_zero_is_never() -> None:
    assert line(ann(touched=ago(12), client={"cadence_ideal_days": 10}))[:3] == ("cadence", "today", 2)
    assert ann(touched=ago(900), cadence=(30, 45), client={"cadence_ideal_days": 0}).empty


# The buying rhythm.


def rhythm(broken: date | None, very: date | None) -> Any:
    row = {
        "client_id": 1,
        "typical_gap_days": 32.0,
        "p_overdue": 0.05,
        "overdue_on": broken,
        "very_overdue_on": very,
    }
    return lambda: table([{**row, "seasonal": False}], RHYTHM_COLUMNS)


BOUGHT = lines((1, ago(90), "", 50, None), (1, ago(58), "", 50, None))


@pytest.mark.parametrize(
    ("broken", "very", "expected"),
    [
        (0, -20, ("rhythm", "today", 0, "")),
        (9, -1, ("rhythm", "today", 9, "")),
        (20, 1, ("rhythm", "overdue", 20, "")),
        (20, None, ("rhythm", "today", 20, "")),
    ],
)
def test_a_broken_buying_rhythm(broken: int, very: int | None, expected: tuple[Any, ...]) -> None:
    ends = None if very is None else ago(very)
    found = ann(sales=BOUGHT, rhythm=rhythm(ago(broken), ends))
    assert line(found) == expected
    row = found.iloc[0]
    assert (row["gap_days"], row["silence_days"], row["p_overdue"]) == (32, 58, 0.05)
    assert row["risk"] == 1.25


def test_who_has_no_buying_rhythm_to_break() -> None:
    once = lines((1, ago(58), "", 50, None))
    broken = rhythm(ago(9), ago(1))
    assert ann(sales=once, rhythm=broken).empty
    assert ann(sales=BOUGHT, rhythm=rhythm(None, None)).empty
    assert ann(sales=BOUGHT, rhythm=broken, client={"status": "former"}).empty
    assert ann(sales=BOUGHT, rhythm=broken, agenda=Agenda(rhythm=False)).empty
    assert ann(sales=BOUGHT, rhythm=rhythm(ago(500), ago(365))).empty


@pytest.mark.parametrize(("touched", "due"), [(10, 30), (7, 30), (17, 30), (18, None)])
def test_a_touch_since_the_break_or_just_before_puts_it_off(touched: int, due: int | None) -> None:
    """Broken 10 days ago; without a cadence the next look is 30 days after the touch."""
    row = ann(touched=ago(touched), sales=BOUGHT, rhythm=rhythm(ago(10), ago(2))).iloc[0]
    assert row["due_on"] == pd.Timestamp(ago(10) if due is None else ago(touched) + timedelta(due))
    assert (row["bucket"] == "overdue") == (due is None)


def test_a_touch_puts_the_broken_rhythm_off_by_the_cadence() -> None:
    row = ann(touched=ago(5), cadence=(14, 21), sales=BOUGHT, rhythm=rhythm(ago(10), ago(2))).iloc[0]
    assert (row["due_on"], row["limit_on"]) == (pd.Timestamp(ahead(9)), pd.Timestamp(ahead(16)))
    late = ann(touched=ago(16), cadence=(14, 21), sales=BOUGHT, rhythm=rhythm(ago(17), ago(2)))
    assert line(late)[0] == "rhythm"
    assert late.iloc[0]["other_reasons"] == ("cadence",)


# Deals.


@pytest.mark.parametrize(
    ("deal", "expected"),
    [
        ({"next_step_on": ago(2)}, ("deal_step", "overdue", 2, "deal:1")),
        ({"next_step_on": TODAY}, ("deal_step", "today", 0, "deal:1")),
        ({"next_step_on": ahead(3)}, ("deal_step", "week", -3, "deal:1")),
        ({"expected_on": ahead(7)}, ("deal_close", "today", 0, "deal:1")),
        ({"expected_on": ahead(8)}, ("deal_close", "week", -1, "deal:1")),
        ({"expected_on": TODAY}, ("deal_close", "today", 7, "deal:1")),
        ({"expected_on": ago(1)}, ("deal_close", "overdue", 8, "deal:1")),
        (
            {"expected_on": ago(1), "closed_on": ahead(1), "status": "won"},
            ("deal_close", "overdue", 8, "deal:1"),
        ),
    ],
)
def test_a_deal(deal: dict[str, Any], expected: tuple[Any, ...]) -> None:
    assert line(ann(deals=deals({"client_id": 1, **deal}))) == expected


def test_deals_that_are_closed_or_to_come_are_none() -> None:
    for given in ({"status": "lost", "closed_on": TODAY}, {"opened_on": ahead(1)}):
        assert ann(
            deals=deals({"client_id": 1, "next_step_on": ago(2), "expected_on": ago(1), **given})
        ).empty


def test_of_several_deals_the_earliest_and_the_others_are_said() -> None:
    rows = [{"client_id": 1, "next_step_on": ago(n)} for n in (1, 4)]
    found = ann(
        deals=deals(*rows, {"client_id": 1, "expected_on": ahead(2)}, {"client_id": 9, "expected_on": TODAY})
    )
    assert line(found) == ("deal_step", "overdue", 4, "deal:2")
    assert found.iloc[0]["other_reasons"] == ("deal_step", "deal_close")


@pytest.mark.parametrize(("done", "late"), [(0, -7), (6, -1), (7, 0), (8, 1), (60, 8)])
def test_a_close_ticked_off_rests_a_week(done: int, late: int) -> None:
    given = dues(answers=[{"reason": "deal_close", "about": "deal:1", "done_on": ago(done)}])
    found = ann(deals=deals({"client_id": 1, "expected_on": ago(1)}), dues=given)
    assert found.iloc[0]["days_late"] == late


def test_a_step_ticked_off_before_is_another_than_one_set_for_that_day() -> None:
    given = dues(answers=[{"reason": "deal_step", "about": "deal:1", "done_on": ago(2)}])
    assert ann(deals=deals({"client_id": 1, "next_step_on": ago(3)}), dues=given).empty
    assert line(ann(deals=deals({"client_id": 1, "next_step_on": ago(2)}), dues=given))[0] == "deal_step"


# Days that matter.


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (31, ("week", -1)),
        (30, ("today", 0)),
        (0, ("today", 30)),
        (-1, ("overdue", 31)),
        (-60, ("overdue", 90)),
        (-61, None),
    ],
)
def test_a_key_date(day: int, expected: tuple[str, int] | None) -> None:
    found = ann(dues=dues([{"on": ahead(day), "kind": "contract_end"}]))
    if expected is None:
        assert found.empty
    else:
        assert line(found) == ("key_date", *expected, "key_date:1")


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2020, 4, 2), date(2026, 4, 2)),
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2019, 3, 31), date(2026, 3, 31)),
        (date(2019, 1, 29), date(2027, 1, 29)),
        (date(2027, 5, 1), date(2027, 5, 1)),
    ],
)
def test_a_yearly_date_is_the_one_that_is_near(on: date, due: date) -> None:
    row = ann(dues=dues([{"on": on, "yearly": 1, "notice_days": 0}])).iloc[0]
    assert row["due_on"] == pd.Timestamp(due)


@pytest.mark.parametrize(
    ("kind", "yearly", "done", "due"),
    [
        ("renewal", 1, {"done_on": ago(5)}, date(2027, 3, 1)),
        ("renewal", 1, {"done_on": date(2025, 3, 15)}, date(2026, 3, 1)),
        ("renewal", 1, {"done_on": date(2026, 2, 22)}, date(2027, 3, 1)),
        ("renewal", 1, {"done_on": date(2025, 12, 1)}, date(2026, 3, 1)),
        ("renewal", 1, {"done_on": date(2025, 12, 1), "answers_on": date(2026, 3, 1)}, date(2027, 3, 1)),
        ("contract_end", 0, {"done_on": ago(5)}, None),
        ("contract_end", 0, {"done_on": date(2025, 12, 1)}, date(2026, 3, 1)),
    ],
)
def test_a_key_date_ticked_off_rests_for_that_time(
    kind: str, yearly: int, done: dict[str, Any], due: date | None
) -> None:
    """Of 1 March, ticked off: the next one comes; an answer to an earlier one, or to another day, is none."""
    days = [{"on": date(2026 - 2 * yearly, 3, 1), "kind": kind, "yearly": yearly, "notice_days": 0}]
    found = ann(dues=dues(days, answers=[{"reason": "key_date", "about": "key_date:1", **done}]))
    assert (None if found.empty else found.iloc[0]["due_on"].date()) == due


def test_a_greeting_is_never_late_and_gone_after_a_week() -> None:
    for since, bucket in ((0, "today"), (7, "today"), (8, None), (-7, "week"), (-8, None)):
        day = {"on": ago(since), "kind": "birthday", "notice_days": 0}
        found = ann(dues=dues([day]))
        assert (None if found.empty else found.iloc[0]["bucket"]) == bucket


def test_birthdays_are_of_persons_and_wanted() -> None:
    born = {"birth_date": date(1980, 3, 29), "kind": "person"}
    wanted = Agenda(birthdays=True)
    assert line(ann(client=born, agenda=wanted)) == ("birthday", "today", 2, "")
    assert ann(client=born).empty
    assert ann(client=born | {"kind": "organisation"}, agenda=wanted).empty
    assert ann(client=born | {"status": "former"}, agenda=wanted).empty
    done = dues(answers=[{"reason": "birthday", "done_on": ago(1)}])
    assert ann(client=born, agenda=wanted, dues=done).empty
    last_year = dues(answers=[{"reason": "birthday", "done_on": ago(364)}])
    assert line(ann(client=born, agenda=wanted, dues=last_year))[0] == "birthday"
    leap = born | {"birth_date": date(2000, 2, 29)}
    assert line(ann(client=leap, agenda=wanted, as_of=date(2027, 2, 28)))[2] == 0
    assert line(ann(client=leap, agenda=wanted, as_of=date(2028, 2, 29)))[2] == 0


def test_anniversaries_begin_a_year_after() -> None:
    wanted = Agenda(anniversaries=True)
    assert line(ann(client={"client_since": date(2021, 4, 1)}, agenda=wanted)) == (
        "key_date",
        "week",
        -1,
        "since",
    )
    assert ann(client={"client_since": ago(3)}, agenda=wanted).empty
    done = dues(answers=[{"reason": "key_date", "about": "since", "done_on": TODAY}])
    assert ann(client={"client_since": date(2021, 3, 31)}, agenda=wanted, dues=done).empty


# Surveys and data.


def surveyed(days: int) -> pd.DataFrame:
    return table([{"client_id": 1, "kind": "nps", "score": 9, "on": ago(days)}], SURVEY_COLUMNS)


def test_a_survey_comes_back_after_the_last_one() -> None:
    wanted = Agenda(survey_days=90, rhythm=False)
    assert line(ann(sales=BOUGHT, surveys=surveyed(95), agenda=wanted)) == ("survey", "today", 5, "")
    assert line(ann(sales=BOUGHT, surveys=surveyed(83), agenda=wanted)) == ("survey", "week", -7, "")
    assert ann(sales=BOUGHT, surveys=surveyed(82), agenda=wanted).empty
    assert ann(sales=BOUGHT, surveys=surveyed(95), agenda=PLAIN).empty
    done = dues(answers=[{"reason": "survey", "done_on": ago(20)}])
    assert ann(sales=BOUGHT, surveys=surveyed(95), agenda=wanted, dues=done).empty


def test_the_first_survey_is_a_month_after_the_first_sale() -> None:
    found = ann(sales=BOUGHT, agenda=Agenda(survey_days=90, rhythm=False))
    assert line(found) == ("survey", "today", 60, "")
    assert pd.isna(found.iloc[0]["limit_on"])
    assert ann(sales=lines((1, ago(900), "", 5, None)), agenda=Agenda(survey_days=90, rhythm=False)).empty
    assert ann(agenda=Agenda(survey_days=90)).empty


def test_a_buyer_nobody_can_reach_is_due() -> None:
    alone = {"reachable": 0, "created_on": ago(40)}
    wanted = Agenda(rhythm=False)
    assert line(ann(sales=BOUGHT, client=alone, agenda=wanted)) == ("data", "today", 40, "")
    assert ann(sales=BOUGHT, client=alone, agenda=Agenda(complete_data=False, rhythm=False)).empty
    assert ann(sales=BOUGHT, client=alone | {"reachable": 1}, agenda=wanted).empty
    assert ann(sales=BOUGHT, client=alone, agenda=wanted, dues=dues(reached=[1])).empty
    assert ann(client=alone, agenda=wanted).empty
    for done, late in ((89, -1), (90, 0)):
        given = dues(answers=[{"reason": "data", "done_on": ago(done)}])
        assert ann(sales=BOUGHT, client=alone, agenda=wanted, dues=given).iloc[0]["days_late"] == late


def test_what_is_soft_yields_to_anything_planned_and_comes_last() -> None:
    wanted = Agenda(survey_days=90, rhythm=False)
    alone = {"reachable": 0}
    both = ann(sales=BOUGHT, client=alone, agenda=wanted)
    assert (both.iloc[0]["reason"], both.iloc[0]["other_reasons"]) == ("survey", ("data",))
    far = ann({"due_on": ahead(200)}, sales=BOUGHT, client=alone, agenda=wanted)
    assert line(far)[:2] == ("reminder", "later")
    now = ann({"due_on": TODAY}, sales=BOUGHT, client=alone, agenda=wanted)
    assert (now.iloc[0]["reason"], now.iloc[0]["other_reasons"]) == ("reminder", ("survey", "data"))
    old = ann(sales=BOUGHT, touched=ago(40), client=alone, cadence=(30, 60), agenda=wanted)
    assert (old.iloc[0]["reason"], old.iloc[0]["other_reasons"]) == ("cadence", ("survey", "data"))


# How much each weighs.


def test_every_factor_of_the_priority_is_told() -> None:
    """Bob's worth is the median; Ann's four times as much, a deal of 200 among it."""
    frames = book(
        clients("Ann", "Bob", "Cid"),
        lines((1, ago(30), "", 200, None), (2, ago(30), "", 100, None), (3, ago(30), "", 20, None)),
        follow_up_frame=follow_ups(*[{"client_id": i, "due_on": ago(7)} for i in (1, 2, 3)]),
        deals=deals({"client_id": 1, "amount": 200e6}),
    )
    found = queue(metrics(frames, TODAY).assign(segment="x"), frames, {}, TODAY, agenda=PLAIN)
    row = found.set_index("client_name").loc["Ann"]
    assert (row["stake"], row["risk"]) == (3.0, 1.0)
    assert row["urgency"] == pytest.approx(1 + 1.5 * (1 - exp(-7 / 14 / 1.5)))
    assert row["at_stake"] == 200_000_000
    assert (found["priority"] - found["urgency"] * found["stake"] * found["risk"]).abs().max() < 1e-12
    assert found["client_name"].tolist() == ["Ann", "Bob", "Cid"]


def test_lateness_does_not_make_up_for_size() -> None:
    """Ann is worth 23 of the usual client and 25 days late, Bob one and 189: she comes first; of equals the later."""
    frames = book(
        clients("Ann", "Bob", "Cid"),
        lines(*[(i, ago(300), "", amount, None) for i, amount in ((1, 23), (2, 1), (3, 1))]),
        touches(*[{"client_id": i, "last_touch": ago(days)} for i, days in ((1, 55), (2, 219), (3, 218))]),
    )
    found = queue(metrics(frames, TODAY).assign(segment="x"), frames, {"x": (30, 45)}, TODAY, agenda=PLAIN)
    ann, bob, cid = found["priority"]
    assert found["client_name"].tolist() == ["Ann", "Bob", "Cid"]
    assert ann > 1.5 * bob > 1.5 * cid
    assert (found["urgency"] < 2.5).all()


def test_what_came_in_a_year_counts_half_once_it_stopped() -> None:
    """Ann brought 800 in two years, Bob 100 on one day, Cid brings 200: worth 200, 50 and 200."""
    frames = book(
        clients("Ann", "Bob", "Cid", "Dan"),
        lines(
            (1, ago(2730), "", 400, None), (1, ago(2000), "", 400, None), (2, ago(900), "", 100, None),
            (3, ago(10), "", 200, None), (3, ago(3000), "", 9000, None),
        ),
        follow_up_frame=follow_ups(*[{"client_id": i, "due_on": TODAY} for i in (1, 2, 3, 4)]),
    )  # fmt: skip
    found = queue(metrics(frames, TODAY).assign(segment="x"), frames, {}, TODAY, agenda=PLAIN)
    assert found.set_index("client_name")["stake"].to_dict() == pytest.approx(
        {"Ann": 2, "Bob": 1.5, "Cid": 2, "Dan": 1}
    )
    assert found["at_stake"].sum() == 200_000_000


def test_where_all_sales_stopped_size_counts_and_not_lateness_alone() -> None:
    """Ann brought sixteen times as much as Bob and is twenty days less late, after nine years."""
    frames = book(
        clients("Ann", "Bob"),
        lines((1, ago(3300), "", 16, None), (2, ago(3320), "", 1, None)),
    )
    found = queue(metrics(frames, TODAY).assign(segment="x"), frames, {"x": (30, 45)}, TODAY, agenda=PLAIN)
    assert found["client_name"].tolist() == ["Ann", "Bob"]


def test_a_notice_is_not_lateness() -> None:
    """The contract ended two weeks ago; its notice began 30 days before."""
    given: dict[str, Any] = {"kind": "renewal", "notice_days": 30}
    urgencies = [
        ann(dues=dues([{"on": ahead(days), **given}])).iloc[0]["urgency"] for days in (44, 30, 1, 0, -14)
    ]
    assert urgencies == pytest.approx([0.1, 1, 1, 1, 1 + 1.5 * (1 - exp(-1 / 1.5))])


def test_a_step_of_a_plan_and_what_a_reminder_says() -> None:
    step = {"due_on": TODAY, "reason": "plan_step", "about": "enrolment:7", "title": "Wake up"}
    found = ann(step, {"due_on": ago(1), "repeats": 1})
    assert line(found) == ("reminder", "overdue", 1, "")
    assert found.iloc[0]["repeats"]
    assert found.iloc[0]["status"] == "open"
    assert found.iloc[0]["other_reasons"] == ("plan_step",)
    assert line(ann(step)) == ("plan_step", "today", 0, "enrolment:7")
    assert not ann(step).iloc[0]["repeats"]
