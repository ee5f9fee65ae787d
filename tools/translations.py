"""Keeps the translations of the window: collects its texts, says what is missing, builds what Qt loads.

    python tools/translations.py update            sources -> resources/translations/portfolio_*.ts
    python tools/translations.py compile           .ts -> .qm
    python tools/translations.py check             exit 1, with a list, when anything is missing or stale
    python tools/translations.py missing [LANG]    the texts to translate, as JSON
    python tools/translations.py fill FILE [LANG]  writes translations given in that JSON form

The texts of the program are English, so `portfolio_en.ts` holds only the texts with a count, which need
their singular and plural. JSON: a list of {"context", "source", "numerus"}, with "comment" when the program
gives one and "elsewhere" when another context has the same text translated; `fill` reads the same objects
with "translation" added: a text, or [singular, plural].

Qt's lupdate finds the texts. Merging is done here, by exact text: lupdate does not see that
`QCoreApplication.translate(context, "%n client(s)", None, n)` has a count, and would drop its plural.

The sentences of `portfolio_app.errors` know nothing of Qt; they are collected from its `sentences` tables
in the context "errors": the window says `QCoreApplication.translate("errors", error.sentences[error.code])`
and fills in the parameters.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "portfolio_app"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"fr": "fr_FR", "en": "en_US"}
# Texts with a count have a singular and a plural in both languages.
FORMS = 2
PLACEHOLDER = re.compile(r"%L?(?:n|\d+)|\{[^{}\s]*\}")


class TranslationError(Exception):
    """Something the translator must mend; the text says what and where."""


@dataclass(frozen=True)
class Message:
    """One text of the program: where it is said, what it says, and its translation (forms) if any."""

    context: str
    source: str
    comment: str = ""
    numerus: bool = False
    forms: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What Qt looks a text up by."""
        return self.context, self.source, self.comment

    @property
    def complete(self) -> bool:
        """Whether every form it needs is there."""
        return len(self.forms) == (FORMS if self.numerus else 1) and all(self.forms)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("update", "compile", "check"):
        commands.add_parser(name)
    commands.add_parser("missing").add_argument("language", nargs="?", default="fr", choices=LANGUAGES)
    fill = commands.add_parser("fill")
    fill.add_argument("file", type=Path)
    fill.add_argument("language", nargs="?", default="fr", choices=LANGUAGES)
    options = parser.parse_args(arguments)
    try:
        return run(options)
    except TranslationError as error:
        print(error, file=sys.stderr)
        return 1


def run(options: argparse.Namespace) -> int:
    """Carries out one parsed command."""
    if options.command == "update":
        update(FOLDER, extract(SOURCES))
    elif options.command == "compile":
        for language in LANGUAGES:
            compile_file(ts_path(FOLDER, language), qm_path(FOLDER, language))
    elif options.command == "check":
        problems = check(FOLDER, extract(SOURCES))
        print("\n".join(problems) or "Every text is translated and built.")
        return 1 if problems else 0
    elif options.command == "missing":
        print(json.dumps(missing(read(ts_path(FOLDER, options.language))), ensure_ascii=False, indent=1))
    elif options.command == "fill":
        path = ts_path(FOLDER, options.language)
        try:
            given = json.loads(options.file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise TranslationError(f"“{options.file}” cannot be read as JSON: {error}.") from error
        messages, unknown = fill(read(path), given)
        write(path, messages, options.language)
        for text in unknown:
            print(f"not a text of the program: {text}", file=sys.stderr)
        return 1 if unknown else 0
    return 0


def ts_path(folder: Path, language: str) -> Path:
    """The source file of one language."""
    return folder / f"portfolio_{language}.ts"


def qm_path(folder: Path, language: str) -> Path:
    """The built file of one language."""
    return folder / f"portfolio_{language}.qm"


def extract(sources: Path) -> list[Message]:
    """All texts of the program, untranslated, as lupdate finds them; raises on texts Qt could not look up."""
    files = sorted(sources.rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder, "sources.txt")
        listing.write_text("\n".join(str(path) for path in files), encoding="utf-8")
        target = Path(folder, "found.ts")
        call_qt("lupdate", f"@{listing}", "-silent", "-locations", "none", "-no-obsolete", "-ts", str(target))
        found = [
            replace(message, numerus=message.numerus or "%n" in message.source, forms=())
            for message in read(target)
        ]
    lost = [m for m in found if not m.context or "." in m.context]
    if lost:
        raise TranslationError(
            "These texts have no class or context that Qt could look them up by; say them with self.tr() in "
            "a class, or with QCoreApplication.translate():\n"
            + "\n".join(f"  {m.context or '(none)'}: {m.source}" for m in lost)
        )
    sentences = error_sentences(sources / "errors.py")
    return sorted({m.key: m for m in [*found, *sentences]}.values(), key=lambda message: message.key)


def error_sentences(path: Path) -> list[Message]:
    """The sentences that the classes of the error module declare; none without that module."""
    if not path.is_file():
        return []
    tables = [
        ast.literal_eval(node.value)
        for kind in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(kind, ast.ClassDef)
        for node in kind.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and node.value is not None
        and ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target) == "sentences"
    ]
    return [Message("errors", sentence) for table in tables for sentence in table.values()]


