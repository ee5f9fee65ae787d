"""How a row finds the client it is about: the keys of a book's clients while rows come in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from portfolio_app.services.import_match import MatchRules
from portfolio_app.storage.records import RecordWriter
from portfolio_app.storage.text import fold

_ALWAYS = ("reference", "name_place")
"""What rows of one file find each other by, whatever finds the book's clients."""
_SHARED = ("vat", "email", "phone", "fuzzy")
"""Keys that different clients may share."""
_SIRET_DIGITS = 14
_LEAST_ALIKE = 0.86
"""How alike two names at one place must be."""
_LETTERS = 3
"""Names alike begin one of their words with the same letters."""
_CITY, _POSTCODE = "city", "postcode"

Given = Mapping[str, Any]
Differs = Callable[[int], bool]


class About(NamedTuple):
    """What a row says of its client: the client's values as stored, its name, the values of its person."""

    given: Given
    name: str
    person: Given
    is_sale: bool

    @property
    def emails(self) -> list[str]:
        """The addresses it may be known by."""
        return [text for one in (self.given, self.person) if (text := one.get("email"))]

    @property
    def phones(self) -> list[str]:
        """The numbers it may be known by."""
        return [
            text
            for text in (self.given.get("phone"), self.person.get("phone"), self.person.get("mobile"))
            if text
        ]


class Found(NamedTuple):
    """The client a row is about, by which key, and how sure that is (100: wholly)."""

    client_id: int
    by: str
    score: int = 100


class _Index:
    """Clients by a key, in the order they were noted; most keys have one."""

    def __init__(self) -> None:
        self.first: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}

    def note(self, key: str, client_id: int) -> None:
        first = self.first.setdefault(key, client_id)
        if first != client_id and client_id not in self._more.get(key, ()):
            self._more.setdefault(key, []).append(client_id)

    def all(self, key: str) -> Sequence[int]:
        first = self.first.get(key)
        if first is None:
            return ()
        more = self._more.get(key)
        return (first, *more) if more else (first,)


