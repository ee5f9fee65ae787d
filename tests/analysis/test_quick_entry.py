"""One line of text read as a touch and a next action: worked examples, and what holds of any text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis import quick_words
from portfolio_app.analysis.name_match import Named, NameIndex, name_words
from portfolio_app.analysis.quick_dates import days_said
from portfolio_app.analysis.quick_entry import QuickEntry, Role, read, words_of
from portfolio_app.storage.text import fold
from tests.conftest import TODAY

DROPPABLE = tuple(role for role in get_args(Role) if role != "note")
KERISAC, LE_GOFF, DURAND, DURAND_SONS, CAFE, ROCH, PERE, MER = range(1, 9)
YANN = 70


def _named(client: int, name: str, contact: int | None = None, town: str = "") -> Named:
    return Named(client, contact, name_words(fold(name)), name_words(fold(town)))


NAMES = NameIndex(
    [
        _named(KERISAC, "Cidrerie Kerisac", town="Quimper"),
        _named(LE_GOFF, "Menuiserie Le Goff"),
        _named(DURAND, "Durand"),
        _named(DURAND_SONS, "Durand & Fils"),
        _named(CAFE, "Café de Mardi"),
        _named(ROCH, "Boulangerie Saint-Roch"),
        _named(PERE, "Le Goff Père"),
        _named(MER, "Hôtel de la Mer"),
        _named(LE_GOFF, "Yann Le Goff", YANN),
    ]
)


def reading(text: str, **options: Any) -> QuickEntry:
    """The text read on Sunday, 22 November 2026."""
    return read(words_of(text, fold), NAMES, TODAY, **options)


@dataclass(frozen=True)
class Case:
    """A text and what it says; `who`: the clients it may mean."""

    text: str
    who: tuple[int, ...]
    kind: str = "call"
    on: date = TODAY
    minutes: int | None = None
    outcome: str = ""
    note: str = ""
    due: date | None = None
    time: str = ""
    due_kind: str = "call"
    title: str = ""
    touch: bool = True


def nov(day: int) -> date:
    return date(2026, 11, day)


CASES = (
    Case("appel Kerisac 15 min rappeler mardi", (KERISAC,), minutes=15, due=nov(24)),
    Case(
        "visit menuiserie Le Goff yesterday 1h30 interested, call back in 2 weeks at 14:30",
        (LE_GOFF,), "visit", nov(21), 90, "positive", due=date(2026, 12, 6), time="14:30",
    ),
    Case(
        "mail Durand hier devis envoyé relancer le 3 décembre",
        (DURAND, DURAND_SONS), "email", nov(21), note="devis envoyé", due=date(2026, 12, 3),
    ),
    Case("réclamation Kerisac livraison en retard", (KERISAC,), "complaint", note="livraison en retard"),
    Case("rappeler Kerisac mardi", (KERISAC,), due=nov(24), touch=False),
    Case(
        "appel Kerisac demain 14h pour le devis",
        (KERISAC,), due=nov(23), time="14:00", title="appel pour le devis", touch=False,
    ),
    Case("Kerisak 20 min pas intéressé", (KERISAC,), minutes=20, outcome="negative"),
    Case("visite café de mardi lundi 2h", (CAFE,), "visit", nov(16), 120),
    Case("mail Kerisac devis accepté", (KERISAC,), "email", note="devis accepté"),
    Case("rdv St Roch mardi 10h", (ROCH,), due=nov(24), time="10:00", due_kind="meeting", touch=False),
    Case(
        "réclamation kerisac : 3 caisses cassées, rappeler demain matin",
        (KERISAC,), "complaint", note="3 caisses cassées", due=nov(23),
    ),
    Case("call menuiserie legoff no answer, try again tomorrow", (LE_GOFF,), outcome="no_answer", due=nov(23)),
    Case(
        "appel yann le goff 10 min d'accord envoyer devis vendredi",
        (LE_GOFF,), minutes=10, outcome="positive", due=nov(27), due_kind="email", title="envoyer devis",
    ),
    Case("vu hotel de la mer jeudi", (MER,), "meeting", nov(19)),
    Case("Appel Saint-Roch 12/11 5 min, absent", (ROCH,), "call", nov(12), 5, "no_answer"),
    Case("relance Kerisac", (KERISAC,), due=nov(29), touch=False),
    Case("apel Kerisac reclammation", (KERISAC,), "complaint", note="apel"),
    Case("appel kerisac quimper ok", (KERISAC,), outcome="positive"),
    Case("message laissé chez Kerisac il y a 3 jours", (KERISAC,), on=nov(19), outcome="left_message"),
    Case("Kerisac a envoyé un mail hier", (KERISAC,), "email", nov(21), note="a envoyé un mail"),
    Case("visit Kerisac on 3 November, follow up by email next week", (KERISAC,), "visit", nov(3),
         due=nov(23), due_kind="email", title="follow up by email"),
    Case("call Kerisac 2 weeks ago half an hour", (KERISAC,), on=nov(8), minutes=30),
    Case("réunion à 9h avec Kerisac", (KERISAC,), "meeting", note="à 9h"),
    Case("nouveau client rencontré au salon", (), "meeting", note="nouveau client rencontré au salon"),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.text for case in CASES])
def test_worked_lines(case: Case) -> None:
    entry = reading(case.text)
    assert {client for client, _ in entry.found} == set(case.who)
    said = (entry.is_touch, entry.kind if case.touch else "call", entry.on, entry.minutes, entry.outcome)
    assert said == (case.touch, case.kind, case.on, case.minutes, case.outcome)
    assert entry.note == case.note
    if case.due is None:
        assert entry.next is None
    else:
        assert entry.next is not None
        found = (entry.next.due_on, entry.next.due_time, entry.next.kind, entry.next.title)
        assert found == (case.due, case.time, case.due_kind, case.title)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("rappeler Kerisac ce soir", "22 18:00", ""),
        ("appel Kerisac 5 min pas de réponse, rappeler ce soir", "22 18:00", ""),
        ("call Kerisac no answer, call back tonight at 18:30", "22 18:30", ""),
        ("call Kerisac tonight at 7 pm", "22 19:00", ""),
        ("appeler Kerisac aujourd’hui", "22 ", ""),
        ("envoyer le devis à Kerisac en fin de journée", "22 17:00", "envoyer le devis"),
        ("rappeler Kerisac à 16h", "22 16:00", ""),
        ("rappeler Kerisac à 9h", "23 09:00", ""),
        ("rappeler Kerisac le 22/11 à 16h", "22 16:00", ""),
        ("rappeler Kerisac ce midi", "22 12:00", ""),
        ("appel Kerisac absent rappeler dans 2 heures", "22 12:30", ""),
        ("call Kerisac, call back in half an hour", "22 11:00", ""),
        ("rappeler Kerisac dans 15 h", "23 01:30", ""),
    ],
)
def test_what_comes_next_may_come_today(text: str, due: str, title: str) -> None:
    """Half past ten in the morning: an hour that is over is tomorrow's."""
    entry = reading(text, now=10 * 60 + 30)
    assert entry.next is not None
    assert (f"{entry.next.due_on.day} {entry.next.due_time}", entry.next.title) == (due, title)
    assert not entry.next.is_assumed
    assert entry.is_touch == text.startswith(("appel ", "call Kerisac no", "call Kerisac,"))


