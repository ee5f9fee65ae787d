"""Fields of the book's own, deals, survey answers, payments and costs: what each action does and refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.models.entities import ClientGroup
from portfolio_app.services import clients, custom_fields, deals, fields, sales, surveys
from portfolio_app.services import settings as book_settings
from portfolio_app.services.client_views import client_detail
from portfolio_app.services.custom_fields import CustomFieldInfo, read_value, stored_value
from portfolio_app.services.search import search
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.dumps import dump, index_is_sound

TYPES = ("text", "number", "date", "choice", "yes_no")


def created(changes: Any, kind: str) -> int:
    (found,) = changes.created[kind]
    return int(found)


@pytest.fixture
def client_id(book: Book) -> int:
    return created(clients.create_client(book, {"name": "Kerisac"}, {"full_name": "Anne Riou"}), "client")


@pytest.fixture
def own(book: Book) -> dict[str, int]:
    """One field of each type, by code."""
    for type in TYPES:
        custom_fields.create_custom_field(book, f"Mon {type}", type, ["Été", "Hiver"])
    return {field.code: field.id for field in custom_fields.custom_fields(book)}


def values(book: Book, client_id: int) -> dict[str, Any]:
    found = client_detail(book, client_id, TODAY).values
    return {name.removeprefix("custom."): v for name, v in found.items() if name.startswith("custom.")}


class TestFields:
    """What a field of one's own is."""

    def test_they_are_listed_in_their_order_with_their_use(
        self, book: Book, client_id: int, own: dict[str, int]
    ) -> None:
        assert list(own) == ["mon_text", "mon_number", "mon_date", "mon_choice", "mon_yes_no"]
        clients.update_client(book, client_id, {"custom.mon_choice": "Été", "custom.mon_text": ""})
        custom_fields.update_custom_field(book, own["mon_choice"], name="Saison", position=0)
        first, *others = custom_fields.custom_fields(book)
        expected = CustomFieldInfo(own["mon_choice"], "mon_choice", "Saison", "choice", ("Été", "Hiver"), 1)
        assert first == expected
        assert [field.used for field in others] == [0, 0, 0, 0]

    def test_codes_are_plain_and_never_twice_the_same(self, book: Book) -> None:
        for name in ("Été à l’étang", "été à l étang !", "日本", "été-à-l-étang ?", "x" * 90):
            custom_fields.create_custom_field(book, name, "text")
        codes = [field.code for field in custom_fields.custom_fields(book)]
        assert codes == ["ete_a_l_etang", "ete_a_l_etang_2", "field", "ete_a_l_etang_3", "x" * 36]

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (("", "text"), "required"),
            (("x", "colour"), "not_a_choice"),
            (("x", "choice"), "required"),
            (("x", "choice", ["  "]), "required"),
            (("x" * 201, "text"), "out_of_range"),
            (("x", "choice", [str(n) for n in range(201)]), "out_of_range"),
            (("MON TEXT", "number"), "name_taken"),
        ],
    )
    def test_bad_ones_are_refused(
        self, book: Book, own: dict[str, int], arguments: tuple[Any, ...], code: str
    ) -> None:
        before = dump(book)
        with pytest.raises(InvalidValueError) as caught:
            custom_fields.create_custom_field(book, *arguments)
        assert caught.value.code == code
        assert str(caught.value)
        assert dump(book) == before

    def test_a_choice_in_use_stays_until_it_is_renamed(
        self, book: Book, client_id: int, own: dict[str, int]
    ) -> None:
        clients.update_client(book, client_id, {"custom.mon_choice": "Été"})
        with pytest.raises(InvalidValueError) as caught:
            custom_fields.update_custom_field(book, own["mon_choice"], choices=["Hiver"])
        assert (caught.value.code, caught.value.params["count"]) == ("choice_in_use", 1)
        custom_fields.update_custom_field(
            book, own["mon_choice"], choices=["Printemps", "Hiver"], renamed={"Été": "Printemps"}
        )
        assert values(book, client_id)["mon_choice"] == "Printemps"
        book.undo()
        assert values(book, client_id)["mon_choice"] == "Été"

    def test_deleting_one_takes_the_values_along_and_undo_brings_them_back(
        self, book: Book, client_id: int, own: dict[str, int]
    ) -> None:
        clients.update_client(book, client_id, {"custom.mon_text": "ukulélé", "custom.mon_number": 2})
        before = dump(book)
        custom_fields.delete_custom_field(book, own["mon_text"])
        assert "mon_text" not in values(book, client_id)
        assert values(book, client_id)["mon_number"] == 2
        assert search(book, "ukulele") == []
        with pytest.raises(NotFoundError):
            custom_fields.delete_custom_field(book, own["mon_text"])
        book.undo()
        assert dump(book) == before
        assert [hit.client_id for hit in search(book, "ukulele")] == [client_id]
        assert index_is_sound(book)

    def test_one_that_a_rule_asks_for_is_not_deleted(self, book: Book, own: dict[str, int]) -> None:
        with book.step("create_group") as step:
            rule = {"all": [{"not": {"metric": "custom.mon_number", "op": ">", "value": 3}}]}
            step.session.add(ClientGroup(name="Grands", colour="#000000", position=0, rule=rule))
        with pytest.raises(InvalidValueError) as caught:
            custom_fields.delete_custom_field(book, own["mon_number"])
        assert caught.value.code == "field_in_rule"
        assert "Grands" in str(caught.value)
        custom_fields.delete_custom_field(book, own["mon_text"])