def update(folder: Path, found: Sequence[Message]) -> None:
    """Writes the texts into the .ts of each language, keeping the translations of those still there."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        path = ts_path(folder, language)
        known = {m.key: m.forms for m in read(path)} if path.is_file() else {}
        write(path, merge(wanted(found, language), known), language)


def wanted(found: Iterable[Message], language: str) -> list[Message]:
    """The texts one language has to translate."""
    return [message for message in found if message.numerus or language != "en"]


def merge(messages: Iterable[Message], known: dict[tuple[str, str, str], tuple[str, ...]]) -> list[Message]:
    """The messages with the translations known for exactly the same text, when the forms still fit.

    A text that left its context for another (a method moved to another class) takes its translation along.
    """
    messages = list(messages)
    here = {message.key for message in messages}
    moved = {key[1:]: forms for key, forms in known.items() if key not in here}
    merged = []
    for message in messages:
        forms = known.get(message.key) or moved.get(message.key[1:], ())
        fits = len(forms) == (FORMS if message.numerus else 1)
        merged.append(replace(message, forms=forms if fits else ()))
    return merged


def check(folder: Path, found: Sequence[Message]) -> list[str]:
    """One line per thing to mend; empty when all is well."""
    problems: list[str] = []
    for language in LANGUAGES:
        path = ts_path(folder, language)
        if not path.is_file():
            problems.append(f"{path.name}: missing; run “update”")
            continue
        messages = read(path)
        have, want = (
            {(m.key, m.numerus) for m in messages},
            {(m.key, m.numerus) for m in wanted(found, language)},
        )
        problems += [f"{path.name}: not collected: {describe(key)}" for key, _ in sorted(want - have)]
        problems += [
            f"{path.name}: no longer in the program: {describe(key)}" for key, _ in sorted(have - want)
        ]
        problems += [f"{path.name}: not translated: {describe(m.key)}" for m in messages if not m.complete]
        problems += [line for m in messages if m.complete for line in placeholder_problems(path.name, m)]
        problems += built_problems(path, qm_path(folder, language))
    return problems


def placeholder_problems(name: str, message: Message) -> list[str]:
    """A translation that lost, or invented, something the program fills in."""
    needed = set(PLACEHOLDER.findall(message.source))
    for form in message.forms:
        given = set(PLACEHOLDER.findall(form))
        # A singular may say "un client" without the figure.
        optional = {"%n", "%Ln"} if message.numerus else set()
        if needed - given - optional or given - needed:
            return [f"{name}: placeholders differ: {describe(message.key)} -> {form}"]
    return []


def built_problems(source: Path, built: Path) -> list[str]:
    """Whether the built file is what the source would build today (by content: git keeps no dates)."""
    if not built.is_file():
        return [f"{built.name}: missing; run “compile”"]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, built.name)
        compile_file(source, fresh)
        if fresh.read_bytes() != built.read_bytes():
            return [f"{built.name}: not built from the present {source.name}; run “compile”"]
    return []


def describe(key: tuple[str, str, str]) -> str:
    """A text in one line."""
    context, source, comment = key
    return f"{context}: {source!r}" + (f" ({comment})" if comment else "")


def missing(messages: Sequence[Message]) -> list[dict[str, Any]]:
    """The untranslated texts, in the form that translators fill; "elsewhere": how another context says it."""
    elsewhere = {m.source: list(m.forms) for m in messages if m.complete}
    return [
        {"context": m.context, "source": m.source, "numerus": m.numerus}
        | ({"comment": m.comment} if m.comment else {})
        | ({"elsewhere": elsewhere[m.source]} if m.source in elsewhere else {})
        for m in messages
        if not m.complete
    ]


def fill(messages: Sequence[Message], given: Any) -> tuple[list[Message], list[str]]:
    """The messages with the given translations, and a line for each that belongs to no text.

    Raises TranslationError when a translation has the wrong shape for its text.
    """
    if not isinstance(given, list):
        raise TranslationError("The file must hold a list of objects with context, source, translation.")
    by_key = {message.key: message for message in messages}
    unknown = []
    for entry in given:
        if not isinstance(entry, dict) or not {"context", "source", "translation"} <= entry.keys():
            raise TranslationError(f"context, source or translation is missing in: {entry!r}")
        key = entry["context"], entry["source"], entry.get("comment", "")
        message = by_key.get(key)
        if message is None:
            unknown.append(describe(key))
            continue
        value = entry["translation"]
        forms = (value,) if isinstance(value, str) else tuple(value)
        if len(forms) != (FORMS if message.numerus else 1) or not all(isinstance(f, str) for f in forms):
            shape = "[singular, plural]" if message.numerus else "one text"
            raise TranslationError(f"The translation must be {shape}: {describe(key)}")
        by_key[key] = replace(message, forms=forms)
    return [by_key[message.key] for message in messages], unknown


def read(path: Path) -> list[Message]:
    """The messages of a .ts file; unfinished ones keep what text they have only if it is complete."""
    try:
        tree = ET.parse(path)
    except (OSError, ET.ParseError) as error:
        raise TranslationError(f"“{path}” cannot be read: {error}.") from error
    messages = []
    for context in tree.iter("context"):
        name = context.findtext("name") or ""
        for element in context.iter("message"):
            translation = element.find("translation")
            forms: tuple[str, ...] = ()
            if translation is not None and translation.get("type") is None:
                plural = translation.findall("numerusform")
                forms = tuple(f.text or "" for f in plural) if plural else (translation.text or "",)
            messages.append(
                Message(
                    context=name,
                    source=element.findtext("source") or "",
                    comment=element.findtext("comment") or "",
                    numerus=element.get("numerus") == "yes",
                    forms=forms if any(forms) else (),
                )
            )
    return messages


def write(path: Path, messages: Iterable[Message], language: str) -> None:
    """Writes a .ts file: same messages, same bytes."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{LANGUAGES[language]}" sourcelanguage="en_US">',
    ]
    current = None
    for message in sorted(messages, key=lambda m: m.key):
        if message.context != current:
            lines += ["</context>"] if current is not None else []
            lines += ["<context>", f"    <name>{escape(message.context)}</name>"]
            current = message.context
        lines += message_lines(message)
    lines += ["</context>"] if current is not None else []
    lines += ["</TS>", ""]
    path.write_bytes("\n".join(lines).encode("utf-8"))


