"""The translation tool, on an invented program; and that the program's own translations are complete."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from tools import translations
from tools.translations import Message, TranslationError

PROGRAM = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


class Panel(QWidget):
    def fill(self, n: int) -> None:
        self.tr("Name & town <all>")
        self.tr("Open", "a door")
        self.tr("%n client(s)", "", n)


def title(n: int) -> str:
    return QCoreApplication.translate("Shell", "%n client(s) shown", None, n)
"""
ERRORS = """
class Wrong(Exception):
    sentences: dict[str, str] = {"gone": "“{path}” is gone. " "Look elsewhere."}
"""
FRENCH = [
    {"context": "Panel", "source": "Name & town <all>", "translation": "Nom & ville <tout>"},
    {"context": "Panel", "source": "Open", "comment": "a door", "translation": "Ouvrir"},
    {"context": "Panel", "source": "%n client(s)", "translation": ["%n client", "%n clients"]},
    {"context": "Shell", "source": "%n client(s) shown", "translation": ["un client", "%n clients"]},
    {
        "context": "errors",
        "source": "“{path}” is gone. Look elsewhere.",
        "translation": "« {path} » a disparu.",
    },
]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    (folder / "ui").mkdir(parents=True)
    (folder / "ui" / "panel.py").write_text(PROGRAM, encoding="utf-8")
    (folder / "errors.py").write_text(ERRORS, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path, sources: Path) -> Path:
    """A folder of translations, complete and built."""
    target = tmp_path / "translations"
    translations.update(target, translations.extract(sources))
    counted = [entry for entry in FRENCH if isinstance(entry["translation"], list)]
    english = [entry | {"translation": ["%n client", "%n clients"]} for entry in counted]
    for language, entries in (("fr", FRENCH), ("en", english)):
        path = translations.ts_path(target, language)
        filled, unknown = translations.fill(translations.read(path), entries)
        assert unknown == []
        translations.write(path, filled, language)
        translations.compile_file(path, translations.qm_path(target, language))
    return target


def test_texts_are_found_with_their_counts(sources: Path) -> None:
    found = {(m.context, m.source): m.numerus for m in translations.extract(sources)}
    assert found == {
        ("Panel", "%n client(s)"): True,
        ("Panel", "Name & town <all>"): False,
        ("Panel", "Open"): False,
        ("Shell", "%n client(s) shown"): True,
        ("errors", "“{path}” is gone. Look elsewhere."): False,
    }


def test_a_text_without_a_context_is_refused(sources: Path) -> None:
    (sources / "loose.py").write_text('def f(tr):\n    tr("nobody finds me")\n', encoding="utf-8")
    with pytest.raises(TranslationError, match="nobody finds me"):
        translations.extract(sources)


def test_english_holds_only_texts_with_a_count(folder: Path) -> None:
    assert all(message.numerus for message in translations.read(translations.ts_path(folder, "en")))


def test_nothing_to_say_when_complete(folder: Path, sources: Path) -> None:
    assert translations.check(folder, translations.extract(sources)) == []


def test_update_keeps_translations_and_is_repeatable(folder: Path, sources: Path) -> None:
    before = translations.ts_path(folder, "fr").read_bytes()
    translations.update(folder, translations.extract(sources))
    assert translations.ts_path(folder, "fr").read_bytes() == before


def test_a_text_that_moves_to_another_class_keeps_its_translation(folder: Path, sources: Path) -> None:
    panel = sources / "ui" / "panel.py"
    panel.write_text(PROGRAM.replace("class Panel", "class Drawer"), encoding="utf-8")
    translations.update(folder, translations.extract(sources))
    messages = translations.read(translations.ts_path(folder, "fr"))
    assert {m.source: m.forms for m in messages if m.context == "Drawer"} == {
        "Name & town <all>": ("Nom & ville <tout>",),
        "Open": ("Ouvrir",),
        "%n client(s)": ("%n client", "%n clients"),
    }


def test_a_text_said_twice_is_asked_for_with_a_hint(folder: Path, sources: Path) -> None:
    """The same English word may need another French one elsewhere, so it is not taken over silently."""
    more = "\n\nclass Door(QWidget):\n    def say(self) -> None:\n        self.tr('Open', 'a door')\n"
    (sources / "ui" / "panel.py").write_text(PROGRAM + more, encoding="utf-8")
    translations.update(folder, translations.extract(sources))
    todo = translations.missing(translations.read(translations.ts_path(folder, "fr")))
    assert [(entry["context"], entry["elsewhere"]) for entry in todo] == [("Door", ["Ouvrir"])]