class TestValues:
    """What a client may hold in a field of one's own."""

    def test_each_type_is_read_back_as_it_was_given(
        self, book: Book, client_id: int, own: dict[str, int]
    ) -> None:
        given = {
            "mon_text": "  deux  mots ",
            "mon_number": Decimal("12.50"),
            "mon_date": TODAY,
            "mon_choice": "Hiver",
            "mon_yes_no": "no",
        }
        clients.update_client(book, client_id, {f"custom.{code}": value for code, value in given.items()})
        expected = {**given, "mon_text": "deux mots", "mon_number": 12.5, "mon_yes_no": False}
        assert values(book, client_id) == expected
        clients.update_client(book, client_id, {f"custom.{code}": None for code in given})
        assert list(values(book, client_id).values()) == ["", None, None, "", None]
        assert all(field.used == 0 for field in custom_fields.custom_fields(book))

    def test_a_new_client_may_have_them(self, book: Book, own: dict[str, int]) -> None:
        found = created(clients.create_client(book, {"name": "Zoé", "custom.mon_yes_no": True}), "client")
        assert values(book, found)["mon_yes_no"] is True

    @pytest.mark.parametrize(
        ("code", "value", "error"),
        [
            ("mon_number", "douze", "not_a_number"),
            ("mon_number", float("nan"), "not_a_number"),
            ("mon_number", "1e400", "not_a_number"),
            ("mon_number", 1e15, "out_of_range"),
            ("mon_number", 10**400, "not_a_number"),
            ("mon_date", "31/02/2026", "not_a_date"),
            ("mon_choice", "Automne", "not_a_choice"),
            ("mon_yes_no", "peut-être", "not_a_choice"),
            ("mon_text", "x" * 501, "out_of_range"),
            ("nowhere", "x", "unknown_field"),
        ],
    )
    def test_bad_ones_are_refused(
        self, book: Book, client_id: int, own: dict[str, int], code: str, value: Any, error: str
    ) -> None:
        before = dump(book)
        with pytest.raises(InvalidValueError) as caught:
            clients.update_client(book, client_id, {f"custom.{code}": value})
        assert caught.value.code == error
        assert dump(book) == before

    @settings(max_examples=60)
    @given(
        st.sampled_from(TYPES), st.none() | st.booleans() | st.floats() | st.text() | st.lists(st.integers())
    )
    def test_whatever_stands_in_the_book_is_read_or_missing(self, type: str, stored: Any) -> None:
        value = read_value(type, stored)
        if value is not None and value == value:
            assert read_value(type, stored_value(value)) == value
        expected = {"number": float, "date": date, "yes_no": bool}.get(type, str)
        assert value is None or isinstance(value, expected)


