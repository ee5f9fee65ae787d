"""What the rep of the sample book has planned: recurring reminders, plans, key dates, next steps of deals.

Drawn by a random source of its own, so that the rest of the book stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random

from tools.sample_accounts import Account, Row
from tools.sample_history import ANCHOR

PLANS = (
    (
        "Réveil",
        (
            (0, "call", "Prendre des nouvelles, demander ce qui a changé"),
            (7, "email", "Envoyer l’offre de retour"),
            (14, "visit", "Passer avec des échantillons"),
        ),
    ),
    (
        "Bienvenue",
        (
            (2, "call", "Vérifier que la première livraison convient"),
            (21, "email", "Envoyer le catalogue de la saison"),
            (45, "visit", "Passer faire connaissance"),
        ),
    ),
)
"""Each plan's name and steps: days after the one before, kind of touch, what to do."""
_ENROLLED = {
    "Réveil": ("dormant", ((1, -1, -1), (1, 0, 2), (2, -9, -2), (2, -8, 4), (3, -24, 1)), (-70, -60)),
    "Bienvenue": ("new", ((1, -1, 1), (2, -12, 8), (3, -30, 12)), ()),
}
"""By plan, the profile of its clients; for those in it step, start and due day against the anchor; the ends of
those who went through it or were taken out.
"""
NEXT_STEPS = (
    "Envoyer le devis révisé", "Appeler après l’essai", "Présenter les échantillons", "Relire le contrat ensemble",
    "Relancer le service achats",
)  # fmt: skip
_DUE = (-2, 0, 3, 9, 20)
"""Days of the next steps against the anchor, in turn."""
KEY_DATES = (
    ("contract_end", "Contrat de consommables", 21, "no", 30),
    ("contract_end", "Contrat d’étiquettes", -4, "no", 30),
    ("renewal", "Renouvellement du tarif annuel", 45, "yes", 30),
    ("renewal", "Renouvellement de la remise", 160, "yes", 30),
    ("anniversary", "Ouverture de la boutique", 12, "yes", 0),
    ("other", "Salon professionnel", 33, "no", 14),
)
_BIRTHDAYS = (5, 62, 140, 251)


def _day(offset: int) -> str:
    return (ANCHOR + timedelta(days=offset)).isoformat()


def recurring_reminders(accounts: Sequence[Account]) -> Iterator[Row]:
    """One every week at half past nine, one every month."""
    big = [account for account in accounts if account.profile.startswith("top")]
    rows = (
        (
            big[0],
            8,
            "09:30",
            "1",
            "week",
            "Point hebdomadaire sur les commandes",
            "Salle du fond, café offert.",
        ),
        (big[1], 12, "", "1", "month", "Relevé de stock du mois", "Compter les rouleaux d’étiquettes."),
    )
    for account, offset, time, every, unit, title, notes in rows:
        yield {
            "client_reference": account.reference,
            "due_on": _day(offset),
            "kind": "call" if time else "visit",
            "title": title,
            "status": "open",
            "done_on": "",
            "due_time": time,
            "time_zone": "Europe/Paris" if time else "",
            "notes": notes,
            "repeat_every": every,
            "repeat_unit": unit,
        }


_BLANK = dict.fromkeys(("due_time", "time_zone", "notes", "repeat_every", "repeat_unit"), "")


def add_next_steps(deals: Sequence[Row]) -> list[Row]:
    """The deals, every other open one with a next step."""
    rows, opened = [], 0
    for row in deals:
        step = {"next_step": "", "next_step_on": ""}
        if row["status"] == "open":
            if opened % 2 == 0:
                place = opened // 2
                step["next_step"] = NEXT_STEPS[place % len(NEXT_STEPS)]
                step["next_step_on"] = _day(_DUE[place % len(_DUE)])
            opened += 1
        rows.append(row | step)
    return rows


def add_deadlines(interactions: Sequence[Row]) -> list[Row]:
    """The touches; of the complaints nobody has settled, the newest was promised for another day."""
    waiting = [row for row in interactions if row["kind"] == "complaint" and not row["resolved_on"]]
    newest = max(waiting, key=lambda row: row["date"])
    return [row | {"due_on": _day(-2) if row is newest else ""} for row in interactions]


