"""Verslag: the page for the wall, what can be made of it, and apart, without keys, closing and erasing."""

from pathlib import Path
from typing import NamedTuple

from tegenwicht.i18n import several, tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.harvest import wall_page
from tegenwicht.screens.parts.harvest.now import WAY, Harvest
from tegenwicht.screens.parts.harvest.remarks import number_word
from tegenwicht.screens.parts.panels.erasing import SURE
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import (
    All,
    CopySummary,
    Open,
    OpenFile,
    PrintCards,
    Put,
    SavePicture,
    SaveReport,
    Say,
)
from tegenwicht.screens.shell.entries import BUSY, REPORT_SAVED, Entry
from tegenwicht.screens.shell.modes import leaving
from tegenwicht.screens.shell.panels import Panel

FORM, SAVED = Entry("harvest:form"), REPORT_SAVED
"""What is to be made, and where it went; the panel that asks before a session is closed."""
DANGER = (155, 28, 28)


class _Sizes(NamedTuple):
    """In design pixels. asks: x, base line and size of the heading. rows: of what stands apart, from its top: the words,
    the buttons and how high they are, and what each means. below: how far each is below the other; 0 beside it."""

    asks: tuple[float, float, float] = (96, 142, 66)
    x: float = 860
    y: float = 188
    wide: float = 964
    high: float = 96
    pitch: float = 114
    name: float = 34
    told: float = 25
    said: float = 27
    kept: float = 40
    more: float = 62
    apart: float = 720
    apart_high: float = 190
    pad: float = 30
    rows: tuple[float, float, float, float] = (44, 68, 60, 164)
    below: float = 0


def _sizes(now: Harvest) -> _Sizes:
    g = now.g
    if not now.v.near:
        return _Sizes()
    x = 32 + wall_page.PAPER[2] / wall_page.NEAR_GROUND + 26
    return _Sizes(
        (32, 118, 44), x, 142, g.across - 32 - x, 78, 88, 29, 23, 25, 26, 46, g.down - 232, 146, 22, (34, 46, 42, 0), 48,
    )  # fmt: skip


def nodes(now: Harvest) -> list[Node]:
    """Everything between the top and the rim."""
    return [_heading(now), wall_page.page(now), *_ways(now), *_kept(now), *_more(now), _apart(now)]


def _heading(now: Harvest) -> Node:
    g, words, asks = now.g, tr("Neem het mee."), _sizes(now).asks
    at = now.spot(*asks[:2], 0, 0)
    line = letters.line(g, (at.x, at.y), words, asks[2], "bold", now.v.theme.ink)
    return Node("report:asks", Role.HEADING, line.rect, words, level=2, ops=(line,))


# -- what can be made


def ways(now: Harvest) -> list[tuple[str, str, str, str]]:
    """(ending, name, what for, icon) of what can be made."""
    found = [
        (".pdf", tr("Als pdf"), tr("om af te drukken of te mailen"), "pdf"),
        (".docx", tr("Als Word-bestand"), tr("om zelf in verder te schrijven"), "word"),
    ]
    if now.cards:
        count = number_word(len(now.cards))
        told = several("één kaart, om uit te knippen", "{{n}} kaarten, om uit te knippen", len(now.cards))
        found.append(("cards", tr("De kaarten van vandaag"), told.format(n=count), "cards"))
    return found


def chosen_way(now: Harvest) -> str:
    """What is to be made."""
    return str(now.v.model.form(FORM, ".pdf"))


def choosing(way: str) -> Command:
    """Chooses what is to be made; it can be made then, also once more."""
    return All((Put(FORM, way), Put(SAVED, "")))


def making(now: Harvest) -> Command:
    """The command that makes the file in the way that is chosen."""
    way = chosen_way(now)
    if way == "cards":
        numbers = tuple(card.number for card in now.cards)
        return PrintCards("74x105", False, False, numbers, of_session=True)
    return SaveReport(now.playing.id, way, False)


