"""Each reminder is told exactly once: over changed clocks, leap days, sleep, clocks set wrong, restarts, undo."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings, state_dir
from portfolio_app.services import clients, follow_ups, history
from portfolio_app.services.changes import Changes
from portfolio_app.services.reminders import Reminder
from portfolio_app.storage.book import Book
from portfolio_app.ui.notifier import KEEP_DAYS, Notifier, Told, is_between
from portfolio_app.ui.operations import Operations
from tests.ui.desks import Hours

PARIS = ZoneInfo("Europe/Paris")


def paris(text: str) -> datetime:
    """That local time as an instant."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS).astimezone(UTC)


@dataclass
class Watch:
    """A book, a clock, and what was told."""

    qtbot: QtBot
    book: Book
    clock: Hours
    settings: Settings = field(default_factory=lambda: Settings(quiet_from=""))
    zone: ZoneInfo = PARIS
    told: list[tuple[Reminder, ...]] = field(default_factory=list)
    days: list[datetime] = field(default_factory=list)
    notifier: Notifier | None = None
    ops: Operations | None = None

    def start(self, *, is_kept: bool = True) -> Watch:
        """The program starts."""
        self.ops = Operations(self.book, undo=history.undo, redo=history.redo)
        self.notifier = Notifier(self.ops, lambda: self.settings, self.clock, lambda: self.zone)
        self.notifier.due.connect(self.told.append)
        self.notifier.new_day.connect(lambda: self.days.append(self.clock.now))
        self.ops.changed.connect(self.notifier.note)
        self.notifier.start(is_kept=is_kept)
        return self.idle()

    def end(self) -> None:
        """And ends."""
        if self.notifier is not None and self.ops is not None:
            self.notifier.stop()
            self.ops.shutdown()
        self.notifier = self.ops = None

    def restart(self) -> Watch:
        self.end()
        return self.start()

    def idle(self) -> Watch:
        assert self.ops is not None
        self.qtbot.waitUntil(lambda: self.ops is None or not self.ops.is_busy)
        return self

    def at(self, text: str) -> Watch:
        """The clock jumps to that local time, and is looked at."""
        self.clock.now = paris(text)
        assert self.notifier is not None
        self.notifier.check()
        return self.idle()

    def do(self, service: Callable[..., object], *args: object) -> Watch:
        assert self.ops is not None
        self.ops.run(self.notifier, service, *args)  # type: ignore[arg-type]
        return self.idle()

    @property
    def titles(self) -> list[list[str]]:
        """What was told together, each time."""
        return [[one.title for one in each] for each in self.told]


@pytest.fixture
def watch(qtbot: QtBot, make_book: Callable[..., Book]) -> Iterator[Watch]:
    clock = Hours(paris("2026-11-22T10:00"))
    book = make_book("watched.portfolio")
    book.clock = clock
    clients.create_client(book, {"name": "Kerisac"})
    made = Watch(qtbot, book, clock)
    yield made
    made.end()


def planned(book: Book, title: str, day: str, clock: str = "", **values: object) -> Changes:
    what = {"title": title, "due_on": date.fromisoformat(day), "due_time": clock, **values}
    return follow_ups.plan_follow_up(book, 1, what)


def plan(book: Book, title: str, day: str, clock: str = "", **values: object) -> int:
    (number,) = planned(book, title, day, clock, **values).created["follow_up"]
    return number