def test_what_is_known_of_a_client_is_checked_and_found(book: Book, client_id: int) -> None:
    told = {"persona": "L’acheteuse méthodique", "needs": "bocaux\nverrines", "preferences": "le matin"}
    clients.update_client(
        book, client_id, {**told, "strategic_role": "reference", "price_sensitivity": "high"}
    )
    assert {name: client_detail(book, client_id, TODAY).values[name] for name in told} == told
    for words in ("methodique", "verrines", "matin"):
        assert [hit.client_id for hit in search(book, words)] == [client_id]
    for name, value in (
        ("strategic_role", "friend"),
        ("gender", "x"),
        ("growth_potential", "5"),
        ("birth_date", "?"),
    ):
        with pytest.raises(InvalidValueError):
            clients.update_client(book, client_id, {name: value})


class TestDeals:
    """Offers, from open to won or lost."""

    def test_open_ones_come_first_then_the_last_closed(self, book: Book, client_id: int) -> None:
        for days, title in ((30, "un"), (None, "deux"), (10, "trois")):
            expected = None if days is None else TODAY + timedelta(days=days)
            offer = {"title": title, "expected_on": expected, "amount": "1200.5"}
            deals.create_deal(book, client_id, {**offer, "opened_on": TODAY - timedelta(days=5)})
        one, two, _three = (deal.id for deal in sorted(deals.deals(book, client_id), key=lambda d: d.id))
        assert [deal.title for deal in deals.deals(book, client_id)] == ["trois", "un", "deux"]
        deals.close_deal(book, one, "won", TODAY - timedelta(days=1))
        deals.close_deal(book, two, "lost", TODAY, lost_reason="prix")
        listed = deals.deals(book, client_id)
        assert [(deal.title, deal.status) for deal in listed] == [
            ("trois", "open"),
            ("deux", "lost"),
            ("un", "won"),
        ]
        assert (listed[1].lost_reason, listed[1].closed_on, listed[1].amount) == (
            "prix",
            TODAY,
            Decimal("1200.5"),
        )
        deals.reopen_deal(book, two)
        again = next(deal for deal in deals.deals(book, client_id) if deal.id == two)
        assert (again.status, again.closed_on, again.lost_reason) == ("open", None, "")
        deals.delete_deal(book, one)
        assert len(deals.deals(book, client_id)) == 2

    @pytest.mark.parametrize(
        "wrong",
        [
            {"title": ""},
            {},
            {"title": "x", "probability": 101},
            {"title": "x", "probability": -1},
            {"title": "x", "amount": "lots"},
            {"title": "x", "opened_on": TODAY + timedelta(days=1)},
            {"title": "x", "status": "won"},
        ],
    )
    def test_bad_ones_are_refused(self, book: Book, client_id: int, wrong: dict[str, Any]) -> None:
        with pytest.raises(InvalidValueError):
            deals.create_deal(book, client_id, wrong)
        assert deals.deals(book, client_id) == []

    def test_one_is_not_closed_before_it_was_made_nor_in_the_future(self, book: Book, client_id: int) -> None:
        deal = created(deals.create_deal(book, client_id, {"title": "x", "opened_on": TODAY}), "deal")
        for status, day in (
            ("won", TODAY - timedelta(days=1)),
            ("lost", TODAY + timedelta(days=1)),
            ("gone", TODAY),
        ):
            with pytest.raises(InvalidValueError):
                deals.close_deal(book, deal, status, day)
        deals.close_deal(book, deal, "won", TODAY)
        with pytest.raises(InvalidValueError):
            deals.update_deal(book, deal, {"opened_on": TODAY + timedelta(days=1)})
        for gone in (deals.reopen_deal, deals.delete_deal):
            with pytest.raises(NotFoundError):
                gone(book, 99)

    def test_they_are_found_by_their_words(self, book: Book, client_id: int) -> None:
        deals.create_deal(book, client_id, {"title": "Contrat annuel", "notes": "avec verrines"})
        surveys.add_answer(book, client_id, {"score": 3, "comment": "livraison en retard"})
        assert [(hit.kind, hit.title, hit.detail) for hit in search(book, "verrines")] == [
            ("deal", "Contrat annuel", "Kerisac")
        ]
        assert [(hit.kind, hit.id) for hit in search(book, "retard")] == [("survey_answer", 1)]
        deals.delete_deal(book, 1)
        assert search(book, "verrines") == []
        assert index_is_sound(book)


