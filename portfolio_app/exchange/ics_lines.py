"""The lines of a calendar file (RFC 5545, 3.1): unfolded, taken apart, gathered into events and tasks.

Its own reader, not a library's: a file may be hostile, and nothing in it is worked out here.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from portfolio_app.errors import SourceError
from portfolio_app.exchange import text_source

MAX_BYTES = 5_000_000
MAX_ENTRIES = 5_000
_FOLD = re.compile(rb"\r?\n[ \t]")
_WIDE_FOLD = re.compile(r"\r?\n[ \t]")
_ENDS = re.compile(r"\r\n|\n|\r")
_NAME = re.compile(r"(?:[A-Za-z0-9-]{1,60}\.)?([A-Za-z0-9-]{1,60})(?=[:;])")
_PARAMETER = re.compile(r';([A-Za-z0-9-]{1,60})=((?:"[^"]*+"|[^":;,]*+)(?:,(?:"[^"]*+"|[^":;,]*+))*+)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True)
class Line:
    """One property: its name and parameters in capitals, its value as written."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value of a property that is a text."""
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass
class Part:
    """An event ("VEVENT"), a task ("VTODO") or a time zone ("VTIMEZONE"), with its own properties."""

    kind: str
    lines: dict[str, list[Line]] = field(default_factory=dict)

    def first(self, name: str) -> Line | None:
        """The first property of that name."""
        return self.lines.get(name, [None])[0]

    def text(self, name: str) -> str:
        """The text of that property, "" without it."""
        line = self.first(name)
        return "" if line is None else line.text


def read_parts(path: Path) -> list[Part]:
    """The events, tasks and time zones of a file. What is not closed before the file ends is not taken.

    Raises `SourceError`: "not_a_calendar", "too_large", "too_many_entries", or as for any file to import.
    """
    parts: list[Part] = []
    entries = 0
    for part in _parts(_text_of(path)):
        entries += part.kind != "VTIMEZONE"
        if entries > MAX_ENTRIES:
            raise SourceError("too_many_entries", path=str(path), limit=MAX_ENTRIES)
        parts.append(part)
    return parts


def _text_of(path: Path) -> str:
    if path.is_dir():
        raise SourceError("not_a_calendar", path=str(path))
    size = text_source.check_readable(path)
    if size > MAX_BYTES:
        detail = f"{size // 1_000_000} MB, {MAX_BYTES // 1_000_000} MB at most"
        raise SourceError("too_large", path=str(path), detail=detail)
    content = text_source.head_of(path, MAX_BYTES)
    text = _decoded(content)
    if not re.match(r"\s*BEGIN:VCALENDAR\s", text[:1_000], re.IGNORECASE):
        raise SourceError("not_a_calendar", path=str(path))
    return text


def _decoded(content: bytes) -> str:
    """The text with long lines whole again. Some programs fold in the middle of a character."""
    for mark, name in _WIDE:
        if content.startswith(mark):
            return _WIDE_FOLD.sub("", content.decode(name, "replace"))
    plain = _FOLD.sub(b"", content.removeprefix(codecs.BOM_UTF8))
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError:
        return plain.decode("cp1252", "replace")


def _parts(text: str) -> Iterator[Part]:
    """The parts in the order of the file; what is inside a part (an alarm) is passed over."""
    current: Part | None = None
    depth = 0
    for raw in _ENDS.split(text):
        line = _line(raw)
        if line is None:
            continue
        inner = line.value.strip().upper()
        if line.name == "BEGIN":
            if current is not None:
                depth += 1
            elif inner in ("VEVENT", "VTODO", "VTIMEZONE"):
                current, depth = Part(inner), 0
        elif line.name == "END":
            if current is not None and depth == 0:
                yield current
                current = None
            depth = max(depth - 1, 0)
        elif current is not None and depth == 0:
            current.lines.setdefault(line.name, []).append(line)


def _line(raw: str) -> Line | None:
    """A property; None for what is none."""
    found = _NAME.match(raw)
    if found is None:
        return None
    place = found.end()
    parameters: dict[str, str] = {}
    while (parameter := _PARAMETER.match(raw, place)) is not None:
        parameters.setdefault(parameter[1].upper(), parameter[2].strip('"'))
        place = parameter.end()
    if raw[place : place + 1] != ":":
        return None
    return Line(found[1].upper(), parameters, raw[place + 1 :])
