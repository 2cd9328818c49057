"""What a file is, by what is in it and not by the end of its name."""

import codecs
import re
import zipfile
import zlib
from enum import Enum
from io import BytesIO

from tegenwicht.i18n import tr

LOOKED_AT = 64 * 1024
"""Bytes of a text that are looked at."""


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"),
)  # fmt: skip
"""Bytes with which a file says its encoding; those of UTF-32 begin with those of UTF-16."""

_WIDE = (
    (re.compile(rb"[\t\n\r -~]\0\0\0"), "utf-32-le"), (re.compile(rb"\0\0\0[\t\n\r -~]"), "utf-32-be"),
    (re.compile(rb"[\t\n\r -~]\0[^\0]"), "utf-16-le"), (re.compile(rb"\0[\t\n\r -~]\0"), "utf-16-be"),
)  # fmt: skip
"""How a text begins that is wide and does not say so."""


class Form(Enum):
    """How a file is built, as far as its first bytes tell."""

    TEXT = "text"
    WORKBOOK = "xlsx"
    OTHER = "other"


_FIRST = (
    (b"%PDF-", tr("een PDF: zet de kaarten in een tabel en bewaar die als Excel-werkmap (.xlsx)")),
    (
        b"{\\rtf",
        tr(
            "een tekst van een tekstverwerker (RTF): zet de kaarten in een tabel en bewaar die als "
            "Excel-werkmap (.xlsx)"
        ),
    ),
    (b"\x89PNG", tr("een plaatje")),
    (b"\xff\xd8\xff", tr("een foto")),
    (b"GIF8", tr("een plaatje")),
    (b"BM", tr("een plaatje")),
    (b"RIFF", tr("een plaatje, geluid of film")),
    (b"SQLite format 3\0", tr("een databank, zoals het logboek van Tegenwicht")),
    (b"MZ", tr("een programma van Windows")),
    (b"\x7fELF", tr("een programma")),
    (b"\x1f\x8b", tr("een ingepakt bestand (gzip): pak het eerst uit")),
    (b"7z\xbc\xaf", tr("een ingepakt bestand (7z): pak het eerst uit")),
    (b"Rar!", tr("een ingepakt bestand (rar): pak het eerst uit")),
)
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_IN_ZIP = (
    (
        "xl/workbook.bin",
        tr("een binaire werkmap van Excel (.xlsb): bewaar die in Excel als werkmap (.xlsx)"),
    ),
    (
        "word/document.xml",
        tr("een document van Word: zet de kaarten in een tabel en bewaar die in Excel (.xlsx)"),
    ),
    (
        "ppt/presentation.xml",
        tr("een presentatie van PowerPoint: zet de kaarten in een tabel van Excel (.xlsx)"),
    ),
    ("index/document.iwa", tr("een bestand van Apple: exporteer het als Excel (.xlsx)")),
    ("index.zip", tr("een bestand van Apple: exporteer het als Excel (.xlsx)")),
)
_MIMES = (
    ("opendocument.spreadsheet", tr("een rekenblad van LibreOffice (.ods): open het bestand in Excel of LibreOffice "
                                    "en bewaar het als Excel-werkmap (.xlsx)")),
    ("opendocument.text", tr("een tekst van LibreOffice (.odt): zet de kaarten in een tabel en bewaar die als "
                             "Excel (.xlsx)")),
    ("opendocument", tr("een bestand van LibreOffice: zet de kaarten in een tabel en bewaar die als Excel (.xlsx)")),
    ("epub", tr("een e-boek")),
)  # fmt: skip
_SESSION = re.compile(r'"format"\s{0,20}:\s{0,20}"tegenwicht-sessie"')
_DECK_KEY = re.compile(r"^\ufeff?(?:id|title|language|version|sources|cards)[ \t\xa0]{0,9}:", re.MULTILINE)
SESSION = tr(
    "een bewaarde sessie van Tegenwicht: haal haar op met: tegenwicht import, of sleep haar op het venster"
)
DECK = tr("een kaartset: open die met Kaarten, of sleep haar op het venster")


