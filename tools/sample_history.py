"""What happened between the rep of the sample book and the clients: orders, interactions, follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from tools import sample_words as words
from tools.sample_accounts import Account, Person, Row

ANCHOR = date(2026, 1, 1)
DAYS = 3 * 365
# profile: days between two touches
TOUCHES = {"top": 29, "top_slipping": 38, "regular": 84, "prospect": 200, "former": 150, "dormant": 130}
KINDS = ("call", "email", "visit", "meeting", "message", "letter", "feedback", "service", "complaint")
KIND_WEIGHTS = (45, 23, 13, 3, 6, 1, 3, 2, 3)
MINUTES = {
    "call": (3, 25),
    "email": (2, 10),
    "visit": (25, 95),
    "meeting": (45, 120),
    "message": (1, 4),
    "letter": (5, 10),
}


def order_days(random: Random, account: Account) -> list[date]:
    """When a client orders, each in its own rhythm; working days only."""
    if account.profile == "prospect":
        return []
    if account.profile == "seasonal":
        return seasonal_days(random, account)
    first, last = ANCHOR - timedelta(days=DAYS), ANCHOR - timedelta(days=1)
    silence = 0.0
    if account.profile == "new":
        first = ANCHOR - timedelta(days=random.randint(50, 120))
    elif account.profile in ("slipping", "top_slipping"):
        silence = account.interval * random.uniform(1.7, 2.6)
    elif account.profile == "dormant":
        silence = random.randint(200, 520)
    elif account.profile == "former":
        silence = random.randint(420, 800)
    else:
        silence = account.interval * random.uniform(0.0, 0.8)
    # Walked back from the last order, so that the silence before the anchor is the one meant.
    spread = 0.12 if account.profile.startswith("top") or random.random() < 0.4 else 0.35
    day = last - timedelta(days=round(silence))
    days = []
    while day >= first:
        days.append(working_day(day))
        gap = account.interval * random.lognormvariate(0, spread)
        if account.profile == "growing":
            gap *= 1 + (ANCHOR - day).days / DAYS
        day -= timedelta(days=max(3, round(gap)))
    return sorted(days)


def seasonal_days(random: Random, account: Account) -> list[date]:
    """Orders of campsites and hotels: a cluster before each summer, sometimes one after."""
    days = []
    for year in range(ANCHOR.year - 3, ANCHOR.year):
        day = date(year, 2, random.randint(5, 28))
        while day < date(year, 6, 25):
            days.append(working_day(day))
            day += timedelta(days=round(account.interval * random.lognormvariate(0, 0.25)))
        if random.random() < 0.4:
            days.append(working_day(date(year, 9, random.randint(5, 28))))
    return days


def working_day(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def invent_sales(random: Random, accounts: Sequence[Account]) -> list[Row]:
    """All lines of all orders by date, returns included; the last one is on the eve of the anchor."""
    orders = sorted((day, account.reference) for account in accounts for day in account.order_days)
    by_reference = {account.reference: account for account in accounts}
    rows: list[Row] = []
    credits = 0
    for number, (day, reference) in enumerate(orders, 1):
        account = by_reference[reference]
        lines = order_lines(random, account, day, f"CMD-{number:05}")
        rows += lines
        if random.random() < 0.02:
            credits += 1
            returned = min(day + timedelta(days=random.randint(4, 15)), ANCHOR - timedelta(days=2))
            if returned > day:
                rows.append(credit_note(random, random.choice(lines), returned, f"AV-{credits:03}"))
    return sorted(rows, key=lambda row: (row["date"], row["order_reference"], row["product_reference"]))


def order_lines(random: Random, account: Account, day: date, order: str) -> list[Row]:
    """The lines of one order, worth about a year's revenue over the orders of a year."""
    per_year = len(account.order_days) / 3 if account.profile == "seasonal" else 365 / account.interval
    years_back = (ANCHOR - day).days / 365
    trend = 1 - 0.25 * years_back if account.profile == "growing" else 1 - 0.05 * years_back
    value = account.yearly / per_year * trend * random.uniform(0.75, 1.25)
    count = min(len(account.favourites), 1 + int(value / 420 + random.random() * 1.4), 6)
    chosen = random.sample(account.favourites, count)
    rows = []
    for reference, _, price, cost in chosen:
        share = value / count * random.uniform(0.6, 1.4)
        quantity = max(1, round(share / float(price)))
        # Large clients negotiated; small ones pay the list.
        discount = (
            Decimal("0.08") if account.yearly > 30_000 else Decimal("0.03") if quantity >= 10 else Decimal(0)
        )
        rows.append(
            {
                "client_reference": account.reference,
                "date": day.isoformat(),
                "order_reference": order,
                "product_reference": reference,
                "quantity": str(quantity),
                "amount": cents(price * quantity * (1 - discount)),
                "discount": cents(price * quantity * discount) if discount else "",
                "cost": cents(cost * quantity),
            }
        )
    return rows