class TestOnce:
    def test_at_its_time_and_never_again(self, watch: Watch) -> None:
        plan(watch.book, "Devis", "2026-11-22", "14:30")
        watch.start().at("2026-11-22T14:29:59")
        assert watch.titles == []
        watch.at("2026-11-22T14:30")
        assert watch.titles == [["Devis"]]
        for later in ("2026-11-22T14:30", "2026-11-22T14:30:30", "2026-11-23T14:30", "2027-11-22T14:30"):
            watch.at(later)
        watch.restart()
        assert watch.titles == [["Devis"]]

    def test_by_its_own_timer(self, watch: Watch, qtbot: QtBot) -> None:
        plan(watch.book, "Devis", "2026-11-22", "10:01")
        watch.clock.now = paris("2026-11-22T10:00:59.900")
        watch.start()
        watch.clock.now = paris("2026-11-22T10:01")
        qtbot.waitUntil(lambda: watch.titles == [["Devis"]], timeout=3_000)

    @pytest.mark.parametrize(
        ("day", "clock", "before", "then"),
        [
            # The clocks go forward: 02:30 is not there, 03:30 is when it is told.
            ("2027-03-28", "02:30", "2027-03-28T03:29", "2027-03-28T03:30"),
            ("2027-03-28", "03:00", "2027-03-28T01:59", "2027-03-28T03:00"),
            # And back: 02:30 comes twice.
            ("2026-10-25", "02:30", "2026-10-25T02:29", "2026-10-25T02:30"),
            ("2028-02-29", "09:00", "2028-02-29T08:59", "2028-02-29T09:00"),
            ("2028-02-29", "", "2028-02-29T08:29", "2028-02-29T08:30"),
        ],
    )
    def test_over_changed_clocks_and_leap_days(
        self, watch: Watch, day: str, clock: str, before: str, then: str
    ) -> None:
        watch.clock.now = paris(before) - timedelta(days=3)
        plan(watch.book, "Devis", day, clock)
        watch.start().at(before)
        assert watch.titles == []
        watch.at(then)
        assert watch.titles == [["Devis"]]
        for minutes in range(0, 180, 10):  # through the hour that may come twice
            watch.clock.now = paris(then) + timedelta(minutes=minutes)
            watch.notifier.check()  # type: ignore[union-attr]
        watch.idle().restart()
        assert watch.titles == [["Devis"]]

    def test_a_yearly_one_of_29_february(self, watch: Watch) -> None:
        watch.clock.now = paris("2028-02-01T10:00")
        plan(watch.book, "Contrat", "2028-02-29", "09:00", repeat_every=1, repeat_unit="year")
        watch.start()
        for day in ("2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"):
            watch.at(f"{day}T08:59").at(f"{day}T09:00").at(f"{day}T18:00")
            watch.do(lambda book: follow_ups.complete_follow_up(book, 1, 1))
        assert [one.due_on.isoformat() for (one,) in watch.told] == [
            "2028-02-29",
            "2029-02-28",
            "2030-02-28",
            "2031-02-28",
            "2032-02-29",
        ]


class TestMissed:
    @pytest.mark.parametrize("woken", ["2026-11-22T18:00", "2026-11-25T07:00", "2027-02-01T12:00"])
    def test_after_a_sleep_together(self, watch: Watch, woken: str) -> None:
        plan(watch.book, "Un", "2026-11-22", "11:00")
        plan(watch.book, "Deux", "2026-11-22", "15:00")
        watch.start().at(woken)
        assert watch.titles == [["Un", "Deux"]]
        watch.at(woken).restart()
        assert len(watch.told) == 1

    def test_at_the_start_together(self, watch: Watch) -> None:
        for title, day in (("Un", "2025-01-02"), ("Deux", "2026-11-20"), ("Trois", "2026-11-22")):
            plan(watch.book, title, day)
        watch.start()
        assert watch.titles == [["Un", "Deux", "Trois"]]
        watch.restart()
        assert len(watch.told) == 1

    def test_a_sample_tells_only_what_is_to_come_and_leaves_no_note(self, watch: Watch) -> None:
        plan(watch.book, "missed", "2026-11-20", "09:00")
        plan(watch.book, "to come", "2026-11-22", "10:02")
        watch.start(is_kept=False).at("2026-11-22T10:02")
        assert watch.titles == [["to come"]]
        assert not Told(watch.book.book_id()).path.exists()

    def test_while_the_program_was_closed(self, watch: Watch) -> None:
        plan(watch.book, "Un", "2026-11-23", "09:00")
        watch.start().end()
        watch.clock.now = paris("2026-11-24T10:00")
        watch.start()
        assert watch.titles == [["Un"]]

    def test_a_change_made_first_thing_after_a_sleep_silences_nothing(self, watch: Watch) -> None:
        plan(watch.book, "Trois jours après", "2026-11-25", "09:00")
        watch.start()
        watch.clock.now = paris("2026-11-25T10:00")
        watch.do(lambda book: clients.create_client(book, {"name": "Anne"}))
        assert watch.titles == [["Trois jours après"]]

    def test_days_without_a_time_are_one_notice_in_the_morning(self, watch: Watch) -> None:
        for title in ("Un", "Deux"):
            plan(watch.book, title, "2026-11-23")
        watch.start().at("2026-11-23T08:29")
        assert watch.told == []
        watch.at("2026-11-23T08:30").at("2026-11-23T08:31")
        assert watch.titles == [["Un", "Deux"]]


