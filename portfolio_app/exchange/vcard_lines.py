"""Cutting a file of address cards into cards and their properties, however its program wrote them.

Versions 2.1, 3.0 and 4.0; lines folded, broken by quoted-printable or simply broken; charsets declared, wrong
or missing. Bytes are put together before they are decoded: a fold may stand in the middle of a letter.
"""

from __future__ import annotations

import binascii
import codecs
import quopri
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from portfolio_app.errors import SourceError
from portfolio_app.exchange import text_source

MAX_LINE = 32_000_000
"""Longest line read, in bytes: a photograph may stand on a single one."""
MAX_VALUE = 200_000
"""Most bytes kept of one property: more than any field may hold, so that what is too long is told."""
MAX_PROPERTIES = 5_000
"""Most properties of one card."""
PICTURES = frozenset({"PHOTO", "LOGO", "X-MS-CARDPICTURE"})
_BULKY = PICTURES | {"SOUND", "KEY", "AGENT", "X-MS-CERT"}
"""Properties whose values are not kept: pictures, sounds, keys and cards within cards."""
_PROPERTY = re.compile(
    rb"\s*(?:([A-Za-z0-9_-]+)\.)?([Xx]-[A-Za-z0-9_ /-]*[A-Za-z0-9_]|[A-Za-z][A-Za-z0-9_-]*(?:/[A-Za-z0-9_-]+)?)"
    rb"\s*(?=:|;[^:]*:|;[A-Za-z-]+=|,TYPE=)"
)
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "Q", "8BIT", "7BIT"})
_CHARSET = re.compile(rb"CHARSET=\"?([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_UNDECLARED = re.compile(r"=[89A-Fa-f][0-9A-Fa-f]")
_NAMES = frozenset({"N", "FN", "ORG", "ADR", "TITLE", "NICKNAME"})


@dataclass(slots=True)
class Property:
    """One property of a card: `value` is decoded, its backslashes still in place; `types` are upper case."""

    name: str
    group: str
    types: frozenset[str]
    params: dict[str, str]
    value: str


@dataclass(slots=True)
class Card:
    """One card: the line of its BEGIN, its version (“” when it names none) and its properties in order."""

    line: int
    version: str = ""
    properties: list[Property] = field(default_factory=list)


def read_cards(path: Path, encoding: str = "") -> Iterator[Card]:
    """Every card of a file, in order; a card that is never closed ends where the next begins, or the file.

    `encoding` overrules what the file says. Raises `SourceError` `too_large` or `wrong_encoding`.
    """
    fallback = encoding or _declared_charset(path)
    card: Card | None = None
    nested = 0
    for start, raw in _logical_lines(path, encoding):
        word = raw.strip(b" \t\r\n.").upper().replace(b" ", b"")
        if word == b"BEGIN:VCARD":
            if card is not None and (nested or _awaits_agent(card)):
                nested += 1
                continue
            if card is not None:
                yield card
            card, nested = Card(start), 0
        elif word == b"END:VCARD":
            if nested:
                nested -= 1
            elif card is not None:
                yield card
                card = None
        elif card is not None and not nested:
            _add(card, raw, fallback, forced=bool(encoding))
            if len(card.properties) > MAX_PROPERTIES:
                raise SourceError(
                    "too_large", path=str(path), detail=f"the card of line {card.line} has too many lines"
                )
    if card is not None:
        yield card


def _awaits_agent(card: Card) -> bool:
    last = card.properties[-1] if card.properties else None
    return last is not None and last.name == "AGENT" and not last.value.strip()


def _add(card: Card, raw: bytes, fallback: str, forced: bool) -> None:
    found = _PROPERTY.match(raw)
    if not found:
        return
    name = found[2].decode("ascii").upper()
    params, value = _params(raw[found.end() :])
    options = _options(params)
    kind = options.pop("ENCODING", "").upper()
    types = frozenset(
        part.strip(' "').upper()
        for part in options.pop("TYPE", "").replace(";", ",").split(",")
        if part.strip(' "')
    )
    text = "" if name in _BULKY - {"AGENT"} else _decoded(name, value, kind, options, fallback, forced)
    group = found[1].decode("ascii").upper() if found[1] else ""
    if name == "VERSION":
        card.version = text.strip()
        return
    card.properties.append(Property(name, group, types, options, text))


def _params(rest: bytes) -> tuple[list[bytes], bytes]:
    """The parameters and the value of what follows a name: cut at the first colon outside quotation marks."""
    quoted = False
    parts: list[bytes] = []
    start = 1
    if rest[:1] == b":":
        return [], rest[1:]
    for place in range(1, len(rest)):
        mark = rest[place : place + 1]
        if mark == b'"':
            quoted = not quoted
        elif quoted:
            continue
        elif mark == b";":
            parts.append(rest[start:place])
            start = place + 1
        elif mark == b":":
            parts.append(rest[start:place])
            return parts, rest[place + 1 :]
    head, _, value = rest[1:].partition(b":")
    return head.split(b";"), value


def _options(params: list[bytes]) -> dict[str, str]:
    """Parameters by name; those without a name, as version 2.1 writes them, are types or an encoding."""
    found: dict[str, str] = {}
    for part in params:
        key, equals, value = part.decode("utf-8", "replace").strip().partition("=")
        key = key.strip().upper()
        if not equals:
            key, value = ("ENCODING", key) if key in _ENCODINGS else ("TYPE", key)
        text = value.strip()
        if key == "TYPE" and "TYPE" in found:
            found[key] += "," + text
        elif text:
            found.setdefault(key, text if key == "TYPE" else text.strip('"'))
    return found


def _decoded(name: str, value: bytes, kind: str, options: dict[str, str], fallback: str, forced: bool) -> str:
    charset = fallback if forced else options.get("CHARSET", "")
    if kind in ("QUOTED-PRINTABLE", "Q"):
        value = quopri.decodestring(value)
    elif kind in ("B", "BASE64"):
        try:
            value = binascii.a2b_base64(value)
        except (binascii.Error, ValueError):
            value = b""
    text = decode(value, charset, fallback)
    if not kind and name in _NAMES and _UNDECLARED.search(text):
        text = decode(quopri.decodestring(value), charset, fallback)
    return text


def decode(value: bytes, charset: str, fallback: str) -> str:
    """Text of a value: as declared, else strict UTF-8, else the charset of the rest of the file, else cp1252."""
    if value.isascii() and not charset.upper().startswith(("UTF-7", "UTF7", "ISO-2022")):
        return value.decode("ascii")
    if (_known(charset) or "").startswith("utf") and (whole := _without_half(value)):
        return whole
    for name in (charset, "utf-8", fallback, "cp1252"):
        if known := _known(name):
            try:
                return value.decode(known)
            except (UnicodeError, ValueError):
                continue
    return value.decode("latin-1")


def _without_half(value: bytes) -> str:
    """UTF-8 that was cut within its last letter, without that half; “” for anything else."""
    try:
        text = codecs.getincrementaldecoder("utf-8")("strict").decode(value, final=False)
    except UnicodeDecodeError:
        return ""
    return "" if text.isascii() else text


def _known(charset: str) -> str:
    """The name of a charset that Python knows and that texts are written in, else “”."""
    try:
        name = codecs.lookup(charset.strip("\"' ")).name if charset else ""
        b"a".decode(name, "ignore")
    except (LookupError, ValueError, UnicodeError):
        return ""
    return "" if name.replace("_", "-") in text_source.NO_FILES else name


def _declared_charset(path: Path) -> str:
    """The charset for values without one: the one declared most often elsewhere in the file that is not UTF-8.

    In a file that declares none, what its bytes look like.
    """
    counts: Counter[str] = Counter()
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            counts.update(found.decode("ascii").lower() for found in _CHARSET.findall(chunk))
    for name, _count in counts.most_common():
        known = _known(name)
        if known and not known.startswith("utf") and known not in ("ascii", "iso8859-1"):
            return known
    with suppress(SourceError):
        return text_source.narrow_encoding(path)
    return "cp1252"  # UTF-16 tells its encoding itself.


def _logical_lines(path: Path, encoding: str) -> Iterator[tuple[int, bytes]]:
    """(line number, bytes) of every property, folded and broken lines put together again.

    Blank lines between the lines of quoted-printable are left out, and comments (“# …”) outside notes.
    """
    pieces: list[bytes] = []
    begin, size, is_quoted, is_bulky, is_old, is_note, is_apart = 1, 0, False, False, False, False, False
    for number, line in _lines(path, encoding):
        folded = line[:1] in (b" ", b"\t") and bool(pieces)
        upper = line.strip(b" \t\r\n.").upper()
        if upper in (b"END:VCARD", b"BEGIN:VCARD") and not (folded and is_bulky):
            soft = folded = False
        else:
            soft = is_quoted and bool(pieces) and pieces[-1].endswith(b"=")
        if soft and not line.strip():
            is_apart = True
            continue
        found = None if (soft and not is_apart) or folded else _PROPERTY.match(line)
        is_apart = False
        if pieces and not found and line.startswith(b"#") and not (soft or folded or is_note):
            continue
        if pieces and not found:
            if not is_bulky and size < MAX_VALUE:
                pieces.append(_continued(line, pieces, soft, folded, is_old))
                size += len(pieces[-1])
            continue
        if pieces:
            yield begin, b"".join(pieces)
        if upper.startswith((b"VERSION:", b"BEGIN:")):
            is_old = upper.endswith(b":2.1")
        is_bulky = found is not None and found[2].upper().decode("ascii") in _BULKY
        is_note = found is not None and found[2].upper() == b"NOTE"
        is_quoted = b"QUOTED-PRINTABLE" in line[:300].upper().partition(b":")[0]
        begin, pieces, size = number, [line[:MAX_VALUE]], len(line)
    if pieces:
        yield begin, b"".join(pieces)


def _continued(line: bytes, pieces: list[bytes], soft: bool, folded: bool, is_old: bool) -> bytes:
    """What a further line adds: after “=” of quoted-printable, after a fold, or where a line was just broken."""
    if soft:
        pieces[-1] = pieces[-1][:-1]
        return line.lstrip(b" \t") if folded and not is_old else line
    if folded:
        return b" " + line.lstrip(b" \t") if is_old and not pieces[-1].endswith(b" ") else line[1:]
    return b"\n" + line if line.strip() else b""


def _lines(path: Path, encoding: str) -> Iterator[tuple[int, bytes]]:
    """(number, bytes without the line end) of every line; UTF-16 and UTF-32 as UTF-8."""
    number = 0
    for raw in _raw_lines(path, encoding):
        line = raw.rstrip(b"\r\n")
        for part in line.split(b"\r") if b"\r" in line else (line,):
            number += 1
            yield number, part


def _raw_lines(path: Path, encoding: str) -> Iterator[bytes]:
    head = text_source.head_of(path, 4096)
    if b"\x00" in head or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        wide = text_source.detect_encoding(path)
        with text_source.open_text(path, wide) as stream:
            for text in text_source.lines_of(stream, path):
                yield text.encode("utf-8", "surrogatepass")
        return
    with path.open("rb") as source:
        if source.read(3) != codecs.BOM_UTF8:
            source.seek(0)
        while line := source.readline(MAX_LINE):
            if len(line) >= MAX_LINE:
                raise SourceError("too_large", path=str(path), detail="a line is far too long for a card")
            yield line
