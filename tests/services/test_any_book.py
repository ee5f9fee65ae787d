"""Books as they come: odd values written straight into the file, and figures that must not move by themselves."""

from __future__ import annotations

import json
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.app import main
from portfolio_app.services import (
    agenda,
    agenda_actions,
    calendar_view,
    client_filters,
    client_views,
    clients,
    custom_fields,
    deals,
    export,
    follow_ups,
    groups,
    key_dates,
    portfolio,
    sales,
    segment_labels,
    segmentations,
    settings,
)
from portfolio_app.services.books import open_book
from portfolio_app.services.explain import client_explanation
from portfolio_app.services.history import undo
from portfolio_app.storage.book import Book
from tests.conftest import NOW, TODAY

DEEP = '{"not":' * 5000 + "1" + "}" * 5000
HUGE = "9" * 400


def new_client(book: Book, name: str, *days: date, amount: str = "50", **values: Any) -> int:
    """A client that bought on those days."""
    (found,) = clients.create_client(book, {"name": name, **values}).created["client"]
    for day in days:
        sales.add_sale(book, found, {"date": day, "amount": amount})
    return found


def run(book: Book, sql: str, *values: object) -> None:
    with book.step("undo") as step:
        step.session.connection().exec_driver_sql(sql, values)


def look_everywhere(book: Book) -> None:
    """What a page, an export or a command asks of a book."""
    portfolio.snapshot(book, TODAY)
    segmentations.segmentations(book)
    groups.group_counts(book, TODAY)
    custom_fields.custom_fields(book)
    ids = client_views.client_ids(book, TODAY)
    client_views.client_rows(book, ids, TODAY)
    client_filters.filtered(book, TODAY, list(ids), tag="x")
    for client in ids:
        client_views.client_detail(book, client, TODAY)
        client_explanation(book, client, TODAY)
    segmentations.preview(book, TODAY, segmentations.segmentation(book, "standard"))


@pytest.mark.parametrize("value", ["5", "null", "zzz", '[1,null,"a",[2]]', "[" * 100_000])
def test_tags_that_are_no_list_of_texts_are_missing(book: Book, value: str) -> None:
    first, other = new_client(book, "Ann", TODAY), new_client(book, "Bob", tags=["x"])
    run(book, "UPDATE client SET tags = ? WHERE id = ?", value, first)
    look_everywhere(book)
    assert client_filters.filtered(book, TODAY, [first, other], tag="x") == [other]
    assert client_views.client_detail(book, first, TODAY).values["tags"] == (["a"] if "a" in value else [])


@pytest.mark.parametrize(
    "value", ["zzz", "[1]", '{"a":' * 3000 + "1" + "}" * 3000, f'{{"rating":{HUGE}}}', '{"rating":NaN}']
)
def test_own_values_that_cannot_be_read_are_missing(book: Book, value: str) -> None:
    custom_fields.create_custom_field(book, "Rating", "number")
    first = new_client(book, "Ann", TODAY)
    run(book, "UPDATE client SET custom = ? WHERE id = ?", value, first)
    look_everywhere(book)
    assert client_views.client_detail(book, first, TODAY).values["custom.rating"] is None


@pytest.mark.parametrize(("choices", "kept"), [("zzz", ()), ('[1,{},"A"]', ("A",))])
def test_choices_that_cannot_be_read_are_none(book: Book, choices: str, kept: tuple[str, ...]) -> None:
    custom_fields.create_custom_field(book, "Kind", "choice", ["A"])
    new_client(book, "Ann", TODAY)
    run(book, "UPDATE custom_field SET choices = ?", choices)
    look_everywhere(book)
    assert custom_fields.custom_fields(book)[0].choices == kept


@pytest.mark.parametrize(
    "rule",
    [
        "not json",
        "[1,2]",
        DEEP,
        f'{{"metric":"orders","op":">=","value":{HUGE}}}',
        '{"metric":"orders","op":">=","value":NaN}',
        '{"any":[{"metric":"orders","op":">=","value":-1e999}]}',
    ],
)
def test_a_rule_that_cannot_be_read_takes_nobody_and_says_why(
    book: Book, rule: str, capsys: pytest.CaptureFixture[str]
) -> None:
    new_client(book, "Ann", TODAY)
    groups.create_group(book, "g", {"metric": "orders", "op": ">=", "value": 1})
    segmentations.save(book, segmentations.segmentation(book, "standard"))
    run(book, "UPDATE segment SET rule = ? WHERE code = 'top'", rule)
    run(book, "UPDATE client_group SET rule = ?", rule)
    look_everywhere(book)
    standard = next(each for each in segmentations.segmentations(book) if each.code == "standard")
    assert list(standard.problems) == ["top"]
    assert str(standard.problems["top"])
    (group,) = groups.groups(book)
    assert group.problem is not None
    assert groups.members(book, group.id, TODAY) == []
    path = book.path
    book.close()
    assert main(["segments", str(path), "--json"]) == 0
    json.loads(capsys.readouterr().out, parse_constant=pytest.fail)


