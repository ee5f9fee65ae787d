"""Every service that changes a book, found by introspection, and how the undo machine calls each of them.

A new service without an entry here makes `test_undo_machine` fail: so that none can be forgotten.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import sys
import types
import typing
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import portfolio_app.services as services
from portfolio_app.services import (
    agenda_actions,
    agenda_settings,
    analysis_settings,
    backups,
    bulk,
    calendar_import,
    clients,
    custom_fields,
    deals,
    duplicates,
    follow_ups,
    groups,
    history,
    import_,
    interactions,
    key_dates,
    merge,
    opportunities,
    plans,
    privacy_files,
    privacy_lists,
    privacy_people,
    quality,
    quality_fixes,
    quick_entry,
    reminders,
    round_trip,
    sales,
    segment_store,
    segmentations,
    segments,
    settings,
    spending,
    surveys,
    watched_files,
)
from portfolio_app.services.changes import Changes
from portfolio_app.services.round_trip_items import DiffItem
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

EXEMPT = {
    "book_copy.read_copy": "only fills an empty book; test_book_copy takes it back and does it again",
    "history.undo": "is what is tested",
    "history.redo": "is what is tested",
    "history.take_back": "is what is tested, by a rule of its own",
    "privacy_erase.erase_person": "by law it cannot be undone; test_take_back and test_privacy_erase undo around it",
}
"""Services the machine does not call by itself, each with its reason."""


class NothingToPick(Exception):
    """The book has no record of the kind a call needs."""


@dataclasses.dataclass
class Draw:
    """What an entry makes its arguments from."""

    book: Book
    folder: Path
    data: st.DataObject

    def any(self, strategy: st.SearchStrategy[Any]) -> Any:
        return self.data.draw(strategy)

    def id(self, kind: str) -> int:
        with self.book.read() as connection:
            found = [row[0] for row in connection.exec_driver_sql(f"SELECT id FROM {kind} ORDER BY id")]
        if not found:
            raise NothingToPick
        return self.any(st.sampled_from(found))

    def ids(self, kind: str) -> list[int]:
        return list({self.id(kind) for _ in range(self.any(st.integers(1, 3)))})

    def some(self, fields: dict[str, st.SearchStrategy[Any]]) -> dict[str, Any]:
        names = self.any(st.sets(st.sampled_from(sorted(fields)), min_size=1, max_size=3))
        return {name: self.any(fields[name]) for name in sorted(names)}


NAMES = st.sampled_from(("Élan", "Kerisac & fils", "O'Brien", "=SOMME(A1)", "Zoé", "日本商事", "a" * 60))
TEXTS = st.sampled_from(("", "note", "deux\nlignes", "50 % « été »", "DROP TABLE client;--", "😀"))
DAYS = st.integers(0, 400).map(lambda days: TODAY - timedelta(days=days))
COMING = st.integers(1, 60).map(lambda days: TODAY + timedelta(days=days))
AMOUNTS = st.sampled_from(("12.5", "0", "-3.000001", "99999.99", "7"))
SPENT = st.sampled_from(("12.5", "0", "99999.99"))
SPENDING = {"on": DAYS, "amount": SPENT, "notes": TEXTS}
KINDS = st.sampled_from(("call", "email", "visit", "complaint", "service"))

CLIENT = {
    "name": NAMES,
    "reference": st.sampled_from(("", "R1", "R2")),
    "status": st.sampled_from(("prospect", "active", "former")),
    "former_reason": st.sampled_from(("", "stopped")),
    "city": st.sampled_from(("", "Brest", "Quimper")),
    "email": st.sampled_from(("", "a@exemple.fr")),
    "tags": st.lists(st.sampled_from(("bio", "été")), max_size=2),
    "notes": TEXTS,
    "client_since": st.none() | DAYS,
    "persona": TEXTS,
    "strategic_role": st.sampled_from(("", "reference")),
    "birth_date": st.none() | DAYS,
    "acquisition_cost": st.none() | AMOUNTS,
    "cadence_ideal_days": st.none() | st.integers(0, 30),
    "cadence_max_days": st.none() | st.integers(30, 90),
}
CUSTOM_TYPES = st.sampled_from(("text", "number", "date", "choice", "yes_no"))
CONTACT = {
    "full_name": NAMES,
    "first_name": TEXTS,
    "role": TEXTS,
    "email": TEXTS,
    "mobile": TEXTS,
    "notes": TEXTS,
}
TOUCH = {
    "kind": KINDS,
    "on": DAYS,
    "subject": TEXTS,
    "body": TEXTS,
    "minutes": st.none() | st.integers(0, 90),
}
SALE = {
    "date": DAYS,
    "amount": AMOUNTS,
    "order_reference": st.sampled_from(("", "C1")),
    "discount": st.none() | AMOUNTS,
    "cost": st.none() | AMOUNTS,
    "due_on": st.none() | DAYS,
    "paid_on": st.none() | DAYS,
}
DEAL = {
    "title": NAMES,
    "stage": TEXTS,
    "amount": st.none() | AMOUNTS,
    "probability": st.none() | st.integers(0, 100),
    "expected_on": st.none() | COMING,
    "next_step": TEXTS,
    "next_step_on": st.none() | COMING,
    "notes": TEXTS,
}
KEY_DATE = {
    "kind": st.sampled_from(("contract_end", "renewal", "anniversary", "birthday", "other")),
    "label": TEXTS,
    "on": DAYS | COMING,
    "yearly": st.booleans(),
    "notice_days": st.integers(0, 60),
}
STEPS = st.lists(
    st.fixed_dictionaries({"after_days": st.integers(0, 30), "kind": KINDS, "title": TEXTS}),
    min_size=1,
    max_size=3,
)
AGENDA = {
    "country": st.sampled_from(("", "FR", "BE")),
    "working_days": st.sampled_from(((0, 1, 2, 3, 4), (0, 1, 2, 3, 4, 5))),
    "capacity": st.none() | st.integers(1, 30),
    "rhythm": st.booleans(),
    "survey_days": st.none() | st.integers(30, 400),
}
ANALYSIS = {
    "discount_rate": st.sampled_from((0.0, 0.08, 0.10)),
    "horizon_months": st.integers(6, 60),
    "watch_share": st.sampled_from((0.05, 0.10)),
    "targets": st.dictionaries(st.sampled_from(("retention", "nrr")), st.just((0.9, 0.8)), max_size=2),
    "tiles": st.none() | st.just(("indicators.retention",)),
}
ANSWER = {"score": st.integers(1, 5), "kind": st.sampled_from(("nps", "csat")), "on": DAYS, "comment": TEXTS}
PLAN = {
    "due_on": COMING | DAYS,
    "title": TEXTS,
    "kind": KINDS,
    "due_time": st.sampled_from(("", "14:30")),
    "notes": TEXTS,
    "repeat_unit": st.sampled_from(("", "day", "week", "month", "year")),
    "repeat_until": st.none() | COMING,
}
ADDRESSES = st.sampled_from((("email", "a@exemple.fr"), ("phone", "06 12 34 56 78")))
PRODUCTS = st.sampled_from(("", "Cidre", "Miel"))
QUICK = (
    "call 15 min interested, call back in 2 weeks at 14:30",
    "réclamation hier : caisse abîmée",
    "rappeler mardi",
)


def create_client(draw: Draw) -> Any:
    contact = draw.some(CONTACT) if draw.any(st.booleans()) else None
    return clients.create_client(draw.book, {**draw.some(CLIENT), "name": draw.any(NAMES)}, contact)


def update_client(draw: Draw) -> Any:
    """Also the book's own fields, whatever they are: what reads as a text, a date and a choice does for most."""
    values = draw.some(CLIENT)
    for field in custom_fields.custom_fields(draw.book):
        values[f"custom.{field.code}"] = draw.any(
            {
                "number": st.none() | st.integers(-9, 9),
                "date": st.none() | DAYS,
                "yes_no": st.none() | st.booleans(),
                "choice": st.sampled_from(("", *field.choices)),
            }.get(field.type, TEXTS)
        )
    return clients.update_client(draw.book, draw.id("client"), values)


