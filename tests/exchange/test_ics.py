"""Calendar files: what is written is what RFC 5545 says and another reader finds; what is read is bounded."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.errors import SourceError
from portfolio_app.exchange.cells import CONTROL
from portfolio_app.exchange.ics import CalendarEvent, calendar_bytes, write_calendar
from portfolio_app.exchange.ics_reading import CalendarEntry, read_calendar, zone_named
from portfolio_app.exchange.ics_rules import Series, series_of
from portfolio_app.exchange.ics_zones import known_zone, local_zone, zone_definition
from portfolio_app.models.recurrence import next_occurrence

AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
PARIS = "Europe/Paris"


def event(**values: Any) -> CalendarEvent:
    return CalendarEvent(
        **{"uid": "a@b", "on": date(2026, 12, 1), "summary": "Kerisac", "changed_at": AT, **values}
    )


def written(*events: CalendarEvent, **options: Any) -> bytes:
    return calendar_bytes(events, "Clients", **options)


def parsed(*events: CalendarEvent) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(written(*events)).walk("VEVENT"))


@pytest.fixture
def read(tmp_path: Path) -> Any:
    """Reads the entries of a text, whose lines may be written without the envelope."""

    def reader(text: str | bytes, zone: str = PARIS) -> list[CalendarEntry]:
        path = tmp_path / "in.ics"
        if isinstance(text, str):
            text = text if text.startswith("BEGIN:VCALENDAR") else calendar(text)
            text = text.encode("utf-8")
        path.write_bytes(text)
        return read_calendar(path, zone)

    return reader


def calendar(lines: str) -> str:
    body = lines.strip().replace("\n", "\r\n")
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}\r\nEND:VCALENDAR\r\n"


def vevent(*lines: str, uid: str = "u@x") -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"))


class TestWriting:
    def test_a_day_is_a_day_and_wakes_nobody_at_midnight(self) -> None:
        text = written(event()).decode()
        assert text == (
            "BEGIN:VCALENDAR\r\nPRODID:-//Portefeuille//Client portfolio//EN\r\nVERSION:2.0\r\n"
            "CALSCALE:GREGORIAN\r\nNAME:Clients\r\nX-WR-CALNAME:Clients\r\n"
            "BEGIN:VEVENT\r\nUID:a@b\r\nSEQUENCE:0\r\nDTSTAMP:20261122T100000Z\r\nLAST-MODIFIED:20261122T100000Z\r\n"
            "DTSTART;VALUE=DATE:20261201\r\nSUMMARY:Kerisac\r\nTRANSP:TRANSPARENT\r\nX-PORTFOLIO-KIND:\r\n"
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Kerisac\r\nTRIGGER:PT9H\r\nEND:VALARM\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n"
        )

    @pytest.mark.parametrize(
        ("day", "utc"),
        [("2026-10-24", "12:30"), ("2026-10-26", "13:30"), ("2027-03-27", "13:30"), ("2027-03-29", "12:30")],
    )
    def test_a_time_stays_on_the_wall_when_the_clocks_change(self, day: str, utc: str) -> None:
        (found,) = parsed(event(on=date.fromisoformat(day), time="14:30", zone=PARIS))
        assert found["DTSTART"].params["TZID"] == PARIS
        assert found.start.astimezone(UTC).strftime("%H:%M") == utc
        assert found.end - found.start == timedelta(minutes=30)
        assert found.walk("VALARM")[0]["TRIGGER"].dt == timedelta()

    def test_times_the_clocks_skip_or_show_twice(self) -> None:
        skipped, twice = parsed(
            event(uid="1", on=date(2026, 3, 29), time="02:30", zone=PARIS),
            event(uid="2", on=date(2026, 10, 25), time="02:30", zone=PARIS),
        )
        # RFC 5545, 3.3.5: by the offset before the gap, and the first of two.
        assert skipped.start.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
        assert twice.start.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)

    def test_utc_and_floating_times(self) -> None:
        text = written(
            event(time="08:00", zone="UTC"),
            event(uid="f", time="08:00"),
            event(uid="g", time="08:00", zone="X/Y"),
        )
        assert b"DTSTART:20261201T080000Z\r\n" in text
        assert text.count(b"DTSTART:20261201T080000\r\n") == 2
        assert b"VTIMEZONE" not in text

    def test_a_calendar_without_events_still_holds_a_component(self) -> None:
        whole = icalendar.Calendar.from_ical(written())
        assert [part.name for part in whole.subcomponents] == ["VTIMEZONE"]

    def test_a_live_one_asks_to_be_read_again(self, tmp_path: Path) -> None:
        assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in written(is_live=True)
        path = tmp_path / "live.ics"
        write_calendar(path, [event()], "Clients", is_live=True)
        before = path.stat()
        write_calendar(path, [event(sequence=9)], "Clients", is_live=True)
        assert path.stat().st_mtime_ns == before.st_mtime_ns
        assert before.st_mode & 0o777 == 0o600
        write_calendar(path, [event(summary="Durand")], "Clients", is_live=True)
        assert b"Durand" in path.read_bytes()

    @settings(max_examples=60, deadline=None)
    @given(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
    )
    def test_any_text_comes_back_and_no_line_is_too_long(self, summary: str, notes: str) -> None:
        content = written(event(summary=summary, description=notes, location=summary, uid=notes or "u"))
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        for line in content.split(b"\r\n"):
            line.decode("utf-8")  # no character is cut
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", content)
        assert b"\n" not in content.replace(b"\r\n", b"")
        (found,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
        assert len(found.subcomponents) == 1
        plain = CONTROL.sub("", notes.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", " ")
        assert str(found.get("DESCRIPTION", "")) == plain


class TestZones:
    @pytest.mark.parametrize(
        "name",
        [PARIS, "America/New_York", "Australia/Lord_Howe", "Europe/Dublin", "Africa/Casablanca", "Asia/Tokyo",
         "America/Sao_Paulo", "Asia/Kolkata", "Europe/Moscow", "Pacific/Apia"],
    )  # fmt: skip
    def test_a_zone_says_the_offset_of_every_hour(self, name: str) -> None:
        """Read as RFC 5545, 3.6.5 has it: the last onset before a moment, told by the clocks before it."""
        onsets = []
        for part in observances(zone_definition(name, 2026, 2028)):
            before, after = offset(part["TZOFFSETFROM"]), offset(part["TZOFFSETTO"])
            first = datetime.strptime(part["DTSTART"], "%Y%m%dT%H%M%S")
            days = [first]
            if "RRULE" in part:
                days = list(rrulestr(part["RRULE"], dtstart=first).xafter(first, count=12, inc=True))
            days += [
                datetime.strptime(day, "%Y%m%dT%H%M%S") for day in part.get("RDATE", "").split(",") if day
            ]
            onsets += [((day - before).replace(tzinfo=UTC), after) for day in days]
        zone = ZoneInfo(name)
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        while moment.year < 2029:
            told = max((onset for onset in onsets if onset[0] <= moment), key=lambda onset: onset[0])[1]
            assert told == moment.astimezone(zone).utcoffset(), moment
            moment += timedelta(hours=7)

    def test_europe_is_told_by_its_rules(self) -> None:
        lines = zone_definition(PARIS, 2026, 2026)
        assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in lines
        assert "DTSTART:20250330T020000" in lines
        assert zone_definition("Nowhere/Land", 2026, 2026) == ()

    def test_names_of_other_programs(self) -> None:
        assert zone_named("Romance Standard Time") == PARIS
        assert zone_named("/mozilla.org/20050126_1/Europe/Paris") == PARIS
        assert zone_named("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris") == PARIS
        assert zone_named("Customized", "America/Argentina/Buenos_Aires") == "America/Argentina/Buenos_Aires"
        for name in ("", "../../etc/passwd", "x" * 5000, "Europe", "\0", "(UTC) ", "a/b/c/d"):
            assert zone_named(name) == ""

    def test_this_computer_tells_its_own(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert local_zone() == PARIS
        monkeypatch.setenv("TZ", "Mars/Olympus")
        assert local_zone() == ""


def observances(lines: tuple[str, ...]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for line in lines[2:-1]:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            found.append({})
        elif name != "END":
            found[-1][name] = value
    return found


def offset(text: str) -> timedelta:
    sign = -1 if text[0] == "-" else 1
    return sign * timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))


SERIES = st.builds(
    Series,
    st.dates(date(2019, 1, 1), date(2027, 12, 31)) | st.sampled_from([date(2024, 2, 29), date(2026, 1, 31)]),
    st.integers(1, 5),
    st.sampled_from(("day", "week", "month", "year")),
    st.none(),
)


class TestRepetition:
    @settings(max_examples=120, deadline=None)
    @given(SERIES, st.integers(0, 900), st.sampled_from(("", "14:30")))
    def test_another_reader_finds_the_same_days(self, series: Series, later: int, time: str) -> None:
        """From the event written, a library works out the days that the reminder will come on."""
        on = series.last_until(series.first + timedelta(days=later))
        until = (on + timedelta(days=800)) if later % 2 else None
        series = Series(series.first, series.every, series.unit, until)
        (found,) = parsed(event(on=on, time=time, zone=PARIS if time else "", series=series))
        rule = found["RRULE"].to_ical().decode()
        start = moment(found.start)
        days = [day.date() for day in rrulestr(rule, dtstart=start).xafter(start, 6, inc=True)]
        expected, day = [on], on
        while len(expected) < 6:
            day = next_occurrence(series.first, series.every, series.unit, day)
            if until is not None and day > until:
                break
            expected.append(day)
        assert days == expected
        assert found.start.hour == 14 if time else isinstance(found.start, date)

    @settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(SERIES, st.integers(0, 900), st.sampled_from(("", "02:30")), st.booleans())
    def test_what_is_written_is_read_back(
        self, tmp_path: Path, series: Series, later: int, time: str, ends: bool
    ) -> None:
        on = series.last_until(series.first + timedelta(days=later))
        series = Series(series.first, series.every, series.unit, on + timedelta(days=90) if ends else None)
        path = tmp_path / "x.ics"
        write_calendar(path, [event(on=on, time=time, zone=PARIS if time else "", series=series)], "x")
        (entry,) = read_calendar(path, PARIS)
        assert (entry.due_on, entry.due_time, entry.hints) == (on, time, ())
        again = entry.series
        assert again is not None
        assert (again.every, again.unit, again.until) == (series.every, series.unit, series.until)
        assert series.holds(again.first)
        assert again.next_after(on) == series.next_after(on)

    def test_one_that_was_moved_is_an_exception(self, read: Any) -> None:
        series = Series(date(2026, 11, 2), 1, "week", date(2026, 12, 31))
        whole, moved = parsed(event(on=date(2026, 12, 2), time="09:00", zone=PARIS, series=series))
        assert whole.start.date() == date(2026, 11, 30)
        assert whole["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20261231T080000Z"
        assert moved["RECURRENCE-ID"].dt == whole.start
        assert moved.start.date() == date(2026, 12, 2)
        (entry,) = read(written(event(on=date(2026, 12, 2), time="09:00", zone=PARIS, series=series)))
        assert entry.is_moved
        assert entry.due_on == date(2026, 12, 2)
        assert entry.repeat_from == date(2026, 11, 30)

    def test_the_end_has_the_form_of_the_start(self) -> None:
        series = Series(date(2027, 3, 1), 1, "day", date(2027, 3, 28))
        rules = [
            parsed(event(on=series.first, series=series, **more))[0]["RRULE"].to_ical().decode()
            for more in ({}, {"time": "14:30", "zone": PARIS}, {"time": "14:30"})
        ]
        # 28 March 2027 is summer time already.
        assert [rule.partition("UNTIL=")[2] for rule in rules] == [
            "20270328",
            "20270328T123000Z",
            "20270328T143000",
        ]

    @pytest.mark.parametrize(
        ("rule", "start", "series"),
        [
            ("FREQ=WEEKLY;BYDAY=TU;WKST=MO", "2026-12-01", ("2026-12-01", 1, "week", None)),
            ("FREQ=DAILY;COUNT=3;INTERVAL=2", "2026-12-01", ("2026-12-01", 2, "day", "2026-12-05")),
            ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2027-02-28", ("2027-01-31", 1, "month", "2027-04-30")),
            ("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2027-02-28", ("2027-01-30", 1, "month", None)),
            ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1", "2026-12-01", ("2026-12-01", 1, "year", None)),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "2027-02-28", ("2024-02-29", 1, "year", None)),
            ("FREQ=WEEKLY;BYDAY=MO,TU", "2026-12-01", None),
            ("FREQ=MONTHLY;BYDAY=1TU", "2026-12-01", None),
            ("FREQ=MONTHLY;BYMONTHDAY=15", "2026-12-01", None),
            ("FREQ=HOURLY", "2026-12-01", None),
            ("FREQ=DAILY;BYHOUR=9", "2026-12-01", None),
            ("FREQ=DAILY;INTERVAL=0", "2026-12-01", None),
            ("FREQ=DAILY;COUNT=99999999999", "2026-12-01", None),
            ("FREQ=YEARLY;COUNT=9999", "2026-12-01", None),
            ("FREQ=DAILY;FREQ=WEEKLY", "2026-12-01", None),
            ("", "2026-12-01", None),
        ],
    )
    def test_rules_that_a_reminder_can_hold(
        self, rule: str, start: str, series: tuple[Any, ...] | None
    ) -> None:
        expected = None
        if series is not None:
            first, every, unit, until = series
            expected = Series(
                date.fromisoformat(first), every, unit, None if until is None else date.fromisoformat(until)
            )
        assert series_of(rule, date.fromisoformat(start), "", "") == expected

    @pytest.mark.parametrize(
        ("until", "day"),
        [("20261210", 10), ("20261210T235959Z", 10), ("20261210T120000Z", 9), ("20261210T143000", 10),
         ("20261210T133000Z", 10), ("tomorrow", None)],
    )  # fmt: skip
    def test_the_last_day_an_end_allows(self, until: str, day: int | None) -> None:
        series = series_of(f"FREQ=DAILY;UNTIL={until}", date(2026, 12, 1), "14:30", PARIS)
        assert (series.until.day if series is not None and series.until is not None else None) == day


def moment(day: Any) -> datetime:
    """Where a rule is worked out from: a time with its zone, a day as its midnight."""
    return day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)


class TestReading:
    def test_the_entries_of_other_programs(self, read: Any) -> None:
        """As Google, Outlook and a phone write them."""
        day, google, outlook, task = read(
            "\n".join(
                (
                    vevent("DTSTART;VALUE=DATE:20261203", "SUMMARY:Rappeler Kerisac\\, vite", uid="1"),
                    vevent(
                        "DTSTART:20261203T133000Z",
                        "DTEND:20261203T143000Z",
                        "SUMMARY:RDV Durand",
                        "DESCRIPTION:Ligne 1\\nLigne 2\\; fin",
                        "LOCATION:3 rue du Port\\, Brest",
                        "ATTENDEE;CN=Anne;ROLE=REQ-PARTICIPANT:mailto:Anne@Exemple.fr",
                        "LAST-MODIFIED:20261101T080000Z",
                        "BEGIN:VALARM\nDESCRIPTION:other\nTRIGGER:-PT10M\nEND:VALARM",
                        uid="2",
                    ),
                    vevent(
                        'DTSTART;TZID="Romance Standard Time":20260701T090000', "RRULE:FREQ=WEEKLY", uid="3"
                    ),
                    "BEGIN:VTODO\nUID:4\nDUE:20261205T170000\nDTSTART:20261201\nSUMMARY:Envoyer le mail\nEND:VTODO",
                )
            )
        )
        assert (day.due_on, day.due_time, day.title, day.kind) == (
            date(2026, 12, 3), "", "Rappeler Kerisac, vite", "call"
        )  # fmt: skip
        assert (google.due_time, google.time_zone, google.kind) == ("14:30", "", "meeting")
        assert google.notes == "Ligne 1\nLigne 2; fin"
        assert (google.location, google.emails) == ("3 rue du Port, Brest", ("anne@exemple.fr",))
        assert google.changed_at == datetime(2026, 11, 1, 8, tzinfo=UTC)
        assert (outlook.time_zone, outlook.repeat_unit, outlook.hints) == (PARIS, "week", ())
        assert (task.due_on, task.due_time, task.kind) == (date(2026, 12, 5), "17:00", "email")

    @pytest.mark.parametrize(
        ("lines", "problem", "hints"),
        [
            (["SUMMARY:x"], "no_date", ()),
            (["DTSTART:tomorrow"], "bad_date", ()),
            (["DTSTART:20260231"], "bad_date", ()),
            (["DTSTART:20261203T253000"], "bad_date", ()),
            (["DTSTART:00010101"], "bad_date", ()),
            (["DTSTART:99991231"], "bad_date", ()),
            (["DTSTART:20261203", "STATUS:CANCELLED"], "cancelled", ()),
            (["DTSTART;TZID=Mars:20261203T090000"], "", ("time_zone",)),
            (["DTSTART:20261203", "RRULE:FREQ=MONTHLY;BYDAY=2TH"], "", ("rule",)),
            (["DTSTART:20261203", "RRULE:FREQ=DAILY", "EXDATE:20261204"], "", ("exceptions",)),
            (["DTSTART:20260131", "RRULE:FREQ=MONTHLY"], "", ("month_end",)),
            (["DTSTART:20260131", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"], "", ()),
        ],
    )
    def test_what_cannot_be_taken_over_is_said(
        self, read: Any, lines: list[str], problem: str, hints: tuple[str, ...]
    ) -> None:
        (entry,) = read(vevent(*lines))
        assert (entry.problem, entry.hints) == (problem, hints)

    def test_a_rule_in_utc_keeps_its_moments(self, read: Any) -> None:
        (entry,) = read(vevent("DTSTART:20261203T080000Z", "RRULE:FREQ=WEEKLY"))
        assert (entry.due_time, entry.time_zone) == ("08:00", "UTC")

    def test_one_uid_is_one_entry_the_newest_of_it(self, read: Any) -> None:
        (entry,) = read(
            vevent("DTSTART:20261203", "SEQUENCE:2", "SUMMARY:new")
            + "\n"
            + vevent("DTSTART:20261201", "SEQUENCE:1", "SUMMARY:old")
        )
        assert entry.title == "new"
        first, second = read(
            "BEGIN:VEVENT\nDTSTART:20261203\nSUMMARY:a\nEND:VEVENT\n"
            "BEGIN:VEVENT\nDTSTART:20261203\nSUMMARY:b\nEND:VEVENT"
        )
        assert first.uid != second.uid
        assert first.uid.startswith("sha256-")

    def test_long_texts_are_cut_and_kept(self, read: Any) -> None:
        (entry,) = read(vevent("DTSTART:20261203", "SUMMARY:" + "é" * 900, uid="u" * 900))
        assert len(entry.title) <= 500
        assert entry.notes == "é" * 900
        assert len(entry.uid) <= 500

    def test_odd_encodings(self, read: Any) -> None:
        text = calendar(vevent("DTSTART:20261203", "SUMMARY:Élan\\, été"))
        halves = text.encode().replace(b"\xc3\x89lan", b"\xc3\r\n \x89l\r\n\tan")
        for content in (text.encode("cp1252"), text.encode("utf-8-sig"), text.encode("utf-16"), halves):
            assert read(content)[0].title == "Élan, été"

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"Client;Ville\nKerisac;Brest\n", "not_a_calendar"),
            (b"", "empty_file"),
            (b"\x89PNG\r\n\x1a\n" + bytes(50), "not_a_calendar"),
            (b"BEGIN:VCALENDAR\r\n" + b"x" * 5_000_001, "too_large"),
            (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 5_001, "too_many_entries"),
        ],
    )
    def test_files_that_are_refused(self, tmp_path: Path, content: bytes, code: str) -> None:
        path = tmp_path / "in.ics"
        path.write_bytes(content)
        with pytest.raises(SourceError) as caught:
            read_calendar(path, "")
        assert caught.value.code == code

    def test_what_is_no_file(self, tmp_path: Path) -> None:
        for path, code in ((tmp_path, "not_a_calendar"), (tmp_path / "none.ics", "missing")):
            with pytest.raises(SourceError) as caught:
                read_calendar(path, "")
            assert caught.value.code == code

    PIECES = st.sampled_from(
        "BEGIN:VEVENT|END:VEVENT|BEGIN:VTODO|END:VTODO|BEGIN:VALARM|END:VALARM|BEGIN:VTIMEZONE|END:VTIMEZONE|"
        'UID:a|DTSTART:20261203|DTSTART;TZID=Europe/Paris:20260329T023000|DTSTART;TZID="x:20261203|DUE:|'
        "RRULE:FREQ=DAILY;COUNT=9999999|RRULE:FREQ=SECONDLY|RRULE:FREQ=YEARLY;INTERVAL=999;COUNT=10000|"
        'RECURRENCE-ID:20261203|EXDATE:x|SUMMARY:=cmd|SUMMARY;A=B;C="d:":\\\\n\\|ATTENDEE:mailto:@|SEQUENCE:²|'
        "LAST-MODIFIED:99999999T999999Z|STATUS:|: |;| folded|BEGIN:|END:|TZID:../..|X-LIC-LOCATION:Europe".split(
            "|"
        )
    )

    @settings(max_examples=250, deadline=1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(PIECES | st.text(max_size=30) | st.binary(max_size=20), max_size=25))
    def test_hostile_files_never_surprise(self, tmp_path: Path, pieces: list[str | bytes]) -> None:
        lines = [piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace") for piece in pieces]
        path = tmp_path / "in.ics"
        path.write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + b"\r\n".join(lines) + b"\r\nEND:VCALENDAR")
        for entry in read_calendar(path, PARIS):
            assert entry.uid
            assert entry.due_on is not None or entry.problem
            assert len(entry.title) <= 500
            assert "\n" not in entry.title
            assert entry.time_zone == "" or known_zone(entry.time_zone) is not None
            if entry.series is not None:
                assert entry.repeat_unit in ("day", "week", "month", "year")
                entry.series.next_after(date(2030, 1, 1))