class TestClockSetWrong:
    def test_a_day_back(self, watch: Watch) -> None:
        plan(watch.book, "Devis", "2026-11-22", "14:30")
        watch.start().at("2026-11-22T14:30").at("2026-11-21T14:30").restart()
        watch.at("2026-11-22T14:29").at("2026-11-22T14:30").at("2026-11-22T14:31")
        assert watch.titles == [["Devis"]]

    def test_a_day_and_ten_years_ahead_and_back(self, watch: Watch) -> None:
        plan(watch.book, "Demain", "2026-11-23", "14:30")
        plan(watch.book, "Après", "2026-11-25", "14:30")
        watch.start().at("2026-11-23T15:00")
        assert watch.titles == [["Demain"]]
        watch.at("2036-11-23T15:00").at("2026-11-22T10:05").restart()
        # What is planned once the clock is right again is told at its time, though that lies "in the past" of then.
        watch.do(planned, "Nouveau", "2026-11-24", "09:00")
        for moment in ("2026-11-23T14:30", "2026-11-24T09:00", "2026-11-25T14:30"):
            watch.at(moment)
        assert watch.titles == [["Demain"], ["Après"], ["Nouveau"]]

    def test_another_zone(self, watch: Watch) -> None:
        plan(watch.book, "Local", "2026-11-22", "14:30")
        plan(watch.book, "Paris", "2026-11-22", "14:30", time_zone="Europe/Paris")
        watch.start()
        watch.zone = ZoneInfo("America/New_York")
        watch.at("2026-11-22T14:30")  # 08:30 in New York
        assert watch.titles == [["Paris"]]
        watch.at("2026-11-22T20:30")
        assert watch.titles == [["Paris"], ["Local"]]
        watch.zone = PARIS
        watch.at("2026-11-22T20:31").at("2026-11-23T14:30")
        assert len(watch.told) == 2

    def test_another_day_is_told_to_the_window(self, watch: Watch) -> None:
        watch.settings.notifications = False
        watch.start().at("2026-11-22T23:59")
        assert watch.days == []
        watch.at("2026-11-23T00:00").at("2026-11-23T00:01").at("2026-11-22T12:00")
        assert len(watch.days) == 2


class TestChanges:
    def test_put_off_and_undone(self, watch: Watch) -> None:
        number = plan(watch.book, "Devis", "2026-11-22", "14:30")
        watch.start().at("2026-11-22T14:30")
        watch.do(lambda book: follow_ups.snooze(book, 1, number, date(2026, 11, 23)))
        watch.do(history.undo)
        watch.at("2026-11-22T15:00")
        assert watch.titles == [["Devis"]]
        watch.do(history.redo).at("2026-11-23T14:29").at("2026-11-23T14:30").restart()
        assert watch.titles == [["Devis"], ["Devis"]]

    def test_done_before_its_time_and_undone(self, watch: Watch) -> None:
        number = plan(watch.book, "Devis", "2026-11-22", "14:30")
        watch.start()
        watch.do(lambda book: follow_ups.complete_follow_up(book, 1, number))
        watch.at("2026-11-22T14:00").do(history.undo).at("2026-11-22T14:30").restart()
        assert watch.titles == [["Devis"]]

    def test_done_before_its_time_stays_unsaid(self, watch: Watch) -> None:
        number = plan(watch.book, "Devis", "2026-11-22", "14:30")
        watch.start()
        watch.do(lambda book: follow_ups.complete_follow_up(book, 1, number))
        watch.at("2026-11-22T14:30").restart()
        assert watch.told == []

    def test_planned_while_it_runs(self, watch: Watch) -> None:
        watch.start()
        watch.do(planned, "Bientôt", "2026-11-22", "10:20")
        watch.at("2026-11-22T10:20")
        assert watch.titles == [["Bientôt"]]

    def test_planned_for_a_time_already_past_it_is_known(self, watch: Watch) -> None:
        watch.start()
        watch.do(planned, "Ce matin", "2026-11-22", "09:00")
        watch.do(planned, "Aujourd'hui", "2026-11-22")
        watch.at("2026-11-22T12:00").restart()
        assert watch.told == []

    def test_what_is_open_is_told_to_the_screen(self, watch: Watch) -> None:
        number = plan(watch.book, "Devis", "2026-11-22", "09:00")
        watch.start()
        assert watch.notifier is not None
        standing: list[frozenset[str]] = []
        watch.notifier.standing.connect(standing.append)
        watch.do(lambda book: follow_ups.complete_follow_up(book, 1, number))
        assert standing == [frozenset()]


class TestQuietAndOff:
    def test_quiet_hours_hold_what_comes_in_them(self, watch: Watch) -> None:
        watch.settings.quiet_from, watch.settings.quiet_to = "19:00", "08:00"
        plan(watch.book, "Soir", "2026-11-22", "20:00")
        plan(watch.book, "Nuit", "2026-11-23", "02:00")
        watch.start().at("2026-11-22T18:59").at("2026-11-22T20:00").at("2026-11-23T07:59")
        watch.restart()
        assert watch.told == []
        watch.at("2026-11-23T08:00").at("2026-11-23T08:01")
        assert watch.titles == [["Soir", "Nuit"]]

    @pytest.mark.parametrize(
        ("now", "begin", "end", "quiet"),
        [
            ("12:00", "12:00", "14:00", True),
            ("14:00", "12:00", "14:00", False),
            ("23:00", "20:00", "08:00", True),
            ("07:59", "20:00", "08:00", True),
            ("08:00", "20:00", "08:00", False),
            ("12:00", "12:00", "12:00", False),
        ],
    )
    def test_what_is_between(self, now: str, begin: str, end: str, quiet: bool) -> None:
        assert is_between(*map(time.fromisoformat, (now, begin, end))) is quiet

    def test_off_and_on_again(self, watch: Watch) -> None:
        plan(watch.book, "Pendant", "2026-11-22", "11:00")
        plan(watch.book, "Après", "2026-11-22", "15:00")
        watch.settings.notifications = False
        watch.start().at("2026-11-22T12:00").restart()
        assert watch.told == []
        watch.settings.notifications = True
        watch.at("2026-11-22T12:01").at("2026-11-22T15:00").restart()
        assert watch.titles == [["Après"]]


