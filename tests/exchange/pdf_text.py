"""The text of a PDF as this program writes them, read back without a PDF library: streams and their font tables."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

_STREAM = re.compile(rb"<<(.*?)>>\s*stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def pdf_text(path: Path) -> str:
    """What the pages say, a line for each piece of text, in the order it was written."""
    streams = [_plain(head, body) for head, body in _STREAM.findall(path.read_bytes())]
    tables = [
        _table(stream.decode("latin-1"))
        for stream in streams
        if b"beginbfchar" in stream or b"beginbfrange" in stream
    ]
    pages = [stream for stream in streams if b" Tj" in stream and b"BT" in stream]
    return "\n".join(_page(page, tables) for page in pages)


def _plain(head: bytes, body: bytes) -> bytes:
    if b"FlateDecode" in head:
        try:
            return zlib.decompress(body)
        except zlib.error:
            return b""
    return body


def _table(text: str) -> dict[int, str]:
    """Code of a glyph → character, from a font's ToUnicode map."""
    table = {}
    for code, char in re.findall(r"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>\n", text):
        table[int(code, 16)] = bytes.fromhex(char).decode("utf-16-be")
    for first, last, char in re.findall(r"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>", text):
        start = int.from_bytes(bytes.fromhex(char), "big")
        for code in range(int(first, 16), int(last, 16) + 1):
            table[code] = chr(start + code - int(first, 16))
    return table


def _page(page: bytes, tables: list[dict[int, str]]) -> str:
    lines = []
    font = 0
    for name, text in re.findall(rb"/F(\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj", page, re.DOTALL):
        if name:
            font = int(name) - 1
            continue
        codes = re.sub(
            rb"\\(.)", lambda hit: {b"r": b"\r", b"n": b"\n"}.get(hit[1], hit[1]), text, flags=re.DOTALL
        )
        table = tables[font]
        lines.append(
            "".join(table.get(int.from_bytes(codes[i : i + 2], "big"), "?") for i in range(0, len(codes), 2))
        )
    return "\n".join(lines)