def making_words(now: Harvest) -> str:
    """What the button is called that makes it."""
    return tr("Maak de kaarten") if chosen_way(now) == "cards" else tr("Maak het verslag")


def saved(now: Harvest) -> str:
    """Where it went; empty until it was made."""
    return str(now.v.model.form(SAVED, ""))


def opening(now: Harvest) -> Command:
    """Shows what was made, in the program that this machine has for it."""
    return OpenFile(saved(now))


def saved_words(now: Harvest) -> str:
    """The name of the file and of its folder."""
    place = Path(saved(now))
    return tr("Bewaard: {name}, in de map {folder}.").format(name=place.name, folder=place.parent.name)


def is_made(now: Harvest) -> bool:
    """Whether what is chosen was made and nothing changed since, so that the button does not make it once more."""
    way = chosen_way(now)
    return bool(saved(now)) and Path(saved(now)).suffix == (".pdf" if way == "cards" else way)


def acts(now: Harvest) -> list[Act]:
    """The buttons on the rim: the main one makes what is chosen, once; choosing or a change in the session frees it."""
    word = making_words(now)
    done = bool(saved(now))
    if done:
        word = tr("Het is bewaard")
    home = Act("home", tr("Naar het begin"), leaving(now.v), None, told=tr("De sessie blijft bewaard"))
    return [home, Act("primary", word, None if done else making(now), keys.PRIMARY, primary=True)]


def _ways(now: Harvest) -> list[Node]:
    made, s = [], _sizes(now)
    for number, (way, name, told, icon) in enumerate(ways(now)):
        at = now.spot(s.x, s.y + s.pitch * number, s.wide, s.high)
        made.append(_way(now, number, way, name, told, icon, at))
    whole = made[0].rect.around(made[-1].rect)
    return [Node("report:ways", Role.RADIO_GROUP, whole, tr("Wat wil je maken?"), children=tuple(made))]


