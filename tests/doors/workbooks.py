"""Hostile workbooks, made in code: small files, each built to hurt the program that reads it."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
</Types>"""
_RELS = """<?xml version="1.0"?><Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="xl/workbook.xml"/></Relationships>"""
_BOOK = f"""<?xml version="1.0"?><workbook xmlns="{MAIN}"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
<sheet name="Clients" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_BOOK_RELS = """<?xml version="1.0"?><Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
 Target="worksheets/sheet1.xml"/><Relationship Id="rId2"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
 Target="sharedStrings.xml"/></Relationships>"""
_MANIFEST = """<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry
 manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a0 "lollollollol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY leak SYSTEM "file:///etc/passwd">]>'


def text_cell(place: str, text: str) -> str:
    """A cell of a sheet that holds its text itself."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet_xml(cells: str, *, head: str = "", dimension: str = "A1:B2") -> str:
    """A sheet with these cells in its second row, under the titles Name and Note."""
    first = f'<row r="1">{text_cell("A1", "Name")}{text_cell("B1", "Note")}</row>'
    return (
        f'<?xml version="1.0"?>{head}<worksheet xmlns="{MAIN}"><dimension ref="{dimension}"/>'
        f'<sheetData>{first}<row r="2">{cells}</row></sheetData></worksheet>'
    )


def xlsx(path: Path, sheet: str, *, strings: str = "", more: dict[str, bytes | str] | None = None) -> Path:
    """A workbook of one sheet given as XML."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr("xl/workbook.xml", _BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", _BOOK_RELS)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        if strings:
            archive.writestr("xl/sharedStrings.xml", strings)
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return path


def good(path: Path) -> Path:
    """A workbook with nothing wrong, to see that the others are refused for what is wrong with them."""
    return xlsx(path, sheet_xml(text_cell("A2", "Kerisac") + text_cell("B2", "ok")))


def ods(path: Path, *, head: str = "", text: str = "Kerisac", repeated: str = "1") -> Path:
    """An OpenDocument sheet of one column."""
    content = (
        f'<?xml version="1.0"?>{head}<office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="S"><table:table-row><table:table-cell office:value-type="string">'
        "<text:p>Name</text:p></table:table-cell></table:table-row>"
        f'<table:table-row table:number-rows-repeated="{repeated}"><table:table-cell '
        f'table:number-columns-repeated="{repeated}" office:value-type="string"><text:p>{text}</text:p>'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return path


def huge_dimension(path: Path) -> Path:
    """Two cells in opposite corners: a reader that makes room for all between asks for a hundred gigabytes."""
    return xlsx(
        path, sheet_xml(text_cell("A2", "x") + text_cell("XFD1048576", "y"), dimension="A1:XFD1048576")
    )


def tall(path: Path) -> Path:
    """A cell in the last row of a wide sheet: room for two thousand million cells."""
    return xlsx(path, sheet_xml(text_cell("A2", "x") + text_cell("BXX1048576", "y")))


def beyond_the_last_cell(path: Path) -> Path:
    """A place no sheet has."""
    return xlsx(path, sheet_xml(text_cell("A2", "x") + text_cell("ZZZZZZ4294967295", "y")))


def bomb(path: Path, megabytes: int = 400) -> Path:
    """A few hundred kilobytes that unpack to `megabytes`."""
    block = b" " * 1024**2
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", _BOOK)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(megabytes):
                part.write(block)
    return path


def lying_bomb(path: Path, megabytes: int = 20) -> Path:
    """A bomb whose directory says that it is small: every size in it is replaced."""
    sheet = sheet_xml(text_cell("A2", "x")) + "<!--" + " " * (megabytes * 1024**2) + "-->"
    xlsx(path, sheet)
    data = bytearray(path.read_bytes())
    data = data.replace(struct.pack("<I", len(sheet)), struct.pack("<I", 1_000))
    path.write_bytes(data)
    return path


def nested_bomb(path: Path) -> Path:
    """A workbook within which lies another archive, and so on: nobody may open those."""
    inner = b""
    for _ in range(5):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/inner.zip", inner or bytes(10_000_000))
        inner = buffer.getvalue()
    return xlsx(path, sheet_xml(text_cell("A2", "Kerisac")), more={"xl/embeddings/inner.zip": inner})


def many_parts(path: Path, count: int = 5_001) -> Path:
    """An archive of nothing but names."""
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"xl/{number}", "")
    return path