def message_lines(message: Message) -> list[str]:
    """One message in the form of a .ts file."""
    lines = ['    <message numerus="yes">' if message.numerus else "    <message>"]
    lines.append(f"        <source>{escape(message.source)}</source>")
    if message.comment:
        lines.append(f"        <comment>{escape(message.comment)}</comment>")
    state = "" if message.complete else ' type="unfinished"'
    if message.numerus:
        forms = message.forms if message.complete else ("",) * FORMS
        lines.append(f"        <translation{state}>")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
        lines.append("        </translation>")
    else:
        text = escape(message.forms[0]) if message.complete else ""
        lines.append(f"        <translation{state}>{text}</translation>")
    return [*lines, "    </message>"]


def compile_file(source: Path, built: Path) -> None:
    """Builds what Qt loads from a .ts file."""
    if not source.is_file():
        raise TranslationError(f"{source.name} is missing; run “update” first.")
    call_qt("lrelease", "-silent", str(source), "-qm", str(built))


def call_qt(program: str, *arguments: str) -> None:
    """Runs one of the programs that come with PySide6; raises with what it printed when it fails."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise TranslationError("PySide6 is not installed for this Python; use python3 tools/dev.py.")
    binary = Path(spec.origin).with_name(program + (".exe" if sys.platform == "win32" else ""))
    answer = subprocess.run(
        [str(binary), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if answer.returncode != 0:
        raise TranslationError(f"{program} failed: {(answer.stderr or answer.stdout).strip()}")


if __name__ == "__main__":
    sys.exit(main())