class TestNote:
    def test_two_books_know_nothing_of_each_other(self, watch: Watch, make_book: Callable[..., Book]) -> None:
        plan(watch.book, "Un", "2026-11-20")
        watch.start().end()
        other = make_book("other.portfolio")
        other.clock = watch.clock
        with other.step("identity") as step:
            step.connection.exec_driver_sql("UPDATE setting SET value = '\"another\"' WHERE key = 'book_id'")
        clients.create_client(other, {"name": "Kerisac"})
        plan(other, "Deux", "2026-11-20")
        first, watch.book = watch.book, other
        watch.start().end()
        assert watch.titles == [["Un"], ["Deux"]]
        watch.book = first
        watch.start()
        assert len(watch.told) == 2

    def test_it_is_written_before_anything_is_shown(self, watch: Watch) -> None:
        plan(watch.book, "Devis", "2026-11-20")
        seen: list[int] = []
        watch.ops = Operations(watch.book)
        watch.notifier = Notifier(watch.ops, lambda: watch.settings, watch.clock, lambda: PARIS)
        watch.notifier.due.connect(lambda _: seen.extend(len(keys) for keys in notes()))
        watch.notifier.start()
        watch.idle()
        assert seen == [1]

    def test_a_disk_that_takes_nothing(self, watch: Watch) -> None:
        state_dir().parent.mkdir(parents=True, exist_ok=True)
        state_dir().write_text("a file where the folder should be")
        plan(watch.book, "Devis", "2026-11-20")
        watch.start().at("2026-11-22T12:00").at("2026-11-23T12:00")
        assert watch.titles == [["Devis"]]

    @pytest.mark.parametrize("content", ["", "{", "[]", '{"told": 3}', '{"told": [1, null, "x"]}', "\x00"])
    def test_a_damaged_note_is_like_none(self, content: str) -> None:
        path = Told("book").path
        path.parent.mkdir(parents=True)
        path.write_text(content)
        told = Told("book")
        told.add(["1.x@2026-11-22T"], frozenset(), date(2026, 11, 22))
        assert "1.x@2026-11-22T" in Told("book")
        assert path.stat().st_mode & 0o077 == 0

    def test_what_is_long_done_is_forgotten(self) -> None:
        told, today = Told("book"), date(2026, 11, 22)
        old = today - timedelta(days=KEEP_DAYS + 1)
        keys = [f"1.x@{old}T", f"2.x@{old}T", f"3.x@{today}T09:00"]
        told.add(keys, frozenset(keys[:1]), today)
        assert [key in told for key in keys] == [True, False, True]

    @pytest.mark.parametrize("name", ["../../x", "\ud800", "", "a/b"])
    def test_a_book_names_no_file_elsewhere(self, name: str) -> None:
        assert Told(name).path.parent == state_dir() / "reminders"


def notes() -> list[list[str]]:
    """What is kept on disk of each book."""
    return [json.loads(path.read_text())["told"] for path in Path(state_dir()).rglob("*.json")]


@pytest.mark.parametrize("seed", range(4))
def test_any_life_tells_each_once(watch: Watch, seed: int) -> None:
    """Sleep, clocks set wrong, restarts, undo in any order: at the end each was told, and none twice."""
    chance = random.Random(seed)
    for number in range(12):
        day = date(2026, 11, 22) + timedelta(days=chance.randrange(-2, 9))
        clock = chance.choice(["", "02:30", "09:00", "14:30", "23:59"])
        plan(watch.book, str(number), day.isoformat(), clock)
    watch.start()
    for _ in range(25):
        jump = chance.choice([0.001, 0.5, 3, 11, 25, 50, -1, -26, 240])
        watch.clock.forward(jump)
        if chance.random() < 0.3:
            watch.restart()
        if chance.random() < 0.2:
            watch.do(clients.create_client, {"name": "Anne"})
        assert watch.notifier is not None
        watch.notifier.check()
        watch.idle()
    watch.at("2027-01-01T12:00")
    counted = Counter(title for each in watch.titles for title in each)
    assert counted == Counter(map(str, range(12)))