def update_custom_field(draw: Draw) -> Any:
    return custom_fields.update_custom_field(
        draw.book,
        draw.id("custom_field"),
        name=draw.any(st.none() | NAMES),
        choices=draw.any(st.none() | st.just(["bleu", "vert"])),
        renamed={"rouge": "vert"},
        position=draw.any(st.none() | st.integers(0, 2)),
    )


def log_touch(draw: Draw) -> Any:
    client_id = draw.id("client")
    return interactions.log_touch(
        draw.book,
        client_id,
        draw.some(TOUCH),
        contact_id=draw.any(st.none() | st.just(draw.id("contact"))) if draw.any(st.booleans()) else None,
        finish_due=draw.any(st.booleans()),
        next_due=draw.any(st.none() | st.fixed_dictionaries({"due_on": COMING})),
        answer=draw.any(st.none() | st.fixed_dictionaries({"score": st.integers(0, 10)})),
    )


def import_files(draw: Draw) -> Any:
    return import_.import_files(draw.book, [import_source(draw)])


def import_source(draw: Draw) -> Any:
    lines = ["Client;Ville;Contact;E-mail;Date;Montant;Produit;Commande"]
    for _ in range(draw.any(st.integers(1, 6))):
        name = draw.any(NAMES).replace(";", " ")
        day = draw.any(DAYS).strftime("%d/%m/%Y")
        city, amount = draw.any(CLIENT["city"]), draw.any(AMOUNTS).replace(".", ",")
        lines.append(f'"{name}";{city};Anne;anne@exemple.fr;{day};{amount};{draw.any(PRODUCTS)};C7')
    path = draw.folder / "import.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return import_.read_source(path)


