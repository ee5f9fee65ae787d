"""What the rep of the sample book knows besides: personas, needs, payments, deals, answers to surveys.

Drawn by a random source of its own, so that the rest of the book stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tools.sample_accounts import Account, Row
from tools.sample_history import ANCHOR, working_day

EVE = ANCHOR - timedelta(days=1)
PAYMENTS_SINCE = ANCHOR - timedelta(days=730)
INSOLVENT = ("C001", "C098")
"""Who stopped paying; the first closed down."""

SETTINGS: tuple[Row, ...] = (
    {"key": "cost_per_hour", "value": "42"},
    {"key": "cost_per_visit", "value": "12"},
    {"key": "cost_per_km", "value": "0.45"},
    {"key": "cost_per_order", "value": "9.5"},
    {"key": "cost_fixed_month", "value": "3200"},
)
CUSTOM_FIELDS: tuple[Row, ...] = (
    {
        "code": "jour_de_livraison",
        "name": "Jour de livraison",
        "type": "choice",
        "choices": "lundi;mardi;mercredi;jeudi;vendredi",
    },
    {"code": "effectif_en_saison", "name": "Effectif en saison", "type": "number", "choices": ""},
    {"code": "franco_de_port", "name": "Franco de port", "type": "yes_no", "choices": ""},
    {"code": "fin_de_contrat", "name": "Fin de contrat", "type": "date", "choices": ""},
    {"code": "fournisseur_precedent", "name": "Fournisseur précédent", "type": "text", "choices": ""},
)
DAYS = tuple(CUSTOM_FIELDS[0]["choices"].split(";"))
FORMER_SUPPLIERS = ("Emballages du Ponant", "Étiquettes Ar Mor", "Cartons Vilaine", "une centrale d’achat")
PERSONAS = {
    "Agroalimentaire": ("L’acheteuse méthodique", "Le producteur fier de son étiquette"),
    "Métiers de bouche": ("L’artisan pressé", "La créatrice exigeante"),
    "Artisanat d’art": ("La créatrice exigeante",),
    "Hôtellerie et campings": ("Le saisonnier",),
    "Agriculture": ("Le producteur fier de son étiquette", "L’artisan pressé"),
}
OTHER_PERSONAS = ("Le gestionnaire prudent", "L’artisan pressé")
NEEDS = (
    "Livraison sous 48 h, petites quantités.",
    "Étiquettes qui tiennent au froid et à l’humidité.",
    "Un interlocuteur unique et des délais écrits.",
    "Réduire le nombre de fournisseurs.",
    "Emballage recyclable que l’on peut montrer aux clients.",
    "Stock de secours pour la saison.",
)
PREFERENCES = (
    "Préfère le téléphone, le matin avant 10 h.",
    "Répond aux e-mails le soir.",
    "Aime recevoir des échantillons.",
    "Veut toujours deux devis.",
    "Tutoie, apprécie une visite par trimestre.",
)
TIERS = ("Argent", "Or", "Platine")
INCOMES = ("moins de 20 k€", "20–35 k€", "35–50 k€", "plus de 50 k€")
STAGES = ("premier contact", "devis envoyé", "négociation", "accord verbal")
LOST_REASONS = ("prix", "délai de livraison", "resté chez son fournisseur", "projet abandonné")
DEAL_TITLES = (
    "Nouvelle gamme d’étiquettes", "Cartons imprimés à son nom", "Contrat annuel de consommables",
    "Sacs kraft pour la boutique", "Bocaux et pots pour la saison", "Passage au recyclable",
)  # fmt: skip
COMMENTS = {
    "good": ("Toujours à l’heure.", "On est bien conseillés.", "Rien à redire.", ""),
    "fair": ("Correct, mais les prix montent.", "Parfois une erreur de quantité.", ""),
    "bad": ("Deux livraisons en retard.", "Personne ne rappelle.", "La dernière commande était incomplète."),
}


def own_columns(random: Random, account: Account) -> Row:
    """The columns that follow the others in the file of clients."""
    is_big = account.profile.startswith("top")
    is_buyer = account.profile != "prospect"
    personas = PERSONAS.get(account.sector, OTHER_PERSONAS)
    contract = is_big and random.random() < 0.6
    season = account.profile == "seasonal"
    return {
        "persona": random.choice(personas) if random.random() < 0.7 else "",
        "needs": random.choice(NEEDS) if random.random() < 0.5 else "",
        "preferences": random.choice(PREFERENCES) if random.random() < 0.4 else "",
        "strategic_role": _strategic_role(random, account),
        "loyalty_tier": _tier(account),
        "price_sensitivity": random.choices(("low", "medium", "high", ""), (15, 35, 25, 25))[0],
        "growth_potential": _potential(random, account),
        "gender": random.choice(("female", "male")) if account.is_person else "",
        "birth_date": _birth(random) if account.is_person else "",
        "income_band": random.choice(INCOMES) if account.is_person else "",
        "insolvency_on": (EVE - timedelta(days=40)).isoformat() if account.reference in INSOLVENT else "",
        "acquisition_cost": str(random.randint(2, 30) * 10) if is_buyer and random.random() < 0.5 else "",
        "custom.jour_de_livraison": random.choice(DAYS) if is_buyer and random.random() < 0.6 else "",
        "custom.effectif_en_saison": str(random.randint(3, 45)) if season else "",
        "custom.franco_de_port": ("yes" if is_big else "no") if random.random() < 0.8 else "",
        "custom.fin_de_contrat": _contract_end(random) if contract else "",
        "custom.fournisseur_precedent": random.choice(FORMER_SUPPLIERS) if random.random() < 0.2 else "",
    }


def _strategic_role(random: Random, account: Account) -> str:
    """Why a firm that brings little, too little for the programme, is kept all the same."""
    is_kept = account.profile in ("regular", "growing", "new") and not account.is_person
    if not is_kept or _tier(account):
        return ""
    if account.profile != "regular":
        return "future_potential" if random.random() < 0.5 else ""
    if account.sector == "Nautisme":
        return "market_entry"
    return random.choice(("reference", "economies_of_scale")) if random.random() < 0.15 else ""


def _tier(account: Account) -> str:
    """By the year's revenue: the programme of the rep's firm."""
    reached = [
        tier for tier, least in zip(TIERS, (1_500, 5_000, 20_000), strict=True) if account.yearly >= least
    ]
    return reached[-1] if reached else ""


def _potential(random: Random, account: Account) -> str:
    if account.profile in ("growing", "new"):
        return random.choice(("medium", "high", "high"))
    return random.choices(("low", "medium", "high", ""), (25, 30, 10, 35))[0]


def _birth(random: Random) -> str:
    return (date(1955, 1, 1) + timedelta(days=random.randrange(16_000))).isoformat()


def _contract_end(random: Random) -> str:
    return (ANCHOR + timedelta(days=random.randint(-60, 420))).isoformat()


def add_distances(random: Random, accounts: Sequence[Account], clients: Sequence[Row]) -> None:
    """Puts the kilometres there and back into the file of clients: most are near, a few across Brittany."""
    for account, row in zip(accounts, clients, strict=True):
        near = random.random() < 0.7
        distance = random.randint(4, 45) if near else random.randint(60, 190)
        row["visit_km"] = "" if random.random() < 0.15 or account.is_person else str(distance)


def add_payments(random: Random, accounts: Sequence[Account], sales: Sequence[Row]) -> None:
    """Puts into the last two years' sales when they were due and paid; an order is paid at once."""
    terms = {account.reference: _terms(random, account) for account in accounts}
    paid: dict[str, date | None] = {}
    for row in sales:
        day, order, reference = (
            date.fromisoformat(row["date"]),
            row["order_reference"],
            row["client_reference"],
        )
        row["due_on"] = row["paid_on"] = ""
        if day < PAYMENTS_SINCE:
            continue
        days, delay = terms[reference]
        due = day if Decimal(row["amount"]) < 0 else day + timedelta(days=days)
        if order not in paid:
            paid[order] = _paid(random, due, delay, reference)
        row["due_on"] = due.isoformat()
        settled = paid[order]
        row["paid_on"] = settled.isoformat() if settled else ""