@pytest.mark.parametrize(
    "sql",
    [
        f"UPDATE follow_up SET about = 'deal:{HUGE[:39]}'",
        "UPDATE follow_up SET reason = 'plan_step', about = 'enrolment:99999999999999999999'",
        "UPDATE follow_up SET reason = 'key_date', about = 'key_date:99999999999999999999'",
        "UPDATE follow_up SET reason = 'omen', about = ':::', kind = 'zz', due_time = '99:99'",
        "UPDATE follow_up SET repeat_every = 'abc'",
        "UPDATE follow_up SET repeat_every = 1.5",
        "UPDATE follow_up SET repeat_every = 9223372036854775807",
        "UPDATE follow_up SET repeat_unit = 'moon', set_on = '9999-12-31'",
        "UPDATE follow_up SET due_on = '9999-12-31', repeat_from = '0001-01-01'",
        "UPDATE deal SET expected_on = '0001-01-01', next_step_on = '9999-12-31'",
        "UPDATE key_date SET yearly = 'x', \"on\" = '0001-01-01'",
        "UPDATE client SET cadence_ideal_days = 3500000, cadence_max_days = 'abc'",
        "UPDATE client SET cadence_ideal_days = 9223372036854775807",
    ],
)
def test_a_queue_of_odd_values_is_shown_and_worked_through(book: Book, sql: str) -> None:
    client = new_client(book, "Ann", TODAY)
    due = {"due_on": TODAY, "repeat_unit": "week"}
    follow_ups.plan_follow_up(book, client, due)
    days = {"expected_on": TODAY, "next_step": "?", "next_step_on": TODAY}
    deals.create_deal(book, client, {"title": "Deal", **days})
    key_dates.create_key_date(book, client, {"kind": "renewal", "on": TODAY})
    run(book, sql)
    look_everywhere(book)
    assert [row.client_id for row in agenda.queue_rows(book, [client], TODAY)] == [client]
    week = timedelta(days=7)
    calendar_view.calendar_view(book, TODAY - week, TODAY + week, TODAY)
    agenda_actions.proposal(book, client, TODAY)
    key_dates.key_dates(book, client)
    agenda_actions.postpone(book, [client], TODAY, TODAY + week)
    agenda_actions.finish(book, [client], TODAY)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("suppression_key", "[5]"),
        ("suppression_key", '["zz"]'),
        ("suppression_key", '{"a":1}'),
        ("erased_persons", "zzz"),
        ("erased_persons", "[]"),
        ("erased_persons", '{"rows":[[1],["client","x",2]],"marks":[[1]]}'),
    ],
)
def test_a_list_of_the_erased_that_cannot_be_read_stops_nothing(book: Book, key: str, value: str) -> None:
    run(book, "INSERT INTO setting(key, value) VALUES (?, ?)", key, value)
    run(
        book,
        "INSERT INTO suppression(kind, hash, reason, \"on\") VALUES ('email', '0', 'erased', '2026-01-01')",
    )
    new_client(book, "Ann", TODAY, email="ann@x.fr")
    look_everywhere(book)
    book.mirror_suppressions()


def test_what_an_odd_book_exports(book: Book, tmp_path: Path) -> None:
    first = new_client(book, "Ann", TODAY)
    run(book, "UPDATE client SET tags = 'zzz', custom = '[[[' WHERE id = ?", first)
    export.export_workbook(book, tmp_path / "out.xlsx", TODAY, "en")
    assert (tmp_path / "out.xlsx").stat().st_size > 0


def test_groups_are_read_before_anything_else(book: Book) -> None:
    groups.create_group(book, "g", {"metric": "orders", "op": ">=", "value": 1})
    path = book.path
    book.close()
    again = open_book(path, clock=lambda: NOW)
    assert [group.name for group in groups.groups(again)] == ["g"]
    custom_fields.create_custom_field(again, "Rating", "number")
    assert [group.problem for group in groups.groups(again)] == [None]
    again.close()


def test_a_choice_is_renamed_in_rules_too_and_two_can_change_names(book: Book) -> None:
    (field,) = custom_fields.create_custom_field(book, "Kind", "choice", ["A", "B"]).created["custom_field"]
    new_client(book, "Ann", **{"custom.kind": "A"})
    bob = new_client(book, "Bob", **{"custom.kind": "B"})
    rule = {"not": {"any": [{"metric": "custom.kind", "op": "in", "value": ["A"]}]}}
    (group,) = groups.create_group(book, "g", rule).created["client_group"]
    custom_fields.update_custom_field(book, field, choices=["B", "A"], renamed={"A": "B", "B": "A"})
    assert client_views.client_detail(book, bob, TODAY).values["custom.kind"] == "A"
    assert groups.groups(book)[0].rule == {
        "not": {"any": [{"metric": "custom.kind", "op": "in", "value": ["B"]}]}
    }
    assert groups.members(book, group, TODAY) == [bob]
    undo(book)
    assert groups.groups(book)[0].rule == rule
    assert groups.members(book, group, TODAY) == [bob]