def apply_workbook(draw: Draw) -> Any:
    city = {"city": draw.any(CLIENT["city"])}
    item = DiffItem(1, "clients", "Clients", "changed", draw.id("client"), "", "", (), 2, False, city)
    diff = round_trip.WorkbookDiff("x.xlsx", book_step=draw.book.change_number(), changed=[item])
    return round_trip.apply(draw.book, diff)


def read_again(draw: Draw) -> Any:
    import_source(draw)
    return watched_files.read_again(draw.book, draw.id("watched_file"))


def restore(draw: Draw) -> Any:
    found = backups.list_backups(draw.book)
    if not found or draw.any(st.booleans()):
        backups.make_backup(draw.book, "manual")
        found = backups.list_backups(draw.book)
    return backups.restore(draw.book, draw.any(st.sampled_from(found)))


def set_consent(draw: Draw) -> Any:
    kind = draw.any(st.sampled_from(("client", "contact")))
    return privacy_people.set_consent(
        draw.book,
        privacy_people.Person(kind, draw.id(kind)),
        draw.any(st.sampled_from(("email", "phone", "post"))),
        draw.any(st.sampled_from(("granted", "refused", None))),
        on=draw.any(st.none() | DAYS),
        proof=draw.any(TEXTS),
    )


RULES = st.sampled_from(
    (
        {"metric": "orders", "op": ">=", "value": 2},
        {
            "any": [
                {"metric": "city", "op": "=", "value": "Brest"},
                {"metric": "tags", "op": "has", "value": "bio"},
            ]
        },
        {"not": {"metric": "revenue_window", "op": ">", "value": {"percentile": 50}}},
    )
)
SEGMENTATIONS = st.sampled_from(("standard", "size", "loyalty"))


def save_segmentation(draw: Draw) -> Any:
    code = draw.any(st.sampled_from(("", *segment_store.codes(draw.book))))
    spec = segment_store.segmentation(draw.book, code or "pareto")
    changed = [
        dataclasses.replace(segment, rule=segment.rule and draw.any(RULES), name=draw.any(NAMES))
        for segment in spec.segments[draw.any(st.integers(0, 1)) :]
    ]
    return segmentations.save(
        draw.book,
        dataclasses.replace(spec, code=code, name=draw.any(NAMES), segments=tuple(changed)),
    )


