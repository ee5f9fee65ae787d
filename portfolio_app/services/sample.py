"""The sample book: a rep in Brittany, invented from end to end, moved in time so that it ends yesterday."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.config import resources_dir
from portfolio_app.models.base import instant_text
from portfolio_app.models.entities import (
    Client,
    Contact,
    CustomField,
    Deal,
    Enrolment,
    FollowUp,
    Interaction,
    KeyDate,
    Plan,
    PlanStep,
    Product,
    Sale,
    Setting,
    SurveyAnswer,
)
from portfolio_app.models.enums import FollowUpReason
from portfolio_app.models.money import to_thousandths, to_units
from portfolio_app.services import plans
from portfolio_app.services.books import new_book
from portfolio_app.storage.book import Book, Clock, Step, utc_now
from portfolio_app.storage.records import RecordWriter
from portfolio_app.storage.text import fold


def new_sample_book(path: Path, clock: Clock = utc_now) -> Book:
    """Make a book at `path` filled with the sample's data, and open it. Raises `BookWriteError`."""
    book = new_book(path, "EUR", clock, country="FR")
    try:
        with book.step("load_sample", origin=True) as step:
            _Loader(step, book.today()).load()
    except BaseException:
        book.close()
        path.unlink(missing_ok=True)
        raise
    return book