class TestAnswers:
    """NPS and CSAT."""

    def test_they_are_kept_newest_first_with_who_gave_them(self, book: Book, client_id: int) -> None:
        first = created(surveys.add_answer(book, client_id, {"score": 0}, contact_id=1), "survey_answer")
        surveys.add_answer(
            book, client_id, {"kind": "csat", "score": 5, "on": TODAY - timedelta(days=3), "comment": "bien"}
        )
        newest, oldest = surveys.answers(book, client_id)
        assert (newest.id, newest.kind, newest.score, newest.contact, newest.on) == (
            first,
            "nps",
            0,
            "Anne Riou",
            TODAY,
        )
        assert (oldest.kind, oldest.contact, oldest.comment) == ("csat", "", "bien")
        surveys.update_answer(book, first, {"kind": "csat", "score": 4}, contact_id=None)
        assert (surveys.answers(book, client_id)[0].score, surveys.answers(book, client_id)[0].contact) == (
            4,
            "",
        )
        clients.delete_contact(book, 1)
        surveys.delete_answer(book, first)
        assert len(surveys.answers(book, client_id)) == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            {},
            {"score": 11},
            {"score": -1},
            {"kind": "csat", "score": 0},
            {"kind": "csat", "score": 6},
            {"kind": "stars", "score": 3},
            {"score": 3, "on": TODAY + timedelta(days=1)},
        ],
    )
    def test_bad_ones_are_refused(self, book: Book, client_id: int, wrong: dict[str, Any]) -> None:
        with pytest.raises(InvalidValueError):
            surveys.add_answer(book, client_id, wrong)
        answer = created(surveys.add_answer(book, client_id, {"score": 9}), "survey_answer")
        with pytest.raises(InvalidValueError):
            surveys.update_answer(book, answer, {"kind": "csat"})
        assert surveys.answers(book, client_id)[0].kind == "nps"

    def test_nobody_of_another_client_answers(self, book: Book, client_id: int) -> None:
        other = created(clients.create_client(book, {"name": "Autre"}), "client")
        with pytest.raises(NotFoundError):
            surveys.add_answer(book, other, {"score": 3}, contact_id=1)


def test_a_sale_says_when_it_was_due_and_paid(book: Book, client_id: int) -> None:
    sales.add_sale(book, client_id, {"amount": 10, "due_on": TODAY})
    (sale_id,) = sales.sale_ids(book, client_id)
    assert (
        sales.sale_lines(book, [sale_id])[sale_id].due_on,
        sales.sale_lines(book, [sale_id])[sale_id].paid_on,
    ) == (
        TODAY,
        None,
    )
    sales.update_sale(book, sale_id, {"paid_on": "2026-11-20"})
    assert sales.sale_lines(book, [sale_id])[sale_id].paid_on == date(2026, 11, 20)


def test_costs_are_unknown_until_they_are_told(book: Book) -> None:
    assert book_settings.costs(book) == book_settings.ContactCosts(None, None)
    book_settings.set_costs(book, "45,5".replace(",", "."), None)
    assert book_settings.costs(book) == book_settings.ContactCosts(Decimal("45.5"), None)
    book_settings.set_costs(book, None, 20)
    assert book_settings.costs(book) == book_settings.ContactCosts(None, Decimal(20))
    for wrong in (-1, "x", "NaN", 10**12):
        with pytest.raises(InvalidValueError):
            book_settings.set_costs(book, wrong, None)
    with book.step("update_setting") as step:
        step.connection.exec_driver_sql("UPDATE setting SET value = '\"abc\"' WHERE key = 'cost_per_visit'")
    assert book_settings.costs(book).per_visit is None


def test_every_field_of_a_client_can_be_undone_at_once(
    book: Book, client_id: int, own: dict[str, int]
) -> None:
    before = dump(book)
    samples: dict[str, Callable[[fields.FieldSpec], Any]] = {
        "choice": lambda spec: spec.choices[-1],
        "date": lambda spec: TODAY,
        "money": lambda spec: "12.5",
        "number": lambda spec: -3,
        "integer": lambda spec: 30,
        "yes_no": lambda spec: True,
        "tags": lambda spec: ["bio"],
    }
    specs = fields.client_specs(custom_fields.custom_fields(book))
    clients.update_client(
        book,
        client_id,
        {name: samples.get(spec.type, lambda spec: "texte")(spec) for name, spec in specs.items()},
    )
    assert all(value not in ("", None) for value in values(book, client_id).values())
    book.undo()
    assert dump(book) == before
