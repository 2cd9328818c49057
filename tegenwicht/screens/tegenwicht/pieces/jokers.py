"""Jokers: they peek out above the tent of who keeps them, and are played on the strip."""

from typing import NamedTuple

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.game.start import LONGEST_LINE
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op, Picture
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters, strip
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do, Forget, Open, Put, Say, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht.now import JOKER, OTHER_SIDE, SLIP, Now
from tegenwicht.screens.tegenwicht.pieces.laid import pile_name

TEXT = Entry("joker:text")
"""The form entry with what one thinks up for a blank joker."""
SEAT_W, SEAT_H, OUT = 44, 60, 26
"""A joker at a seat, and how far it comes out above the tent."""
LARGE = (378, 824, 124, 164)
WORDS_X, RIGHT = 538, 1540
ABOVE = 1


class Choice(NamedTuple):
    """Something to choose when a joker is played. number: of a doorvraag, 0 for a pile."""

    key: str
    word: str
    command: Command
    number: int = 0
    cluster: Cluster | None = None

    @property
    def glyph(self) -> str:
        """The icon before its word on a button."""
        return self.cluster.value if self.cluster else "cards"


def held(now: Now) -> list[tegenwicht.Held]:
    """The jokers of who sits at the table."""
    here = {one.id for one in now.session.present}
    return [one for one in now.play.jokers if one.participant in here]


def opened(now: Now) -> tegenwicht.Held | None:
    """The joker that is being played; None when none is, or it lies there no longer."""
    if now.v.model.panel is not Panel.JOKER:
        return None
    chosen = now.v.model.form(JOKER, 0)
    return next((one for one in held(now) if one.card == chosen and may_play(now, one)), None)


def kind_of(now: Now, one: tegenwicht.Held) -> tegenwicht.Joker:
    """What the joker does."""
    return tegenwicht.joker_of(now.session.cards[one.card])


def may_play(now: Now, one: tegenwicht.Held) -> bool:
    """Whether it can be played now."""
    if kind_of(now, one) is tegenwicht.Joker.OWN:
        return tegenwicht.PlayOwnJoker in now.legal
    return bool(choices(now, one)) or at_once(now, one) is not None


def open_joker(now: Now, one: tegenwicht.Held) -> Command | None:
    """Take it up to play it."""
    return Open(Panel.JOKER, ((JOKER, one.card), (TEXT, ""))) if may_play(now, one) else None


def name_of(now: Now, one: tegenwicht.Held) -> str:
    """Whose joker it is, and which."""
    whose = names_apart(now.session)[one.participant]
    return tr("Joker van {name}: {title}").format(name=whose, title=now.session.cards[one.card].title)


def question(now: Now, one: tegenwicht.Held) -> tuple[str, str]:
    """What is asked when it is played, in two lines."""
    whose = tr("Joker van {name}:").format(name=names_apart(now.session)[one.participant])
    return whose, {
        tegenwicht.Joker.SWAP: tr("kies een andere stapel"),
        tegenwicht.Joker.ASK_ON: tr("kies een doorvraag voor {name}").format(name=now.who),
        tegenwicht.Joker.TURN_ROUND: tr("draai de kaart om; dan geldt Andersom"),
        tegenwicht.Joker.ALL_SHORT: tr("iedereen geeft antwoord, in één zin"),
        tegenwicht.Joker.OWN: tr("wat mag deze joker?"),
    }[kind_of(now, one)]


def choices(now: Now, one: tegenwicht.Held) -> list[Choice]:
    """What there is to choose; nothing for a joker that only does one thing."""
    if not now.cards:
        return []
    card = now.cards[-1]
    made: list[Choice] = []
    if kind_of(now, one) is tegenwicht.Joker.ASK_ON:
        for number, words in enumerate(card.deeper, 1):
            asked = tegenwicht.PlayJoker(one.participant, one.card, slip=number)
            if asked in now.legal:
                out = Put(SLIP, (card.number, number, max(now.slips(card)[1], number)))
                word = tr("Doorvraag {n}").format(n=number)
                done = All((Do(asked), out, Shut(), Say(f"{word}: {words}")))
                made.append(Choice(f"joker:slip:{number}", word, done, number))
    if kind_of(now, one) is tegenwicht.Joker.SWAP:
        for cluster in (*now.clusters, None):
            action = tegenwicht.PlayJoker(one.participant, one.card, cluster=cluster)
            if action in now.legal:
                done = All((Do(action), Shut()))
                made.append(Choice(f"joker:pile:{cluster or 'others'}", pile_name(cluster), done, 0, cluster))
    return made


