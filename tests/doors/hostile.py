"""Texts that mean something to somebody: to SQL, to a spreadsheet, to HTML, to a shell, to a template, to a disk."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

from hypothesis import HealthCheck, settings

QUICK = settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
"""The same examples every time, however busy the machine."""

SQL = (
    "'; DROP TABLE client; --",
    "' OR '1'='1",
    '" OR ""="',
    "%",
    "_",
    "%%__",
    "\\",
    "a\x00b",
    "`x`",
    "[x]",
    "1; SELECT load_extension('x')",
    "name DESC; --",
    "(SELECT max(id) FROM client)",
    ":name",
    "?1",
    "$name",
    "@name",
    "NULL",
    "-1",
    "9" * 40,
)
FULL_TEXT = (
    "NEAR",
    "NEAR(a b, 2)",
    "AND",
    "OR OR OR",
    "NOT",
    "a NOT",
    "*",
    "a*b*",
    "^",
    "^a",
    ":",
    "text:",
    "text : a",
    "{text}: a",
    "- a",
    "+",
    "a + b",
    '"',
    '""',
    '"a',
    'a"b"c',
    "(",
    ")",
    "((a)",
    "rank",
    "rowid",
    "search_name_word",
)
FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://x","click")',
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "'=1+1",
    "''=1+1",
    "＝1+1",
    "＠x",
    "=",
    "-",
    "+",
    "@",
    "http://example.com/?a=1",
    "mailto:x@example.com",
    "internal:'Sheet'!A1",
    "external:c:\\x.xlsx",
    "file:///etc/passwd",
    "ftp://x",
    "{=1+1}",
    "<r>=1</r>",
    "]]>",
    "_x003D_1",
    "a;=1+1;b",
)
HTML = "<b>x</b><img src=file:///etc/passwd>&amp;"
TEMPLATES = (
    "{0}",
    "{}",
    "{name}",
    "{path.__class__.__mro__}",
    "{0.__init__.__globals__}",
    "{value!r:>999999999}",
    "%s",
    "%n",
    "%1",
    "%L1",
    "%(name)s",
    "%999999999d",
    "$x",
    "${x}",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "\\N{BULLET}",
    "$\\frac{1}{2}$",
    "&amp;",
    "&File",
)
NAMES = (
    "../../escaped",
    "..",
    ".",
    "/absolute",
    "C:\\windows",
    "a/b",
    "a\\b",
    "CON",
    "nul.txt",
    "-rf",
    ".hidden",
    "a\x00b",
    "a\nb",
    "x" * 300,
    "é" * 200,
    "\u202egpj.exe",
    'a:b*c?d"e<f>g|h',
    " leading and trailing ",
    "trailing.",
    "~root",
    "$HOME",
    "%TEMP%",
)
EVERYTHING = (*SQL, *FULL_TEXT, *FORMULAS, HTML, *TEMPLATES, *NAMES)


def each(name: str, values: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """As `pytest.mark.parametrize`, in one test: a hundred short questions need no hundred fresh homes."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def run(*args: Any, **options: Any) -> None:
            for value in values:
                try:
                    function(*args, **options, **{name: value})
                except AssertionError as error:
                    raise AssertionError(f"{name} = {value!r}") from error

        signature = inspect.signature(function)
        rest = [each for other, each in signature.parameters.items() if other != name]
        run.__signature__ = signature.replace(parameters=rest)  # type: ignore[attr-defined]
        del run.__wrapped__  # type: ignore[attr-defined]
        return run

    return decorate
