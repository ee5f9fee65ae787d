"""Every service that changes a book, found by introspection, and how the undo machine calls each of them.

A new service without an entry here makes `test_undo_machine` fail: so that none can be forgotten.
"""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
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
    backups,
    clients,
    follow_ups,
    history,
    import_,
    interactions,
    privacy_files,
    privacy_lists,
    privacy_people,
    sales,
    segments,
    settings,
)
from portfolio_app.services.changes import Changes
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

EXEMPT = {
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
}
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
    "cost": st.none() | AMOUNTS,
}
PLAN = {"due_on": COMING | DAYS, "title": TEXTS, "kind": KINDS, "due_time": st.sampled_from(("", "14:30"))}
ADDRESSES = st.sampled_from((("email", "a@exemple.fr"), ("phone", "06 12 34 56 78")))
PRODUCTS = st.sampled_from(("", "Cidre", "Miel"))


def create_client(draw: Draw) -> Any:
    contact = draw.some(CONTACT) if draw.any(st.booleans()) else None
    return clients.create_client(draw.book, {**draw.some(CLIENT), "name": draw.any(NAMES)}, contact)


def log_touch(draw: Draw) -> Any:
    client_id = draw.id("client")
    return interactions.log_touch(
        draw.book,
        client_id,
        draw.some(TOUCH),
        contact_id=draw.any(st.none() | st.just(draw.id("contact"))) if draw.any(st.booleans()) else None,
        finish_due=draw.any(st.booleans()),
        next_due=draw.any(st.none() | st.fixed_dictionaries({"due_on": COMING})),
    )


def import_files(draw: Draw) -> Any:
    lines = ["Client;Ville;Contact;E-mail;Date;Montant;Produit;Commande"]
    for _ in range(draw.any(st.integers(1, 6))):
        name = draw.any(NAMES).replace(";", " ")
        day = draw.any(DAYS).strftime("%d/%m/%Y")
        city, amount = draw.any(CLIENT["city"]), draw.any(AMOUNTS).replace(".", ",")
        lines.append(f'"{name}";{city};Anne;anne@exemple.fr;{day};{amount};{draw.any(PRODUCTS)};C7')
    path = draw.folder / "import.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return import_.import_files(draw.book, [import_.read_source(path)])


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


def client_or_none(draw: Draw, kind: str) -> int | None:
    return draw.id(kind) if draw.any(st.booleans()) else None


CALLS: dict[str, Callable[[Draw], Any]] = {
    "agenda_actions.finish": lambda d: agenda_actions.finish(d.book, d.ids("client"), TODAY),
    "agenda_actions.postpone": lambda d: agenda_actions.postpone(
        d.book, d.ids("client"), TODAY, d.any(COMING)
    ),
    "backups.restore": restore,
    "clients.create_client": create_client,
    "clients.update_client": lambda d: clients.update_client(d.book, d.id("client"), d.some(CLIENT)),
    "clients.delete_client": lambda d: clients.delete_client(d.book, d.id("client")),
    "clients.delete_clients": lambda d: clients.delete_clients(d.book, d.ids("client")),
    "clients.create_contact": lambda d: clients.create_contact(d.book, d.id("client"), d.some(CONTACT)),
    "clients.update_contact": lambda d: clients.update_contact(d.book, d.id("contact"), d.some(CONTACT)),
    "clients.delete_contact": lambda d: clients.delete_contact(d.book, d.id("contact")),
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
    "history.set_history_limit": lambda d: history.set_history_limit(
        d.book, d.any(st.integers(30, 400)), d.any(st.integers(10, 500))
    ),
    "import_.import_files": import_files,
    "interactions.log_touch": log_touch,
    "interactions.update_interaction": lambda d: interactions.update_interaction(
        d.book, d.id("interaction"), d.some(TOUCH)
    ),
    "interactions.delete_interaction": lambda d: interactions.delete_interaction(d.book, d.id("interaction")),
    "interactions.resolve_complaint": lambda d: interactions.resolve_complaint(
        d.book, d.id("interaction"), d.any(st.none() | DAYS)
    ),
    "privacy_files.set_controller": lambda d: privacy_files.set_controller(d.book, {"name": d.any(NAMES)}),
    "privacy_lists.lift_suppression": lambda d: privacy_lists.lift_suppression(d.book, *d.any(ADDRESSES)),
    "privacy_lists.set_retention_months": lambda d: privacy_lists.set_retention_months(
        d.book, d.any(st.integers(1, 40))
    ),
    "privacy_lists.suppress": lambda d: privacy_lists.suppress(d.book, *d.any(ADDRESSES)),
    "privacy_people.set_consent": set_consent,
    "sales.add_sale": lambda d: sales.add_sale(
        d.book, d.id("client"), {"amount": d.any(AMOUNTS), **d.some(SALE)}, d.any(PRODUCTS)
    ),
    "sales.update_sale": lambda d: sales.update_sale(
        d.book, d.id("sale"), d.some(SALE), d.any(st.none() | PRODUCTS)
    ),
    "sales.delete_sale": lambda d: sales.delete_sale(d.book, d.id("sale")),
    "segments.set_cadence": lambda d: segments.set_cadence(
        d.book, d.any(st.sampled_from(("top", "regular", "new"))), d.any(st.integers(1, 30)), 90
    ),
    "settings.set_currency": lambda d: settings.set_currency(d.book, d.any(st.sampled_from(("EUR", "CHF")))),
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
    annotations = " ".join(str(hint) for hint in function.__annotations__.values())
    missing = {"pd": "pandas", "np": "numpy"}
    return names | {
        short: importlib.import_module(name) for short, name in missing.items() if short in annotations
    }


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