def _terms(random: Random, account: Account) -> tuple[int, tuple[int, int]]:
    """Days until an order is due, and how early or late this client pays."""
    if account.is_person:
        return 0, (0, 2)
    days = 45 if account.yearly > 30_000 else 30
    return days, random.choices(((-6, 2), (0, 12), (10, 40)), (60, 30, 10))[0]


def _paid(random: Random, due: date, delay: tuple[int, int], reference: str) -> date | None:
    """None: not yet, or never."""
    if reference in INSOLVENT and due > EVE - timedelta(days=900 if reference == INSOLVENT[0] else 240):
        return None
    day = working_day(due + timedelta(days=random.randint(*delay)))
    return day if day <= EVE else None


def invent_deals(random: Random, accounts: Sequence[Account]) -> list[Row]:
    """Offers: open ones to prospects and clients on the rise, won and lost ones before."""
    hopeful = [a for a in accounts if a.profile in ("prospect", "growing", "top", "new", "top_slipping")]
    rows = []
    for account in random.sample(hopeful, 26):
        opened = EVE - timedelta(days=random.randint(3, 260))
        amount = random.randint(4, 60) * (100 if account.profile.startswith("top") else 40)
        settled = (EVE - opened).days > 90
        status = random.choices(("won", "lost"), (55, 45))[0] if settled else "open"
        if account.profile == "prospect" and status == "won":
            status = "lost"
        place = random.randrange(len(STAGES))
        rows.append(
            {
                "client_reference": account.reference,
                "title": random.choice(DEAL_TITLES),
                "status": status,
                "stage": STAGES[place] if status == "open" else "",
                "amount": f"{amount}.00",
                "probability": str((10, 30, 60, 80)[place]) if status == "open" else "",
                "opened_on": opened.isoformat(),
                "expected_on": (opened + timedelta(days=random.randint(100, 150))).isoformat(),
                "closed_on": ""
                if status == "open"
                else (opened + timedelta(days=random.randint(20, 80))).isoformat(),
                "lost_reason": random.choice(LOST_REASONS) if status == "lost" else "",
                "notes": "",
            }
        )
    return sorted(rows, key=lambda row: (row["opened_on"], row["client_reference"]))


