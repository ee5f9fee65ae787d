"""Data quality on real books: what each check finds, the score, the choices, and mending in bulk."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from portfolio_app.analysis.quality import BY_CODE, CHECKS, months_before, score
from portfolio_app.errors import InvalidValueError, OperationCancelled
from portfolio_app.services import (
    agenda_settings,
    clients,
    duplicates,
    follow_ups,
    history,
    interactions,
    quality,
    quality_fixes,
    quality_rows,
    sales,
)
from portfolio_app.services.quality import CheckResult
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.dumps import dump

COMPLETE = {
    "name": "Garage Riou",
    "reference": "R1",
    "status": "active",
    "sector": "Auto",
    "siret": "73282932000074",
    "email": "garage@exemple.fr",
    "phone": "02 98 11 22 33",
    "postcode": "29200",
    "city": "Brest",
    "country": "France",
}
ANNE = {"full_name": "Anne Riou", "email": "anne@exemple.fr"}


def add(book: Book, contact: dict[str, Any] | None = None, **values: Any) -> int:
    """A client in perfect order, but for what is given."""
    created = clients.create_client(book, {**COMPLETE, **values}, contact or ANNE).created
    (found,) = created["client"]
    return found


def change(book: Book, table: str, row_id: int, **values: Any) -> None:
    """What no service would write: an imported or older record."""
    with book.step("raw") as step:
        names = ", ".join(f'"{name}" = ?' for name in values)
        step.connection.exec_driver_sql(
            f"UPDATE {table} SET {names} WHERE id = ?", (*values.values(), row_id)
        )


def found(book: Book) -> dict[str, CheckResult]:
    return {check.code: check for check in quality.report(book, TODAY).checks}


def hits(book: Book) -> dict[str, tuple[int, ...]]:
    """What was found, by check, where anything was."""
    return {code: check.client_ids for code, check in found(book).items() if check.count}


def test_an_empty_book_has_no_score(book: Book) -> None:
    report = quality.report(book, TODAY)
    assert (report.score, report.clients) == (None, 0)
    quality.note_score(book, report)
    assert quality.scores(book) == []


def test_a_client_in_order_is_found_by_nothing(book: Book) -> None:
    add(book)
    assert hits(book) == {}
    assert quality.report(book, TODAY).score == 100


WRONG: list[tuple[dict[str, Any], set[str]]] = [
    ({"reference": "", "name": "Autre garage"}, {"no_reference"}),
    (
        {"email": "", "phone": "", "contact": {"full_name": "Anne"}},
        {"unreachable", "contact_unreachable"},
    ),
    ({"city": "", "postcode": ""}, {"no_place"}),
    ({"city": ""}, {"no_city"}),
    ({"country": ""}, {"no_country"}),
    ({"sector": ""}, {"no_sector"}),
    ({"siret": ""}, {"no_siret"}),
    ({"email": "garage@exemple"}, {"bad_email"}),
    ({"contact": {"full_name": "Anne", "email": "anne@"}}, {"bad_email"}),
    ({"phone": "02 98 11 22"}, {"bad_phone"}),
    ({"contact": {"full_name": "Anne", "mobile": "12"}}, {"bad_phone"}),
    ({"siret": "73282932000075"}, {"bad_siret"}),
    ({"vat": "FR41303265045"}, {"bad_vat"}),
    ({"vat": "FR40303265045"}, {"siret_vat"}),
    ({"siret": "303265045", "vat": "FR40303265045"}, set()),
    ({"postcode": "2920"}, {"bad_postcode"}),
    ({"name": "xxx"}, {"placeholder"}),
    ({"name": "???"}, {"placeholder"}),
    ({"email": "Garage@exemple.fr"}, {"email_form"}),
    ({"phone": "0298112233"}, {"phone_form"}),
    ({"name": "GARAGE RIOU"}, {"name_form"}),
    ({"city": "BREST CEDEX 9"}, {"name_form"}),
    ({"client_since": TODAY + timedelta(1)}, {"future_dates"}),
    ({"cadence_max_days": 30, "cadence_ideal_days": 20}, set()),
    ({"status": "former", "sector": "", "siret": "", "city": "", "postcode": "", "country": ""}, set()),
    ({"kind": "person", "sector": "", "siret": ""}, set()),
    ({"country": "Belgique", "siret": "", "postcode": "1000", "phone": "+32 470 12 34 56"}, set()),
]


def test_what_is_wrong_is_found_and_nothing_else(book: Book) -> None:
    quality.set_quality(book, off=["duplicates"])
    expected: dict[str, set[int]] = {}
    for values, codes in WRONG:
        fields = {name: value for name, value in values.items() if name != "contact"}
        client_id = add(book, values.get("contact"), **fields)
        for code in codes:
            expected.setdefault(code, set()).add(client_id)
    assert {code: set(ids) for code, ids in hits(book).items()} == expected


def test_what_was_not_touched_for_a_year_is_old(book: Book) -> None:
    client_id = add(book)
    interactions.log_touch(book, client_id, {"kind": "call", "on": TODAY})
    limit = date(2025, 11, 22)
    assert months_before(TODAY, 12) == limit
    for day, is_old in ((limit, True), (limit + timedelta(1), False)):
        stamp = f"{day}T12:00:00.000000Z"
        change(book, "client", client_id, created_at=stamp, updated_at=stamp)
        assert ("stale" in hits(book)) is is_old
    change(book, "client", client_id, created_at="2020-01-01T12:00:00Z", updated_at="2020-01-01T12:00:00Z")
    change(book, "client", client_id, verified_on=(limit + timedelta(1)).isoformat())
    assert hits(book) == {}
    quality.set_quality(book, months=11)
    assert hits(book) == {"stale": (client_id,)}


def test_nobody_is_reproached_for_a_new_client(book: Book) -> None:
    client_id = add(book)
    change(book, "client", client_id, created_at=f"{TODAY - timedelta(30)}T12:00:00Z")
    assert hits(book) == {"never_contacted": (client_id,)}
    interactions.log_touch(book, client_id, {"kind": "call", "on": TODAY})
    assert hits(book) == {}


def test_contradictions(book: Book) -> None:
    client_id = add(book, client_since=TODAY)
    sales.add_sale(book, client_id, {"amount": "5", "date": TODAY - timedelta(9)})
    change(book, "client", client_id, status="prospect")
    assert hits(book) == {"since_after_sale": (client_id,), "prospect_bought": (client_id,)}
    sales.add_sale(book, client_id, {"amount": "5", "date": TODAY})
    change(book, "sale", 2, date=(TODAY + timedelta(3)).isoformat())
    assert "future_dates" in hits(book)
    other = add(book, {"full_name": "Zoé", "email": "z@autre.fr"}, name="Poterie", status="former", reference="P",
                email="", phone="", siret="", city="Quimper", postcode="29000")  # fmt: skip
    follow_ups.plan_follow_up(book, other, {"due_on": TODAY})
    change(book, "client", other, cadence_ideal_days=30, cadence_max_days=10)
    now = hits(book)
    assert (now["former_planned"], now["cadence"]) == ((other,), (other,))
    change(book, "client", other, status="active", cadence_max_days=30)
    assert not {"former_planned", "cadence"} & hits(book).keys()


def test_duplicates_are_of_both_clients_until_they_are_told_apart(book: Book) -> None:
    one, other = add(book), add(book)
    assert set(hits(book)["duplicates"]) == {one, other}
    duplicates.not_same(book, one, other)
    assert "duplicates" not in hits(book)


def test_the_score_is_the_share_of_points_kept() -> None:
    # 10 clients: 2 of 10 unreachable (5 points each), 1 of 4 e-mails wrong (4 points): 10 + 4 of 50 + 16 lost.
    assert score([("unreachable", 2, 10), ("bad_email", 1, 4)]) == 78
    assert score([("unreachable", 0, 10)]) == 100
    assert score([("unreachable", 1, 1000)]) == 99  # never 100 while something is left
    assert score([("bad_email", 0, 0)]) is None


def test_every_check_is_asked_once(book: Book) -> None:
    add(book)
    assert list(found(book)) == [check.code for check in CHECKS]
    assert {check.code for check in CHECKS if check.has_fix} == set(quality_fixes.FIXED_FIELDS)


def test_what_does_not_matter_is_not_counted(book: Book) -> None:
    add(book, sector="")
    before = quality.report(book, TODAY)
    quality.set_quality(book, off=["no_sector", "duplicates"])
    after = quality.report(book, TODAY)
    assert before.score is not None
    assert before.score < 100
    assert after.score == 100
    assert after.off == {"no_sector", "duplicates"}
    history.undo(book)
    assert quality.report(book, TODAY) == before
    assert not quality.set_quality(book, off=[], months=12).kinds


@pytest.mark.parametrize("wrong", [{"months": 0}, {"months": 121}, {"off": ["nonsense"]}])
def test_only_what_there_is_can_be_chosen(book: Book, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError):
        quality.set_quality(book, **wrong)


@pytest.mark.parametrize(
    "stored", ['"x"', '{"months": true, "off": "stale"}', '{"months": 999, "off": [1, {}]}']
)
def test_odd_choices_are_as_if_never_made(book: Book, stored: str) -> None:
    with book.step("raw") as step:
        step.connection.exec_driver_sql("INSERT INTO setting(key, value) VALUES ('quality', ?)", (stored,))
    assert quality.quality_settings(book) == quality.QualitySettings()


def test_the_score_of_a_day_is_noted_once_and_is_no_step(book: Book) -> None:
    client_id = add(book, sector="")
    first = quality.report(book, TODAY)
    quality.note_score(book, first)
    number = book.change_number()
    quality.note_score(book, first)
    assert book.change_number() == number
    clients.update_client(book, client_id, {"sector": "Auto"})
    quality.note_score(book, quality.report(book, TODAY))
    quality.note_score(book, quality.report(book, TODAY - timedelta(1)))
    assert [(point.on, point.score) for point in quality.scores(book)] == [(TODAY, 100)]
    history.undo(book)
    assert len(quality.scores(book)) == 1


def test_a_report_comes_in_parts_and_can_be_stopped(sample_book: Book) -> None:
    whole = quality.report(sample_book, TODAY)
    sample_book.cache = type(sample_book.cache)()
    work = quality.Examination(sample_book, TODAY)
    parts = 0
    while not work.advance(0):
        parts += 1
    assert parts >= 1
    assert work.report is not None
    assert [c for c in whole.checks if c.code != "duplicates"] == list(work.report.checks)
    assert quality.Examination(sample_book, TODAY).report is work.report
    sample_book.cache = type(sample_book.cache)()
    with pytest.raises(OperationCancelled):
        quality.report(sample_book, TODAY, cancelled=lambda: True)


def test_a_change_between_two_parts_is_not_missed(book: Book) -> None:
    client_id = add(book)
    work = quality.Examination(book, TODAY)
    assert not work.advance(0)
    clients.update_client(book, client_id, {"sector": ""})
    while not work.advance(0):
        pass
    assert work.report is not None
    assert {check.code for check in work.report.checks if check.count} == {"no_sector"}


def test_the_rows_say_what_is_wrong_with_whom(book: Book) -> None:
    contact = {"full_name": "Zoé", "email": "zoe@", "mobile": "12"}
    client_id = add(book, contact, email="x@y", client_since=TODAY + timedelta(1))

    def details(code: str) -> list[tuple[str, str, Any]]:
        row = quality_rows.rows(book, code, [client_id], TODAY)[client_id]
        assert (row.name, row.city) == ("Garage Riou", "Brest")
        return [(each.who, each.field, each.value) for each in row.details]

    assert details("bad_email") == [("", "email", "x@y"), ("Zoé", "email", "zoe@")]
    assert details("bad_phone") == [("Zoé", "mobile", "12")]
    assert details("future_dates") == [("", "client_since", TODAY + timedelta(1))]
    assert details("no_sector") == []


# Mending ---------------------------------------------------------------------------------------


def proposed(book: Book, code: str, **options: Any) -> list[tuple[str, str, str, str]]:
    return [
        (p.kind, p.field, p.before, p.after) for p in quality_fixes.proposals(book, code, TODAY, **options)
    ]


def mend(book: Book, code: str, **options: Any) -> None:
    """Write all proposals: what is proposed once is not proposed again, and undo takes it back."""
    before = dump(book)
    found = quality_fixes.proposals(book, code, TODAY, **options)
    assert found
    quality_fixes.apply_fix(book, code, found)
    assert quality_fixes.proposals(book, code, TODAY, **options) == []
    after = dump(book)
    history.undo(book)
    assert dump(book) == before
    history.redo(book)
    assert dump(book) == after


def test_phone_numbers_are_written_alike(book: Book) -> None:
    contact = {"full_name": "Anne", "phone": "0298445566", "mobile": "pas de portable"}
    add(book, contact, phone="0298112233")
    add(book, {"full_name": "Ben", "mobile": "0470/12.34.56"}, name="Bruxelles", country="Belgique", phone="12",
        siret="", reference="B")  # fmt: skip
    assert proposed(book, "phone_form") == [
        ("client", "phone", "0298112233", "+33 2 98 11 22 33"),
        ("contact", "phone", "0298445566", "+33 2 98 44 55 66"),
        ("contact", "mobile", "0470/12.34.56", "+32 470 12 34 56"),
    ]
    national = [after for *_, after in proposed(book, "phone_form", style="national")]
    assert national == ["02 98 11 22 33", "02 98 44 55 66", "0470 12 34 56"]
    mend(book, "phone_form")
    assert "phone_form" not in hits(book)
    mend(book, "phone_form", style="national")
    assert "phone_form" not in hits(book)


def test_a_number_of_no_known_country_is_left_alone(book: Book) -> None:
    add(book, country="", phone="0298112233")
    assert proposed(book, "phone_form") == []
    agenda_settings.set_agenda(book, country="FR")
    assert proposed(book, "phone_form") == [("client", "phone", "0298112233", "+33 2 98 11 22 33")]


def test_emails_and_names(book: Book) -> None:
    contact = {
        "full_name": "MARIE LE GOFF",
        "first_name": "MARIE",
        "last_name": "LE GOFF",
        "email": "M@Exemple.fr",
    }
    client_id = add(book, contact, name="SARL DUPONT ET FILS", city="BREST CEDEX 9", email="Pas@Bon")
    assert proposed(book, "email_form") == [("contact", "email", "M@Exemple.fr", "m@exemple.fr")]
    assert proposed(book, "name_form") == [
        ("client", "name", "SARL DUPONT ET FILS", "SARL Dupont et Fils"),
        ("client", "city", "BREST CEDEX 9", "Brest Cedex 9"),
        ("contact", "full_name", "MARIE LE GOFF", "Marie Le Goff"),
        ("contact", "first_name", "MARIE", "Marie"),
        ("contact", "last_name", "LE GOFF", "Le Goff"),
    ]
    mend(book, "name_form")
    mend(book, "email_form")
    with book.read() as connection:
        row = connection.exec_driver_sql("SELECT sort_name FROM client WHERE id = ?", (client_id,)).one()
    assert row[0] == "sarl dupont et fils"


def test_a_city_is_completed_only_where_there_is_one_answer(book: Book) -> None:
    add(book)
    add(book, name="Deux", reference="2", city="BREST")
    third = add(book, name="Trois", reference="3", city="")
    add(book, name="Quatre", reference="4", city="", postcode="56000")
    add(book, name="Cinq", reference="5", city="", country="Espagne")
    ((kind, field, before, after),) = proposed(book, "no_city")
    assert (kind, field, before, after) == ("client", "city", "", "Brest")
    mend(book, "no_city")
    add(book, name="Six", reference="6", city="Guilers")
    clients.update_client(book, third, {"city": ""})
    assert proposed(book, "no_city") == []


@pytest.mark.parametrize(
    ("values", "country"),
    [
        ({"siret": "73282932000074", "phone": ""}, "France"),
        ({"siret": "", "vat": "BE0428759497", "phone": ""}, "Belgium"),
        ({"siret": "", "phone": "+41 44 668 18 00"}, "CH"),
        ({"siret": "73282932000074", "phone": "+41 44 668 18 00"}, None),
        ({"siret": "", "phone": "02 98 11 22 33"}, None),
        ({"siret": "", "phone": "", "city": "BREST", "postcode": "29200"}, "France"),
    ],
)
def test_a_country_is_completed_only_when_all_agree(
    book: Book, values: dict[str, Any], country: str | None
) -> None:
    add(book)
    add(book, **{"name": "Autre", "reference": "2", "country": "", "city": "Ailleurs", **values})
    found = [after for *_, after in proposed(book, "no_country", country_names={"BE": "Belgium"})]
    assert found == ([] if country is None else [country])


def test_lost_zeros_and_verified_records(book: Book) -> None:
    client_id = add(book, postcode="1000", city="Bourg-en-Bresse")
    mend(book, "bad_postcode")
    stamp = "2020-01-01T12:00:00.000000Z"
    change(book, "client", client_id, created_at=stamp, updated_at=stamp)
    assert proposed(book, "stale") == [("client", "verified_on", "", "2026-11-22")]
    mend(book, "stale")
    assert "stale" not in hits(book)


def test_mending_the_writing_does_not_make_a_record_fresh(book: Book) -> None:
    client_id = add(book, phone="0298112233")
    stamp = "2020-01-01T12:00:00.000000Z"
    change(book, "client", client_id, created_at=stamp, updated_at=stamp)
    mend(book, "phone_form")
    assert "stale" in hits(book)


def test_what_changed_meanwhile_stays(book: Book) -> None:
    client_id = add(book, email="A@exemple.fr")
    found = quality_fixes.proposals(book, "email_form", TODAY)
    clients.update_client(book, client_id, {"email": "b@exemple.fr"})
    assert not quality_fixes.apply_fix(book, "email_form", found).kinds


def test_only_proposals_of_a_fix_can_be_written(book: Book) -> None:
    add(book, email="A@exemple.fr")
    found = quality_fixes.proposals(book, "email_form", TODAY)
    for code in ("phone_form", "nonsense"):
        with pytest.raises(InvalidValueError):
            quality_fixes.apply_fix(book, code, found)
    with pytest.raises(InvalidValueError):
        quality_fixes.proposals(book, "no_sector", TODAY)
    before = dump(book)
    with pytest.raises(OperationCancelled):
        quality_fixes.apply_fix(book, "email_form", found, cancelled=lambda: True)
    assert dump(book) == before


def test_the_sample_book_is_in_good_order(sample_book: Book) -> None:
    report = quality.report(sample_book, TODAY)
    assert report.score is not None
    assert report.score >= 90
    wrong = {check.code: check.count for check in report.checks if BY_CODE[check.code].group == "invalid"}
    assert not any(wrong.values())