def test_the_amounts_of_size_are_those_of_the_day_asked(book: Book) -> None:
    found = [
        new_client(book, f"C{n}", date(2024, 6, 1), date(2026, 6, 1), amount=str(100 * n))
        for n in range(1, 11)
    ]
    day = date(2024, 12, 31)
    before = client_filters.segment_of_all(book, day, "size")
    assert before.value_counts().to_dict() == {"size.large": 2, "size.medium": 4, "size.small": 4}
    for client in found:
        sales.add_sale(book, client, {"date": date(2026, 7, 1), "amount": 50_000})
    assert client_filters.segment_of_all(book, day, "size").equals(before)
    assert segmentations.segmentation(book, "size") != segmentations.segmentation(book, "size", day)


def test_an_order_number_like_a_date_is_an_order_of_its_own(book: Book) -> None:
    client = new_client(book, "Ann", date(2026, 5, 1))
    sales.add_sale(book, client, {"date": date(2026, 6, 1), "amount": 10, "order_reference": "2026-05-01"})
    assert portfolio.concentration(book, TODAY, 365).orders == 2


def test_to_and_fro_between_two_segments_is_no_move(book: Book) -> None:
    """Three orders every other month: the rules say at risk and regular in turn, the label stays."""
    months = [date(year, month, 1) for year in range(2022, 2027) for month in range(1, 12, 2)]
    bursts = [month + timedelta(n) for month in months for n in (2, 4, 6) if month < TODAY]
    client = new_client(book, "Ann", *bursts)
    new_client(book, "Large", *(month for month in months if month < TODAY), amount="9000")
    days = [date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30), TODAY]
    found = [segment_labels.labels(book, day) for day in days]
    assert [each.rule_label[client] for each in found][:4] == ["at_risk", "regular"] * 2
    assert {each.label[client] for each in found} == {"regular"}


def test_the_day_of_entry_is_where_the_labels_of_the_days_before_differ(sample_book: Book) -> None:
    segmentations.put_in_force(sample_book, "rfm")
    days = [TODAY - timedelta(n) for n in range(60)]
    daily = [segment_labels.labels(sample_book, day).label for day in days]
    for client in daily[0].index[::12]:
        there = [labels.get(client) == daily[0][client] for labels in daily]
        entered = client_explanation(sample_book, int(client), TODAY).entered_on
        if all(there):
            assert entered is None or entered <= days[-1]
        else:
            assert entered == days[there.index(False) - 1]


def test_a_line_without_its_cost_leaves_no_net_result_and_moves_no_score(book: Book) -> None:
    """Twenty clients at a margin of 40 %; what one sells at a cost unknown is worth the book's rate."""
    found = [new_client(book, f"C{n:02}") for n in range(20)]
    for n, client in enumerate(found, 1):
        sales.add_sale(book, client, {"date": date(2026, 6, 1), "amount": 100 * n, "cost": 60 * n})
    settings.set_costs(book, per_hour=Decimal(50), per_visit=None)
    before = portfolio.snapshot(book, TODAY).metrics
    assert before["monetary_score"][found[0]] == 1
    for amount in (1000, -1000):
        sales.add_sale(
            book, found[0], {"date": date(2026, 6, 2), "amount": amount, "order_reference": f"{amount}"}
        )
    after = portfolio.snapshot(book, TODAY).metrics
    assert after["monetary_score"].equals(before["monetary_score"])
    assert after["net_result_window"].isna().tolist() == [True] + [False] * 19
    sales.add_sale(book, found[0], {"date": date(2026, 6, 3), "amount": 5000, "order_reference": "5"})
    assert portfolio.snapshot(book, TODAY).metrics["monetary_score"][found[0]] == 5


@pytest.mark.parametrize("moment", ["0001-01-01 00:00:00", "9999-12-31 23:59:59", "2031-05-06 10:00:00"])
@pytest.mark.parametrize("zone", ["Europe/Paris", "America/New_York"])
def test_a_client_that_came_on_an_odd_day_is_shown(
    book: Book, moment: str, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = new_client(book, "Ann")
    run(book, "UPDATE client SET created_at = ?", moment)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert client_views.client_detail(book, first, TODAY).values["name"] == "Ann"
    finally:
        monkeypatch.undo()
        time.tzset()