class _Loader:
    """Reads the sample's CSV files into an open step."""

    def __init__(self, step: Step, today: date) -> None:
        self._connection: Connection = step.connection
        self._begun = step.now
        self._now = instant_text(step.now)
        self._folder = resources_dir() / "sample"
        anchor = date.fromisoformat((self._folder / "anchor.txt").read_text(encoding="utf-8").strip())
        self._shift = today - anchor
        self._clients: dict[str, int] = {}
        self._contacts: dict[tuple[str, str], int] = {}
        self._products: dict[str, int] = {}
        self._plans: dict[str, list[dict[str, Any]]] = {}
        self._custom_types: dict[str, str] = {}

    def load(self) -> None:
        for part in (
            self._load_custom_fields,
            self._load_settings,
            self._load_clients,
            self._load_contacts,
            self._load_products,
            self._load_sales,
            self._load_interactions,
            self._load_follow_ups,
            self._load_deals,
            self._load_survey_answers,
            self._load_key_dates,
            self._load_plans,
            self._load_enrolments,
        ):
            part()

    def _rows(self, name: str) -> Iterator[dict[str, str]]:
        with (self._folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)

    def _moved(self, day: str) -> str | None:
        return (date.fromisoformat(day) + self._shift).isoformat() if day else None

    def _known_for(self, days: int) -> str:
        """An instant some days ago: the sample's records were not all made today."""
        return instant_text(self._begun - timedelta(days=days))

    def _load_custom_fields(self) -> None:
        writer = RecordWriter(self._connection, CustomField.__table__)
        for position, row in enumerate(self._rows("custom_fields")):
            writer.insert({**row, "choices": _parts(row["choices"]), "position": position})
            self._custom_types[CUSTOM + row["code"]] = row["type"]
        writer.flush()

    def _load_settings(self) -> None:
        writer = RecordWriter(self._connection, Setting.__table__)
        for row in self._rows("settings"):
            writer.insert(dict(row))
        writer.flush()

    def _load_clients(self) -> None:
        writer = RecordWriter(self._connection, Client.__table__)
        for row in self._rows("clients"):
            values: dict[str, Any] = {k: v for k, v in row.items() if not k.startswith(CUSTOM)}
            values |= {
                name: self._moved(row[name]) for name in ("client_since", "birth_date", "insolvency_on")
            }
            values["acquisition_cost"] = _money(row["acquisition_cost"])
            values |= {
                name: _whole(row[name]) for name in ("cadence_ideal_days", "cadence_max_days", "visit_km")
            }
            values["custom"] = {
                name.removeprefix(CUSTOM): self._own_value(type, row[name])
                for name, type in self._custom_types.items()
                if row[name]
            }
            values["tags"] = _parts(row["tags"])
            values |= {"sort_name": fold(row["name"]), "updated_at": self._now}
            self._clients[row["reference"]] = writer.insert({**values, "created_at": self._known_for(400)})
        writer.flush()

    def _own_value(self, type: str, text: str) -> Any:
        """A value of one of the book's own fields, as its records hold it."""
        if type == "number":
            return float(text)
        if type == "yes_no":
            return text == "yes"
        return self._moved(text) if type == "date" else text

    def _load_contacts(self) -> None:
        writer = RecordWriter(self._connection, Contact.__table__)
        for row in self._rows("contacts"):
            reference = row.pop("client_reference")
            values = {**row, "client_id": self._clients[reference], "created_at": self._known_for(400)}
            self._contacts[reference, row["email"]] = writer.insert(values)
        writer.flush()

    def _load_products(self) -> None:
        writer = RecordWriter(self._connection, Product.__table__)
        for row in self._rows("products"):
            values = {**row, "price": to_units(Decimal(row["price"])), "cost": to_units(Decimal(row["cost"]))}
            self._products[row["reference"]] = writer.insert(values)
        writer.flush()

    def _load_sales(self) -> None:
        writer = RecordWriter(self._connection, Sale.__table__)
        for row in self._rows("sales"):
            writer.insert(
                {
                    "client_id": self._clients[row["client_reference"]],
                    "date": self._moved(row["date"]),
                    "order_reference": row["order_reference"],
                    "product_id": self._products.get(row["product_reference"]),
                    "quantity": to_thousandths(Decimal(row["quantity"])) if row["quantity"] else None,
                    "amount": to_units(Decimal(row["amount"])),
                    "discount": _money(row["discount"]),
                    "cost": _money(row["cost"]),
                    "due_on": self._moved(row["due_on"]),
                    "paid_on": self._moved(row["paid_on"]),
                }
            )
        writer.flush()

    def _load_interactions(self) -> None:
        writer = RecordWriter(self._connection, Interaction.__table__)
        for row in self._rows("interactions"):
            reference = row.pop("client_reference")
            email = row.pop("contact_email")
            writer.insert(
                {
                    **{k: row[k] for k in ("kind", "direction", "outcome", "subject", "body")},
                    "client_id": self._clients[reference],
                    "contact_id": self._contacts.get((reference, email)),
                    "on": self._moved(row["date"]),
                    "minutes": _whole(row["minutes"]),
                    "due_on": self._moved(row["due_on"]),
                    "resolved_on": self._moved(row["resolved_on"]),
                    "created_at": self._now,
                }
            )
        writer.flush()

    def _load_follow_ups(self) -> None:
        writer = RecordWriter(self._connection, FollowUp.__table__)
        for row in self._rows("follow_ups"):
            writer.insert(
                {
                    **{
                        k: row[k]
                        for k in ("kind", "title", "status", "due_time", "time_zone", "notes", "repeat_unit")
                    },
                    "client_id": self._clients[row["client_reference"]],
                    "due_on": self._moved(row["due_on"]),
                    "repeat_every": _whole(row["repeat_every"]),
                    "repeat_from": self._moved(row["due_on"]) if row["repeat_every"] else None,
                    "done_on": self._moved(row["done_on"]),
                    "created_at": self._known_for(60),
                }
            )
        writer.flush()

    def _load_deals(self) -> None:
        writer = RecordWriter(self._connection, Deal.__table__)
        for row in self._rows("deals"):
            writer.insert(
                {
                    **{k: row[k] for k in ("title", "status", "stage", "next_step", "lost_reason", "notes")},
                    **{
                        k: self._moved(row[k])
                        for k in ("opened_on", "expected_on", "next_step_on", "closed_on")
                    },
                    "client_id": self._clients[row["client_reference"]],
                    "amount": _money(row["amount"]),
                    "probability": _whole(row["probability"]),
                    "created_at": self._known_for(30),
                }
            )
        writer.flush()

    def _load_survey_answers(self) -> None:
        writer = RecordWriter(self._connection, SurveyAnswer.__table__)
        for row in self._rows("survey_answers"):
            writer.insert(
                {
                    "client_id": self._clients[row["client_reference"]],
                    "contact_id": self._contacts.get((row["client_reference"], row["contact_email"])),
                    "kind": row["kind"],
                    "score": int(row["score"]),
                    "on": self._moved(row["on"]),
                    "comment": row["comment"],
                    "created_at": self._known_for(10),
                }
            )
        writer.flush()

    def _load_key_dates(self) -> None:
        writer = RecordWriter(self._connection, KeyDate.__table__)
        for row in self._rows("key_dates"):
            writer.insert(
                {
                    "client_id": self._clients[row["client_reference"]],
                    "contact_id": self._contacts.get((row["client_reference"], row["contact_email"])),
                    "kind": row["kind"],
                    "label": row["label"],
                    "on": self._moved(row["on"]),
                    "yearly": int(row["yearly"] == "yes"),
                    "notice_days": int(row["notice_days"]),
                    "created_at": self._known_for(200),
                }
            )
        writer.flush()

    def _load_plans(self) -> None:
        writer = RecordWriter(self._connection, Plan.__table__)
        steps = RecordWriter(self._connection, PlanStep.__table__)
        for row in self._rows("plans"):
            known = self._plans.setdefault(row["plan"], [])
            if not known:
                plan_id = writer.insert({"name": row["plan"], "created_at": self._known_for(120)})
                writer.flush()
            values = {
                "plan_id": plan_id,
                "position": len(known) + 1,
                "after_days": int(row["after_days"]),
                "kind": row["kind"],
                "title": row["title"],
            }
            known.append({**values, "id": steps.insert(values)})
        steps.flush()

    def _load_enrolments(self) -> None:
        """Each with the follow-up of its step, while it runs."""
        enrolments = RecordWriter(self._connection, Enrolment.__table__)
        planned = RecordWriter(self._connection, FollowUp.__table__)
        for row in self._rows("enrolments"):
            step = self._plans[row["plan"]][int(row["step"]) - 1]
            enrolment = {
                "plan_id": step["plan_id"],
                "client_id": self._clients[row["client_reference"]],
                "step_id": step["id"],
                **{k: self._moved(row[k]) for k in ("started_on", "ended_on")},
                "end_reason": row["end_reason"],
                "created_at": self._known_for(30),
            }
            enrolment_id = enrolments.insert(enrolment)
            if row["due_on"]:
                planned.insert(
                    {
                        "client_id": enrolment["client_id"],
                        "due_on": self._moved(row["due_on"]),
                        "kind": step["kind"],
                        "title": step["title"],
                        "reason": FollowUpReason.PLAN_STEP.value,
                        "about": plans.about(enrolment_id),
                        "created_at": self._known_for(20),
                    }
                )
        enrolments.flush()
        planned.flush()


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _money(text: str) -> int | None:
    return to_units(Decimal(text)) if text else None