class KnownClients:
    """The clients of the book and of the rows so far, by the keys that the rules name.

    `people`: the contacts of a client, as stored. `country`: of the book, for telephone numbers (ISO code or "").
    """

    def __init__(
        self,
        clients: RecordWriter,
        contacts: RecordWriter,
        people: Callable[[int], list[Given]],
        country: str,
    ) -> None:
        self._clients = clients
        self._contacts = contacts
        self._people = people
        self._country = country
        self._by = {key: _Index() for key in ("reference", "name_place")}
        self._names: AlikeNames | None = None
        self._keys: tuple[str, ...] = ()
        self._overwrites = True
        self._taken: dict[int, str] = {}
        self._has_always = False
        self._valued: tuple[str, ...] = ()
        self.first_new = clients.next_id
        for client_id, reference, sort_name in clients.columns("id", "reference", "sort_name"):
            if reference:
                self._by["reference"].note(reference, client_id)
            self._by["name_place"].note(sort_name, client_id)

    def use(self, rules: MatchRules) -> None:
        """Another file begins, to which these rules apply; all rows before are written."""
        self._keys, self._overwrites = rules.keys, rules.policy == "overwrite"
        self._taken = {}
        self._has_always = set(_ALWAYS) <= set(rules.keys)
        for key in rules.keys:
            if key not in self._by:
                self._load(key)
        self._valued = tuple(key for key in ("siret", "vat", "email", "phone") if key in self._by)

    def note(self, client_id: int, given: Given, name: str) -> None:
        """A client is new, or has these values from now on."""
        if given.get("reference"):
            self._by["reference"].note(given["reference"], client_id)
        if name:
            self._by["name_place"].note(folded(name), client_id)
        for key in self._valued:
            if key in given:
                for value in self._normal(key, given[key], given.get("country", "")):
                    self._by[key].note(value, client_id)
        if self._names is not None and name:
            known = self._clients.get(client_id)
            self._names.note(client_id, name, known[_POSTCODE], known[_CITY])

    def note_person(self, client_id: int, person: Given) -> None:
        """A person of that client has these values from now on."""
        if not self._valued:
            return
        for key, names in (("email", ("email",)), ("phone", ("phone", "mobile"))):
            index = self._by.get(key)
            if index is not None:
                for value in (person.get(name) for name in names):
                    for normal in self._normal(key, value, ""):
                        index.note(normal, client_id)

    def find(self, about: About, differs: Differs, clashes: Differs) -> Found | None:
        """The client a row is about, by the first key that tells; None when the book has no such client.

        `differs`: whether the row says something that this client's record does not; `clashes`: whether something
        else than it does, not only something more.
        """
        given = about.given
        for key in self._keys:
            # What most rows come to is told without a closer look.
            if key == "reference":
                client_id = self._by[key].first.get(given.get(key, ""))
                if client_id is not None:
                    return Found(client_id, key)
                continue
            if key == "name_place" and folded(about.name) not in self._by[key].first:
                continue
            if key in ("siret", "vat") and not given.get(key):
                continue
            found = self._surest(key, about)
            if found is not None:
                return found
        if self._has_always:
            return None
        return self._otherwise(about, differs, clashes)

    def _surest(self, key: str, about: About) -> Found | None:
        """The client with that key that the row may be about; what several clients share tells none of them.

        Of those the one of the row's own name comes first. Nor are two rows with different names one client for
        their telephone number alone: the later would overwrite the earlier.
        """
        possible = (
            Found(client_id, key, score)
            for client_id, score in self._candidates(key, about)
            if not self._is_contradicted(key, client_id, about)
        )
        if key not in _SHARED:
            return next(possible, None)
        fits = list(possible)
        if not fits:
            return None
        name = folded(about.name)
        for found in fits:
            if self._clients.get(found.client_id)["sort_name"] == name:
                return found
        first = fits[0]
        if key != "fuzzy" and any(found.client_id != first.client_id for found in fits):
            return None
        if about.given.get("name"):
            if first.client_id >= self.first_new:
                return None
            if self._overwrites and self._taken.setdefault(first.client_id, name) != name:
                return None
        return first

    def find_same(self, about: About, differs: Differs, clashes: Differs) -> Found | None:
        """For rows that are to be new clients: one that has all the row says already, or one new in this import that
        the row does not clash with.
        """
        found: Found | None = None
        for key in dict.fromkeys((*self._keys, *_ALWAYS)):
            for client_id, score in self._candidates(key, about):
                if self._is_contradicted(key, client_id, about):
                    continue
                if not differs(client_id):
                    return Found(client_id, key, score)
                if found is None and client_id >= self.first_new and not clashes(client_id):
                    found = Found(client_id, key, score)
        return found

    def _otherwise(self, about: About, differs: Differs, clashes: Differs) -> Found | None:
        """By reference or name although the rules do not say so: a row with none of the keys has nothing else to go
        by, the rows of one file belong together where they agree, and one that says nothing new is no new client.
        """
        has_key: bool | None = None
        for key in _ALWAYS:
            if key in self._keys:
                continue
            for client_id, _score in self._candidates(key, about):
                if self._is_contradicted(key, client_id, about) or self._has_other_key(client_id, about):
                    continue
                if has_key is None:
                    has_key = any(self._gives(key, about) for key in self._keys)
                is_new = client_id >= self.first_new
                if not has_key or not (clashes if is_new else differs)(client_id):
                    return Found(client_id, key)
        return None

    def _gives(self, key: str, about: About) -> bool:
        if key in ("name_place", "fuzzy"):
            return True
        if key in ("email", "phone"):
            return bool(about.emails if key == "email" else about.phones)
        return bool(about.given.get(key))

    def _has_other_key(self, client_id: int, about: About) -> bool:
        """Whether the rules go by a value of which the client has another."""
        for key in self._keys:
            if key in ("siret", "vat", "email", "phone") and about.given.get(key):
                known = self._normal(key, self._clients.get(client_id)[key], "")
                if known and not set(known) & set(self._normal(key, about.given[key], "")):
                    return True
        return False

    def _candidates(self, key: str, about: About) -> Iterator[tuple[int, int]]:
        given = about.given
        if key == "fuzzy":
            if self._names is not None and not about.is_sale:
                yield from self._names.find(about.name, given.get(_POSTCODE, ""), given.get(_CITY, ""))
            return
        if key == "reference":
            values: Sequence[str] = (given["reference"],) if given.get("reference") else ()
        elif key == "name_place":
            values = (folded(about.name),)
        elif key in ("email", "phone"):
            found = about.emails if key == "email" else about.phones
            values = [n for one in found for n in self._normal(key, one, given.get("country", ""))]
        else:
            values = self._normal(key, given.get(key), "")
        for value in values:
            for client_id in self._by[key].all(value):
                yield client_id, 100

    def _is_contradicted(self, key: str, client_id: int, about: About) -> bool:
        if key == "reference":
            return False
        known, given = self._clients.get(client_id), about.given
        if given.get("reference") and known["reference"] and given["reference"] != known["reference"]:
            return True
        if key in ("email", "phone") and known["kind"] == "person" and not about.given.get("name"):
            return not is_same_person(known["name"], about.name) and bool(about.person.get("full_name"))
        if key not in ("name_place", "fuzzy"):
            return False
        # In a list of sales a place is where this order went: only lists of clients tell namesakes apart.
        if not about.is_sale and (
            differ(given.get(_CITY), known[_CITY])
            or differ(bare(given.get(_POSTCODE)), bare(known[_POSTCODE]))
        ):
            return True
        if key == "fuzzy" and differ(given.get("siret"), known["siret"]):
            return True
        return bool(known["kind"] == "person" and self._is_someone_else(client_id, about.person))

    def _is_someone_else(self, client_id: int, person: Given) -> bool:
        email = person.get("email", "")
        if not email:
            return False
        known = [one["email"] for one in self._people(client_id)]
        return any(known) and folded(email) not in {folded(other) for other in known}

    def _load(self, key: str) -> None:
        """Note the written clients under a key that no file before went by."""
        if key == "fuzzy":
            self._names = self._names or AlikeNames()
            for row in self._clients.columns("id", "name", _POSTCODE, _CITY):
                self._names.note(*row)
            return
        self._by[key] = index = _Index()
        for client_id, text, country in self._clients.columns("id", key, "country"):
            for value in self._normal(key, text, country):
                index.note(value, client_id)
        if key in ("email", "phone"):
            for client_id, email, phone, mobile in self._contacts.columns(
                "client_id", "email", "phone", "mobile"
            ):
                self.note_person(client_id, {"email": email, "phone": phone, "mobile": mobile})

    def _normal(self, key: str, text: str | None, country: str) -> list[str]:
        if not text:
            return []
        if key == "siret":
            digits = "".join(char for char in text if char.isdecimal())
            return [digits] if len(digits) == _SIRET_DIGITS else []
        if key == "vat":
            plain = "".join(char for char in text.upper() if char.isalnum())
            return [plain] if len(plain) >= 8 else []
        if key == "email":
            return [text.strip().casefold()] if "@" in text else []
        from portfolio_app.exchange.countries import country_code

        return _numbers(text, country_code(country) or self._country)


