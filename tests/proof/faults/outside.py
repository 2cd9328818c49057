"""What comes from outside and goes there: every encoding of output, time zones and dates to the edge, hostile workbooks."""

import codecs
import encodings.aliases
import io
import os
import sys
import tempfile
import time
import zipfile
import zoneinfo
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from tegenwicht.__main__ import main
from tegenwicht.plain import dates
from tegenwicht.storage.decks.problems import DeckProblems
from tegenwicht.storage.decks.reader import parse_deck
from tegenwicht.storage.decks.xlsx import parse_xlsx, to_xlsx
from tegenwicht.storage.exchange.session_file import write_session_file
from tegenwicht.storage.journal.journal import open_journal
from tests.pilot import DECK
from tests.proof.table import Row, judged
from tests.storage.decks.deck_samples import SMALL_DECK
from tests.storage.session_samples import begun

TITLE = "Łukasz → één ✓ 🧑‍🦽 \x1b[31m \u202e"
"""What no old encoding has, and what no terminal should get."""
EDGES = (
    "0001-01-01T00:00:00", "0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00-12:00", "9999-12-31T23:59:59.999999",
    "9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59+14:00", "1969-12-31T23:59:59+00:00", "1900-01-01T00:00:00+00:00",
    "2038-01-19T03:14:08+00:00", "2026-03-29T01:30:00+00:00", "2026-10-25T01:30:00+00:00", "1937-07-01T00:00:00+00:19",
    "2026-02-29T00:00:00", "2026-11-21T24:00:00", "2026-W47-6", "20261121T1405", "gisteren", "", "\x00", "9" * 400,
)  # fmt: skip
TELL: tuple[Callable[[str], object], ...] = (
    dates.local_time, dates.short_date, dates.full_date, dates.date_and_time,
    lambda moment: dates.minutes_since(moment, datetime(2026, 11, 21, 14, 5)),
)  # fmt: skip
PARTS = (
    "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels", "docProps/core.xml",
)  # fmt: skip
PIECES = (
    b"<c ", b"<row>", b"</row>", b'<row hidden="1">', b'a="b" ', b'<mergeCell ref="A1:XFD1048576"/>', b"<!--", b"-->",
    b"<![CDATA[",
    b"]]>", b"<", b">", b'"', b"'", b"&amp;", b"&#x41;", b"&#0;", b"_x000D_", b"_x", b" ", b"\n", b"<is><t>",
    b'<t xml:space="preserve">',
    b'<c r="XFD1048576"><v>1</v></c>', b'<c t="s"><v>0</v></c>', b'<c t="s"><v>999999999</v></c>', b"<v>1e999</v>",
    b"<f>A1+</f>",
    b'<f t="shared" ref="A1:Z9" si="0">A1</f>', b"<x:c>", b"<?x ", b"?>", b'<sheet name="a" sheetId="1" r:id="rId1"/>',
    b'<si><t>a</t></si>', b"<r>", b'<col min="1" max="16384" hidden="1"/>', b"\x00", b"\xff", b"\xe2\x80\xae", b"=",
    b"/", b"<a>",
)  # fmt: skip
MOST_SECONDS = 5.0
"""Of work, for one workbook of at most four megabytes a part."""


# -- output


def encodings_there_are() -> list[str]:
    """Every encoding of text that Python knows."""
    found = []
    for name in sorted({*encodings.aliases.aliases.values(), "utf-8-sig", "cp65001"}):
        try:
            if codecs.lookup(name)._is_text_encoding:
                "a".encode(name)
                found.append(name)
        except (LookupError, UnicodeError):
            continue
    return found


@contextmanager
def speaking(encoding: str) -> Iterator[io.BytesIO]:
    """Standard output in an encoding; what is printed."""
    out, before = io.BytesIO(), sys.stdout
    sys.stdout = io.TextIOWrapper(out, encoding=encoding, newline="\n")
    try:
        yield out
    finally:
        sys.stdout.flush()
        sys.stdout.detach()
        sys.stdout = before