def _way(now: Harvest, number: int, way: str, name: str, told: str, icon: str, at: Rect) -> Node:
    g, theme, m = now.g, now.v.theme, now.v.theme.table
    on, key = way == chosen_way(now), Key((str(number + 1),), str(number + 1))
    sign, there = now.sign(key), on and is_made(now)
    if there:
        told = tr("Al gemaakt. Nog een keer? Klik hier of druk op {key}.").format(key=sign) if sign else tr(
            "Al gemaakt. Nog een keer? Klik hier."
        )  # fmt: skip
    lip, radius = g.px(6), g.px(18)
    px, lower = at.h * 68 // 96, at.h // 2
    square = Rect(at.x + g.px(22), at.y + (at.h - px) // 2, px, px)
    edge = Fill(at, m.paper, radius, g.px(4.5 if on else 2.6), theme.ink if on else m.line)
    ops: list[Op] = [edge] if on else [Fill(at._replace(y=at.y + lip), m.lip, radius), edge]
    ops.append(Fill(square, m.skirting, g.px(12)))
    ops.append(Icon(square.inset(round(square.w * 0.19)), icon, theme.ink))
    x = square.right + g.px(26)
    room = at.right - g.px(24 + 44 + 10) - x
    ops += [
        letters.line(g, (x, at.y + lower - g.px(2)), name, _sizes(now).name, "bold", theme.ink),
        letters.line(
            g,
            (x, at.y + lower + g.px(_sizes(now).told * 1.22)),
            told,
            _sizes(now).told,
            "medium",
            m.faint,
            0.0,
            room,
        ),
    ]
    if on:
        disc = Rect(at.right - g.px(24) - g.px(44), at.y + (at.h - g.px(44)) // 2, g.px(44), g.px(44))
        ops += [Fill(disc, theme.strong, disc.w // 2), Icon(disc.inset(g.px(11)), "check", theme.on_strong)]
    elif sign:
        side = g.px(28)
        place = Rect(square.right + g.px(14) - side, square.bottom + g.px(9) - side, side, side)
        ops += letters.key_sign(g, place, sign, theme.ink, m.paper)
    made = bool(saved(now))
    choose = choosing(way) if made or not on else None
    entered = (
        Say(_again_aloud(now, sign)) if there else making(now)
    )  # Enter held down makes one file and no heap of them
    return Node(
        f"{WAY}{number}", Role.RADIO, at, name, description=told, action=choose, pressed=on,
        shortcuts=key.names, bindings=(("return", entered),) if on else (), corner=radius,
        ops=tuple(ops),
    )  # fmt: skip


def _again_aloud(now: Harvest, sign: str) -> str:
    """Where the file is that was made, and how to make it once more by keys."""
    how = tr("Nog een keer? Kies een andere vorm, en dan weer deze.")
    if sign:
        how = tr("Nog een keer? Druk op {key}, en dan op Enter.").format(key=sign)
    return f"{saved_words(now)} {how}"


# -- where it went, and what else there is


def _kept(now: Harvest) -> list[Node]:
    """That the session is kept, or where the file went."""
    g, theme = now.g, now.v.theme
    s = _sizes(now)
    y = s.y + s.pitch * len(ways(now)) + s.kept
    at = now.spot(s.x, y, s.wide, 0)
    if not saved(now):
        words = kept_words(now)
        line = letters.line(g, (at.x, at.y), words, s.said, "medium", theme.ink, 0.0, at.w)
        return [Node("report:kept", Role.TEXT, line.rect, words, ops=(line,))]
    words = saved_words(now)
    line = letters.line(g, (at.x, at.y), words, s.said, "semibold", theme.ink, 0.0, at.w - g.px(170))
    button = now.spot(
        s.x + s.wide - 150, y - (38 if not now.v.near else 30), 150, 52 if not now.v.near else 44
    )
    return [
        Node("report:saved", Role.TEXT, line.rect, words, live=True, ops=(line,)),
        _small(now, "report:open", tr("Openen"), opening(now), button),
    ]


def kept_words(now: Harvest) -> str:
    """That nothing is lost; what is being made, as long as that lasts."""
    busy = now.v.model.form(BUSY, "")
    if busy:
        return str(busy)
    if not now.v.model.settings.keep_notes and not now.closed:
        return tr("Wat je hier maakt blijft. De sessie zelf gaat weg als je sluit.")
    return tr("De sessie blijft bewaard. Terugvinden: Eerdere sessies.")


def more_ways(now: Harvest) -> list[tuple[str, str, Command]]:
    """(key, word, command) of what else can be taken along."""
    found: list[tuple[str, str, Command]] = [
        ("report:copy", tr("Kopieer de samenvatting"), CopySummary(now.playing.id)),
    ]
    if now.mine.counts is not None:
        found.append(("report:picture", tr("Bewaar een plaatje"), SavePicture(now.playing.id)))
    found.append(("report:more", tr("Andere vormen…"), Open(Panel.REPORT, ((SAVED, ""),))))
    return found


def _more(now: Harvest) -> list[Node]:
    g, made = now.g, []
    s = _sizes(now)
    start = now.spot(s.x, s.y + s.pitch * len(ways(now)) + s.more, 0, 52)
    x = start.x
    for key, word, command in more_ways(now):
        wide = letters.width(g, word, 25 if not now.v.near else 23, "semibold") + g.px(
            36 if not now.v.near else 14
        )
        made.append(_small(now, key, word, command, Rect(x, start.y, wide, start.h)))
        x += wide + g.px(14 if not now.v.near else 9)
    return made


def _small(
    now: Harvest, key: str, word: str, command: Command, at: Rect, danger: bool = False, icon: str = ""
) -> Node:
    g, theme, m = now.g, now.v.theme, now.v.theme.table
    red = danger and theme.name == "light"
    ink, line = (DANGER, DANGER) if red else (theme.ink, m.line)
    ops: list[Op] = [Fill(at, m.paper, g.px(14), g.px(2.6), line)]
    middle = at.x + at.w // 2
    if icon:
        px = g.px(28)
        ops.append(Icon(Rect(at.x + g.px(20), at.y + (at.h - px) // 2, px, px), icon, ink))
        middle += g.px(20)
    ops.append(
        letters.line(g, (middle, at.y + at.h // 2 + g.px(9)), word, 25, "semibold", ink, 0.5, at.w - g.px(16))
    )
    return Node(key, Role.BUTTON, at, word, action=command, corner=g.px(14), ops=tuple(ops))


# -- apart


def _apart(now: Harvest) -> Node:
    """Closing and erasing: reached by Tab or a click, never by a key."""
    g, m = now.g, now.v.theme.table
    s = _sizes(now)
    at = now.spot(s.x, s.apart, s.wide, s.apart_high)
    w, high = at.w / g.scale, at.h / g.scale
    box = Drawing(at, (w, high), (
        f'<rect x="2" y="2" width="{w - 4:.0f}" height="{high - 4:.0f}" rx="16" fill="{web(m.paper)}" fill-opacity="0.55"'
        f' stroke="{web(m.line)}" stroke-width="2.4" stroke-dasharray="7 5"/>'
    ), ground=m.paper)  # fmt: skip
    told = apart_words(now)
    head = letters.line(
        g,
        (at.x + g.px(s.pad), at.y + g.px(s.rows[0])),
        told,
        25,
        "medium",
        m.faint,
        0.0,
        at.w - 2 * g.px(s.pad),
    )
    children = [Node("apart:told", Role.TEXT, head.rect, told, ops=(head,))]
    x = at.x + g.px(s.pad)
    for key, word, says, command, icon in apart(now):
        wide = letters.width(g, word, 25 if now.v.near else 28, "semibold") + g.px(96)
        row = g.px(s.below) * len(children[1:]) // 2
        rect = Rect(x, at.y + g.px(s.rows[1]) + row, wide, g.px(s.rows[2]))
        node = _small(now, key, word, command, rect, danger=key == "erase", icon=icon)
        said = (
            (rect.right + g.px(18), rect.y + rect.h // 2 + g.px(8))
            if s.below
            else (x, at.y + g.px(s.rows[3]))
        )
        under = letters.line(g, said, says, 24, "medium", m.faint, 0.0, at.right - said[0] - g.px(12))
        children += [
            node._replace(description=says),
            Node(f"{key}:says", Role.GROUP, under.rect, ops=(under,)),
        ]
        x += 0 if s.below else max(wide, under.rect.w) + g.px(48)
    return Node("apart", Role.GROUP, at, tr("Sluiten en wissen"), ops=(box,), children=tuple(children))


def apart_words(now: Harvest) -> str:
    """Over the box."""
    if now.closed:
        return tr("Deze sessie is gesloten: bekijken kan nog, en er een verslag van maken ook.")
    return tr("Dit kun je niet terugdraaien. Er komt eerst een vraag: zeker weten?")


def apart(now: Harvest) -> list[tuple[str, str, str, Command, str]]:
    """(key, word, what it means, command, icon) of closing and erasing."""
    keep = now.v.model.settings.keep_notes
    close = (
        "close",
        tr("Sessie sluiten…"),
        tr("daarna alleen nog bekijken"),
        Open(Panel.CLOSE if keep else Panel.CLOSE_WITHOUT_KEEPING, ((SURE, ""),)),
        "lock",
    )
    erase = (
        "erase",
        tr("Deze sessie wissen…"),
        tr("weg van deze computer, voorgoed"),
        Open(Panel.ERASE, ((SURE, ""),)),
        "trash",
    )
    return [erase] if now.closed else [close, erase]