def add_rhythms(accounts: Sequence[Account], clients: Sequence[Row]) -> list[Row]:
    """The clients, three of them with a contact rhythm of their own: two closer, one none at all."""
    own = {}
    for profile, ideal, most in (("top", "14", "30"), ("growing", "20", "40"), ("seasonal", "0", "")):
        account = next(each for each in accounts if each.profile == profile)
        own[account.reference] = (ideal, most)
    rows = []
    for row in clients:
        ideal, most = own.get(row["reference"], ("", ""))
        rows.append(row | {"cadence_ideal_days": ideal, "cadence_max_days": most})
    return rows


def invent_key_dates(random: Random, accounts: Sequence[Account]) -> list[Row]:
    """Contracts that end or renew at the larger clients, and birthdays of people there."""
    large = [a for a in accounts if a.profile in ("top", "top_slipping", "growing") and a.people]
    known = [account for account in large if account.people[0].email]
    rows = []
    for account, (kind, label, offset, yearly, notice) in zip(
        random.sample(large, len(KEY_DATES)), KEY_DATES, strict=True
    ):
        rows.append(_key_date(account, "", kind, label, ANCHOR + timedelta(days=offset), yearly, notice))
    for account, offset in zip(random.sample(known, len(_BIRTHDAYS)), _BIRTHDAYS, strict=True):
        day = ANCHOR + timedelta(days=offset)
        born = day.replace(year=day.year - random.randint(28, 58))
        person = account.people[0]
        rows.append(
            _key_date(account, person.email, "birthday", f"Anniversaire de {person.first}", born, "yes", 0)
        )
    return rows


def _key_date(
    account: Account, email: str, kind: str, label: str, day: date, yearly: str, notice: int
) -> Row:
    return {
        "client_reference": account.reference,
        "contact_email": email,
        "kind": kind,
        "label": label,
        "on": day.isoformat(),
        "yearly": yearly,
        "notice_days": str(notice),
    }


def invent_enrolments(random: Random, accounts: Sequence[Account], busy: Sequence[str]) -> list[Row]:
    """Who is in which plan at which step (from 1), and who was; clients with something planned stay out."""
    rows = []
    for plan, (profile, running, ended) in _ENROLLED.items():
        free = [a for a in accounts if a.profile == profile and a.reference not in busy]
        chosen = random.sample(free, len(running) + len(ended))
        for account, (step, start, due) in zip(chosen, running, strict=False):
            rows.append(_enrolment(account, plan, str(step), _day(start), due_on=_day(due)))
        for place, (account, end) in enumerate(zip(chosen[len(running) :], ended, strict=True)):
            reason = ("finished", "stopped")[place % 2]
            rows.append(_enrolment(account, plan, "3", _day(end - 30), ended_on=_day(end), reason=reason))
    return rows


def _enrolment(
    account: Account,
    plan: str,
    step: str,
    started: str,
    due_on: str = "",
    ended_on: str = "",
    reason: str = "",
) -> Row:
    return {
        "client_reference": account.reference,
        "plan": plan,
        "step": step,
        "started_on": started,
        "due_on": due_on,
        "ended_on": ended_on,
        "end_reason": reason,
    }


def add_agenda(
    random: Random, accounts: Sequence[Account], book: Mapping[str, list[Row]]
) -> dict[str, list[Row]]:
    """The book's tables with all of this: columns of tables there are, and the tables of their own."""
    planned = [row | _BLANK for row in book["follow_ups"]] + list(recurring_reminders(accounts))
    planned.sort(key=lambda row: (row["due_on"], row["client_reference"]))
    busy = [row["client_reference"] for row in planned if row["status"] != "done"]
    return {
        **book,
        "clients": add_rhythms(accounts, book["clients"]),
        "interactions": add_deadlines(book["interactions"]),
        "follow_ups": planned,
        "deals": add_next_steps(book["deals"]),
        "key_dates": invent_key_dates(random, accounts),
        "plans": [
            {"plan": name, "after_days": str(days), "kind": kind, "title": title}
            for name, steps in PLANS
            for days, kind, title in steps
        ],
        "enrolments": invent_enrolments(random, accounts, busy),
    }