def at_once(now: Now, one: tegenwicht.Held) -> Command | None:
    """What playing it does, where nothing is to be chosen; None where that is not so, or not now."""
    kind = kind_of(now, one)
    if kind is tegenwicht.Joker.OWN:
        typed = str(now.v.model.form(TEXT, ""))
        return All((Do(tegenwicht.PlayOwnJoker(one.participant, one.card, typed)), Shut()))
    action = tegenwicht.PlayJoker(one.participant, one.card)
    if kind not in (tegenwicht.Joker.TURN_ROUND, tegenwicht.Joker.ALL_SHORT) or action not in now.legal:
        return None
    return All(
        (Forget(OTHER_SIDE), Do(action), Shut())
        if kind is tegenwicht.Joker.TURN_ROUND
        else (Do(action), Shut())
    )


def everyone_answers(now: Now) -> bool:
    """Whether a joker was played on the card on the table that asks everyone."""
    card = now.cards[-1].number
    done = (one.card for one in now.play.played if one.on == card)
    return any(
        tegenwicht.joker_of(now.session.cards[number]) is tegenwicht.Joker.ALL_SHORT for number in done
    )


# -- at the seat


def at_seats(now: Now, tents: dict[int, Rect], most: int = 12) -> list[Node]:
    """A small card in ink above the tent of who keeps it. tents: by participant, where they stand; most: on one tent."""
    made, places = [], dict.fromkeys(tents, 0)
    for one in held(now):
        if one == opened(now) or places[one.participant] >= most:
            continue  # it lies on the strip, or is under Meer
        tent = tents[one.participant]
        x = tent.right - now.g.px(10 + SEAT_W + 50 * places[one.participant])
        places[one.participant] += 1
        seen = Rect(x, tent.y - now.g.px(OUT), now.g.px(SEAT_W), now.g.px(OUT))
        high = max(seen.h, 24)  # what can be pressed is never smaller, however small the table
        hit = seen._replace(y=seen.bottom - high, h=high, w=max(seen.w, 24))
        action = None if now.writing else open_joker(now, one)  # the strip lies over a part of it
        made.append(Node(
            f"joker:{one.card}", Role.BUTTON if action else Role.TEXT, hit, name_of(now, one),
            description=tr("Speel deze joker") if action else "", action=action, corner=now.g.px(8), layer=-1,
            ops=_small(now, now.session.cards[one.card], seen),
        ))  # fmt: skip
    return made


