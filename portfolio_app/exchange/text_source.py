"""Opening a text file: is it text, in which encoding, line by line without surprises."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from portfolio_app import files
from portfolio_app.errors import SourceError
from portfolio_app.exchange.far_encodings import far_encoding

_CHUNK = 1 << 20
_HEAD = 1 << 16
MAX_LINE = 4_000_000
"""Longest line read, in characters: more is not a table."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BESIDE_LETTER = re.compile(rb"[A-Za-z][\x80-\xff](?=[A-Za-z\s,;\"'-])")
_ACCENTED = frozenset("éèêëàâäçùûüîïôöœæñáíóúÉÈÊÀÂÇÔÎßåø")
_APOSTROPHES = frozenset("’´")
"""Stand between letters as well (“L’Atelier”): signs in cp1252, accented letters elsewhere."""
_FAR_LINES = 200_000
"""Most bytes of lines with accents looked at for other alphabets."""
_CP1252_HOLES = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")
_BINARY_STARTS = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"SQLite format 3\x00",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"{\\rtf",
    b"\x7fELF",
    b"MZ\x90",
)
NO_FILES = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""Encodings of Python that no table is written in, some of which take for ever on a hostile text."""
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1a\x1b\x1c\x1d\x1e\x1f")


def check_readable(path: Path) -> int:
    """Size of the file in bytes; raises `SourceError` (missing, is_a_folder, no_permission, empty_file)."""
    try:
        if path.is_dir():
            raise SourceError("is_a_folder", path=str(path))
        if files.is_held(path):
            raise SourceError("open_book", path=str(path))  # Opening it would drop the book's lock.
        if path.exists() and not path.is_file():
            raise SourceError("not_text", path=str(path))
        with path.open("rb") as stream:
            size = path.stat().st_size
            if not stream.read(1):
                raise SourceError("empty_file", path=str(path))
    except FileNotFoundError:
        raise SourceError("missing", path=str(path)) from None
    except PermissionError:
        raise SourceError("no_permission", path=str(path)) from None
    except (OSError, ValueError):
        raise SourceError("missing", path=str(path)) from None
    return size


def head_of(path: Path, size: int = _HEAD) -> bytes:
    """The first bytes of a file."""
    with path.open("rb") as stream:
        return stream.read(size)


def detect_encoding(path: Path) -> str:
    """Encoding of a text file: its mark, else UTF-16/32 by their zero bytes, strict UTF-8, cp1252, Latin-1.

    Accents of DOS (cp850) and of old Macintoshes (Mac Roman) are told from cp1252 by what stands beside letters,
    Japanese, Korean, Chinese and Cyrillic by their runs of letters (see `far_encodings`).

    Raises `SourceError` `not_text` for pictures, PDF, databases and anything with zero bytes.
    """
    head = head_of(path)
    for mark, name in _BOMS:
        if head.startswith(mark):
            return check_encoding(path, name)
    if head.startswith(_BINARY_STARTS):
        raise SourceError("not_text", path=str(path))
    if b"\x00" in head:
        return check_encoding(path, _wide_encoding(path, head))
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    if controls > len(head) // 50:
        raise SourceError("not_text", path=str(path))
    return narrow_encoding(path)


def _wide_encoding(path: Path, head: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: the zero bytes stand in the same places."""
    usable = head[: len(head) // 4 * 4]
    zeros = [usable[place::4].count(0) * 4 / max(1, len(usable)) for place in range(4)]
    if min(zeros[1:]) > 0.7 and zeros[0] < 0.1:
        return "utf-32-le"
    if min(zeros[:3]) > 0.7 and zeros[3] < 0.1:
        return "utf-32-be"
    if min(zeros[1], zeros[3]) > 0.5 and max(zeros[0], zeros[2]) < 0.1:
        return "utf-16-le"
    if min(zeros[0], zeros[2]) > 0.5 and max(zeros[1], zeros[3]) < 0.1:
        return "utf-16-be"
    raise SourceError("not_text", path=str(path))


def narrow_encoding(path: Path) -> str:
    """Encoding of a text whose ASCII letters are single bytes; raises `SourceError` `not_text` at a zero byte."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    utf8, holes = True, False
    beside: Counter[int] = Counter()
    far = b""
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            if b"\x00" in chunk:
                raise SourceError("not_text", path=str(path))
            if utf8:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    utf8 = False
            holes = holes or any(hole in chunk for hole in _CP1252_HOLES)
            if not utf8:
                beside.update(match[-1] for match in _BESIDE_LETTER.findall(chunk))
                if len(far) < _FAR_LINES:
                    whole = chunk if len(chunk) < _CHUNK else chunk[: chunk.rfind(b"\n") + 1]
                    far += b"".join(line for line in whole.splitlines(keepends=True) if not line.isascii())
        if utf8:
            try:
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                utf8 = False
    if utf8:
        return "utf-8"
    return far_encoding(far) or _old_encoding(beside) or ("latin-1" if holes else "cp1252")


def _old_encoding(beside: Counter[int]) -> str:
    """“cp850” or “mac_roman” when the bytes after a letter are accented letters there and mere signs in cp1252."""
    total = beside.total()
    shares = {
        name: sum(count for byte, count in beside.items() if bytes([byte]).decode(name, "replace") in known)
        for name, known in (
            ("cp1252", _ACCENTED | _APOSTROPHES), ("cp850", _ACCENTED), ("mac_roman", _ACCENTED),
        )
    }  # fmt: skip
    best = max(shares, key=lambda name: shares[name])
    few = 0.3 * total if total >= 3 else 1
    sure = total >= 2 and shares["cp1252"] < few and shares[best] > 0.8 * total
    return best if sure and best != "cp1252" else ""


def check_encoding(path: Path, encoding: str) -> str:
    """The user's choice of encoding, its mark skipped; raises `wrong_encoding` with the line."""
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(encoding, "ignore")  # refuses what is no encoding of texts, such as “zlib”
        if name.replace("_", "-") in NO_FILES:
            raise LookupError(encoding)
        decoder = codecs.getincrementaldecoder(encoding)("strict")
    except (LookupError, ValueError):
        raise SourceError("wrong_encoding", path=str(path), encoding=encoding, line=1) from None
    line = 1
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                try:
                    text = decoder.decode(chunk)
                except UnicodeDecodeError as error:
                    line += error.object[: error.start].count(b"\n")
                    raise
                if not isinstance(text, str):
                    raise UnicodeDecodeError(name, b"", 0, 1, "not a text encoding")
                line += text.count("\n")
            decoder.decode(b"", final=True)
    except (UnicodeError, AssertionError):
        raise SourceError("wrong_encoding", path=str(path), encoding=encoding, line=line) from None
    if name == "utf-8" and head_of(path, 3) == codecs.BOM_UTF8:
        return "utf-8-sig"
    return encoding


def open_text(path: Path, encoding: str) -> IO[str]:
    """The file as text, line ends untouched, positioned after a byte order mark."""
    stream = path.open("r", encoding=encoding, newline="")
    if encoding.endswith(("-le", "-be")) and stream.read(1) != "\ufeff":
        stream.seek(0)
    return stream


def lines_of(stream: IO[str], path: Path, first: int = 1) -> Iterator[str]:
    """Physical lines with their ends; raises `SourceError` `bad_line` on one that is no line of a table."""
    number = first
    read = stream.readline
    while line := read(MAX_LINE):
        if len(line) >= MAX_LINE:
            raise SourceError(
                "bad_line", path=str(path), line=number, detail="this line is far too long for a table"
            )
        if "\x00" in line:
            raise SourceError("not_text", path=str(path))
        yield line
        number += 1


def text_head(path: Path, encoding: str, size: int = 200_000) -> str:
    """The first characters, cut after the last whole line when the file goes on."""
    with open_text(path, encoding) as stream:
        text = stream.read(size)
        if "\x00" in text:
            raise SourceError("not_text", path=str(path))
        if len(text) == size:
            cut = max(text.rfind("\n"), text.rfind("\r"))
            text = text[: cut + 1] if cut > 0 else text
    return text