def form_of(data: bytes) -> Form:
    """How it is built."""
    if data.startswith(_ZIP):
        return Form.WORKBOOK if _is_workbook(data) else Form.OTHER
    return Form.OTHER if _by_first_bytes(data) or _is_binary(data) else Form.TEXT


def seems(data: bytes) -> str:
    """What it seems to be, in Dutch and with what to do about it; empty for text of no known kind."""
    if data.startswith(_ZIP):
        return _in_zip(data)
    if data.startswith(_OLE):
        return tr(
            "een oud bestand van Office (.xls, .doc), of het heeft een wachtwoord: bewaar het "
            "bestand als Excel-werkmap (.xlsx) zonder wachtwoord"
        )
    known = _by_first_bytes(data)
    if known or _is_binary(data):
        return known or tr("geen tekst en geen werkmap")
    text = head_of(data)
    if _SESSION.search(text):
        return SESSION
    if re.match(r"\s{0,100}<(?:!doctype html|html|table|head)", text, re.IGNORECASE):
        return tr("een webpagina: kopieer de tabel naar een nieuwe werkmap en bewaar die als Excel (.xlsx)")
    if text.startswith("<?xml"):
        return tr("een bestand in XML: bewaar het als Excel-werkmap (.xlsx)")
    return DECK if has_deck_keys(text) else ""


def is_session(data: bytes) -> bool:
    """Whether it is a session that was saved, whatever it is called."""
    return form_of(data) is Form.TEXT and bool(_SESSION.search(head_of(data)))


def head_of(data: bytes) -> str:
    """The beginning of a text, as well as it can be read for a look."""
    start = data[:LOOKED_AT]
    wide = wide_encoding(start)
    return (
        start[: len(start) // 4 * 4].decode(wide, "replace") if wide else start.decode("utf-8-sig", "replace")
    )


def encoding_said(data: bytes) -> str:
    """The encoding that a text says at its start to have; empty when it says none."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")


def wide_encoding(data: bytes) -> str:
    """The encoding of a text in which every sign takes two or four bytes; empty for any other.

    By its mark, such as "Unicode" of Notepad has, or by the zeros in its first sign.
    """
    said = encoding_said(data)
    if said:
        return said if said in ("utf-16", "utf-32") else ""
    return next((encoding for start, encoding in _WIDE if start.match(data)), "")


def has_deck_keys(text: str) -> bool:
    """Whether a line begins with a key of a deck, as in YAML."""
    return bool(_DECK_KEY.search(text))


def _by_first_bytes(data: bytes) -> str:
    known = next((words for sign, words in _FIRST if data.startswith(sign)), "")
    return known or ("oud" if data.startswith(_OLE) else "")


def _is_binary(data: bytes) -> bool:
    """Whether there are bytes that no text has."""
    start = data[:LOOKED_AT]
    return b"\0" in (head_of(start).encode("utf-8", "replace") if wide_encoding(start) else start)


def _is_workbook(data: bytes) -> bool:
    names = _names(data)
    return (
        names is None
        or "xl/workbook.xml" in names
        or ("[content_types].xml" in names and not _known_zip(names))
    )


def _known_zip(names: set[str]) -> str:
    return next((words for name, words in _IN_ZIP if name in names), "")


def _in_zip(data: bytes) -> str:
    names = _names(data)
    if names is None:
        return tr("een beschadigd bestand van Excel of een ander ingepakt bestand: vraag het opnieuw op")
    if known := _known_zip(names):
        return known
    if "mimetype" in names:
        mime = _mime(data)
        if known := next((words for sign, words in _MIMES if sign in mime), ""):
            return known
    if "xl/workbook.xml" in names:
        return tr("een werkmap van Excel")
    return tr("een ingepakt bestand (zip): pak het eerst uit en kies wat erin zit")


def _names(data: bytes) -> set[str] | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {name.replace("\\", "/").lower() for name in archive.namelist()[:2000]}
    except (ValueError, OSError, LookupError, NotImplementedError, zipfile.BadZipFile):
        return None


def _mime(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("mimetype") as file:
            return file.read(200).decode("ascii", "replace")
    except (ValueError, OSError, LookupError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error):
        return ""