def delete_segmentation(draw: Draw) -> Any:
    found = [
        each for each in segmentations.segmentations(draw.book) if not each.built_in and not each.in_force
    ]
    if not found:
        raise NothingToPick
    return segmentations.delete(draw.book, draw.any(st.sampled_from(found)).code)


def update_group(draw: Draw) -> Any:
    return groups.update_group(
        draw.book,
        draw.id("client_group"),
        name=draw.any(st.none() | NAMES),
        rule=draw.any(st.none() | RULES),
        position=draw.any(st.none() | st.integers(0, 2)),
    )


def update_plan(draw: Draw) -> Any:
    """Some steps stay, changed; others go, others come."""
    found = plans.plans(draw.book)
    if not found:
        raise NothingToPick
    plan = draw.any(st.sampled_from(found))
    kept = [{"id": step.id, "title": draw.any(TEXTS)} for step in plan.steps[draw.any(st.integers(0, 1)) :]]
    return plans.update_plan(
        draw.book, plan.id, name=draw.any(st.none() | NAMES), steps=[*draw.any(STEPS), *kept]
    )


def two_clients(draw: Draw) -> tuple[int, int]:
    first, second = draw.id("client"), draw.id("client")
    if first == second:
        raise NothingToPick
    return first, second


def fix_quality(draw: Draw) -> Any:
    code = draw.any(st.sampled_from(sorted(quality_fixes.FIXED_FIELDS)))
    style = draw.any(st.sampled_from(("international", "national")))
    return quality_fixes.apply_fix(
        draw.book, code, quality_fixes.proposals(draw.book, code, TODAY, style=style)
    )


def set_quality(draw: Draw) -> Any:
    off = draw.any(st.none() | st.just(["no_siret", "stale"]) | st.just([]))
    return quality.set_quality(draw.book, months=draw.any(st.none() | st.integers(1, 24)), off=off)


def client_or_none(draw: Draw, kind: str) -> int | None:
    return draw.id(kind) if draw.any(st.booleans()) else None


def offer_of(draw: Draw) -> opportunities.Offer:
    kind = draw.any(st.sampled_from(opportunities.KINDS))
    about = draw.any(st.sampled_from(("product:1", "category:Wine"))) if kind == "cross_sell" else ""
    return opportunities.Offer(draw.id("client"), kind, about)


def import_reminders(draw: Draw) -> Any:
    """New entries, and known ones with another day, title or repetition."""
    entries = [
        calendar_import.CalendarEntry(
            uid=draw.any(st.sampled_from(("a@x", "b@x"))),
            due_on=draw.any(COMING | DAYS),
            title=draw.any(NAMES),
            notes=draw.any(TEXTS),
            due_time=draw.any(st.sampled_from(("", "14:30"))),
        )
        for _ in range(draw.any(st.integers(1, 3)))
    ]
    if draw.any(st.booleans()):
        first = entries[0].due_on
        entries[0] = dataclasses.replace(
            entries[0], repeat_every=draw.any(st.integers(1, 3)), repeat_unit="month", repeat_from=first
        )
    return calendar_import.import_reminders(draw.book, [(draw.id("client"), entry) for entry in entries])