@pytest.mark.parametrize(
    "text",
    [
        "appel Kerisac ce soir",
        "visite Kerisac cet après-midi 30 min",
        "relancé Kerisac ce matin",
        "mail Kerisac today",
    ],
)
def test_what_was_today_plans_nothing(text: str) -> None:
    entry = reading(text, now=20 * 60)
    assert (entry.is_touch, entry.on, entry.next) == (True, TODAY, None)


def test_who_came_to_whom() -> None:
    assert reading("appel de Kerisac ce matin").direction == "incoming"
    assert reading("appel à Kerisac ce matin").direction == ""
    assert reading("visite de Kerisac").direction == ""


def test_the_whole_name_is_sure_and_a_part_of_two_is_not() -> None:
    sure = reading("mail Durand")
    assert (sure.found[0], sure.is_sure) == ((DURAND, None), True)
    doubtful = reading("mail Le Goff")
    assert ({client for client, _ in doubtful.found}, doubtful.is_sure) == ({LE_GOFF, PERE}, False)
    assert reading("mail Yann Le Goff").found[0] == (LE_GOFF, YANN)


def test_what_is_dropped_is_note() -> None:
    text = "appel Kerisac 15 min rappeler mardi"
    assert reading(text, dropped={"minutes"}).note == "15 min"
    assert reading(text, dropped={"next"}).next is None
    assert reading(text, dropped={"client"}).note == "Kerisac"
    assert reading(text, dropped=DROPPABLE).note == text


