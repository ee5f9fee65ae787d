"""Language of the interface, and numbers, money and dates written the way that language does."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTime, QTranslator

from portfolio_app.config import resources_dir
from portfolio_app.models.money import MONEY_SCALE

LanguageChoice = Literal["system", "fr", "en"]

MINUS = "−"
"""The typographic minus sign."""
NO_VALUE = "—"
"""What a cell shows when there is no figure."""
NBSP = "\u00a0"

_SYMBOLS = {
    "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CAD": "$", "AUD": "$", "CHF": "CHF", "PLN": "zł",
    "SEK": "kr", "NOK": "kr", "DKK": "kr", "CZK": "Kč", "MAD": "DH", "XOF": "F CFA", "XAF": "F CFA",
    "XPF": "F",
}  # fmt: skip
_WHOLE_CURRENCIES = frozenset({"JPY", "KRW", "XOF", "XAF", "XPF", "VND", "CLP"})

_translators: list[QTranslator] = []


def set_language(app: QCoreApplication, choice: LanguageChoice) -> str:
    """Install the translations and the default locale; returns the language in use, "fr" or "en".

    Widgets that exist receive a `LanguageChange` event; the main window then rebuilds its pages.
    """
    system = QLocale.system()
    language = choice
    if choice == "system":
        language = "fr" if system.language() == QLocale.Language.French else "en"
    QLocale.setDefault(_locale_for(language, system))
    while _translators:
        app.removeTranslator(_translators.pop())
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own_folder = str(resources_dir() / "translations")
    for folder, name in ((qt_folder, f"qtbase_{language}"), (own_folder, f"portfolio_{language}")):
        translator = QTranslator()
        if translator.load(name, folder):
            app.installTranslator(translator)
            _translators.append(translator)
    return language


def _locale_for(language: str, system: QLocale) -> QLocale:
    """The system's own locale when it speaks `language`, else that language with European habits."""
    wanted = QLocale.Language.French if language == "fr" else QLocale.Language.English
    if system.language() == wanted:
        return QLocale(system.name())
    return QLocale(wanted, QLocale.Country.France if language == "fr" else QLocale.Country.UnitedKingdom)


def locale() -> QLocale:
    """The locale in use."""
    return QLocale()


def language() -> str:
    """The language in use, "fr" or "en"."""
    return "fr" if _is_french() else "en"


