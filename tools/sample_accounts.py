"""The clients of the sample book and their people."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tools import sample_words as words

# profile: (clients besides the cast, lowest and highest yearly revenue, and days between orders)
PROFILES: dict[str, tuple[int, tuple[int, int], tuple[int, int]]] = {
    "regular": (51, (180, 2_200), (30, 95)),
    "seasonal": (14, (500, 2_400), (18, 36)),
    "slipping": (11, (700, 2_800), (32, 75)),
    "growing": (6, (900, 3_000), (35, 70)),
    "dormant": (14, (400, 2_600), (45, 95)),
    "former": (8, (400, 2_600), (45, 90)),
    "new": (6, (600, 2_200), (20, 40)),
    "prospect": (12, (0, 0), (0, 0)),
}
PEOPLE = {"regular": 6, "dormant": 2, "slipping": 1, "prospect": 3}
Row = dict[str, str]


@dataclass
class Person:
    """A contact of a client."""

    first: str
    last: str
    email: str


@dataclass
class Account:
    """A client while the book is being invented."""

    reference: str
    name: str
    sector: str
    city: str
    profile: str
    yearly: float
    interval: int
    is_person: bool = False
    people: list[Person] = field(default_factory=list)
    order_days: list[date] = field(default_factory=list)
    favourites: list[tuple[str, str, Decimal, Decimal]] = field(default_factory=list)


def plain(text: str) -> str:
    """A text as it stands in an address: small letters without accents, words joined by hyphens."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in ascii_text).split())


class Addresses:
    """E-mail addresses of example domains, each given once."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._given: set[str] = set()

    def take(self, name: str, reference: str) -> str:
        """`first.last`, with the client's reference behind it for the second of that name."""
        local = ".".join(plain(part).replace("-", "") for part in name.split("."))
        if local in self._given:
            local += f".{reference.lower()}"
        self._given.add(local)
        return local + self._random.choice(("@example.fr", "@example.com"))


class Phones:
    """Numbers from the ranges that the French regulator keeps for fiction, each given once."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._given: set[str] = set()

    def take(self, *prefixes: str) -> str:
        """A number that begins with one of the prefixes."""
        while True:
            digits = self._random.randrange(10_000)
            number = f"{self._random.choice(prefixes)} {digits // 100:02} {digits % 100:02}"
            if number not in self._given:
                self._given.add(number)
                return number


def invent_accounts(random: Random) -> list[Account]:
    """The cast and the others by profile, in no particular order, as a list that grew."""
    parts: list[tuple[str, str, str, str, float, int, bool]] = [(*lead, False) for lead in words.CAST]
    names = iter(random.sample(words.SURNAMES, len(words.SURNAMES)))
    taken = {lead.name for lead in words.CAST}
    resorts = iter(random.sample(words.SEASONAL_NAMES, len(words.SEASONAL_NAMES)))
    for profile, (count, yearly, interval) in PROFILES.items():
        for number in range(count):
            is_person = number < PEOPLE.get(profile, 0)
            city = random.choice(tuple(words.TOWNS))
            if profile == "seasonal":
                sector, city = words.SEASONAL_SECTOR, random.choice(words.SEASIDE)
                name = f"{random.choice(words.SEASONAL_FIRMS)} {next(resorts)}"
            elif is_person:
                sector, name = words.PERSON_SECTOR, f"{random.choice(words.FIRST_NAMES)} {next(names)}"
            else:
                sector = random.choice(tuple(words.SECTORS))
                name = firm_name(random, sector, taken)
            taken.add(name)
            low, high = yearly
            # Squaring favours the small ones, as real portfolios do.
            revenue = (low + (high - low) * random.random() ** 2) * (0.4 if is_person else 1)
            parts.append(
                (name, sector, city, profile, revenue, random.randint(*interval) if high else 0, is_person)
            )
    random.shuffle(parts)
    return [
        Account(f"C{number:03}", name, sector, city, profile, yearly, interval, is_person)
        for number, (name, sector, city, profile, yearly, interval, is_person) in enumerate(parts, 1)
    ]


def firm_name(random: Random, sector: str, taken: set[str]) -> str:
    """A firm's name not yet given: its trade and its founder."""
    firms, _ = words.SECTORS[sector]
    while True:
        name = f"{random.choice(firms)} {random.choice(words.SURNAMES)}"
        if name not in taken:
            return name