def test_the_month_may_come_first() -> None:
    assert reading("call Kerisac 3/11").on == nov(3)
    assert reading("call Kerisac 11/3", month_first=True).on == nov(3)
    assert reading("call Kerisac 11/23", month_first=False).next is not None


def test_days_of_leap_years_and_month_ends() -> None:
    (leap,) = days_said("29 fevrier", date(2026, 3, 1))
    assert (leap.past, leap.future) == (date(2024, 2, 29), date(2028, 2, 29))
    (month,) = days_said("in 1 month", date(2027, 1, 31))
    assert month.future == date(2027, 2, 28)
    assert days_said("31/02 le 45 2026-13-01", TODAY) == []


VOCABULARY = sorted(
    {word for table in (quick_words.KINDS, quick_words.OUTCOMES, quick_words.AGAIN, quick_words.DO) for word in table}
    | {"Kerisac", "Le Goff", "durand", "mardi", "hier", "demain", "dans 2", "semaines", "15 min", "1h30", "à 14h",
       "ce soir", "tonight", "today", "dans 2 h", "rappelé",
       "le 3", "décembre", "12/11", "31/12/9999", "1/1/1", "next", "last", "tuesday", "prochain", ",", "-", "devis"}
)  # fmt: skip
LINES = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join) | st.text(max_size=80)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 1)) | st.dates(date(2020, 1, 1), date(2030, 12, 31))


@settings(max_examples=300, deadline=None)
@given(LINES, DAYS, st.sets(st.sampled_from(DROPPABLE)), st.booleans(), st.integers(0, 24 * 60 - 1))
def test_any_line_is_read(text: str, today: date, dropped: set[str], month_first: bool, now: int) -> None:
    words = words_of(text, fold)
    entry = read(words, NAMES, today, dropped=dropped, month_first=month_first, now=now)
    # Every word lands in exactly one place, and none is lost.
    assert list(entry.words) == text.split()
    assert len(entry.roles) == len(entry.words)
    assert not dropped & set(entry.roles)
    note = " ".join(word for word, role in zip(entry.words, entry.roles, strict=True) if role == "note")
    assert entry.note in note
    assert entry.on <= today
    if entry.next is not None:
        assert entry.next.due_on >= today
    assert (entry.minutes is None) == (not entry.said("minutes"))
    assert bool(entry.outcome) == entry.said("outcome")
    assert entry.minutes is None or 0 < entry.minutes <= 24 * 60
    assert entry.is_touch or entry.next is not None


@settings(max_examples=200, deadline=None)
@given(LINES, st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_days_said_lie_where_they_must(text: str, today: date) -> None:
    for said in days_said(fold(text), today):
        assert said.past is None or said.past <= today
        assert said.future is None or said.future > today
        assert said.tense != "future" or said.future is not None


def test_names_replaced_are_as_if_they_had_always_been() -> None:
    before = [_named(1, "Durand", town="Brest"), _named(2, "Boulangerie Roch"), _named(2, "Zoé Le Roux", 9)]
    after = [
        _named(1, "Durand", town="Brest"),
        _named(2, "Garage Roch", town="Quimper"),
        _named(2, "C2"),
        _named(3, "Roch"),
    ]
    index = NameIndex(before)
    index.replace({2, 3}, after[1:])
    for text in (
        "appel Roch Quimper",
        "visite Boulangerie",
        "appel Zoé",
        "mail C2",
        "appel Durnad",
        "appel Gar",
    ):
        words = words_of(text, fold)
        assert read(words, index, TODAY) == read(words, NameIndex(after), TODAY)
    index.replace({2, 3}, before[1:])
    assert reading("appel Zoé").found == ()
    assert read(words_of("appel Zoé", fold), index, TODAY).found == ((2, 9),)