class AlikeNames:
    """Names by their place and the first letters of their words."""

    def __init__(self) -> None:
        self._block: dict[tuple[str, str], dict[int, tuple[str, ...]]] = {}

    def note(self, client_id: int, name: str, postcode: str, city: str) -> None:
        words = _core(name)
        for key in self._keys(words, postcode, city):
            self._block.setdefault(key, {})[client_id] = words

    def find(self, name: str, postcode: str, city: str) -> list[tuple[int, int]]:
        """(client, score), the most alike first."""
        from portfolio_app.analysis.alike_names import likeness, numbers_of

        words = _core(name)
        numbers = numbers_of(words)
        found: dict[int, int] = {}
        for key in self._keys(words, postcode, city):
            for client_id, other in self._block.get(key, {}).items():
                if client_id in found or numbers_of(other) != numbers:
                    continue
                alike = likeness(words, other, lambda _word: 1.0)
                if alike.share >= _LEAST_ALIKE and not alike.opposed:
                    found[client_id] = round(100 * alike.share)
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))

    @staticmethod
    def _keys(words: Sequence[str], postcode: str, city: str) -> list[tuple[str, str]]:
        places = [bare(postcode), folded(city)]
        return [(place, word[:_LETTERS]) for place in places if place for word in dict.fromkeys(words)]


def _core(name: str) -> tuple[str, ...]:
    from portfolio_app.analysis.alike_names import core_words

    return core_words(folded(name))


@lru_cache(maxsize=20_000)
def _numbers(text: str, country: str) -> list[str]:
    """A telephone number as the world dials it, or its digits where its country is not known."""
    from portfolio_app.exchange.identifiers import read_phone

    found = read_phone(text, country)
    digits = "".join(char for char in text if char.isdecimal())
    return [found.e164] if found.e164 else [digits] if 8 <= len(digits) <= 15 else []


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """As names are compared."""
    return fold(text)


def is_same_person(name: str, other: str) -> bool:
    """Whether two names may be one person's: the same words in any order, initials, or a slip in one of them."""
    if folded(name) == folded(other):
        return True
    words, others = folded(name).replace(".", " ").split(), folded(other).replace(".", " ").split()
    if len(words) > len(others):
        words, others = others, words
    for word in words:
        fits = next((each for each in others if _is_same_word(word, each)), None)
        if fits is None:
            return False
        others.remove(fits)
    return True


def _is_same_word(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return one == other or (min(len(one), len(other)) >= 4 and OSA.distance(one, other, score_cutoff=1) <= 1)


def bare(postcode: str | None) -> str:
    """A postcode as it stands after a spreadsheet took it for a number."""
    return (postcode or "").lstrip("0")


def differ(given: str | None, known: str) -> bool:
    """Whether both are there and not the same."""
    return bool(given) and bool(known) and folded(given or "") != folded(known)