def invent_contacts(random: Random, account: Account, phones: Phones, addresses: Addresses) -> list[Row]:
    """The people of a client: big ones have several, a few prospects none yet."""
    if account.is_person:
        count = 1
    elif account.profile.startswith("top"):
        count = random.choice((2, 2, 3))
    elif account.profile == "prospect":
        count = random.choice((0, 1, 1))
    else:
        count = random.choice((1, 1, 1, 1, 2))
    rows = []
    for number in range(count):
        if account.is_person:
            first, _, last = account.name.partition(" ")
            role = ""
        else:
            founder = account.name.partition(" ")[2]
            own = number == 0 and founder in (*words.SURNAMES, "Morel") and random.random() < 0.75
            first = random.choice(words.FIRST_NAMES)
            last = founder if own else random.choice(words.SURNAMES)
            role = words.ROLES[0] if number == 0 else random.choice(words.ROLES[1:])
        email = addresses.take(f"{first}.{last}", account.reference)
        account.people.append(Person(first, last, email))
        rows.append(
            {
                "client_reference": account.reference,
                "full_name": f"{first} {last}",
                "first_name": first,
                "last_name": last,
                "role": role,
                "email": email if random.random() < 0.9 else "",
                "phone": phones.take("02 61 91") if random.random() < 0.35 else "",
                "mobile": phones.take("06 39 98") if random.random() < 0.8 else "",
            }
        )
        if not rows[-1]["email"]:
            account.people[-1].email = ""
    return rows


def choose_products(random: Random, account: Account) -> None:
    """The products a client comes back to, those of its trade first."""
    special = {
        words.SEASONAL_SECTOR: words.SEASONAL_CATEGORIES,
        words.PERSON_SECTOR: words.PERSON_CATEGORIES,
    }
    categories = special.get(account.sector) or words.SECTORS[account.sector][1]
    fitting = [p for p in words.PRODUCTS if p[2] in categories]
    chosen = random.sample(fitting, min(len(fitting), random.randint(3, 7)))
    account.favourites = [(ref, name, Decimal(price), Decimal(cost)) for ref, name, _, price, cost in chosen]


def client_row(random: Random, account: Account, phones: Phones) -> Row:
    """A client as it stands in the file."""
    since = ""
    if account.order_days:
        back = 0 if account.profile == "new" else random.choice((0, 200, 700, 1_400, 2_300))
        since = (account.order_days[0] - timedelta(days=back)).isoformat()
    statuses = {"prospect": "prospect", "former": "former"}
    former_reason = random.choice(("stopped", "closed_down")) if account.profile == "former" else ""
    postcode = words.TOWNS[account.city]
    weights = (5, 30, 50, 15) if account.profile.startswith("top") else (45, 40, 14, 1)
    generic = not account.is_person and random.random() < 0.7
    return {
        "reference": account.reference,
        "name": account.name,
        "kind": "person" if account.is_person else "organisation",
        "status": statuses.get(account.profile, "active"),
        "former_reason": former_reason,
        "sector": account.sector,
        "size": "" if account.is_person else random.choices(words.SIZES, weights)[0],
        "email": f"{plain(account.name)}@example.fr" if generic else "",
        "phone": phones.take("02 61 91") if generic else "",
        "street": f"{random.randint(1, 98)} {random.choice(words.STREETS)}",
        "postcode": postcode,
        "city": account.city,
        "region": words.DEPARTMENTS[postcode[:2]],
        "country": "France",
        "source": random.choice(words.SOURCES),
        "tags": random.choice(words.TAGS) if random.random() < 0.3 else "",
        "notes": random.choice(words.NOTES) if random.random() < 0.4 else "",
        "client_since": since,
    }