def invent_answers(random: Random, accounts: Sequence[Account]) -> list[Row]:
    """Two NPS rounds, a year apart, and CSAT after some deliveries; those who slip away are less content."""
    rows = []
    for account in accounts:
        if account.profile in ("prospect", "new"):
            continue
        is_content = account.profile not in ("slipping", "top_slipping", "dormant", "former")
        email = account.people[0].email if account.people and random.random() < 0.7 else ""
        moments = [("nps", 400), ("nps", 35)] + [("csat", random.randint(10, 300))] * (random.random() < 0.3)
        for kind, back in moments:
            if random.random() < 0.45 or (account.profile == "former" and back < 300):
                continue
            mood = random.choices(("good", "fair", "bad"), (60, 32, 8) if is_content else (18, 42, 40))[0]
            scores = {"good": (9, 10), "fair": (7, 8), "bad": (2, 6)}[mood]
            if kind == "csat":
                scores = {"good": (4, 5), "fair": (3, 4), "bad": (1, 2)}[mood]
            rows.append(
                {
                    "client_reference": account.reference,
                    "contact_email": email,
                    "kind": kind,
                    "score": str(random.randint(*scores)),
                    "on": working_day(EVE - timedelta(days=back + random.randint(0, 9))).isoformat(),
                    "comment": random.choice(COMMENTS[mood]),
                }
            )
    return sorted(rows, key=lambda row: (row["on"], row["client_reference"], row["kind"]))


def add_own(
    random: Random, accounts: Sequence[Account], book: Mapping[str, list[Row]]
) -> dict[str, list[Row]]:
    """The book's tables with all of this: columns of clients and sales, and the tables of their own."""
    clients = [
        row | own_columns(random, account) for row, account in zip(book["clients"], accounts, strict=True)
    ]
    add_payments(random, accounts, book["sales"])
    return {
        **book,
        "clients": clients,
        "custom_fields": list(CUSTOM_FIELDS),
        "settings": list(SETTINGS),
        "deals": invent_deals(random, accounts),
        "survey_answers": invent_answers(random, accounts),
    }
