"""Address cards as every program writes them: versions, folds, charsets, broken lines, and where each line goes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.errors import SourceError
from portfolio_app.exchange.fields import FIELDS
from portfolio_app.exchange.file_kind import file_kind
from portfolio_app.exchange.rows import ImportRow, read_rows
from portfolio_app.exchange.tabular import open_table
from portfolio_app.exchange.vcard_lines import read_cards
from portfolio_app.exchange.vcard_reading import COLUMNS, rows


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def read(folder: Path, content: str | bytes, encoding: str = "") -> list[dict[str, str]]:
    """The filled cells of every card, by column."""
    path = folder / "contacts.vcf"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [
        {name: text for name, text in zip(COLUMNS, cells, strict=True) if text}
        for _line, cells in rows(path, encoding, Counter())
    ]


def one(folder: Path, *lines: str, version: str = "3.0") -> dict[str, str]:
    (found,) = read(folder, card(*lines, version=version))
    return found


def test_a_whole_card(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        "N:Lefèvre;Zoé;Anne;Mme;",
        "FN:Mme Zoé Lefèvre",
        "ORG:Ateliers Kérisac;Achats;Bretagne",
        "TITLE:Directrice des achats",
        "TEL;TYPE=WORK,VOICE:+33 2 98 00 00 01",
        "TEL;TYPE=CELL:06 12 34 56 78",
        "TEL;TYPE=HOME:02 98 00 00 02",
        "TEL;TYPE=WORK,FAX:02 98 00 00 03",
        "EMAIL;TYPE=HOME:zoe@exemple.fr",
        "EMAIL;TYPE=WORK,PREF:zoe.lefevre@kerisac.example",
        "ADR;TYPE=HOME:;;3 rue du Four;Brest;;29200;France",
        "ADR;TYPE=WORK:BP 12;Bât. B;5\\, quai Est;Quimper;Finistère;29000;France",
        "URL:https://kerisac.example",
        "BDAY:19800322",
        "CATEGORIES:Fidèle,Salon 2025",
        "NOTE:Préfère le matin\\nAime le thé",
    )
    assert found == {
        "Organization": "Ateliers Kérisac",
        "First name": "Zoé Anne",
        "Last name": "Lefèvre",
        "Job title": "Directrice des achats",
        "Email": "zoe.lefevre@kerisac.example",
        "Phone": "+33 2 98 00 00 01",
        "Mobile": "06 12 34 56 78",
        "Birthday": "1980-03-22",
        "Website": "https://kerisac.example",
        "Street": "BP 12, Bât. B, 5, quai Est",
        "Postcode": "29000",
        "City": "Quimper",
        "Region": "Finistère",
        "Country": "France",
        "Tags": "Fidèle, Salon 2025",
        "Notes": "Préfère le matin\nAime le thé\nDepartment: Achats, Bretagne\n"
        "Phone (fax, work): 02 98 00 00 03\nPhone (home): 02 98 00 00 02\nEmail (home): zoe@exemple.fr\n"
        "Address (home): 3 rue du Four, Brest, 29200, France",
    }


JUNIOR = {"First name": "John", "Last name": "Doe", "Notes": "Name prefix: Dr.\nName suffix: Jr."}
NO_BOX = {
    "Street": "3 rue du Four",
    "City": "Brest",
    "Region": "Finistère",
    "Postcode": "29200",
    "Country": "France",
}
SHOUTED = "texte avant\r\n\r\nbegin:vcard\r\nn:Lefèvre;Zoé\r\norg:Kérisac\r\nend:vcard\r\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("N:Durand;Paul;;;", "FN:P. Durand"), {"First name": "Paul", "Last name": "Durand"}),
        (("N:;Paul;;;", "FN:Paul Durand"), {"Full name": "Paul Durand"}),
        (("FN:Paul Durand",), {"Full name": "Paul Durand"}),
        (("N:Paul Durand",), {"Full name": "Paul Durand"}),
        (("FN:Kérisac", "ORG:Kérisac"), {"Organization": "Kérisac"}),
        (("ORG:Kérisac",), {"Organization": "Kérisac"}),
        (("KIND:org", "FN:Kérisac"), {"Organization": "Kérisac"}),
        (("FN:Kérisac SA", "N:;;;;", "ORG:Kérisac;", "X-ABShowAs:COMPANY"), {"Organization": "Kérisac"}),
        (("NICKNAME:Riton",), {"Full name": "Riton"}),
        (("N:Doe;John;;Dr.;Jr.",), JUNIOR),
    ],
)  # fmt: skip
def test_who_the_card_is_about(tmp_path: Path, lines: tuple[str, ...], expected: dict[str, str]) -> None:
    assert one(tmp_path, *lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("TEL;VALUE=uri;TYPE=\"voice,cell\":tel:+33-6-12;ext=4",), {"Mobile": "+33-6-12 ext. 4"}),
        (("TEL:0102030405",), {"Phone": "0102030405"}),
        (("TEL;HOME:01", "TEL;WORK:02"), {"Phone": "02", "Notes": "Phone (home): 01"}),
        (("TEL;TYPE=WORK:01", "TEL;TYPE=HOME,PREF:02"), {"Phone": "02", "Notes": "Phone (work): 01"}),
        (("TEL:01", "TEL:01"), {"Phone": "01"}),
        (("item1.TEL:01", "item1.X-ABLabel:_$!<Mobile>!$_"), {"Mobile": "01"}),
        (("TEL:02", "item1.TEL:01", "item1.X-ABLabel:Atelier"), {"Phone": "02", "Notes": "Phone (Atelier): 01"}),
        (("EMAIL;PREF=2:a@b.fr", "EMAIL;PREF=1:c@d.fr"), {"Email": "c@d.fr", "Notes": "Email: a@b.fr"}),
        (("EMAIL:\"Zoé\" <zoe@b.fr>",), {"Email": "zoe@b.fr"}),
        (("EMAIL:mailto:zoe@b.fr",), {"Email": "zoe@b.fr"}),
        (("BDAY:--0416",), {"Notes": "Birthday: 04-16"}),
        (("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-16",), {"Notes": "Birthday: 04-16"}),
        (("BDAY;VALUE=text:vers 1950",), {"Notes": "Birthday: vers 1950"}),
        (("BDAY:1980-03-22T00:00:00Z",), {"Birthday": "1980-03-22"}),
        (("BDAY:22/03/1980",), {"Birthday": "22/03/1980"}),
        (("ADR:3 rue du Four;;Brest;Finistère;29200;France",), NO_BOX),
        (("LABEL:3 rue du Four\\n29200 Brest",), {"Street": "3 rue du Four, 29200 Brest"}),
        (("IMPP;X-SERVICE-TYPE=Skype:skype:zoe",), {"Notes": "Skype: zoe"}),
        (("X-SPOUSE:Max",), {"Notes": "Spouse: Max"}),
        (("ANNIVERSARY:20100704",), {"Notes": "Anniversary: 2010-07-04"}),
        (("REMARQUE:Lundi",), {"Notes": "Remarque: Lundi"}),
    ],
)  # fmt: skip
def test_where_each_line_goes(tmp_path: Path, lines: tuple[str, ...], expected: dict[str, str]) -> None:
    assert one(tmp_path, "FN:Zoé", *lines) == {"Full name": "Zoé"} | expected


@pytest.mark.parametrize(
    "content",
    [
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Zo=C3=A9",
        "N;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:Lef=E8vre;Zo=E9",
        "N;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Lef=E8=\r\nvre;Zo=E9",
        "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Lef=C3=\r\n=A8vre;Zo=C3=A9",
        "N:Lef=E8vre;Zo=E9",
        "n:Lefèvre;Zoé",
        "item1.N:Lefèvre;Zoé",
        "N:Lefè\r\n vre;Zoé",
        "N;LANGUAGE=fr:Lefèvre;Zoé",
        "X-EMPTY:\r\n\r\nN:Lefèvre;Zoé",
    ],
)
@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_one_name_in_many_spellings(tmp_path: Path, content: str, version: str) -> None:
    if version == "2.1" and "\r\n vre" in content:
        content = content.replace("\r\n vre", "vre")  # There a fold stands where a blank is.
    assert one(tmp_path, content, version=version) == {"First name": "Zoé", "Last name": "Lefèvre"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, line_end: str) -> None:
    text = card("N:Lefèvre;Zoé", "ORG:Œuvres & Cie").replace("\r\n", line_end)
    found = read(tmp_path, text.encode(encoding))
    assert found == [{"Organization": "Œuvres & Cie", "First name": "Zoé", "Last name": "Lefèvre"}]


def test_the_charset_of_one_line_speaks_for_the_others(tmp_path: Path) -> None:
    text = card("N:Кличко;Віталій", version="2.1").encode("cp1251")
    label = b"LABEL;CHARSET=windows-1251;QUOTED-PRINTABLE:=CA=E8=BF=E2\r\nEND"
    (found,) = read(tmp_path, text.replace(b"END", label))
    assert (found["First name"], found["Last name"], found["Street"]) == ("Віталій", "Кличко", "Київ")


def test_an_encoding_chosen_by_hand_wins(tmp_path: Path) -> None:
    (found,) = read(tmp_path, card("N:Lefèvre;Zoé").encode("mac_roman"), "mac_roman")
    assert found == {"First name": "Zoé", "Last name": "Lefèvre"}


@pytest.mark.parametrize(
    "content",
    [
        card("N:Lefèvre;Zoé", "AGENT:", "BEGIN:VCARD", "N:Autre;Personne", "END:VCARD", "ORG:Kérisac"),
        card("N:Lefèvre;Zoé", "PHOTO;ENCODING=BASE64;JPEG:/9j/4AA", "QSkZJRg==", "", "ORG:Kérisac"),
        card("N:Lefèvre;Zoé", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AA", " QSkZJRg==", "ORG:Kérisac"),
        card("N:Lefèvre;Zoé", "ORG:Kérisac").replace("END:VCARD", ""),
        card("N:Lefèvre;Zoé", "ORG:Kérisac").replace("VERSION:3.0\r\n", ""),
        SHOUTED,
    ],
)  # fmt: skip
def test_what_is_around_and_inside_a_card(tmp_path: Path, content: str) -> None:
    expected = {"Organization": "Kérisac", "First name": "Zoé", "Last name": "Lefèvre"}
    assert read(tmp_path, content) == [expected]


def test_a_card_that_never_ends_ends_where_the_next_begins(tmp_path: Path) -> None:
    text = card("FN:Zoé").replace("END:VCARD\r\n", "") + card("FN:Max")
    assert read(tmp_path, text) == [{"Full name": "Zoé"}, {"Full name": "Max"}]


def test_broken_lines_are_put_together(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        "FN:Zoé",
        "NOTE:Première ligne",
        "seconde ligne, sans retrait",
        "ADR;TYPE=work;LABEL=\"3 rue du Four\\n292",
        " 00 Brest\":;;3 rue du Four;Brest;;29200;France",
        "TEL;TYPE=",
        "\tCELL:06",
    )  # fmt: skip
    assert found == {
        "Full name": "Zoé",
        "Notes": "Première ligne\nseconde ligne, sans retrait",
        "Street": "3 rue du Four",
        "Postcode": "29200",
        "City": "Brest",
        "Country": "France",
        "Mobile": "06",
    }


def test_a_file_of_cards_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "contacts.vcf"
    path.write_text(card("FN:Zoé", "PHOTO;VALUE=uri:https://x.example/a.jpg", "X-GNO:0") + card("FN:Max"))
    table = open_table(path)
    assert file_kind(path) == table.dialect.kind == "vcard"
    assert table.columns == list(COLUMNS)
    assert table.left_out == {"pictures": 1, "other": 1}
    place = table.column_index()["Full name"]
    assert [(line, cells[place]) for line, cells in table.rows()] == [(1, "Zoé"), (7, "Max")]
    assert set(COLUMNS.values()) <= FIELDS.keys()


def test_cards_import_by_their_columns(tmp_path: Path) -> None:
    from portfolio_app.exchange.guess import guess_mapping

    path = tmp_path / "contacts.vcf"
    path.write_text(
        card("N:Lefèvre;Zoé", "ORG:Kérisac", "EMAIL:zoe@kerisac.example", "BDAY:1980-03-22")
        + card("EMAIL:seule@exemple.fr", "X-A:1")
        + card("NOTE:personne")
    )
    table = open_table(path)
    mapping = guess_mapping(table)
    assert mapping.columns == COLUMNS
    found = list(read_rows(table, mapping))
    assert [type(row) is ImportRow for row in found] == [True, True, False]
    values = found[0].values  # type: ignore[union-attr]
    assert (values["client.name"], values["contact.last_name"]) == ("Kérisac", "Lefèvre")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xef\xbb\xbf", "no_cards"),
        (b"Nom;Ville\nA;B\n", "no_cards"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "no_cards"),
        (b"BEGIN:VCARD\n" + b"X:1\n" * 6_000 + b"END:VCARD\n", "too_large"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8, "not_text"),
        (b"", "empty_file"),
    ],
)
def test_what_holds_no_card_says_so(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "contacts.vcf"
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        open_table(path)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"begin : vcard\r\nend:vcard", "a.txt", "vcard"),
        ("\ufeffBEGIN:VCARD\n".encode("utf-16-le"), "a.csv", "vcard"),
        (b"\xef\xbb\xbf\nBEGIN:VCALENDAR\n", "a.txt", "calendar"),
        (b"x", "a.ics", "calendar"),
        (b'{"portfolio_copy": {}}', "a.bin", "copy"),
        (b'{ "portfolio_copy":1}', "a.json", "copy"),
        (b"Nom\nA\n", "a.csv", "table"),
    ],
)
def test_the_kind_of_a_file_is_in_its_first_bytes(
    tmp_path: Path, content: bytes, name: str, kind: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert file_kind(path) == kind
    if kind in ("calendar", "copy"):
        with pytest.raises(SourceError) as caught:
            open_table(path)
        assert caught.value.code == f"is_a_{kind}"


words = st.text(st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=words, last=words, note=words, width=st.integers(10, 75))
def test_what_is_written_as_the_standard_says_is_read(
    tmp_path: Path, first: str, last: str, note: str, width: int
) -> None:
    def escaped(text: str) -> str:
        for mark in "\\;,":
            text = text.replace(mark, "\\" + mark)
        return text

    lines = (f"N:{escaped(last)};{escaped(first)};;;", f"NOTE:{escaped(note)}")
    folded = ["\r\n ".join(line[at : at + width] for at in range(0, len(line), width)) for line in lines]
    (found,) = read(tmp_path, card("X-B:1", *folded))
    names = {text.replace(",", " ") for text in (first, last)}
    if all(" ".join(text.split()) for text in names) and "=" not in first + last:
        assert found["First name"] == " ".join(first.replace(",", " ").split())
        assert found["Last name"] == " ".join(last.replace(",", " ").split())
    assert (
        found.get("Notes", found.get("Organization notes", "")).split()[: len(note.split())] == note.split()
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([
    b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"AGENT:", b"N:a;b", b"=", b";", b":", b"\\", b"\r", b"\n", b" ",
    b"TEL;TYPE=\"", b"NOTE;ENCODING=QUOTED-PRINTABLE:=", b"PHOTO;ENCODING=BASE64:", b"\xe9", b"\x00", b"ADR:;;;;;;;;;",
    b"item1.X-ABLabel:x", b"BDAY:--99", b"CHARSET=utf-7", b"N;CHARSET=nonsense:\xe9", b"ORG:a\\;b;c",
]), max_size=40).map(b"".join))  # fmt: skip
def test_no_content_breaks_the_reader(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.vcf"
    path.write_bytes(b"BEGIN:VCARD\n" + content)
    try:
        for line, cells in rows(path, "", Counter()):
            assert line > 0
            assert len(cells) == len(COLUMNS)
        assert all(found.line > 0 for found in read_cards(path))
    except SourceError:
        pass


def test_blank_lines_comments_and_halves_of_letters(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        "N:Petit;Jean",
        "FN:Jean Petit",
        "# no part of the name",
        "TITLE;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:G=C3=A9=",
        "",
        "rant",
        "TEL:0102030405",
        "NOTE;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:=C3=A9t=C3=A9 =C3=",
        "",
        version="2.1",
    )
    assert (found["First name"], found["Last name"], found["Job title"]) == ("Jean", "Petit", "Gérant")
    assert (found["Phone"], found["Notes"]) == ("0102030405", "été")
    ended = read(tmp_path, "BEGIN:VCARD\nFN:Anne Roy\nEND:VCARD.\nBEGIN:VCARD\nFN:Luc Roy\nEND:VCARD\n")
    assert ended == [{"Full name": "Anne Roy"}, {"Full name": "Luc Roy"}]