def laughs(path: Path) -> Path:
    """Entities within entities: a thousand million laughs."""
    return xlsx(path, sheet_xml(text_cell("A2", "&a9;"), head=LAUGHS))


def laughs_in_strings(path: Path) -> Path:
    """The same among the shared texts."""
    strings = f'<?xml version="1.0"?>{LAUGHS}<sst xmlns="{MAIN}"><si><t>&a9;</t></si></sst>'
    return xlsx(path, sheet_xml('<c r="A2" t="s"><v>0</v></c>'), strings=strings)


def external_entity(path: Path) -> Path:
    """A text that is another file of the computer."""
    return xlsx(path, sheet_xml(text_cell("A2", "&leak;"), head=EXTERNAL))


def quadratic(path: Path) -> Path:
    """One long entity, used over and over."""
    head = f'<!DOCTYPE x [<!ENTITY long "{"a" * 50_000}">]>'
    return xlsx(path, sheet_xml(text_cell("A2", "&long;" * 5_000), head=head))


def shared_string_bomb(path: Path) -> Path:
    """One text of ten million characters, in a few cells."""
    strings = f'<?xml version="1.0"?><sst xmlns="{MAIN}"><si><t>{"a" * 10_000_000}</t></si></sst>'
    cells = "".join('<c t="s"><v>0</v></c>' for _ in range(3))
    return xlsx(path, sheet_xml(cells), strings=strings)


def traversal(path: Path) -> Path:
    """Parts whose names lead out of the archive."""
    return xlsx(
        path,
        sheet_xml(text_cell("A2", "Kerisac")),
        more={
            "../../../escaped.txt": "out",
            "/absolute.txt": "out",
            "..\\..\\escaped.txt": "out",
            "xl/../../escaped.txt": "out",
        },
    )


def not_numbers(path: Path) -> Path:
    """Numbers that are none, or are endless."""
    cells = "".join(
        f'<c r="{place}2"><v>{value}</v></c>'
        for place, value in (("A", "1e999"), ("B", "-1e999"), ("C", "NaN"), ("D", "1e308"), ("E", "-0"))
    )
    return xlsx(path, sheet_xml(cells))


def encrypted(path: Path) -> Path:
    """What Excel writes when it is given a password: a compound file with the workbook locked in it.

    Two sectors of directory are all a reader needs to see which it is.
    """
    sector = 512
    header = bytearray(sector)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIIII", header, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    struct.pack_into("<109I", header, 76, *([0] + [0xFFFFFFFF] * 108))
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *([0xFFFFFFFF] * 126))
    entries = b""
    for name, kind, child, right in (
        ("Root Entry", 5, 1, 0xFFFFFFFF),
        ("EncryptionInfo", 2, 0xFFFFFFFF, 2),
        ("EncryptedPackage", 2, 0xFFFFFFFF, 0xFFFFFFFF),
        ("", 0, 0xFFFFFFFF, 0xFFFFFFFF),
    ):
        entry = bytearray(128)
        text = name.encode("utf-16-le")
        entry[: len(text)] = text
        struct.pack_into(
            "<HBBIII", entry, 64, len(text) + 2 if name else 0, kind, 1, 0xFFFFFFFF, right, child
        )
        struct.pack_into("<IQ", entry, 116, 0xFFFFFFFE, 0)
        entries += entry
    path.write_bytes(bytes(header) + table + entries)
    return path
