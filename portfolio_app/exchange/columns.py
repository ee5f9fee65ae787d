"""What the cells of a column look like, taken together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from portfolio_app.exchange.cell_kinds import kind_of
from portfolio_app.exchange.cells import NOTHING, Cell, cell_text
from portfolio_app.exchange.words import (
    CHOICE_WORDS,
    document_kind,
    fold,
    is_lost,
    is_stage,
    is_won,
    words_of,
)

_CODE = re.compile(r"(?=.*\d)'?#?[A-Za-z0-9][A-Za-z0-9_./-]{0,23}")
_POSTCODE = re.compile(
    r"(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d"
    r"|2[AB]\d{3}|\d{4} ?[A-Z]{2}|\d{3} \d{2}|\d{2}-\d{3}|[A-Z]\d[\dW] ?[A-Z0-9]{4}"
)
COUNTRIES = words_of(
    "france|fr|belgique|belgium|be|suisse|switzerland|ch|luxembourg|lu|allemagne|germany|de|"
    "deutschland|espagne|spain|es|italie|italy|it|portugal|pt|royaume uni|united kingdom|uk|gb|"
    "england|angleterre|irlande|ireland|eire|pays bas|netherlands|nl|autriche|austria|pologne|"
    "poland|suede|sweden|norvege|norway|danemark|denmark|finlande|finland|etats unis|"
    "united states|usa|us|united states of america|canada|ca|mexique|mexico|bresil|brazil|brasil|"
    "argentine|argentina|chili|chile|maroc|morocco|tunisie|tunisia|algerie|algeria|senegal|"
    "cote d ivoire|japon|japan|chine|china|inde|india|australie|australia|korea|coree|jordan|"
    "kenya|philippines|panama|romania|roumanie|grece|greece|cyprus|singapore|israel|monaco|malta|"
    "hong kong|bahrain|czech republic|hungary"
)
_PLAIN_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,9})?", re.ASCII)
_ADDRESS = re.compile(r"[^\s@]@[^\s@]")
_DOMAIN = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$", re.IGNORECASE)
_TITLES = words_of(
    "m|mr|mme|mlle|monsieur|madame|mademoiselle|dr|me|mrs|ms|miss|herr|frau|prof|maitre|docteur|"
    "sarl|sas|sasu|sa|eurl|sci|snc|scop|scp|selarl|gaec|earl|ei|eirl|societe|association|ste|gmbh|ag|ltd|llc|inc"
)
"""Titles of persons and forms of companies: neither a name nor a function."""
_DEAL_WORDS = words_of(
    "won|gagne|gagnee|gagnes|gagnees|lost|perdu|perdue|signe|signee|conclu|closedwon|closedlost"
)
_ORDER_STATES = frozenset({"sales order", "bon de commande"})


def _digits(text: str) -> int:
    return sum(1 for char in text if char.isdigit())


def _phone_like(text: str) -> bool:
    digits = _digits(text)
    return 3 <= digits <= 40 and digits >= 0.4 * len(text) and "@" not in text


@dataclass(slots=True)
class Profile:
    """Shares (0…1) of what the filled cells of a column look like."""

    filled: int
    rows: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    distinct: float = 0.0
    codes: float = 0.0
    postcodes: float = 0.0
    countries: float = 0.0
    stages: float = 0.0
    words: dict[str, float] = field(default_factory=dict)
    spaced: float = 0.0
    length: float = 0.0
    largest: float = 0.0
    ats: float = 0.0
    phones: float = 0.0
    domains: float = 0.0
    long_digits: float = 0.0
    titles: float = 0.0
    deals: float = 0.0
    open_deals: float = 0.0
    documents: float = 0.0
    leading_zeros: bool = False
    whole: float = 0.0

    def share(self, *kinds: str) -> float:
        """Share of filled cells of these kinds."""
        return sum(self.kinds[kind] for kind in kinds) / self.filled if self.filled else 0.0

    @property
    def constant(self) -> bool:
        """Whether several rows hold one and the same value."""
        return self.filled >= 2 and self.distinct * self.filled < 1.5

    @property
    def numeric(self) -> float:
        """Share of cells that read as numbers."""
        return self.share("integer", "decimal")


def profile_of(cells: Sequence[Cell]) -> Profile:
    """The profile of the sampled cells of one column."""
    rows = len(cells)
    cells = [cell for cell in cells if cell not in NOTHING]
    texts = [text for text in (cell_text(cell).strip() for cell in cells) if text]
    filled = len(texts)
    if not filled:
        return Profile(0, rows)
    kinds = Counter(kind for kind in (kind_of(cell) for cell in cells) if kind != "empty")
    folded = [fold(text) for text in texts]
    numbers = [float(text) for text in texts if _PLAIN_NUMBER.fullmatch(text)]
    return Profile(
        filled=sum(kinds.values()) or filled,
        rows=rows,
        kinds=kinds,
        distinct=len(set(texts)) / filled,
        codes=_share(texts, lambda text: _CODE.fullmatch(text) is not None),
        postcodes=_share(texts, lambda text: _POSTCODE.fullmatch(text) is not None),
        countries=_share(folded, COUNTRIES.__contains__),
        stages=_share(texts, is_stage),
        words={name: _share(folded, table.__contains__) for name, table in CHOICE_WORDS.items()},
        spaced=_share(texts, lambda text: " " in text),
        length=sum(map(len, texts)) / filled,
        largest=max(numbers, default=0.0),
        ats=_share(texts, lambda text: _ADDRESS.search(text) is not None),
        phones=_share(texts, _phone_like),
        domains=_share(texts, lambda text: _DOMAIN.match(text) is not None),
        long_digits=_share(texts, lambda text: 9 <= _digits(text) <= 14),
        titles=_share(folded, _TITLES.__contains__),
        deals=_share(folded, lambda word: not _DEAL_WORDS.isdisjoint(word.split()) or word in _ORDER_STATES),
        open_deals=_share(texts, lambda text: is_stage(text) and not is_won(text) and not is_lost(text)),
        documents=_share(texts, lambda text: document_kind(text) != ""),
        whole=_share(texts, lambda text: text.endswith(".0") and text[:-2].isdecimal()),
        leading_zeros=any(text[0] == "0" and len(text) > 1 and text.isdecimal() for text in texts),
    )


def _share(texts: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(1 for text in texts if test(text)) / len(texts)