def _small(now: Now, card: Card, seen: Rect) -> tuple[Op, ...]:
    g, theme = now.g, now.v.theme
    whole = seen._replace(h=g.px(SEAT_H))
    px = g.px(22)
    icon = Rect(seen.x + (seen.w - px) // 2, seen.y + g.px(4), px, px)
    return (
        Fill(whole, theme.strong, g.px(8), g.px(2), theme.on_strong),
        Picture(icon, card.picture or "pencil", theme.on_strong),
    )


# -- on the strip


def on_strip(now: Now, one: tegenwicht.Held) -> list[Node]:
    """The joker large, what it asks, and what there is to choose."""
    g, theme = now.g, now.v.theme
    at, ink = strip.strip_rect(g), strip.Ink(theme.ink, theme.strong, theme.on_strong)
    paper = Node("slip:paper", Role.GROUP, at, layer=-1, ops=strip.strip_ops(g, ink))
    card = _large(now, now.session.cards[one.card], at)
    own = kind_of(now, one) is tegenwicht.Joker.OWN
    picked = [] if own else _choices(now, one, at)
    left = min((node.rect.x for node in picked), default=at.right - g.px(30))
    inside: list[Node] = [*_words(now, one, at, left - g.px(24)), *picked]
    if own:
        inside.append(_field(now, one, at))
    whole = Node("panel:joker", Role.GROUP, at, name_of(now, one), children=tuple(inside))
    return [paper, card, whole]


def _large(now: Now, card: Card, at: Rect) -> Node:
    g, theme = now.g, now.v.theme
    x, y, wide, high = LARGE
    rect = g.mid(x, y - g.up, wide, high)
    px = g.px(66)
    picture = Rect(rect.x + (rect.w - px) // 2, rect.y + g.px(34), px, px)
    foot = (rect.x + rect.w // 2, rect.bottom - g.px(36))
    shadow = g.px(14) if theme.table.rich else 0
    ops = (
        Fill(rect, theme.strong, g.px(14), g.px(3), theme.on_strong, shadow),
        Picture(picture, card.picture or "pencil", theme.on_strong),
        letters.line(g, foot, card.title, 20, "semibold", theme.on_strong, 0.5, rect.w - g.px(12)),
    )
    return Node("joker:large", Role.GROUP, rect.around(at._replace(w=rect.w, x=rect.x)), layer=ABOVE, ops=ops)


def _words(now: Now, one: tegenwicht.Held, at: Rect, right: int) -> list[Node]:
    g, theme = now.g, now.v.theme
    x = at.x + g.px(WORDS_X - 350)
    whose, asked = question(now, one)
    own = kind_of(now, one) is tegenwicht.Joker.OWN
    if own:
        first = letters.line(
            g, (x, at.y + g.px(30)), f"{whose} {asked}", 24, "semibold", theme.table.faint, 0.0, right - x
        )
        return [Node("joker:asked", Role.TEXT, first.rect, f"{whose} {asked}", ops=(first,))]
    ops = (
        letters.line(g, (x, at.y + g.px(54)), whose, 36, "semibold", theme.ink, 0.0, right - x),
        letters.line(g, (x, at.y + g.px(96)), asked, 36, "semibold", theme.ink, 0.0, right - x),
    )
    return [Node("joker:asked", Role.TEXT, ops[0].rect.around(ops[1].rect), f"{whose} {asked}", ops=ops)]


def _choices(now: Now, one: tegenwicht.Held, at: Rect) -> list[Node]:
    g, found = now.g, choices(now, one)
    side, pitch = (66, 84) if found and found[0].number else (60, 68)
    x = at.x + g.px(RIGHT - 350 - (len(found) - 1) * pitch - side)
    made = []
    for place, choice in enumerate(found):
        px = g.px(side)
        box = Rect(x + g.px(place * pitch), at.y + (at.h - px) // 2 + g.px(3), px, px)
        key = keys.MENTION[choice.number - 1] if choice.number else None
        if choice.cluster is not None:
            key = keys.MENTION[CLUSTERS.index(choice.cluster)]
        made.append(Node(
            choice.key, Role.BUTTON, box, choice.word, action=choice.command, shortcuts=key.names if key else (),
            first=place == 0, corner=px // 2 if choice.number else g.px(14), ops=_choice(now, choice, box),
        ))  # fmt: skip
    return made


def _choice(now: Now, choice: Choice, box: Rect) -> tuple[Op, ...]:
    g, theme = now.g, now.v.theme
    if choice.number:
        word = (box.x + box.w // 2, box.y + box.h // 2 + g.px(11))
        return (
            Fill(box, theme.table.card, box.w // 2, g.px(3), theme.ink),
            letters.line(g, word, str(choice.number), 32, "bold", theme.ink, 0.5),
        )
    if choice.cluster is None:
        return (Fill(box, theme.strong, g.px(14)), Icon(box.inset(g.px(12)), "cards", theme.on_strong))
    c = theme.clusters[choice.cluster]
    return (
        Fill(box, c.solid, g.px(14), g.px(2), c.edge), Icon(box.inset(g.px(12)), choice.cluster.value, (255, 255, 255)),
    )  # fmt: skip


def _field(now: Now, one: tegenwicht.Held, at: Rect) -> Node:
    """Where one writes what a blank joker does."""
    g, typed = now.g, str(now.v.model.form(TEXT, ""))
    x = at.x + g.px(WORDS_X - 350)
    rect = Rect(x - g.px(12), at.y + g.px(50), at.right - g.px(30) - x, g.px(56))
    inside = rect.inset(g.px(12), g.px(6))
    px = letters.size(g, 32)
    ops: list[Op] = [Fill(rect, now.v.theme.table.card, g.px(10), g.px(2), now.v.theme.ink)]
    if typed and now.v.model.focus != TEXT:
        ops.append(letters.tight(g, inside, typed, "regular", px, now.v.theme.ink, 0.0))
    return Node(
        TEXT, Role.TEXT_FIELD, rect, tr("Wat mag deze joker?"), typed, action=at_once(now, one), first=True,
        edit=Edit(TEXT, LONGEST_LINE, font_px=px, inside=inside, paper=now.v.theme.table.card),
        corner=g.px(10), ops=tuple(ops),
    )  # fmt: skip
