"""Public holidays by country and region, and the days on which the book's owner works."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from portfolio_app.services.agenda_settings import book_agenda
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

if TYPE_CHECKING:
    from portfolio_app.analysis.working_days import WorkingDays

_YEARS_BACK, _YEARS_AHEAD = 2, 3
_SCHOOL_ZONES = {"FR": ("Zone A", "Zone B", "Zone C")}
"""What are called regions there but have no public holidays of their own."""
_LANGUAGES = {"en": ("en_US", "en_GB", "en"), "fr": ("fr", "fr_FR")}
"""How the languages of the interface are called in the lists of holidays, the likelier first."""


def holidays_of(country: str, region: str, years: Iterable[int], language: str = "en") -> dict[date, str]:
    """The public holidays of a country (ISO code) and a region of it, day to name; {} for an unknown country.

    An unknown region counts as none. Names are in `language` where they are known in it, else in the country's.
    """
    found = _holidays(country.upper(), region, tuple(sorted(set(years))), language)
    return dict(found)


@cache
def _holidays(
    country: str, region: str, years: tuple[int, ...], language: str
) -> tuple[tuple[date, str], ...]:
    if not country or not years:
        return ()
    import holidays

    known = _supported()
    if country not in known:
        return ()
    subdivision = region if region in known[country] else None
    calendar = getattr(holidays, country)
    spoken = calendar.supported_languages
    # Without a language the system's would decide.
    choice = next(
        (word for word in _LANGUAGES.get(language, (language,)) if word in spoken), calendar.default_language
    )
    made = holidays.country_holidays(country, subdiv=subdivision, years=years, language=choice)
    return tuple(sorted(made.items()))


def countries() -> list[tuple[str, tuple[str, ...]]]:
    """The countries (ISO codes) whose holidays are known, and the regions of each that have some of their own."""
    return sorted(_supported().items())


@cache
def regions(country: str, year: int) -> list[tuple[str, str]]:
    """(code, name) of the regions of a country whose public holidays differ from its own about that year, by name.

    Names are those the regions give themselves. Empty for a country without any, or that is not known.
    """
    codes = _supported().get(country, ())
    if not codes:
        return []
    import holidays

    names = holidays.country_holidays(country).get_subdivision_aliases()
    years = (year - 1, year, year + 1)
    everywhere = holidays_of(country, "", years).keys()
    found = [
        (code, max(names.get(code) or [code], key=len))
        for code in codes
        if holidays_of(country, code, years).keys() != everywhere
    ]
    return sorted(found, key=lambda region: fold(region[1]))


@cache
def _supported() -> dict[str, tuple[str, ...]]:
    import holidays

    found = holidays.list_supported_countries(include_aliases=False)
    return {
        code: tuple(region for region in regions if region not in _SCHOOL_ZONES.get(code, ()))
        for code, regions in found.items()
    }


def working_days(book: Book, as_of: date) -> WorkingDays:
    """The days worked by the book's choices, its holidays known from two years before `as_of` to three after."""
    from portfolio_app.analysis.working_days import WorkingDays

    def make() -> WorkingDays:
        agenda = book_agenda(book)
        years = range(as_of.year - _YEARS_BACK, as_of.year + _YEARS_AHEAD + 1)
        return WorkingDays(agenda.working_days, holidays_of(agenda.country, agenda.region, years))

    return book.cache.get(("working_days", as_of.year), ("setting",), make)