CALLS: dict[str, Callable[[Draw], Any]] = {
    "agenda_actions.finish": lambda d: agenda_actions.finish(d.book, d.ids("client"), TODAY),
    "agenda_actions.plan_next": lambda d: agenda_actions.plan_next(
        d.book, d.ids("client"), d.any(COMING), d.any(KINDS), d.any(TEXTS)
    ),
    "agenda_actions.wait": lambda d: agenda_actions.wait(d.book, d.ids("client"), TODAY, d.any(COMING)),
    "agenda_actions.postpone": lambda d: agenda_actions.postpone(
        d.book, d.ids("client"), TODAY, d.any(COMING)
    ),
    "agenda_settings.set_agenda": lambda d: agenda_settings.set_agenda(d.book, **d.some(AGENDA)),
    "analysis_settings.set_analysis": lambda d: analysis_settings.set_analysis(d.book, **d.some(ANALYSIS)),
    "backups.restore": restore,
    "bulk.set_field": lambda d: bulk.set_field(
        d.book, d.ids("client"), d.any(st.sampled_from(("sector", "city", "needs"))), d.any(TEXTS)
    ),
    "bulk.add_tags": lambda d: bulk.add_tags(d.book, d.ids("client"), [d.any(NAMES), "bulk"]),
    "bulk.remove_tags": lambda d: bulk.remove_tags(d.book, d.ids("client"), [d.any(NAMES), "bulk"]),
    "bulk.pin_segment": lambda d: bulk.pin_segment(
        d.book, d.ids("client"), d.any(st.sampled_from(("", "top")))
    ),
    "bulk.set_cadence": lambda d: bulk.set_cadence(
        d.book, d.ids("client"), d.any(st.sampled_from((None, 0, 30))), 60
    ),
    "bulk.add_note": lambda d: bulk.add_note(d.book, d.ids("client"), d.any(NAMES)),
    "bulk.mark_verified": lambda d: bulk.mark_verified(d.book, d.ids("client"), TODAY),
    "calendar_import.import_reminders": import_reminders,
    "clients.create_client": create_client,
    "clients.update_client": update_client,
    "clients.delete_client": lambda d: clients.delete_client(d.book, d.id("client")),
    "clients.delete_clients": lambda d: clients.delete_clients(d.book, d.ids("client")),
    "clients.create_contact": lambda d: clients.create_contact(d.book, d.id("client"), d.some(CONTACT)),
    "clients.update_contact": lambda d: clients.update_contact(d.book, d.id("contact"), d.some(CONTACT)),
    "clients.delete_contact": lambda d: clients.delete_contact(d.book, d.id("contact")),
    "custom_fields.create_custom_field": lambda d: custom_fields.create_custom_field(
        d.book, d.any(NAMES), d.any(CUSTOM_TYPES), ["rouge", "bleu"]
    ),
    "custom_fields.update_custom_field": update_custom_field,
    "custom_fields.delete_custom_field": lambda d: custom_fields.delete_custom_field(
        d.book, d.id("custom_field")
    ),
    "deals.create_deal": lambda d: deals.create_deal(
        d.book, d.id("client"), {"title": d.any(NAMES), **d.some(DEAL)}
    ),
    "deals.update_deal": lambda d: deals.update_deal(d.book, d.id("deal"), d.some(DEAL)),
    "deals.close_deal": lambda d: deals.close_deal(
        d.book, d.id("deal"), d.any(st.sampled_from(("won", "lost"))), lost_reason=d.any(TEXTS)
    ),
    "deals.reopen_deal": lambda d: deals.reopen_deal(d.book, d.id("deal")),
    "deals.delete_deal": lambda d: deals.delete_deal(d.book, d.id("deal")),
    "duplicates.not_same": lambda d: duplicates.not_same(d.book, *two_clients(d)),
    "duplicates.same_after_all": lambda d: duplicates.same_after_all(d.book, *two_clients(d)),
    "merge.merge": lambda d: merge.merge(
        d.book, *two_clients(d), {"notes": d.any(TEXTS)} if d.any(st.booleans()) else None
    ),
    "follow_ups.plan_follow_up": lambda d: follow_ups.plan_follow_up(
        d.book, d.id("client"), {"due_on": d.any(COMING), **d.some(PLAN)}
    ),
    "follow_ups.update_follow_up": lambda d: follow_ups.update_follow_up(
        d.book, d.id("follow_up"), d.some(PLAN)
    ),
    "follow_ups.complete_follow_up": lambda d: follow_ups.complete_follow_up(
        d.book, d.id("client"), client_or_none(d, "follow_up")
    ),
    "follow_ups.snooze": lambda d: follow_ups.snooze(
        d.book, d.id("client"), client_or_none(d, "follow_up"), d.any(COMING)
    ),
    "follow_ups.drop_follow_up": lambda d: follow_ups.drop_follow_up(d.book, d.id("follow_up")),
    "groups.create_group": lambda d: groups.create_group(d.book, d.any(NAMES), d.any(RULES)),
    "groups.update_group": update_group,
    "groups.delete_group": lambda d: groups.delete_group(d.book, d.id("client_group")),
    "history.set_history_limit": lambda d: history.set_history_limit(
        d.book, d.any(st.integers(30, 400)), d.any(st.integers(10, 500))
    ),
    "import_.import_files": import_files,
    "round_trip.apply": apply_workbook,
    "interactions.log_touch": log_touch,
    "interactions.update_interaction": lambda d: interactions.update_interaction(
        d.book, d.id("interaction"), d.some(TOUCH)
    ),
    "interactions.delete_interaction": lambda d: interactions.delete_interaction(d.book, d.id("interaction")),
    "interactions.resolve_complaint": lambda d: interactions.resolve_complaint(
        d.book, d.id("interaction"), d.any(st.none() | DAYS)
    ),
    "key_dates.create_key_date": lambda d: key_dates.create_key_date(
        d.book, d.id("client"), {"on": d.any(COMING), **d.some(KEY_DATE)}, client_or_none(d, "contact")
    ),
    "key_dates.update_key_date": lambda d: key_dates.update_key_date(
        d.book, d.id("key_date"), d.some(KEY_DATE)
    ),
    "key_dates.delete_key_date": lambda d: key_dates.delete_key_date(d.book, d.id("key_date")),
    "plans.create_plan": lambda d: plans.create_plan(d.book, d.any(NAMES), d.any(STEPS)),
    "plans.update_plan": update_plan,
    "plans.delete_plan": lambda d: plans.delete_plan(d.book, d.id("plan")),
    "plans.enrol": lambda d: plans.enrol(d.book, d.id("plan"), d.ids("client")),
    "opportunities.plan_offer": lambda d: opportunities.plan_offer(d.book, offer_of(d), d.some(PLAN)),
    "opportunities.enrol_offers": lambda d: opportunities.enrol_offers(
        d.book, d.id("plan"), [offer_of(d), offer_of(d)]
    ),
    "opportunities.refuse_offers": lambda d: opportunities.refuse_offers(d.book, [offer_of(d)]),
    "plans.stop": lambda d: plans.stop(d.book, d.id("enrolment")),
    "privacy_files.set_controller": lambda d: privacy_files.set_controller(d.book, {"name": d.any(NAMES)}),
    "privacy_lists.lift_suppression": lambda d: privacy_lists.lift_suppression(d.book, *d.any(ADDRESSES)),
    "privacy_lists.set_retention_months": lambda d: privacy_lists.set_retention_months(
        d.book, d.any(st.integers(1, 40))
    ),
    "privacy_lists.suppress": lambda d: privacy_lists.suppress(d.book, *d.any(ADDRESSES)),
    "privacy_people.set_consent": set_consent,
    "reminders.remind_later": lambda d: reminders.remind_later(
        d.book, d.id("follow_up"), d.book.clock() + timedelta(minutes=d.any(st.integers(1, 3_000)))
    ),
    "quality.set_quality": set_quality,
    "quality_fixes.apply_fix": fix_quality,
    "quick_entry.log": lambda d: quick_entry.log(
        d.book, d.id("client"), quick_entry.read(d.book, d.any(st.sampled_from(QUICK)), TODAY).entry
    ),
    "sales.add_sale": lambda d: sales.add_sale(
        d.book, d.id("client"), {"amount": d.any(AMOUNTS), **d.some(SALE)}, d.any(PRODUCTS)
    ),
    "sales.update_sale": lambda d: sales.update_sale(
        d.book, d.id("sale"), d.some(SALE), d.any(st.none() | PRODUCTS)
    ),
    "sales.mark_paid": lambda d: sales.mark_paid(d.book, d.ids("sale")),
    "sales.delete_sale": lambda d: sales.delete_sale(d.book, d.id("sale")),
    "segmentations.put_in_force": lambda d: segmentations.put_in_force(
        d.book, d.any(st.sampled_from(segment_store.codes(d.book)))
    ),
    "segmentations.save": save_segmentation,
    "segmentations.reset": lambda d: segmentations.reset(d.book, d.any(SEGMENTATIONS)),
    "segmentations.delete": delete_segmentation,
    "segments.set_cadence": lambda d: segments.set_cadence(
        d.book, d.any(st.sampled_from(("top", "regular", "loyalty.loyal"))), d.any(st.integers(1, 30)), 90
    ),
    "spending.add_spending": lambda d: spending.add_spending(
        d.book, {"source": d.any(NAMES), "amount": d.any(SPENT), **d.some(SPENDING)}
    ),
    "spending.update_spending": lambda d: spending.update_spending(
        d.book, d.id("spending"), d.some(SPENDING)
    ),
    "spending.delete_spending": lambda d: spending.delete_spending(d.book, d.id("spending")),
    "surveys.add_answer": lambda d: surveys.add_answer(
        d.book, d.id("client"), {"score": 3, **d.some(ANSWER)}, contact_id=client_or_none(d, "contact")
    ),
    "surveys.update_answer": lambda d: surveys.update_answer(d.book, d.id("survey_answer"), d.some(ANSWER)),
    "surveys.delete_answer": lambda d: surveys.delete_answer(d.book, d.id("survey_answer")),
    "settings.set_costs": lambda d: settings.set_costs(
        d.book,
        d.any(st.none() | st.just("45.5")),
        d.any(st.none() | st.just("20")),
        per_km=d.any(st.none() | st.just("9.5")),
        per_order=d.any(st.none() | st.just("9.5")),
        fixed_month=d.any(st.none() | st.just("9.5")),
    ),
    "settings.set_currency": lambda d: settings.set_currency(d.book, d.any(st.sampled_from(("EUR", "CHF")))),
    "watched_files.read_again": read_again,
    "watched_files.unwatch": lambda d: watched_files.unwatch(d.book, d.id("watched_file")),
    "watched_files.watch": lambda d: watched_files.watch(d.book, import_source(d)),
}
"""How the machine calls each service."""