def output(room: Path) -> Row:
    """Every command in every encoding: it does its work, tells, and sends nothing to the terminal."""
    (room / "stuk.yaml").write_text(
        SMALL_DECK.replace("number: 1", f"number: {TITLE.replace(chr(27), '')}", 1), "utf-8"
    )
    (room / "pijl.yaml").write_text(
        SMALL_DECK.replace("title: Proefkaarten", "title: Łukasz → één ✓", 1), "utf-8"
    )
    journal, _ = open_journal(room / "data")
    session = begun(journal, "een")
    write_session_file(room / "uit.tegenwicht", session.row, journal.events("een"), anonymous=False)
    journal.close()
    wrong, names = [], encodings_there_are()
    commands = (
        (1, ["check", str(room / "stuk.yaml")]), (0, ["check", str(room / "pijl.yaml")]),
        (0, ["convert", str(room / "pijl.yaml"), "DOEL.csv"]), (0, ["import", str(room / "uit.tegenwicht")]),
        (0, ["report", "een", "--to", "DOEL.md"]), (0, ["--version"]), (0, ["check", "--help"]), (2, ["check"]),
    )  # fmt: skip
    for name in names:
        for code, words in commands:
            target = room / f"{name}{words[0]}"
            asked = [word.replace("DOEL", str(target)) for word in words]
            asked += ["--data-dir", str(room / "data")] if words[0] in ("import", "report") else []
            try:
                with redirect_stderr(io.StringIO()), speaking(name) as out:
                    ended = main(asked)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is found
                wrong.append(f"{name}, {words[0]}: {type(error).__name__}: {error}")
                continue
            if ended != code:
                wrong.append(f"{name}, {words[0]}: eindigde met {ended}")
            if b"\x1b[" in out.getvalue():
                wrong.append(f"{name}, {words[0]}: een code voor de terminal")
    return judged(
        "elke codering van uitvoer", f"{len(names)} x {len(commands)}", "opdrachten met vreemde tekens in titel en fout",
        "; ".join(wrong[:4]) or "alles gedaan en gezegd, geen code naar de terminal", not wrong,
    )  # fmt: skip


# -- dates


def zones(times: int, seed: int) -> Row:
    """Dates at the edge in every time zone: each is told, or it is said that it cannot be."""
    dice, wrong = Random(seed), []
    there = sorted(zoneinfo.available_timezones())
    chosen = there if times >= len(there) else dice.sample(there, times)
    before = os.environ.get("TZ")
    try:
        for zone in (*chosen, "", "Nergens/Plaats", "XXX-25:99:99", "AAA+24BBB", ":"):
            os.environ["TZ"] = zone
            time.tzset()
            by_chance = datetime(1, 1, 1, tzinfo=UTC) + timedelta(seconds=dice.randrange(315_537_897_599))
            for moment in (*EDGES, by_chance.isoformat()):
                for tell in TELL:
                    try:
                        tell(moment)
                    except Exception as error:  # noqa: BLE001 - whatever it is, it is found
                        wrong.append(f"{moment} in {zone}: {type(error).__name__}")
    finally:
        os.environ.pop("TZ", None)
        os.environ.update({} if before is None else {"TZ": before})
        time.tzset()
    return judged(
        "tijdzones en data tot de rand", f"{len(chosen)} zones",
        f"{len(EDGES) + 1} momenten in elke zone, op {len(TELL)} manieren gezegd",
        "; ".join(wrong[:4]) or "gezegd, of gezegd dat het niet kan", not wrong,
    )  # fmt: skip


# -- workbooks


def workbooks(times: int, seed: int) -> Row:
    """Workbooks of which a part is a few pieces, repeated to megabytes: read or refused, in bounded time."""
    good = to_xlsx(parse_deck(DECK.read_bytes(), "a.yaml"))
    wrong, slowest, refused = [], 0.0, 0
    for number in range(times):
        dice = Random(f"{seed}:{number}")
        begun_at = time.process_time()
        try:
            parse_xlsx(hostile(good, dice), Path("a.xlsx"))
        except DeckProblems:
            refused += 1
        except Exception as error:  # noqa: BLE001 - whatever it is, it is found
            wrong.append(f"nr. {number}: {type(error).__name__}: {error}"[:200])
        took = time.process_time() - begun_at
        slowest = max(slowest, took)
        if took > MOST_SECONDS:
            wrong.append(f"nr. {number}: {took:.1f} s")
    return judged(
        "werkmappen die willen vertragen", f"{times} keer",
        f"een deel uit {len(PIECES)} stukjes, tot 4 MB; hoogstens {MOST_SECONDS:g} s",
        "; ".join(wrong[:4]) or f"{refused} geweigerd; de langste {slowest:.1f} s", not wrong,
    )  # fmt: skip


def hostile(good: bytes, dice: Random) -> bytes:
    """A workbook with such a part in it, or at the end of one that is sound."""
    out = io.BytesIO()
    part, size = dice.choice((PARTS[0], dice.choice(PARTS))), dice.choice((50_000, 500_000, 4_000_000))
    with (
        zipfile.ZipFile(io.BytesIO(good)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))
        was = source.read(part) if part in source.namelist() else b""
        unit = b"".join(dice.choices(PIECES, k=dice.randint(1, 4)))
        filling = dice.choice((b"", *PIECES)) + unit * (size // len(unit)) + dice.choice((b"", *PIECES))
        place = dice.choice((0, len(was), max(0, was.find(b"<row")), max(0, was.find(b"</sheetData>"))))
        target.writestr(part, filling if dice.random() < 0.2 else was[:place] + filling + was[place:])
    return out.getvalue()


def check(times: int, seed: int) -> Iterator[Row]:
    """All encodings, ``times`` zones, and a tenth as many workbooks."""
    with tempfile.TemporaryDirectory(prefix="faults-outside-") as room:
        yield output(Path(room))
    yield zones(times, seed)
    yield workbooks(max(1, times // 4), seed)