def credit_note(random: Random, line: Row, day: date, order: str) -> Row:
    """Part of a line taken back: negative quantity, amount and cost."""
    quantity = int(line["quantity"])
    back = random.randint(1, max(1, quantity // 3))
    return line | {
        "date": working_day(day).isoformat(),
        "order_reference": order,
        "quantity": str(-back),
        "amount": cents(-Decimal(line["amount"]) * back / quantity),
        "discount": cents(-Decimal(line["discount"]) * back / quantity) if line["discount"] else "",
        "cost": cents(-Decimal(line["cost"]) * back / quantity),
    }


def cents(value: Decimal) -> str:
    """An amount with two decimals."""
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


def invent_touches(random: Random, account: Account) -> list[Row]:
    """What happened between the rep and a client, from the first order on (or, for prospects, lately)."""
    between = TOUCHES.get(account.profile, 95)
    if account.profile == "prospect":
        day = ANCHOR - timedelta(days=random.randint(60, 700))
    else:
        day = min(account.order_days) - timedelta(days=random.randint(2, 20))
    end = ANCHOR - timedelta(days=1)
    if account.profile in ("former", "dormant"):
        end = max(account.order_days) + timedelta(days=random.randint(10, 60))
    elif random.random() < 0.25:
        end -= timedelta(days=random.randint(between // 2, between))
    rows = []
    while day <= end:
        rows.append(touch(random, account, working_day(day)))
        day += timedelta(days=max(4, round(between * random.lognormvariate(0, 0.45))))
    return rows


def touch(random: Random, account: Account, day: date, kind: str = "") -> Row:
    """One interaction, with what the rep noted."""
    kind = kind or random.choices(KINDS, KIND_WEIGHTS)[0]
    if account.profile == "prospect" and kind not in ("call", "email", "visit", "message"):
        kind = "call"
    person = random.choice(account.people) if account.people and random.random() < 0.85 else None
    incoming = kind in ("complaint", "feedback", "message") or (kind == "call" and random.random() < 0.25)
    outcome = "reached"
    if kind == "call" and not incoming:
        outcome = random.choices(("reached", "positive", "no_answer", "left_message"), (60, 15, 14, 11))[0]
    elif kind == "complaint":
        outcome = "negative"
    elif kind in ("email", "letter", "message"):
        outcome = ""
    elif random.random() < 0.25:
        outcome = "positive"
    subject, body = said(random, account, kind, outcome, person)
    low, high = MINUTES.get(kind, (5, 40))
    unheard = outcome in ("no_answer", "left_message")
    resolved = min(day + timedelta(days=random.randint(2, 20)), ANCHOR - timedelta(days=1))
    return {
        "client_reference": account.reference,
        "contact_email": person.email if person else "",
        "date": day.isoformat(),
        "kind": kind,
        "direction": "incoming" if incoming else "outgoing",
        "minutes": str(1 if unheard else random.randint(low, high)),
        "outcome": outcome,
        "subject": subject,
        "body": body,
        "resolved_on": max(day, resolved).isoformat() if kind == "complaint" else "",
    }


def said(random: Random, account: Account, kind: str, outcome: str, person: Person | None) -> tuple[str, str]:
    """Subject and text of an interaction."""
    facts = {
        "product": random.choice(account.favourites)[1].split(",")[0],
        "first": person.first if person else "l’accueil",
        "number": random.randint(3, 24),
        "days": random.choice((3, 5, 8, 10, 15)),
    }
    if outcome == "no_answer":
        return "Appel", random.choice(words.NO_ANSWER)
    if outcome == "left_message":
        return "Appel", random.choice(words.LEFT_MESSAGE).format(**facts)
    prospect = account.profile == "prospect"
    subject, body = random.choice(words.PROSPECT_TALK if prospect else words.TALK[kind])
    closing = random.choice(words.CLOSINGS) if kind in ("call", "visit", "meeting") else ""
    text = f"{body} {closing}".strip().format(**facts)
    return subject, text[0].upper() + text[1:]


def add_open_complaints(random: Random, accounts: Sequence[Account], interactions: list[Row]) -> None:
    """Four recent complaints that nobody has settled yet, one of them at a big client."""
    large = [a for a in accounts if a.name == "Cidrerie Kerlouarn"]
    others = random.sample([a for a in accounts if a.profile == "regular" and a.people], 3)
    for account, back in zip([*large, *others], (6, 11, 19, 34), strict=True):
        row = touch(random, account, working_day(ANCHOR - timedelta(days=back)), "complaint")
        interactions.append(row | {"resolved_on": ""})


def invent_follow_ups(random: Random, accounts: Sequence[Account]) -> list[Row]:
    """Forty things to do: eight overdue, five today, ten this week, the others later, waiting or done."""
    open_accounts = [a for a in accounts if a.profile != "former"]
    offsets = (
        [-random.randint(1, 25) for _ in range(8)]
        + [0] * 5
        + [random.randint(1, 6) for _ in range(10)]
        + [random.randint(7, 60) for _ in range(11)]
        + [-random.randint(3, 60) for _ in range(6)]
    )
    statuses = ["open"] * 31 + ["waiting"] * 3 + ["done"] * 6
    chosen = random.sample(open_accounts, len(offsets))
    rows = []
    for account, offset, status in zip(chosen, offsets, statuses, strict=True):
        person = account.people[0] if account.people else None
        due = ANCHOR + timedelta(days=offset)
        title = random.choice(words.TITLES).format(
            product=random.choice(account.favourites)[1].split(",")[0],
            first=person.first if person else "le responsable",
            number=random.randint(3, 24),
        )
        rows.append(
            {
                "client_reference": account.reference,
                "due_on": due.isoformat(),
                "kind": "visit" if "Passer" in title else "email" if "Envoyer" in title else "call",
                "title": title,
                "status": status,
                "done_on": due.isoformat() if status == "done" else "",
            }
        )
    return sorted(rows, key=lambda row: (row["due_on"], row["client_reference"]))