def changing_services() -> dict[str, Callable[..., Any]]:
    """Every public function of the services whose first parameter is a book and that answers with changes."""
    found = {}
    for info in pkgutil.iter_modules(services.__path__):
        module = importlib.import_module(f"{services.__name__}.{info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if (
                function.__module__ == module.__name__
                and not name.startswith("_")
                and changes_a_book(function)
            ):
                found[f"{info.name}.{name}"] = function
    return found


def changes_a_book(function: Callable[..., Any]) -> bool:
    """Whether it takes a book first and returns `Changes`, in whatever they are wrapped."""
    parameters = list(inspect.signature(function).parameters)
    if not parameters:
        return False
    hints = typing.get_type_hints(function, localns=known_names(function))
    return hints.get(parameters[0]) is Book and holds_changes(hints.get("return"))


def known_names(function: Callable[..., Any]) -> dict[str, Any]:
    """What a module imports for the type checker only is looked up here."""
    names: dict[str, Any] = {"Book": Book, "Changes": Changes}
    for block in ast.parse(inspect.getsource(sys.modules[function.__module__])).body:
        if isinstance(block, ast.If) and isinstance(block.test, ast.Name):
            for line in block.body:
                if isinstance(line, ast.ImportFrom):
                    module = importlib.import_module(str(line.module))
                    names |= {each.asname or each.name: getattr(module, each.name) for each in line.names}
                elif isinstance(line, ast.Import):
                    names |= {
                        each.asname or each.name: importlib.import_module(each.name) for each in line.names
                    }
    return names


def holds_changes(hint: Any) -> bool:
    """Whether values of that type are, or carry, `Changes`."""
    if hint is Changes:
        return True
    if typing.get_origin(hint) in (tuple, typing.Union, types.UnionType):
        return any(holds_changes(part) for part in typing.get_args(hint))
    if not inspect.isclass(hint) or hint in (type(None), Any):
        return False
    if isinstance(inspect.getattr_static(hint, "changes", None), property):
        return True
    return any("changes" in inspect.get_annotations(cls) for cls in hint.__mro__)


def changes_in(result: Any) -> Changes | None:
    """The changes in what a service answered."""
    if isinstance(result, tuple):
        result = result[0]
    found = getattr(result, "changes", result)
    return found if isinstance(found, Changes) else None