def territory() -> str:
    """The ISO code of the country that the system is set to, empty where it says none."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if re.fullmatch("[A-Z]{2}", code) and code != "ZZ" else ""


def number(value: float, decimals: int = 0) -> str:
    """1 234,5 or 1,234.5, with a typographic minus."""
    return _signed(value, locale().toString(abs(float(value)), "f", decimals), decimals)


def percent(ratio: float, decimals: int = 0, *, signed: bool = False) -> str:
    """`ratio` 0.27 as "27 %" or "27%"; `signed` writes the plus too."""
    value = ratio * 100
    text = locale().toString(abs(float(value)), "f", decimals)
    text += f"{NBSP}%" if _is_french() else "%"
    return _signed(value, text, decimals, plus=signed)


def money(units: int, currency: str, decimals: int | None = 0, *, signed: bool = False) -> str:
    """Money units as "1 234 €" or "€1,234"; `decimals` None shows cents only where there are some."""
    if decimals is None:
        decimals = 0 if units % MONEY_SCALE == 0 else 2
    if currency in _WHOLE_CURRENCIES:
        decimals = 0
    step = MONEY_SCALE // 10**decimals
    steps = (abs(int(units)) + step // 2) // step
    text = locale().toString(steps / 10**decimals, "f", decimals)
    return _with_sign(-steps if units < 0 else steps, _with_symbol(text, currency), plus=signed)


def short_money(units: int, currency: str, *, signed: bool = False) -> str:
    """Money in few letters: "92 k€", "1,2 M€", "850 €", or "€92k", "€1.2M", "€850"."""
    amount = abs(int(units)) / MONEY_SCALE
    for scale, letter in ((1e9, "G" if _is_french() else "bn"), (1e6, "M"), (1e3, "k")):
        if amount >= scale * 0.9995:
            scaled = amount / scale
            has_tenth = scaled < 9.95 and abs(scaled - round(scaled)) >= 0.05
            text = locale().toString(scaled, "f", int(has_tenth))
            return _with_sign(units, _with_symbol(text, currency, letter), plus=signed)
    return money(units, currency, 0, signed=signed)


def currency_symbol(currency: str) -> str:
    """ "€" for "EUR"; the code itself when it has no common sign."""
    return _SYMBOLS.get(currency, currency)


def short_date(day: date | None) -> str:
    """22/11/2026."""
    if day is None:
        return NO_VALUE
    pattern = locale().dateFormat(QLocale.FormatType.ShortFormat)
    if "yyyy" not in pattern:
        pattern = pattern.replace("yy", "yyyy") if "yy" in pattern else pattern.replace("y", "yyyy")
    return locale().toString(qdate(day), pattern)


def day_month(day: date | None, today: date | None = None) -> str:
    """ "16 Nov", or "16 Nov 2025" when `today` is given and is of another year."""
    if day is None:
        return NO_VALUE
    pattern = "d MMM" if today is None or today.year == day.year else "d MMM yyyy"
    return _in_words(day, pattern)


def weekday(day: date) -> str:
    """Mon 16 Nov."""
    name = locale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{name} {day_month(day)}"


def day_month_year(day: date) -> str:
    """16 Nov 2026."""
    return _in_words(day, "d MMM yyyy")


def long_date(day: date) -> str:
    """Monday, 16 November 2026."""
    return _in_words(day, locale().dateFormat(QLocale.FormatType.LongFormat))


def month(day: date) -> str:
    """November 2026."""
    return locale().toString(qdate(day), "MMMM yyyy")


LONG_AGO = 730
"""From so many days on, years say more."""


def relative_days(days: int | None) -> str:
    """A number of days in two letters: "6 d"."""
    if days is None:
        return NO_VALUE
    if days >= LONG_AGO:
        years = days // 365
        return QCoreApplication.translate("Days", "%n y", "a number of years, very short", years)
    return QCoreApplication.translate("Days", "%n d", "a number of days, very short", days)


def days_late(days: int) -> str:
    """ "11 d late"."""
    if days >= LONG_AGO:
        years = days // 365
        return QCoreApplication.translate("Days", "%n y late", "", years)
    return QCoreApplication.translate("Days", "%n d late", "", days)


def days_due(days: int) -> str:
    """Due, and not late yet: "due 6 d ago"."""
    return QCoreApplication.translate("Days", "due %n d ago", "", days)


def due_text(due: date, today: date) -> tuple[str, str]:
    """When something is due, in a word, and the tone of its badge: late, today, tomorrow, or the day."""
    days = (due - today).days
    if days < 0:
        return days_late(-days), "danger"
    if days == 0:
        return QCoreApplication.translate("Days", "today"), "good"
    if days == 1:
        return QCoreApplication.translate("Days", "tomorrow"), "neutral"
    return day_month(due, today), "neutral"


def byte_size(count: int, decimals: int = 0) -> str:
    """ "573 kB", "1.2 MB"; `decimals` for more of them."""
    digits = decimals if count < 10**6 else decimals + 1
    text = locale().formattedDataSize(count, digits, QLocale.DataSizeFormat.DataSizeSIFormat)
    return text.replace(" ", NBSP)


def clock(at: datetime) -> str:
    """14:32, the local time of day."""
    return locale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def minutes(count: int) -> str:
    """18 min, 1 h 10."""
    hours, rest = divmod(count, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h{NBSP}{rest:02d}" if rest else f"{hours}{NBSP}h"


def place(rank: int, count: int) -> str:
    """ "1st of 143"; "1er sur 143" of a client, who is masculine in French."""
    if _is_french():
        return f"{number(rank)}{'er' if rank == 1 else 'e'} sur {number(count)}"
    teens = rank % 100 in (11, 12, 13)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{number(rank)}{ending} of {number(count)}"


def qdate(day: date) -> QDate:
    """A Python day as Qt's."""
    return QDate(day.year, day.month, day.day)


def _in_words(day: date, pattern: str) -> str:
    """A day with the name of its month; the first of a month is "1er" in French."""
    if day.day == 1 and _is_french():
        pattern = re.sub("(?<!d)d(?!d)", "d'er'", pattern)
    return locale().toString(qdate(day), pattern)


def _is_french() -> bool:
    return locale().language() == QLocale.Language.French


def _with_symbol(text: str, currency: str, letter: str = "") -> str:
    symbol = currency_symbol(currency)
    if _is_french():
        return f"{text}{NBSP}{letter}{symbol}"
    return f"{symbol}{NBSP if symbol[-1].isalpha() else ''}{text}{letter}"


def _signed(value: float, text: str, decimals: int, *, plus: bool = False) -> str:
    return _with_sign(round(value, decimals), text, plus=plus)


def _with_sign(value: float, text: str, *, plus: bool = False) -> str:
    if value < 0:
        return MINUS + text
    return f"+{text}" if plus and value > 0 else text
