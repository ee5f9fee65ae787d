"""A note typed in one line, read: "appel Kerisac 15 min rappeler mardi".

What happened and with whom, how long, how it ended, on which day; what comes next and when; the rest is the
note. French and English at once. Every word lands in exactly one place, and nothing is said that was not typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from portfolio_app.analysis import quick_words
from portfolio_app.analysis.name_match import NameIndex, NameMatch
from portfolio_app.analysis.quick_dates import Said, days_said
from portfolio_app.analysis.quick_times import Span, durations_said, times_said, waits_said

Role = Literal["kind", "client", "minutes", "outcome", "day", "next", "note"]
"""What words are for. All but "note" the user may take out again: their words are note then."""
MAX_TEXT = 2_000
USUAL_DAYS = 7
"""When the next action is, where no day was said."""
_EDGES = ' \t,;:!?.()[]{}"«»“”‘’…-–—'
_STOPS = re.compile(r"[,;!?]$|(?<=\w{4})\.$")
_DONE = re.compile(r"ée?s?[,;:!?.]*$", re.IGNORECASE)
_FAR = timedelta(days=180)
_NIGHT = 8 * 60
"""Below so many minutes, "1h30" is a duration rather than a time of day, unless a word says so."""


@dataclass(frozen=True)
class Word:
    """A word as it was typed; `key` is what it is compared by. `stops`: a clause ends behind it."""

    text: str
    key: str
    stops: bool

    @property
    def is_done(self) -> bool:
        """Whether it says that something was done: "rappelé", where its key is that of "rappeler" or "relance"."""
        return bool(_DONE.search(self.text))


@dataclass(frozen=True)
class NextAction:
    """What comes next, today at the earliest.

    `is_assumed`: neither day nor time was said. `due_time` is "14:30" or "".
    """

    kind: str
    title: str
    due_on: date
    due_time: str
    is_assumed: bool


@dataclass(frozen=True)
class QuickEntry:
    """A line that was read.

    `is_touch`: something happened; else the line only plans `next`. `kind` and `on` are the usual ones where
    `roles` has no word for them; `on` is never in the future. `found`: who is meant, best first, as (client,
    person or None); `is_sure`: the first of them is. `roles` says for each of `words` where it went.
    """

    words: tuple[str, ...]
    roles: tuple[Role, ...]
    is_touch: bool
    kind: str
    on: date
    minutes: int | None = None
    outcome: str = ""
    direction: str = ""
    note: str = ""
    next: NextAction | None = None
    found: tuple[tuple[int, int | None], ...] = ()
    is_sure: bool = False

    def said(self, role: Role) -> bool:
        """Whether any word says it."""
        return role in self.roles


def words_of(text: str, fold: Callable[[str], str]) -> list[Word]:
    """The words of a text. `fold` takes accents and case away."""
    words = []
    for chunk in text[:MAX_TEXT].split():
        key = fold(chunk.replace("’", "'").replace("ʼ", "'").strip(_EDGES)).strip(_EDGES)
        if not any(letter.isdecimal() for letter in key):
            key = key.replace("-", " ")
        words.append(Word(chunk, " ".join(key.split()), bool(_STOPS.search(chunk))))
    return words


def read(
    words: Sequence[Word],
    names: NameIndex,
    today: date,
    *,
    dropped: Collection[str] = (),
    month_first: bool = False,
    now: int = 0,
) -> QuickEntry:
    """Read a line of words as of `today`. `dropped`: the roles that are not wanted, see `Role`.

    `now`: the minutes of today that have passed; an hour said without a day is tomorrow's once it is over.
    """
    return _Reading(words, names, today, frozenset(dropped), month_first, now).read()


@dataclass
class _Reading:
    """One reading, step by step: who, what next, when, how long, what; the rest is the note."""

    words: Sequence[Word]
    names: NameIndex
    today: date
    dropped: frozenset[str]
    month_first: bool
    now: int
    roles: list[Role | None] = field(default_factory=list)
    line: str = ""
    starts: list[int] = field(default_factory=list)

    def read(self) -> QuickEntry:
        self.roles = [None] * len(self.words)
        for word in self.words:
            self.starts.append(len(self.line))
            self.line += (word.key or "·") + " "
        self.line = self.line.rstrip(" ")
        self.days = [] if "day" in self.dropped and "next" in self.dropped else self._days()
        match = self._take_client()
        kind_at = self._kind_at()
        verb, is_plan = self._next_verb(kind_at)
        clause = self._clause(verb)
        due, due_time = self._take_next_day(clause, is_plan)
        on = self._take_day(clause)
        minutes = self._take_minutes(clause)
        kind = self._take_kind(kind_at, clause)
        outcome = self._take_outcome(clause)
        direction = self._direction(kind, match)
        next_action = self._next(verb, clause, due, due_time)
        roles = tuple(role or "note" for role in self.roles)
        note = self._text(roles, "note")
        happened = {"kind", "minutes", "outcome", "day", "note"} & set(roles)
        return QuickEntry(
            words=tuple(word.text for word in self.words),
            roles=roles,
            is_touch=bool(happened) or next_action is None,
            kind=kind,
            on=on or self.today,
            minutes=minutes,
            outcome=outcome,
            direction=direction,
            note=note,
            next=next_action,
            found=match.found if match is not None else (),
            is_sure=match.is_sure if match is not None else False,
        )

    # Places: the line's letters and the words they are of

    def _range(self, start: int, end: int) -> range:
        """The words between two places of the line."""
        return range(
            sum(1 for at in self.starts if at < start + 1) - 1, sum(1 for at in self.starts if at < end)
        )

    def _is_free(self, places: Collection[int]) -> bool:
        return all(self.roles[place] is None for place in places)

    def _take(self, places: Collection[int], role: Role) -> None:
        for place in places:
            self.roles[place] = role

    def _phrase(self, place: int, table: Mapping[str, str], *, fuzzy: bool = False) -> tuple[str, int] | None:
        """The code of the longest phrase of a table that begins at a word, and where it ends."""
        for end in range(min(place + 5, len(self.words)), place, -1):
            part = self.words[place:end]
            if all(word.key for word in part) and not any(word.stops for word in part[:-1]):
                code = table.get(" ".join(word.key for word in part))
                if code is not None:
                    return code, end
        key = self.words[place].key
        if fuzzy and len(key) >= quick_words.FUZZY_LENGTH and self.roles[place] is None:
            from rapidfuzz import process
            from rapidfuzz.distance import OSA

            known = [word for word in table if len(word) >= quick_words.FUZZY_LENGTH and " " not in word]
            close = process.extractOne(key, known, scorer=OSA.distance, score_cutoff=1)
            if close is not None:
                return table[close[0]], place + 1
        return None

    def _find(self, table: Mapping[str, str], *, fuzzy: bool = False) -> tuple[str, range] | None:
        """The first phrase of a table among the free words."""
        for place in range(len(self.words)):
            hit = self._phrase(place, table, fuzzy=fuzzy) if self.roles[place] is None else None
            if hit is not None and self._is_free(range(place, hit[1])):
                return hit[0], range(place, hit[1])
        return None

    # Who

    def _days(self) -> list[tuple[Said, range]]:
        said = days_said(self.line, self.today, month_first=self.month_first)
        return [(each, self._range(each.start, each.end)) for each in said]

    def _take_client(self) -> NameMatch | None:
        if "client" in self.dropped:
            return None
        keyword = [False] * len(self.words)
        spans = [places for said, places in self.days if not said.weak]
        spans += [
            self._range(span.start, span.end) for span in durations_said(self.line) + times_said(self.line)
        ]
        tables = (quick_words.KINDS, quick_words.AGAIN, quick_words.OUTCOMES, quick_words.DO)
        for table in tables:
            for place in range(len(self.words)):
                if hit := self._phrase(place, table):
                    spans.append(range(place, hit[1]))
        for place in (place for span in spans for place in span):
            keyword[place] = True
        match = self.names.match([word.key for word in self.words], keyword, self._prime(keyword))
        if match is not None:
            self._take(range(match.start, match.end), "client")
            leading = (quick_words.ARTICLES, quick_words.TO_NAME)
            before = match.start - 1
            for words in leading:
                if before >= 0 and self.words[before].key in words and not self.words[before].stops:
                    self._take([before], "client")
                    before -= 1
        return match

    def _prime(self, keyword: Sequence[bool]) -> list[bool]:
        """Where a name is expected: while nothing but what means something else was said, and right after it began."""
        prime, told = [], 0
        for place, word in enumerate(self.words):
            prime.append(told < 3)
            if not keyword[place] and word.key not in quick_words.TO_NAME | quick_words.CONNECTORS:
                told += 1
        return prime

    # What is next

    def _next_verb(self, kind_at: tuple[str, range] | None) -> tuple[tuple[str, range] | None, bool]:
        """The verb of the next action, and whether nothing else happened."""
        if "next" in self.dropped:
            return None, False
        again = self._find(quick_words.AGAIN, fuzzy=True)
        if again is not None and not self.words[again[1].start].is_done:
            return again, False
        ahead = [places for said, places in self.days if self._is_ahead(said, places)]
        later = [places for said, places in self.days if self._is_later_today(said, places)]
        if not ahead and not later:
            return None, False
        for place in range(len(self.words)):
            hit = self._phrase(place, quick_words.DO) if self.roles[place] is None else None
            if hit is None or not self._is_free(range(place, hit[1])):
                continue
            is_kind = kind_at is not None and place == kind_at[1].start
            is_said = any(places.start >= hit[1] for places in ahead)
            # "appel ce soir" tells of what was, "appeler ce soir" or "appel ce soir à 18 h" of what is to be.
            is_said |= any(
                places.start >= hit[1] and (not is_kind or self._has_time_beside(places)) for places in later
            )
            if is_said and (not is_kind or not self._has_happened()):
                return (hit[0], range(place, hit[1])), is_kind
        return None, False

    def _is_later_today(self, said: Said, places: range) -> bool:
        """Whether a day may be what is left of today."""
        if said.past != self.today or said.weak or not self._is_free(places):
            return False
        if self.line[said.start : said.end] in quick_words.OVER:
            return False
        return said.future is None or said.future - self.today > _FAR

    def _has_time_beside(self, places: range) -> bool:
        around = (self._range(time.start, time.end) for time in self._times())
        return any(each.start == places.stop or each.stop == places.start for each in around)

    def _is_ahead(self, said: Said, places: range) -> bool:
        """Whether a day must lie ahead: it says so, the last such day is long past, or a time of day follows."""
        if said.weak or said.future is None or not self._is_free(places):
            return False
        if said.tense:
            return said.tense == "future"
        if said.past is None or self.today - said.past > _FAR:
            return True
        return any(self._range(time.start, time.end).start == places.stop for time in self._times())

    def _has_happened(self) -> bool:
        """Whether the line tells of something past: how long it took, how it ended, or a day behind."""
        if self._find(quick_words.OUTCOMES) is not None:
            return True
        durations = (self._range(each.start, each.end) for each in durations_said(self.line))
        times = {places for time in self._times() if (places := self._range(time.start, time.end))}
        return any(places not in times for places in durations) or any(
            said.past is not None
            and not said.weak
            and not self._is_ahead(said, places)
            and not (self._is_later_today(said, places) and self._has_time_beside(places))
            for said, places in self.days
        )

    def _times(self) -> list[Span]:
        return [time for time in times_said(self.line) if time.led or time.minutes >= _NIGHT]

    def _clause(self, verb: tuple[str, range] | None) -> range:
        """The words of the next action: from what leads up to its verb to where the clause stops."""
        if verb is None:
            return range(0)
        start = verb[1].start
        while start > 0 and self.words[start - 1].key in quick_words.LEADS and self.roles[start - 1] is None:
            if self.words[start - 1].stops:
                break
            start -= 1
        end = verb[1].stop
        while end < len(self.words) and not self.words[end - 1].stops:
            end += 1
        return range(start, end)

    def _take_next_day(self, clause: range, is_plan: bool) -> tuple[date | None, str]:
        """The day and time of the next action."""
        if "next" in self.dropped:
            return None, ""
        chosen = None
        for said, places in self.days:
            inside = (
                bool(clause) and places.start >= clause.start and (not said.weak or places.start in clause)
            )
            day = self.today if inside and self._is_later_today(said, places) else said.future
            if day is None or not self._is_free(places):
                continue
            if inside or self._is_ahead(said, places):
                chosen = (day, places)
                if inside or is_plan:
                    break
        if chosen is None:
            return self._take_hour(clause)
        due, places = chosen
        self._take(places, "next")
        for time in self._times():
            around = self._range(time.start, time.end)
            beside = around.start == places.stop or around.stop == places.start
            if self._is_free(around) and (beside or around.start in clause):
                self._take(around, "next")
                return due, _clock(time.minutes)
        usual = quick_words.HOURS.get(" ".join(self.words[place].key for place in places), 0)
        return due, _clock(usual) if due == self.today and usual > self.now else ""

    def _take_hour(self, clause: range) -> tuple[date | None, str]:
        """An hour without a day: today's, or tomorrow's when it is over. "In 2 hours" counts from now."""
        tomorrow = self.today + timedelta(days=1)
        for wait in waits_said(self.line):
            places = self._range(wait.start, wait.end)
            if places.start in clause and self._is_free(places):
                self._take(places, "next")
                days, minutes = divmod(self.now + wait.minutes, 24 * 60)
                return (tomorrow if days else self.today), _clock(minutes)
        for time in self._times():
            places = self._range(time.start, time.end)
            if places.start in clause and self._is_free(places):
                self._take(places, "next")
                return (self.today if time.minutes > self.now else tomorrow), _clock(time.minutes)
        return None, ""

    def _next(
        self, verb: tuple[str, range] | None, clause: range, due: date | None, due_time: str
    ) -> NextAction | None:
        if verb is None and due is None:
            return None
        self._take([place for place in clause if self.roles[place] is None], "next")
        kind, title = "call", ""
        if verb is not None:
            kind = verb[0]
            hits = (self._phrase(place, quick_words.CHANNELS) for place in range(verb[1].stop, clause.stop))
            kind = next((hit[0] for hit in hits if hit is not None), kind)
            days = {place for _, places in self.days for place in places}
            more = [p for p in clause if self.roles[p] == "next" and p >= verb[1].stop and p not in days]
            spans = self._times() + waits_said(self.line)
            times = {p for span in spans for p in self._range(span.start, span.end)}
            if more := [p for p in more if p not in times]:
                title = _tidy(" ".join(self.words[p].text for p in (*verb[1], *more)))
        usual = self.today + timedelta(days=USUAL_DAYS)
        return NextAction(kind, title[:500], due or usual, due_time, due is None)

    # What happened

    def _kind_at(self) -> tuple[str, range] | None:
        """The first word that says what happened; in "message left" it says how it ended."""
        found = self._find(quick_words.KINDS, fuzzy=True)
        ended = self._phrase(found[1].start, quick_words.OUTCOMES) if found is not None else None
        return None if found is not None and ended is not None and ended[1] > found[1].stop else found

    def _take_day(self, clause: range) -> date | None:
        if "day" in self.dropped:
            return None
        for said, places in self.days:
            if said.past is None or said.weak or not self._is_free(places):
                continue
            if said.tense == "past" or not clause or places.start < clause.start:
                self._take(places, "day")
                return said.past
        return None

    def _take_minutes(self, clause: range) -> int | None:
        if "minutes" in self.dropped:
            return None
        times = {(time.end, time.minutes) for time in self._times()}
        for span in durations_said(self.line):
            places = self._range(span.start, span.end)
            if self._is_free(places) and (span.end, span.minutes) not in times:
                self._take(places, "minutes")
                return span.minutes
        return None

    def _take_kind(self, kind_at: tuple[str, range] | None, clause: range) -> str:
        """The kind: taken out where it stands for itself, only understood where it is part of what was said."""
        if kind_at is None or "kind" in self.dropped:
            return "call"
        code, places = kind_at
        if not self._is_free(places) or places.start in clause:
            return "call"
        before = [role for role in self.roles[: places.start] if role is None]
        beside = [place for place in (places.start - 1, places.stop) if 0 <= place < len(self.words)]
        if not before or any(self.roles[place] == "client" for place in beside):
            self._take(places, "kind")
        return code

    def _take_outcome(self, clause: range) -> str:
        """How it ended, where nothing else stands beside the words."""
        if "outcome" in self.dropped:
            return ""
        for place in range(len(self.words)):
            hit = self._phrase(place, quick_words.OUTCOMES) if self.roles[place] is None else None
            if hit is None or not self._is_free(range(place, hit[1])):
                continue
            opens = place == 0 or self.roles[place - 1] is not None or self.words[place - 1].stops
            last = hit[1] - 1
            closes = (
                hit[1] in (len(self.words), clause.start)
                or self.roles[hit[1]] is not None
                or self.words[last].stops
            )
            if opens and closes:
                self._take(range(place, hit[1]), "outcome")
                return hit[0]
        return ""

    def _direction(self, kind: str, match: NameMatch | None) -> str:
        """Who came to whom, where a word before the name says so."""
        if match is None or kind not in quick_words.TURNS:
            return ""
        before = [self.words[p].key for p in range(len(self.words)) if self.roles[p] == "client"][:1]
        return "incoming" if before and before[0] in quick_words.FROM_CLIENT else ""

    def _text(self, roles: Sequence[Role], wanted: Role) -> str:
        return _tidy(
            " ".join(word.text for word, role in zip(self.words, roles, strict=True) if role == wanted)
        )


def _tidy(text: str) -> str:
    """Without the commas and dashes that parted it from what stood beside it."""
    return text.strip(" ,;:-–—·")


def _clock(minutes: int) -> str:
    """ "14:30"."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
