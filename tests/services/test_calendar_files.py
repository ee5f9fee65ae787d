"""Follow-ups as calendar files and reminders from them, on real books."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from portfolio_app import cli
from portfolio_app.errors import BookWriteError, ExportError, NotFoundError
from portfolio_app.models.entities import FollowUp
from portfolio_app.services import agenda_actions, calendar_files, clients, follow_ups, interactions
from portfolio_app.services.calendar_files import CalendarEntry, CalendarMatch
from portfolio_app.services.calendar_import import import_reminders, match_clients
from portfolio_app.storage.book import Book
from tests.conftest import NOW, TODAY
from tests.dumps import dump

DAY = date(2026, 12, 3)


@pytest.fixture
def kerisac(book: Book) -> int:
    """A client with an address and a contact."""
    values = {"name": "Kerisac; fils, SARL", "street": "3 rue du Port", "postcode": "29200", "city": "Brest"}
    contact = {"full_name": "Anne Le Goff", "email": "anne@kerisac.example", "phone": "02 98 00 00 00"}
    (client_id,) = clients.create_client(book, values, contact).created["client"]
    return client_id


def plan(book: Book, client_id: int, **values: Any) -> int:
    changes = follow_ups.plan_follow_up(book, client_id, {"due_on": DAY, **values})
    (follow_up_id,) = changes.created["follow_up"]
    return follow_up_id


def test_a_turn_moved_by_hand_and_done_since_is_not_taken_back(book: Book, tmp_path: Path) -> None:
    """Moved to an earlier day, then to a later one: the rule goes on after the day it was moved from."""
    (client,) = clients.create_client(book, {"name": "Kerisac"}).created["client"]
    follow_up = plan(book, client, due_on=date(2026, 12, 3), repeat_every=1, repeat_unit="week")
    follow_ups.complete_follow_up(book, client, follow_up)
    for moved in (date(2026, 12, 8), date(2026, 12, 12)):
        follow_ups.update_follow_up(book, follow_up, {"due_on": moved})
        whole, exception = exported(book, tmp_path / "out.ics")
        assert whole["DTSTART"].dt == exception["RECURRENCE-ID"].dt == date(2026, 12, 10)
        assert exception["DTSTART"].dt == moved
        (match,) = take_in(book, tmp_path / "out.ics")
        assert match.state == "same"
    follow_ups.complete_follow_up(book, client, follow_up)
    (match,) = take_in(book, tmp_path / "out.ics")
    assert match.state in ("same", "kept")


def exported(book: Book, path: Path, **options: Any) -> list[icalendar.Event]:
    calendar_files.export_calendar(book, path, TODAY, **{"computed": False, **options})
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def records(book: Book) -> list[dict[str, Any]]:
    with book.read_session() as session:
        return [
            {column.name: getattr(one, column.name) for column in FollowUp.__table__.columns}
            for one in session.scalars(select(FollowUp).order_by(FollowUp.id))
        ]


def take_in(book: Book, path: Path) -> list[CalendarMatch]:
    """Import everything that has one client, as the command line does; returns what was said before."""
    matches = match_clients(book, calendar_files.read_calendar(path))
    import_reminders(book, [(one.client_id, one.entry) for one in matches if one.client_id is not None])
    return matches


def ics(path: Path, *events: str) -> Path:
    lines = "\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""))
    path.write_bytes(lines.replace("\n", "\r\n").encode("utf-8"))
    return path


def vevent(*lines: str, uid: str = "7f@google.com") -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"))


class TestExport:
    def test_what_an_event_says(self, book: Book, kerisac: int, tmp_path: Path) -> None:
        number = plan(
            book,
            kerisac,
            due_time="14:30",
            time_zone="America/New_York",
            title="Devis",
            notes="Revoir\nle prix",
        )
        (event,) = exported(book, tmp_path / "x.ics", language="fr")
        assert event["UID"] == f"follow-up-{number}@{book.book_id()}"
        assert event["SUMMARY"] == "Kerisac; fils, SARL — Devis"
        assert event["LOCATION"] == "3 rue du Port, 29200 Brest"
        assert event["DESCRIPTION"] == (
            "Revoir\nle prix\n\nMotif\u00a0: rappel\nAnne Le Goff, 02 98 00 00 00, anne@kerisac.example"
        )
        assert event.start.astimezone(UTC) == datetime(2026, 12, 3, 19, 30, tzinfo=UTC)
        assert event["SEQUENCE"] == book.change_number()
        assert len(event.walk("VALARM")) == 1

    def test_which_follow_ups(self, book: Book, kerisac: int, tmp_path: Path) -> None:
        (other,) = clients.create_client(book, {"name": "Durand"}).created["client"]
        first, second, third = (plan(book, client) for client in (kerisac, kerisac, other))
        follow_ups.complete_follow_up(book, kerisac, second)
        path = tmp_path / "x.ics"

        def numbers(**options: Any) -> list[int]:
            found = (re.match(r"follow-up-(\d+)@", event["UID"]) for event in exported(book, path, **options))
            return sorted(int(one[1]) for one in found if one is not None)

        assert numbers() == [first, third]
        assert numbers(follow_up_ids=[third, second]) == [third]
        assert numbers(client_ids=[kerisac]) == [first]
        assert numbers(follow_up_ids=[]) == []

    def test_what_is_due_by_itself_is_a_day_without_an_alarm(self, sample_book: Book, tmp_path: Path) -> None:
        path = tmp_path / "x.ics"
        everything = exported(sample_book, path, computed=True)
        planned = {event["UID"] for event in exported(sample_book, path)}
        dues = [event for event in everything if event["UID"] not in planned]
        assert dues
        assert len({event["UID"] for event in everything if "RECURRENCE-ID" not in event}) == len(
            {event["UID"] for event in everything}
        )
        for event in dues:
            assert event["UID"].startswith("due-")
            assert type(event.start) is date
            assert TODAY <= event.start <= TODAY + timedelta(days=calendar_files.COMPUTED_DAYS)
            assert not event.walk("VALARM")

    def test_a_version_only_grows(self, book: Book, kerisac: int, tmp_path: Path) -> None:
        number = plan(book, kerisac)
        path = tmp_path / "x.ics"
        seen = [exported(book, path)[0]["SEQUENCE"]]
        follow_ups.update_follow_up(book, number, {"title": "Devis"})
        seen.append(exported(book, path)[0]["SEQUENCE"])
        book.undo()
        seen.append(exported(book, path)[0]["SEQUENCE"])
        clients.update_client(book, kerisac, {"city": "Quimper"})
        seen.append(exported(book, path)[0]["SEQUENCE"])
        assert seen == sorted(set(seen))
        again = path.read_bytes()
        exported(book, path)
        assert path.read_bytes() == again

    def test_repetition_and_a_postponed_turn(self, book: Book, kerisac: int, tmp_path: Path) -> None:
        number = plan(book, kerisac, due_on=date(2026, 11, 30), repeat_every=1, repeat_unit="month")
        follow_ups.snooze(book, kerisac, number, date(2026, 12, 2))
        whole, moved = exported(book, tmp_path / "x.ics")
        assert whole["RRULE"].to_ical() == b"FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"
        assert (whole.start, moved.start) == (date(2026, 11, 30), date(2026, 12, 2))
        assert moved["RECURRENCE-ID"].dt == whole.start

    def test_whole_or_not_at_all(self, book: Book, kerisac: int, tmp_path: Path) -> None:
        path = tmp_path / "x.ics"
        exported(book, path)
        assert path.stat().st_mode & 0o777 == 0o600
        for bad in (tmp_path / "none" / "x.ics", tmp_path):
            with pytest.raises((BookWriteError, ExportError)):
                calendar_files.export_calendar(book, bad, TODAY)
        with pytest.raises(ExportError):
            calendar_files.export_calendar(book, book.path, TODAY)


class TestImport:
    def test_a_reminder_comes_in_and_stays_as_it_is(self, book: Book, kerisac: int, tmp_path: Path) -> None:
        path = ics(
            tmp_path / "in.ics",
            vevent(
                "DTSTART;TZID=Europe/Paris:20261203T143000",
                "RRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z",
                "SUMMARY:KERISAC fils sarl: devis",
                "DESCRIPTION:Bring samples",
                "LOCATION:Café du Port",
            ),
        )
        (match,) = take_in(book, path)
        assert (match.state, match.by, match.client_id) == ("new", "name", kerisac)
        (record,) = records(book)
        assert record["title"] == "KERISAC fils sarl: devis"
        assert record["notes"] == "Café du Port\n\nBring samples"
        assert (record["due_on"], record["due_time"], record["time_zone"]) == (DAY, "14:30", "Europe/Paris")
        assert (record["repeat_every"], record["repeat_unit"], record["repeat_from"]) == (1, "week", DAY)
        assert record["repeat_until"] == date(2026, 12, 31)
        before = dump(book)
        (again,) = take_in(book, path)
        assert again.state == "same"
        assert dump(book) == before
        (event,) = exported(book, tmp_path / "out.ics")
        assert event["UID"] == "7f@google.com"
        assert take_in(book, tmp_path / "out.ics")[0].state == "same"
        assert dump(book) == before
        assert book.undo().label == "import_reminders"
        assert records(book) == []

    def test_a_series_that_began_is_due_next_and_moves_on(
        self, book: Book, kerisac: int, tmp_path: Path
    ) -> None:
        path = ics(
            tmp_path / "in.ics",
            vevent(
                "DTSTART:20260105", "RRULE:FREQ=WEEKLY", "SUMMARY:x", "ATTENDEE:MAILTO:Anne@Kerisac.example"
            ),
        )
        (match,) = take_in(book, path)
        assert (match.by, match.due_on) == ("email", date(2026, 11, 23))
        (record,) = records(book)
        assert (record["due_on"], record["repeat_from"]) == (date(2026, 11, 23), date(2026, 1, 5))
        follow_ups.complete_follow_up(book, kerisac, record["id"])
        before = dump(book)
        assert take_in(book, path)[0].state == "same"
        assert dump(book) == before

    def test_a_change_in_the_calendar_comes_over(self, book: Book, kerisac: int, tmp_path: Path) -> None:
        """The file of the program itself, changed by another one."""
        plan(book, kerisac, title="Devis", due_time="09:00", notes="Prix")
        out = tmp_path / "out.ics"
        exported(book, out, language="fr")
        text = out.read_text("utf-8").replace("20261203T090000", "20261210T103000")
        text = text.replace("— Devis", "— Devis signé").replace("Prix\\n", "Prix ferme\\n")
        out.write_text(text, "utf-8", newline="")
        assert take_in(book, out)[0].state == "changed"
        (record,) = records(book)
        assert (record["due_on"], record["due_time"]) == (date(2026, 12, 10), "10:30")
        assert (record["title"], record["notes"]) == ("Devis signé", "Prix ferme")
        assert take_in(book, out)[0].state == "same"

    def test_what_was_changed_here_since_stays(self, make_book: Callable[..., Book], tmp_path: Path) -> None:
        book = make_book("later.portfolio")
        (client,) = clients.create_client(book, {"name": "Kerisac"}).created["client"]
        path = ics(
            tmp_path / "in.ics",
            vevent("DTSTART:20261203", "SUMMARY:Kerisac", "LAST-MODIFIED:20261101T000000Z"),
        )
        take_in(book, path)
        (record,) = records(book)
        follow_ups.update_follow_up(book, record["id"], {"title": "Devis", "due_on": date(2026, 12, 9)})
        before = dump(book)
        assert take_in(book, path)[0].state == "kept"
        assert dump(book) == before
        ics(path, vevent("DTSTART:20261215", "SUMMARY:Kerisac", "LAST-MODIFIED:20261201T000000Z"))
        assert take_in(book, path)[0].state == "changed"
        assert records(book)[0]["due_on"] == date(2026, 12, 15)
        follow_ups.complete_follow_up(book, client, record["id"])
        assert take_in(book, path)[0].state == "same"
        assert records(book)[0]["status"] == "done"

    def test_a_snooze_is_not_lost_to_a_file_without_dates_of_change(
        self, book: Book, kerisac: int, tmp_path: Path
    ) -> None:
        path = ics(tmp_path / "in.ics", vevent("DTSTART:20261123", "SUMMARY:Kerisac; fils, SARL"))
        take_in(book, path)
        agenda_actions.postpone(book, [kerisac], TODAY, date(2026, 12, 9))
        before = dump(book)
        assert take_in(book, path)[0].state == "same"
        assert dump(book) == before
        interactions.log_touch(book, kerisac, {"kind": "call"})
        assert take_in(book, path)[0].state == "same"

    def test_what_is_refused(self, book: Book, kerisac: int, tmp_path: Path) -> None:
        path = ics(
            tmp_path / "in.ics",
            vevent("DTSTART:20261203", "STATUS:CANCELLED", "SUMMARY:Kerisac fils SARL", uid="1"),
            vevent("DTSTART:20250101", "RRULE:FREQ=DAILY;COUNT=5", "SUMMARY:Kerisac fils SARL", uid="2"),
            vevent(
                "DTSTART:20261203",
                "X-PORTFOLIO-KIND:call",
                "SUMMARY:Kerisac fils SARL",
                uid="due-3-cadence@x",
            ),
            vevent("SUMMARY:Kerisac fils SARL", uid="4"),
        )
        matches = take_in(book, path)
        assert [(one.state, one.problem) for one in matches] == [
            ("refused", "cancelled"), ("refused", "over"), ("refused", "computed"), ("refused", "no_date")
        ]  # fmt: skip
        assert records(book) == []

    def test_whom_an_entry_is_about(self, book: Book) -> None:
        made = [
            clients.create_client(book, {"name": name}, contact).created["client"]
            for name, contact in (
                ("Éric Lainé", None),
                ("Le Goff", {"full_name": "Anne Martin", "email": "anne@legoff.example"}),
                ("Le Goff Traiteur", None),
                ("Bio", None),
                ("Bio", None),
            )
        ]
        eric, goff, caterer, bio, bio2 = (next(iter(ids)) for ids in made)

        def whose(title: str, *emails: str) -> tuple[int, ...]:
            entry = CalendarEntry("x", DAY, title=title, emails=emails)
            return match_clients(book, [entry])[0].client_ids

        assert whose("RDV chez eric LAINE demain") == (eric,)
        assert whose("Le Goff Traiteur : menu") == (caterer,)
        assert whose("appeler le goff") == (goff,)
        assert whose("déjeuner Anne Martin") == (goff,)
        assert whose("déjeuner Anne") == ()
        assert whose("x", "someone@else.example", "Anne@legoff.example".lower()) == (goff,)
        assert whose("bio") == (bio, bio2)
        assert whose("biologie") == ()

    def test_a_client_that_is_gone(self, book: Book) -> None:
        with pytest.raises(NotFoundError):
            import_reminders(book, [(99, CalendarEntry("x", DAY))])

    def test_another_client_may_be_chosen(self, book: Book, kerisac: int) -> None:
        (other,) = clients.create_client(book, {"name": "Durand"}).created["client"]
        entry = CalendarEntry("x", DAY, title="Rappel")
        import_reminders(book, [(kerisac, entry)])
        import_reminders(book, [(other, entry)])
        assert [record["client_id"] for record in records(book)] == [other]

    def test_one_moment_in_two_zones_is_no_change(self, book: Book, kerisac: int, tmp_path: Path) -> None:
        plan(book, kerisac, due_time="08:30", time_zone="America/New_York", title="x")
        out = tmp_path / "out.ics"
        exported(book, out)
        out.write_bytes(re.sub(rb"DTSTART;TZID=America[^\r]*", b"DTSTART:20261203T133000Z", out.read_bytes()))
        assert take_in(book, out)[0].state == "same"


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40) | st.sampled_from(
    ("Why: x", "a — b", "Motif\u00a0: y", "x\n\nWhy: z", "\\n\\;,", "Kerisac — ", "=1+1")
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.data(),
    st.lists(
        st.fixed_dictionaries(
            {
                "due_on": st.dates(date(2026, 1, 1), date(2028, 12, 31)),
                "due_time": st.sampled_from(("", "02:30", "14:00")),
                "time_zone": st.sampled_from(("", "UTC", "America/New_York")),
                "title": TEXTS,
                "notes": TEXTS,
                "kind": st.sampled_from(("call", "visit", "complaint")),
            },
            optional={
                "repeat_every": st.integers(1, 4),
                "repeat_unit": st.sampled_from(("day", "week", "month", "year")),
            },
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_what_was_exported_changes_nothing_when_imported(
    book: Book, tmp_path: Path, data: st.DataObject, plans: list[dict[str, Any]]
) -> None:
    """Whatever is planned, done or put off: both languages, whichever exported file."""
    with book.read() as connection:
        ids = [row[0] for row in connection.exec_driver_sql("SELECT id FROM client")]
    if not ids:
        named = ({"name": name} for name in ("Kerisac", "Le — Goff", "Why: x"))
        ids = [client for values in named for client in clients.create_client(book, values).created["client"]]
    made = []
    for values in plans:
        if "repeat_every" not in values or "repeat_unit" not in values:
            values = {name: value for name, value in values.items() if not name.startswith("repeat")}
        client = data.draw(st.sampled_from(ids))
        made.append((client, plan(book, client, **values)))
    if data.draw(st.booleans()):
        agenda_actions.postpone(book, [made[0][0]], TODAY, date(2026, 12, 20))
    path = tmp_path / "all.ics"
    calendar_files.export_calendar(
        book, path, TODAY, language=data.draw(st.sampled_from(("fr", "en"))), computed=False
    )
    if data.draw(st.booleans()):
        follow_ups.complete_follow_up(book, *made[-1])
    before = dump(book)
    matches = take_in(book, path)
    assert {match.state for match in matches} <= {"same", "refused", "kept"}
    assert dump(book) == before


def test_the_command_line(
    book: Book, kerisac: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan(book, kerisac, title="Devis")
    name = str(book.path)
    book.close()
    out, back = tmp_path / "out.ics", tmp_path / "in.ics"
    assert cli.run(["export", name, str(out), "--lang", "fr", "--as-of", "2026-11-22"]) == 0
    assert b"SUMMARY:Kerisac\\; fils\\, SARL" in out.read_bytes()
    ics(
        back,
        vevent("DTSTART:20991203", "SUMMARY:Kerisac fils SARL", "RRULE:FREQ=MONTHLY;BYDAY=1MO", uid="1"),
        vevent("DTSTART:20991203", "SUMMARY:=Nobody", uid="2"),
    )
    refused = tmp_path / "refused.csv"
    capsys.readouterr()
    assert cli.run(["import", name, str(back), "--dry-run"]) == 1
    assert cli.run(["import", name, str(back), "--strict"]) == 2
    assert cli.run(["import", name, str(back), "--refused", str(refused), "--json"]) == 1
    answer = capsys.readouterr()
    assert '"created": 1' in answer.out
    assert "only its first day is" in answer.err
    assert "'=Nobody" in refused.read_text("utf-8")
    assert cli.run(["import", name, str(out)]) == 0
    assert "1 unchanged" in capsys.readouterr().out
    assert cli.run(["import", name, str(refused), str(out)]) == 2
    assert cli.run(["export", name, str(book.path)]) == 2


def test_the_files_of_a_day(sample_book: Book, tmp_path: Path) -> None:
    """Read by another library, all of it: every event has what the standard asks for, and no UID is used twice."""
    path = tmp_path / "x.ics"
    count = calendar_files.export_calendar(sample_book, path, TODAY, language="fr")
    events = list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
    keys = [(event["UID"], event.get("RECURRENCE-ID")) for event in events]
    assert len(keys) == len({str(key) for key in keys})
    assert len({key[0] for key in keys}) == count
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
        assert event["DTSTAMP"].dt <= NOW


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar(book: Book, kerisac: int, tmp_path: Path, day: date) -> None:
    plan(
        book,
        kerisac,
        due_on=day,
        due_time="23:59",
        time_zone="America/New_York",
        repeat_every=1,
        repeat_unit="day",
    )
    path = tmp_path / "x.ics"
    assert calendar_files.export_calendar(book, path, day) >= 1
    assert b"T235900\r\n" in path.read_bytes()
    entry = next(one for one in calendar_files.read_calendar(path) if one.uid.startswith("follow-up"))
    assert entry.problem == "bad_date"
    entry = dataclasses.replace(entry, problem="", due_on=DAY, due_time="23:59")
    assert match_clients(book, [entry])[0].state == "changed"


def test_an_unknown_zone_or_time_of_an_old_book_breaks_nothing(
    book: Book, kerisac: int, tmp_path: Path
) -> None:
    number = plan(book, kerisac)
    with book.step("update_follow_up") as step:
        record = step.session.get(FollowUp, number)
        assert record is not None
        record.due_time, record.time_zone, record.repeat_every, record.repeat_unit = "9h", "Mars", 0, "moon"
    (event,) = exported(book, tmp_path / "x.ics")
    assert event.start == DAY
    entry = dataclasses.replace(calendar_files.read_calendar(tmp_path / "x.ics")[0], due_on=DAY)
    assert match_clients(book, [entry])[0].client_id == kerisac


def test_what_is_due_by_itself_is_told_of_the_clients_asked_for(
    book: Book, kerisac: int, tmp_path: Path
) -> None:
    (other,) = clients.create_client(book, {"name": "Durand"}).created["client"]
    (event,) = exported(book, tmp_path / "x.ics", computed=True, client_ids=[other])
    assert event["UID"].startswith(f"due-{other}-")
    assert event["SEQUENCE"] == book.change_number() > 0
    assert not event.walk("VALARM")
