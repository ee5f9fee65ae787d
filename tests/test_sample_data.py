"""The sample book: whole, invented, shaped like a real portfolio, and what its generator writes."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from tools import make_sample
from tools.sample_words import TOWNS

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample"
FICTITIOUS = re.compile(r"(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d")
EXAMPLE = re.compile(r"[a-z0-9.-]+@example\.(fr|com)")


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def book() -> dict[str, list[dict[str, str]]]:
    names = (
        "clients", "contacts", "products", "sales", "interactions", "follow_ups", "custom_fields", "deals",
        "survey_answers", "key_dates", "plans", "enrolments",
    )  # fmt: skip
    return {name: read(name) for name in names}


@pytest.fixture(scope="module")
def anchor() -> date:
    return date.fromisoformat((FOLDER / "anchor.txt").read_text(encoding="utf-8").strip())


Book = dict[str, list[dict[str, str]]]


def test_the_generator_writes_these_files(tmp_path: Path) -> None:
    make_sample.write_book(tmp_path, make_sample.make_book())
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in FOLDER.iterdir()}


def test_another_seed_gives_another_book() -> None:
    assert make_sample.make_book(1) != make_sample.make_book(2)


def test_sizes(book: Book) -> None:
    assert len(book["clients"]) == 143
    assert 160 <= len(book["contacts"]) <= 190
    assert len(book["products"]) == 30
    assert 4_500 <= len(book["sales"]) <= 5_700
    assert 1_400 <= len(book["interactions"]) <= 1_700
    assert len(book["follow_ups"]) == 42
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 1_000_000


def test_keys_point_somewhere(book: Book) -> None:
    clients = Counter(row["reference"] for row in book["clients"])
    products = Counter(row["reference"] for row in book["products"])
    people = {(row["client_reference"], row["email"]) for row in book["contacts"]}
    assert max(clients.values()) == max(products.values()) == 1
    of_clients = ("contacts", "sales", "interactions", "follow_ups", "deals", "survey_answers", "key_dates")
    for name in (*of_clients, "enrolments"):
        assert {row["client_reference"] for row in book[name]} <= clients.keys()
    assert {row["product_reference"] for row in book["sales"]} <= products.keys()
    told = book["interactions"] + book["survey_answers"] + book["key_dates"]
    named = {(r["client_reference"], r["contact_email"]) for r in told if r["contact_email"]}
    assert named <= people
    orders = defaultdict(set)
    for row in book["sales"]:
        orders[row["order_reference"]].add((row["client_reference"], row["date"]))
    assert all(len(owners) == 1 for owners in orders.values())


def test_every_client_has_its_own_name(book: Book) -> None:
    assert len({row["name"] for row in book["clients"]}) == len(book["clients"])


def test_nobody_real_can_be_reached(book: Book) -> None:
    rows = book["clients"] + book["contacts"]
    numbers = [row[field] for row in rows for field in ("phone", "mobile") if row.get(field)]
    emails = [row["email"] for row in rows if row["email"]]
    assert [n for n in numbers if not FICTITIOUS.fullmatch(n)] == []
    assert [e for e in emails if not EXAMPLE.fullmatch(e)] == []
    assert len(set(numbers)) == len(numbers)
    assert len(set(emails)) == len(emails)


def test_places_fit_their_postcodes(book: Book) -> None:
    assert {(row["city"], row["postcode"]) for row in book["clients"]} <= set(TOWNS.items())


def test_a_person_is_its_own_only_contact(book: Book) -> None:
    contacts = defaultdict(list)
    for row in book["contacts"]:
        contacts[row["client_reference"]].append(row["full_name"])
    people = [row for row in book["clients"] if row["kind"] == "person"]
    assert len(people) == 12
    assert all(contacts[row["reference"]] == [row["name"]] for row in people)


def test_the_story_ends_the_day_before_the_anchor(book: Book, anchor: date) -> None:
    days = [date.fromisoformat(row["date"]) for row in book["sales"]]
    assert max(days) == anchor - timedelta(days=1)
    assert anchor - timedelta(days=3 * 366) < min(days) < anchor - timedelta(days=3 * 365 - 30)
    touched = {date.fromisoformat(row["date"]) for row in book["interactions"]}
    settled = {date.fromisoformat(r["resolved_on"]) for r in book["interactions"] if r["resolved_on"]}
    assert max(touched | settled) < anchor


def test_revenue_is_concentrated_as_in_real_portfolios(book: Book, anchor: date) -> None:
    revenue: dict[str, Decimal] = defaultdict(Decimal)
    start = (anchor - timedelta(days=365)).isoformat()
    for row in book["sales"]:
        if row["date"] >= start:
            revenue[row["client_reference"]] += Decimal(row["amount"])
    total = sum(revenue.values())
    shares = sorted((float(value / total) for value in revenue.values()), reverse=True)
    assert 0.20 <= shares[0] <= 0.27
    assert 8 <= 1 / sum(share**2 for share in shares) <= 15
    assert sum(shares[: len(shares) // 5]) > 0.8
    assert shares[-1] > 0


def test_margins_and_returns_are_believable(book: Book) -> None:
    amount = sum(Decimal(row["amount"]) for row in book["sales"])
    cost = sum(Decimal(row["cost"]) for row in book["sales"])
    assert Decimal("0.25") < 1 - cost / amount < Decimal("0.40")
    returns = [row for row in book["sales"] if Decimal(row["amount"]) < 0]
    assert 20 <= len(returns) <= 80
    assert all(int(row["quantity"]) < 0 and Decimal(row["cost"]) < 0 for row in returns)


def test_prospects_never_bought_and_the_others_did(book: Book) -> None:
    buyers = {row["client_reference"] for row in book["sales"]}
    for row in book["clients"]:
        assert (row["reference"] in buyers) is (row["status"] != "prospect")
        assert bool(row["client_since"]) is (row["status"] != "prospect")
        assert bool(row["former_reason"]) is (row["status"] == "former")


def test_some_slip_away_some_sleep_some_keep_their_rhythm(book: Book, anchor: date) -> None:
    days = defaultdict(set)
    for row in book["sales"]:
        if Decimal(row["amount"]) > 0:
            days[row["client_reference"]].add(date.fromisoformat(row["date"]))
    late: Counter[str] = Counter()
    for dates in days.values():
        ordered = sorted(dates)
        gaps = sorted((b - a).days for a, b in pairwise(ordered))
        silence = (anchor - ordered[-1]).days
        if silence > 180:
            late["asleep"] += 1
        elif gaps and silence > 1.5 * gaps[len(gaps) // 2]:
            late["slipping"] += 1
        else:
            late["in rhythm"] += 1
    assert late["asleep"] >= 20
    assert late["slipping"] >= 10
    assert late["in rhythm"] >= 60


def test_words_are_those_of_the_program(book: Book) -> None:
    from portfolio_app.models import enums

    known = {
        ("clients", "kind"): enums.ClientKind,
        ("clients", "status"): enums.ClientStatus,
        ("interactions", "kind"): enums.InteractionKind,
        ("interactions", "direction"): enums.Direction,
        ("interactions", "outcome"): enums.Outcome,
        ("follow_ups", "kind"): enums.InteractionKind,
        ("follow_ups", "status"): enums.FollowUpStatus,
        ("clients", "strategic_role"): enums.StrategicRole,
        ("clients", "price_sensitivity"): enums.Level,
        ("clients", "growth_potential"): enums.Level,
        ("clients", "gender"): enums.Gender,
        ("custom_fields", "type"): enums.CustomFieldType,
        ("deals", "status"): enums.DealStatus,
        ("survey_answers", "kind"): enums.SurveyKind,
        ("follow_ups", "repeat_unit"): enums.RepeatUnit,
        ("key_dates", "kind"): enums.KeyDateKind,
        ("plans", "kind"): enums.InteractionKind,
        ("enrolments", "end_reason"): enums.EnrolmentEnd,
    }
    for (table, column), words in known.items():
        assert {row[column] for row in book[table]} - {""} <= {str(word) for word in words}


def test_complaints_are_mostly_settled_and_a_few_open(book: Book) -> None:
    complaints = [row for row in book["interactions"] if row["kind"] == "complaint"]
    still_open = [row for row in complaints if not row["resolved_on"]]
    assert 3 <= len(still_open) <= 6
    assert len(complaints) > 5 * len(still_open)
    assert all(row["resolved_on"] >= row["date"] for row in complaints if row["resolved_on"])


def test_texts_vary_and_name_no_month(book: Book) -> None:
    bodies = [row["body"] for row in book["interactions"] if row["body"]]
    assert len(set(bodies)) > 0.5 * len(bodies)
    assert not any("{" in body or "}" in body for body in bodies)
    months = re.compile(r"\b(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|décembre)\b")
    assert [body for body in bodies if months.search(body)] == []


def test_follow_ups_fill_every_drawer(book: Book, anchor: date) -> None:
    open_ones = [date.fromisoformat(r["due_on"]) for r in book["follow_ups"] if r["status"] == "open"]
    assert sum(day < anchor for day in open_ones) == 8
    assert sum(day == anchor for day in open_ones) == 5
    assert sum(anchor < day < anchor + timedelta(days=7) for day in open_ones) == 10
    assert any(day >= anchor + timedelta(days=7) for day in open_ones)
    assert all(bool(r["done_on"]) is (r["status"] == "done") for r in book["follow_ups"])


def test_payments_are_mostly_in_time_and_a_few_wait(book: Book, anchor: date) -> None:
    known = [row for row in book["sales"] if row["due_on"]]
    assert 0.5 < len(known) / len(book["sales"]) < 0.8
    assert all(row["paid_on"] < anchor.isoformat() for row in known)
    assert not any(row["paid_on"] for row in book["sales"] if not row["due_on"])
    overdue = {r["client_reference"] for r in known if not r["paid_on"] and r["due_on"] < anchor.isoformat()}
    assert 2 <= len(overdue) <= 12
    late = sum(row["paid_on"] > row["due_on"] for row in known)
    assert 0.1 < late / len(known) < 0.5


def test_deals_and_answers_are_believable(book: Book, anchor: date) -> None:
    states = Counter(row["status"] for row in book["deals"])
    assert min(states["open"], states["won"], states["lost"]) >= 3
    assert all(bool(row["closed_on"]) is (row["status"] != "open") for row in book["deals"])
    assert all(row["opened_on"] < (row["closed_on"] or anchor.isoformat()) for row in book["deals"])
    nps = [int(row["score"]) for row in book["survey_answers"] if row["kind"] == "nps"]
    balance = sum(score >= 9 for score in nps) - sum(score <= 6 for score in nps)
    assert 80 <= len(nps) <= 140
    assert 0 < balance / len(nps) < 0.6
    assert max(row["on"] for row in book["survey_answers"]) < anchor.isoformat()


def test_a_strategic_role_stands_on_weak_clients_that_are_kept(book: Book, anchor: date) -> None:
    year = (anchor - timedelta(days=365)).isoformat()
    revenue: Counter[str] = Counter()
    for row in book["sales"]:
        if row["date"] > year:
            revenue[row["client_reference"]] += int(Decimal(row["amount"]))
    middle = sorted(revenue.values())[len(revenue) // 2]
    told = [row for row in book["clients"] if row["strategic_role"]]
    assert 5 <= len(told) <= 20
    assert {row["status"] for row in told} == {"active"}
    assert len({row["strategic_role"] for row in told}) == 4
    weak = [row for row in told if revenue[row["reference"]] < middle]
    assert len(weak) > len(told) / 2
    assert max(revenue[row["reference"]] for row in told) < max(revenue.values()) / 10


def test_every_field_of_its_own_is_used(book: Book) -> None:
    for row in book["custom_fields"]:
        values = {client[f"custom.{row['code']}"] for client in book["clients"]} - {""}
        assert len(values) >= 2
        if row["choices"]:
            assert values <= set(row["choices"].split(";"))


def test_the_agenda_shows_every_reason(book: Book, anchor: date) -> None:
    """Recurring reminders, steps of deals, plans at every step, key dates before and after, a late complaint."""
    recurring = [row for row in book["follow_ups"] if row["repeat_every"]]
    assert {row["repeat_unit"] for row in recurring} == {"week", "month"}
    assert [row["time_zone"] for row in recurring if row["due_time"]] == ["Europe/Paris"]
    steps = [date.fromisoformat(row["next_step_on"]) for row in book["deals"] if row["next_step"]]
    assert min(steps) < anchor <= max(steps)
    promised = [row for row in book["interactions"] if row["due_on"]]
    assert [row["kind"] for row in promised] == ["complaint"]
    assert all(
        row["date"] <= row["due_on"] < anchor.isoformat() and not row["resolved_on"] for row in promised
    )
    lengths = Counter(row["plan"] for row in book["plans"])
    assert lengths == {"Réveil": 3, "Bienvenue": 3}
    for plan in lengths:
        rows = [row for row in book["enrolments"] if row["plan"] == plan]
        assert {row["step"] for row in rows if row["due_on"]} == {"1", "2", "3"}
        assert all(bool(row["due_on"]) is not bool(row["ended_on"]) for row in rows)
    assert {row["end_reason"] for row in book["enrolments"]} == {"", "finished", "stopped"}
    busy = {row["client_reference"] for row in book["follow_ups"] if row["status"] in ("open", "waiting")}
    assert busy.isdisjoint(row["client_reference"] for row in book["enrolments"] if row["due_on"])
    once = [date.fromisoformat(row["on"]) for row in book["key_dates"] if row["yearly"] == "no"]
    assert min(once) < anchor < max(once)
    own = [row["cadence_ideal_days"] for row in book["clients"] if row["cadence_ideal_days"]]
    assert sorted(own, key=int) == ["0", "14", "20"]
