"""Old encodings of other alphabets, told from the bytes of a text that is neither UTF-8 nor Western."""

from __future__ import annotations

import re
from collections.abc import Callable

_HIGH = re.compile(rb"[\x80-\xff]")
_RUN = re.compile(rb"[\x80-\xff]{2,}")
_CAPITAL_INSIDE = re.compile("[\u0430-\u044f][\u0410-\u042f]")
_FEWEST = 8
"""Fewer bytes than this tell nothing."""


def far_encoding(lines: bytes) -> str:
    """The encoding of whole lines of Japanese, Korean, Chinese, Cyrillic or Greek, else “”.

    Western accents stand alone between letters; these alphabets come in runs.
    """
    high = len(_HIGH.findall(lines))
    runs = sum(map(len, _RUN.findall(lines)))
    if high < _FEWEST or runs < 0.5 * high:
        return ""
    tests = _TESTS if runs >= 0.85 * high else {"cp932": _is_japanese}
    return next((name for name, test in tests.items() if _is_told(lines, name, test)), "")


def _is_told(lines: bytes, name: str, test: Callable[[str], bool]) -> bool:
    try:
        text = lines.decode(name)
    except UnicodeDecodeError:
        return False
    return test(text)


def _share(text: str, first: str, last: str) -> float:
    """Of the letters that are not ASCII, how many stand between these two."""
    letters = [char for char in text if char > "\x7f"]
    return sum(first <= char <= last for char in letters) / max(1, len(letters))


def _is_japanese(text: str) -> bool:
    kana = _share(text, "\u3040", "\u30ff")
    return kana >= 0.1 and kana + _share(text, "\u4e00", "\u9fff") + _share(text, "\uff01", "\uff5e") >= 0.85


def _is_cyrillic(text: str) -> bool:
    """Words of small letters: in the wrong encoding Russian is mostly capitals, and Greek has them inside words."""
    small = _share(text, "\u0430", "\u044f")
    inside = len(_CAPITAL_INSIDE.findall(text))
    return _share(text, "\u0400", "\u045f") >= 0.9 and small >= 0.6 and inside < 0.05 * len(text.split())


_TESTS: dict[str, Callable[[str], bool]] = {
    "cp932": _is_japanese,
    "cp1251": _is_cyrillic,
    "koi8_r": _is_cyrillic,
    "cp1253": lambda text: _share(text, "\u0386", "\u03ce") >= 0.95,
    "euc_kr": lambda text: _share(text, "\uac00", "\ud7a3") >= 0.95,
    "gbk": lambda text: _share(text, "\u4e00", "\u9fff") >= 0.9,
}
