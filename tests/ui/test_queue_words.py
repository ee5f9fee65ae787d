"""The words of the queue: why somebody is due for every reason, what ticking off means, names of groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QUrl

from portfolio_app.models.enums import FollowUpReason
from portfolio_app.services.agenda import QueueGroup, QueueRow
from portfolio_app.ui import reasons, theme
from portfolio_app.ui.pages import client_links, queue_words
from tests.conftest import TODAY
from tests.ui.queue_desk import action

DAY = timedelta(days=1)


def row(**values: Any) -> QueueRow:
    """A client of "Top" with a complaint of six days ago."""
    return QueueRow(1, "A", "", "top", "", "", "", 0, None, None, TODAY - 6 * DAY, action(**values))


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (
            {"reason": "rhythm", "gap_days": 32, "silence_days": 58},
            "Usually orders every 32 days — 58 days without an order",
        ),
        ({"reason": "rhythm"}, "Orders later than usual"),
        (
            {"reason": "plan_step", "title": "send the offer", "subject": "Wake up · 2/3", "follow_up_id": 4},
            "Plan Wake up · 2/3: send the offer",
        ),
        ({"reason": "deal_step", "subject": "Window", "title": "call back"}, "Deal “Window”: call back"),
        (
            {"reason": "deal_close", "subject": "Window", "subject_on": TODAY + 4 * DAY},
            "Deal “Window” is to close on 26 Nov",
        ),
        (
            {"reason": "deal_close", "subject": "Window", "subject_on": TODAY - 2 * DAY, "days_late": 9},
            "Deal “Window” was to close on 20 Nov: won or lost?",
        ),
        (
            {"reason": "key_date", "subject": "lift", "subject_kind": "renewal", "subject_on": TODAY + DAY},
            "Renewal: lift on 23 Nov",
        ),
        (
            {"reason": "key_date", "subject_kind": "contract_end", "subject_on": TODAY + DAY},
            "End of contract on 23 Nov",
        ),
        (
            {"reason": "key_date", "about": "since", "subject_on": TODAY},
            "Anniversary of the beginning with you on 22 Nov",
        ),
        ({"reason": "birthday"}, "Birthday today"),
        ({"reason": "birthday", "days_late": 2, "subject_on": TODAY - 2 * DAY}, "Birthday on 20 Nov"),
        ({"reason": "survey"}, "Ask how satisfied they are: never asked yet"),
        ({"reason": "data"}, "Buys, but no phone number nor e-mail address is known"),
        ({"reason": "complaint", "subject": "<b>late</b>"}, "Complaint open for 6 days: <b>late</b>"),
        ({"reason": "complaint", "follow_up_id": 2}, "Postponed by you · Complaint open for 6 days"),
        ({"status": "waiting", "reason": "reminder", "title": "quote"}, "quote · No answer noted by the day you set"),
        (
            {"status": "waiting", "due_on": TODAY + DAY, "days_late": -1, "bucket": "waiting"},
            "Waiting for their answer",
        ),
    ],
)  # fmt: skip
def test_the_reason_of_each_sort(values: dict[str, Any], wanted: str) -> None:
    assert reasons.reason(row(**values), "Top").replace("(s)", "s") == wanted


@pytest.mark.parametrize("reason", [*FollowUpReason, "never_touched"])
def test_every_reason_has_words_of_its_own(reason: str) -> None:
    told = row(reason=str(reason), other_reasons=(str(reason),), title="x", subject="y")
    assert str(reason) not in reasons.reason(told, "Top").replace("rhythm", "").split()
    assert str(reason) in ("complaint", "survey", "birthday", "reminder", "cadence", "rhythm", "data") or str(
        reason
    ) not in reasons.other_reasons(told)
    assert queue_words.done_hint(told).startswith("Done")


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (
            {"reason": "rhythm", "gap_days": 32, "silence_days": 58, "days_late": 3, "bucket": "overdue"},
            ("×1.8 its rhythm", "danger"),
        ),
        ({"reason": "rhythm", "gap_days": 32, "silence_days": 58}, ("×1.8 its rhythm", "warn")),
        ({"reason": "key_date", "subject_on": TODAY + 12 * DAY, "days_late": 18}, ("4 Dec", "warn")),
        (
            {"reason": "deal_close", "subject_on": TODAY - 2 * DAY, "days_late": 9, "bucket": "overdue"},
            ("2 d late", "danger"),
        ),
    ],
)
def test_the_badge_says_what_counts(values: dict[str, Any], wanted: tuple[str, theme.Tone]) -> None:
    text, tone = reasons.badge(row(**values), TODAY)
    assert (text.replace("\u202f", " ").replace("\u00a0", " "), tone) == wanted


def test_the_place_in_the_list_is_explained() -> None:
    told = queue_words.why_here(
        replace(
            row(days_late=12, urgency=1.4, stake=2.1, risk=1.25, priority=3.7, p_overdue=0.04),
            at_stake=9_000_000,
        ),
        "EUR",
    )
    assert told.replace("(s)", "s") == (
        "Place in the list: 3.7 = urgency 1.4 (12 days after its day) × stake 2.1 (€9 of sales in the last 12 months)"
        " × risk 1.25 (complaint open, orders later than usual)"
    )


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({"reason": "deal_close", "days_late": 9, "limit_on": TODAY - 2 * DAY}, "(2 days after its day)"),
        ({"reason": "key_date", "days_late": 18, "limit_on": TODAY + 12 * DAY}, "(12 days to go)"),
        ({"reason": "key_date", "days_late": 30, "limit_on": TODAY}, "(its day is today)"),
        ({"reason": "birthday", "days_late": 3}, "(3 days after its day)"),
        ({"reason": "cadence", "days_late": 9, "limit_on": TODAY + 6 * DAY}, "(9 days after its day)"),
        ({"stake": 1.4}, "stake 1.4 (no sales in the last 12 months: half of what came in a year before"),
    ],
)  # fmt: skip
def test_the_place_is_counted_from_the_day_itself_not_from_its_notice(
    values: dict[str, Any], wanted: str
) -> None:
    given = {"due_on": TODAY - values.get("days_late", 0) * DAY, **values}
    assert wanted in queue_words.why_here(row(**given), "EUR").replace("(s)", "s")


def test_who_comes_later_because_the_day_is_full_says_when() -> None:
    late = row(due_on=TODAY - 3 * DAY, days_late=3, planned_on=TODAY + 2 * DAY)
    assert reasons.spread(late) == "its turn: Tue 24 Nov"
    assert reasons.spread(row(planned_on=TODAY)) == ""
    assert reasons.spread(row(due_on=TODAY + 3 * DAY, days_late=-3, planned_on=TODAY + 3 * DAY)) == ""


@pytest.mark.parametrize(
    ("by", "key", "wanted"),
    [
        ("date", "2026-11-22", "Today"),
        ("date", "2026-11-23", "Tomorrow"),
        ("date", "2026-11-26", "Thu 26 Nov"),
        ("date", "", "Without a day"),
        ("place", "FR-29", "29 Finistère"),
        ("place", "FR-974", "974 La Réunion"),
        ("place", "29", "29 Finistère"),
        ("place", "DE-10", "DE-10"),
        ("place", "", "Place unknown"),
        ("kind", "visit", "Visit"),
        ("kind", "", "Other things to do"),
    ],
)
def test_names_of_groups(by: str, key: str, wanted: str) -> None:
    assert queue_words.group_name(QueueGroup(key, by, (1,), 1, 0), TODAY) == wanted


def test_an_address_on_the_map_stays_what_is_searched_for() -> None:
    url = client_links.map_url("1 rue d’Y & fils?\r\n#layers=X, 29000 Quimper")
    assert url.host() == "www.openstreetmap.org"
    assert "&" not in url.query(QUrl.ComponentFormattingOption.FullyEncoded)
    assert not url.hasFragment()
    assert not client_links.map_url(" \n").isValid()