def test_new_changed_and_vanished_texts_are_reported(folder: Path, sources: Path) -> None:
    panel = sources / "ui" / "panel.py"
    panel.write_text(PROGRAM.replace('"Open", "a door"', '"Close", "a door"'), encoding="utf-8")
    found = translations.extract(sources)
    assert translations.check(folder, found) == [
        "portfolio_fr.ts: not collected: Panel: 'Close' (a door)",
        "portfolio_fr.ts: no longer in the program: Panel: 'Open' (a door)",
    ]
    translations.update(folder, found)
    assert "portfolio_fr.ts: not translated: Panel: 'Close' (a door)" in translations.check(folder, found)


def test_missing_plurals_are_reported_in_english_too(folder: Path, sources: Path) -> None:
    path = translations.ts_path(folder, "en")
    path.write_text(path.read_text("utf-8").replace("%n clients</n", "</n"), encoding="utf-8")
    found = translations.check(folder, translations.extract(sources))
    assert "portfolio_en.ts: not translated: Panel: '%n client(s)'" in found


def test_a_stale_or_missing_built_file_is_reported(folder: Path, sources: Path) -> None:
    path = translations.ts_path(folder, "fr")
    path.write_text(path.read_text("utf-8").replace("Ouvrir", "Ouvre"), encoding="utf-8")
    translations.qm_path(folder, "en").unlink()
    assert translations.check(folder, translations.extract(sources)) == [
        "portfolio_fr.qm: not built from the present portfolio_fr.ts; run “compile”",
        "portfolio_en.qm: missing; run “compile”",
    ]


@pytest.mark.parametrize(
    ("source", "form", "well"),
    [
        ("Open %1", "Ouvrir %1", True),
        ("Open %1", "Ouvrir", False),
        ("Open {path}", "Ouvrir {chemin}", False),
        ("100 % of {path}", "100 % de {path}", True),
    ],
)
def test_lost_placeholders_are_reported(source: str, form: str, well: bool) -> None:
    problems = translations.placeholder_problems("x.ts", Message("C", source, forms=(form,)))
    assert (problems == []) is well


def test_missing_then_fill_round_trip(sources: Path, tmp_path: Path) -> None:
    target = tmp_path / "translations"
    translations.update(target, translations.extract(sources))
    messages = translations.read(translations.ts_path(target, "fr"))
    todo = json.loads(json.dumps(translations.missing(messages)))
    assert {"context": "Panel", "source": "Open", "numerus": False, "comment": "a door"} in todo
    given = [entry | {"translation": ["a", "b"] if entry["numerus"] else "a"} for entry in todo]
    filled, unknown = translations.fill(messages, given)
    assert (translations.missing(filled), unknown) == ([], [])


@pytest.mark.parametrize(
    "given",
    [
        {"context": "Panel"},
        [{"context": "Panel", "source": "Open"}],
        [{"context": "Panel", "source": "%n client(s)", "translation": "un seul"}],
        [{"context": "errors", "source": "“{path}” is gone. Look elsewhere.", "translation": ["a", "b"]}],
    ],
)
def test_fill_refuses_what_does_not_fit(folder: Path, given: object) -> None:
    with pytest.raises(TranslationError):
        translations.fill(translations.read(translations.ts_path(folder, "fr")), given)


def test_fill_names_texts_that_are_not_in_the_program(folder: Path) -> None:
    messages = translations.read(translations.ts_path(folder, "fr"))
    given = [{"context": "Panel", "source": "Gone", "translation": "Parti"}]
    assert translations.fill(messages, given) == (messages, ["Panel: 'Gone'"])


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.ts").write_text("<TS>", encoding="utf-8")
    with pytest.raises(TranslationError, match=r"x\.ts"):
        translations.read(tmp_path / "x.ts")


@pytest.mark.parametrize(("count", "expected"), [(0, "un client"), (1, "un client"), (3, "3 clients")])
def test_qt_finds_plurals_of_free_functions(
    folder: Path, qapp: QCoreApplication, count: int, expected: str
) -> None:
    """lupdate alone loses them: in French, 0 and 1 are singular."""
    translator = QTranslator()
    assert translator.load(str(translations.qm_path(folder, "fr")))
    assert (
        translator.translate("Shell", "%n client(s) shown", None, count).replace("%n", str(count)) == expected
    )
    assert translator.translate("Panel", "Open", "a door") == "Ouvrir"


def test_the_program_is_translated() -> None:
    """Everything the window says is in both languages, and built."""
    found = translations.extract(translations.SOURCES)
    assert translations.check(translations.FOLDER, found) == []
