"""The door of the preferences: a file that was edited, damaged or put there gives the defaults, never a crash."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.config import MAX_RECENT, Settings, settings_path
from tests.doors import hostile

HOSTILE: tuple[Any, ...] = (
    None,
    True,
    3,
    10**400,
    1e308,
    "",
    "x" * 100_000,
    "\x00",
    "\ud800",
    "../../x",
    [],
    [1, None, {}],
    ["\x00", "\ud800", "", "x" * 10_000],
    [["a"]],
    {},
    {"a": 1},
    {"a": [1]},
    {"a": {"b": "c"}},
    {"": ["name"]},
)


def write(text: str) -> Path:
    """Put that text where the preferences are."""
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


def is_sound(found: Settings) -> bool:
    """Whether the program could go on with these."""
    return (
        found.language in ("system", "fr", "en")
        and found.theme in ("system", "light", "dark")
        and found.geometry.isascii()
        and len(found.recent) <= MAX_RECENT
        and all(Path(name).name is not None and not Path(name).exists() for name in found.recent)
        and all(isinstance(name, str) for names in found.columns.values() for name in names)
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '"text"',
        "NaN",
        "9" * 5_000,
        "[" * 200_000,
        '{"a":' * 100_000,
        '{"language": "fr", "language": {}}',
        "\x00\xff",
        "\ud800",
        '{"recent": ["' + "x" * 2_000_000 + '"]}',
    ],
    ids=range(13),
)
def test_what_is_no_settings_file_gives_the_defaults(text: str) -> None:
    write(text)
    assert Settings.load() == Settings()


NAMES = [each.name for each in dataclasses.fields(Settings)]


@pytest.mark.parametrize("name", NAMES)
@hostile.each("value", HOSTILE)
def test_a_value_of_the_wrong_kind_is_left_out(name: str, value: Any) -> None:
    write(json.dumps({name: value, "language": "fr"} if name != "language" else {name: value}))
    found = Settings.load()
    assert is_sound(found)
    assert name == "language" or found.language == "fr"
    found.save()
    assert Settings.load() == found


@settings(hostile.QUICK, max_examples=40)
@given(
    st.dictionaries(
        st.sampled_from([*NAMES, "more"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
            lambda inner: (
                st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
            ),
            max_leaves=10,
        ),
    )
)
def test_any_json_is_survived(values: dict[str, Any]) -> None:
    write(json.dumps(values))
    found = Settings.load()
    assert found.language in ("system", "fr", "en")
    found.save()
    assert Settings.load() == found


def test_more_recent_books_than_there_is_room_for() -> None:
    write(json.dumps({"recent": [f"/nowhere/{n}.portfolio" for n in range(5_000)]}))
    assert len(Settings.load().recent) == MAX_RECENT


def test_a_folder_or_a_device_in_its_place(tmp_path: Path) -> None:
    assert Settings.load(tmp_path) == Settings()
    assert Settings.load(Path("/dev/zero")) == Settings()
    Settings().save(tmp_path)
    assert tmp_path.is_dir()


@pytest.mark.parametrize("name", ["\udcff.portfolio", "é.portfolio", "\u202e.portfolio", "a\nb.portfolio"])
def test_a_book_of_any_name_is_remembered(name: str, tmp_path: Path) -> None:
    found = Settings()
    found.remember(tmp_path / name)
    found.save()
    assert Settings.load().recent == [str(tmp_path / name)]


def test_two_programs_saving_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    first, second = Settings(language="fr"), Settings(language="en")
    for _ in range(20):
        first.save(tmp_path / "s.json")
        second.save(tmp_path / "s.json")
    assert Settings.load(tmp_path / "s.json").language == "en"
    assert [path.name for path in tmp_path.iterdir()] == ["s.json"]
