"""The screens of a path: a step with its questions and cards, and the whole path at once.

For every mode in which a consideration is peeled. What is typed is kept when one goes on, goes back or stops.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tegenwicht.game import events as e
from tegenwicht.game import path as p
from tegenwicht.game.cards import Card
from tegenwicht.game.path import Path, PathStep
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button, plain_look, primary_look, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import FirstThatFits, Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import card_box, card_height, disc
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.parts.path_words import hindsight, question, step_line, step_name
from tegenwicht.screens.parts.picking import open_pick, pick_panel
from tegenwicht.screens.parts.session_parts import (
    SMALL_BUTTON,
    close_button,
    main_button,
    saving,
    small_button,
    undo_boxes,
)
from tegenwicht.screens.parts.unsaved import unsaved_newcomer, unsaved_text
from tegenwicht.screens.parts.writing import no_client_data, writing_panel
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Forget, Open, Shut
from tegenwicht.screens.shell.frame import footed, margin_of
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

GAP, PAD = 24, 30
QUESTION, LINES = 36, 3
CONSIDERATION = "path:consideration"


def title_of(path: Path) -> str:
    """The heading in the bar: where the walk is."""
    if not path.consideration:
        return tr("Welke afweging?")
    if path.at is None:
        return tr("Het hele pad")
    number = p.STEPS.index(path.at) + 1
    return tr("Stap {n} van {m}: {name}").format(n=number, m=len(p.STEPS), name=step_name(path.at))


# -- what was typed and not kept yet


def unsaved_path(v: View, path: Path, key: str = "path") -> list[Command]:
    """What keeps the texts of the open step, or those looking back, that differ from what was kept.

    key: what the forms of this path begin with, so that another path has its own.
    """
    if not path.consideration:
        return list(unsaved_text(v, CONSIDERATION, "", p.NameConsideration))
    found: list[Command] = []
    for form, kept, write in _fields(path, key):
        typed = str(v.model.form(form, kept))
        if typed.strip() != kept:
            found += [Do(write(typed)), Forget(form)]
    return found


def unsaved_panel(v: View, path: Path) -> tuple[Command, ...]:
    """What keeps another line for the consideration, or who joins, when their panel is open."""
    if v.model.panel == "people":
        return unsaved_newcomer(v)
    if v.model.panel == "rename":
        return unsaved_text(v, CONSIDERATION, path.consideration, p.NameConsideration)
    return ()


def _fields(path: Path, key: str) -> Iterator[tuple[str, str, Callable[[str], e.Action]]]:
    """(form, what was kept, what keeps another text) of every field on the screen."""
    if path.at is None:
        yield f"{key}:same", path.same, partial(p.WriteHindsight, False)
        yield f"{key}:otherwise", path.otherwise, partial(p.WriteHindsight, True)
        return
    for number in range(p.QUESTIONS):
        yield f"{key}:{path.at}:{number}", path.answer(path.at, number), partial(p.WriteAnswer, number)


# -- the consideration


def naming(v: View, path: Path, rect: Rect, more: Sequence[Button] = ()) -> Nodes:
    """Before the first step: which consideration."""
    typed = str(v.model.form(CONSIDERATION, path.consideration))
    keep = Do(p.NameConsideration(typed))
    box = Column(
        [
            w.heading(v, tr("Welke afweging bekijken jullie in slow motion?"), 44),
            w.text(v, tr("Kies één moment waarop iemand een keuze maakte. Bijvoorbeeld: "
                         "wel of geen proefplaatsing aanraden. Of: nu bellen of nog een week wachten."), 30),
            field(v, "path:name", tr("De afweging in één regel"), CONSIDERATION, p.LONGEST_CONSIDERATION,
                  action=keep, first=True),
            w.muted(v, no_client_data()),
        ],
        v.u(22),
    )  # fmt: skip
    begin = main_button(v, tr("Begin bij Vooraf"), keep, enabled=bool(typed.strip()))
    sheet = w.panel(v, box, "path:naming", pad=44)
    return frame.page(v, sheet, rect, [begin, *more], 1300)


def rename_panel(v: View, path: Path) -> Node:
    """Another line for the consideration."""
    typed = str(v.model.form(CONSIDERATION, path.consideration))
    return writing_panel(
        v, CONSIDERATION, tr("De afweging"), tr("De afweging in één regel"), p.LONGEST_CONSIDERATION,
        p.NameConsideration(typed), lines=1,
    )  # fmt: skip


# -- a step


def step_body(
    v: View, playing: Playing, path: Path, rect: Rect, side: Sequence[Box] = (), key: str = "path"
) -> Nodes:
    """The open step. side: what the mode has beside it, such as the time. key: as in ``unsaved_path``."""
    assert path.at is not None
    session: Session = playing.timeline.session
    margin = margin_of(v)

    def body(room: Rect, left: list[Button]) -> Nodes:
        inner = Rect(rect.x + margin, room.y + v.u(10), rect.w - 2 * margin, room.h - v.u(10))
        more = [toolbar(v, left)] if left else []
        walk = [rail(v, path, key), _columns(v, session, path, side, key), *more]
        return w.scroll(v, "path:step", Padded(Column(walk, v.u(18)), 0, v.u(6)), inner)

    return footed(v, rect, _step_buttons(v, playing, path, key), body, margin)


def _step_buttons(v: View, playing: Playing, path: Path, key: str) -> list[Button]:
    assert path.at is not None
    at = p.STEPS.index(path.at)
    keep = unsaved_path(v, path, key)
    following = p.STEPS[at + 1] if at + 1 < len(p.STEPS) else None
    if following:
        label = tr("Verder: {step}").format(step=step_name(following))
        onward = main_button(v, label, saving(keep, Do(p.GoToStep(following))))
    else:
        onward = main_button(v, tr("Bekijk het hele pad"), saving(keep, Do(p.ViewPath())))
    lay = small_button(
        v, playing, "lay", tr("Kaart leggen"), p.LayCard, keys.NUMBER, open_pick(), glyph="cards"
    )
    boxes = [onward, lay]
    if following:
        whole = saving(keep, Do(p.ViewPath()))
        boxes.append(button(v, "path:whole", tr("Het hele pad"), whole, size=SMALL_BUTTON, pad=14))
    return [*boxes, *undo_boxes(v, playing)]


def rail(v: View, path: Path, key: str = "path") -> Box:
    """The six steps; any of them can be gone to."""
    full = Wrap([_stop(v, path, step, True, key) for step in p.STEPS], v.u(10), even=True)

    def short() -> Box:
        return Wrap([_stop(v, path, step, False, key) for step in p.STEPS], v.u(8), even=True)

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("path:rail", Role.RADIO_GROUP, rect, tr("De zes stappen"), children=tuple(nodes))

    return Padded(FirstThatFits(full, short), 0, 0, wrap)


def _stop(v: View, path: Path, step: PathStep, numbered: bool, key: str) -> Button:
    here, number = step is path.at, p.STEPS.index(step) + 1
    label = f"{number} {step_name(step)}" if numbered else step_name(step)
    go = saving(unsaved_path(v, path, key), Do(p.GoToStep(step)))
    filled = "" if path.is_empty(step) else "check"
    said = tr("Stap {n}: {name}").format(n=number, name=step_name(step))
    return button(
        v, f"path:go:{step}", label, None if here else go, size=25, pad=16, glyph=filled,
        look=primary_look(v) if here else plain_look(v), role=Role.RADIO, pressed=here, name=said,
        description=tr("ingevuld") if filled else "",
    )  # fmt: skip


def _columns(v: View, session: Session, path: Path, side: Sequence[Box], key: str) -> Box:
    left = _questions(v, path, key)
    right = [*side, *_noticed(v, path), _cards(v, session, path)]
    if v.wide:
        return TwoThirds(left, Column(right, v.u(18)), v.u(GAP))
    return Column([left, *right], v.u(18))


class TwoThirds(Row):
    """The left box takes seven parts of twelve, the right one the rest; both as high as they are."""

    def __init__(self, left: Box, right: Box, gap: int) -> None:
        super().__init__([left, right], gap, 0.0)

    def widths(self, width: int) -> list[int]:
        """How wide each box becomes."""
        first = (width - self.gap) * 7 // 12
        return [first, width - self.gap - first]


def _questions(v: View, path: Path, key: str) -> Box:
    at = path.at
    assert at is not None
    change = button(v, "path:rename", tr("Aanpassen"), Open("rename", ((CONSIDERATION, path.consideration),)),
                    size=21, pad=12, name=tr("Afweging aanpassen"))  # fmt: skip
    words = w.text(v, path.consideration, 28, "semibold", key="path:consideration")
    parts: list[Box] = [
        Row([words, change], v.u(14)),
        _head(v, at),
    ]
    parts += [_question(v, path, at, number, key) for number in range(p.QUESTIONS)]
    parts.append(w.muted(v, no_client_data(), 22))
    return w.panel(v, Column(parts, v.u(20)), "path:questions", pad=PAD)


def _head(v: View, at: PathStep) -> Box:
    """The step's name, and what it is about: beside it where that fits."""
    name, line = (
        w.heading(v, step_name(at), 40 if v.low else 52),
        w.text(v, step_line(at), 28, colour=v.theme.muted),
    )
    if not v.wide:
        return Column([name, line], v.u(2))
    name = Leaf(name.height, name.place, v.type.width(step_name(at), "bold", v.t(52)) + 2)
    return Row([name, line], v.u(24), 0.65)


def _question(v: View, path: Path, at: PathStep, number: int, key: str) -> Box:
    """A question in large letters, and room to write. The check at Interpreteren leads back to Waarnemen."""
    words = question(at, number)
    check = at is PathStep.INTERPRETING and number == 1
    asked = w.text(v, words, QUESTION, "bold" if check else "medium", key=f"path:question:{number}", label="",
                   role=Role.GROUP)  # fmt: skip
    form = f"{key}:{at}:{number}"
    answer = field(v, form, words, form, p.LONGEST_ANSWER,
                   2 if v.low or check else LINES, otherwise=path.answer(at, number), bare=True)  # fmt: skip
    if not check:
        return Column([asked, answer], v.u(8))
    back = saving(unsaved_path(v, path, key), Do(p.GoToStep(PathStep.NOTICING)))
    again = button(v, "path:again", tr("Terug naar Waarnemen"), back, size=SMALL_BUTTON, glyph="back", pad=14)
    box = Column([asked, answer, Wrap([again])], v.u(10))
    return w.panel(v, box, "path:check", tr("De toets"), pad=22, ground=v.theme.ground, edge=v.theme.strong)


def _noticed(v: View, path: Path) -> list[Box]:
    """From Interpreteren on: what was noticed, apart from what is made of it."""
    at = path.at
    if at is None or p.STEPS.index(at) < p.STEPS.index(PathStep.INTERPRETING):
        return []
    words = [text for n in range(p.QUESTIONS) if (text := path.answer(PathStep.NOTICING, n))]
    if not words:
        return []
    rows = [w.text(v, text, 26, key=f"path:noticed:{n}") for n, text in enumerate(words)]
    head = w.name(v, tr("Dit namen jullie waar") if _many(v) else tr("Dit nam je waar"))
    return [w.panel(v, Column([head, *rows], v.u(10)), "path:noticed", pad=24)]


def _many(v: View) -> bool:
    assert v.model.playing is not None
    return not v.model.playing.timeline.session.alone


def _cards(v: View, session: Session, path: Path) -> Box:
    assert path.at is not None
    numbers = path.cards_at(path.at)
    head = w.name(v, tr("Wat speelt hier mee?"))
    rows: list[Box] = [_laid(v, session.cards[number]) for number in numbers]
    if not rows:
        hint = tr(
            "Leg een kaart neer als een factor bij deze stap meespeelt. Kies een stapel, een nummer of een woord."
        )
        rows.append(w.muted(v, hint))
    return w.panel(v, Column([head, *rows], v.u(12)), "path:cards", pad=24)


def _laid(v: View, card: Card) -> Box:
    label = f"{card.number}. {card.title}"
    name = f"{label}, {cluster_name(card.family)}"
    look = Open("laid", (("path:card", card.number),))
    press = button(v, f"laid:{card.number}", label, look, size=26, fill=True, pad=16, name=name)
    return Row([disc(v, card.family, 50), press], v.u(12))


# -- panels


def path_panel(v: View, session: Session, path: Path) -> Node | None:
    """The open panel when it is one of a path's."""
    match v.model.panel:
        case "pick" if path.at is not None:
            here = path.cards_at(path.at)
            cards = [session.cards[number] for number in session.order if number not in here]
            title = tr("Kaart bij {step}").format(step=step_name(path.at))
            return pick_panel(v, title, cards, p.LayCard)
        case "rename":
            return rename_panel(v, path)
        case "laid":
            return _laid_panel(v, session, path)
    return None


def _laid_panel(v: View, session: Session, path: Path) -> Node | None:
    """A card that lies at this step, large."""
    number = v.model.form("path:card", 0)
    if path.at is None or number not in path.cards_at(path.at):
        return None
    card = session.cards[number]
    face = Leaf(
        lambda width: card_height(v, card, "", width), lambda rect: card_box(v, card, "", rect, "laid")
    )
    up = All((Do(p.TakeUpCard(number)), Shut()))
    buttons = [
        close_button(v, tr("Sluiten"), primary=True),
        button(v, "laid:up", tr("Van deze stap halen"), up, glyph="close"),
    ]
    title = tr("Kaart bij {step}").format(step=step_name(path.at))
    return frame.dialog(v, "panel:laid", title, face, buttons, 1240)


# -- the whole path


def whole_body(v: View, playing: Playing, path: Path, rect: Rect, onward: Button, key: str = "path") -> Nodes:
    """All six steps at once, and what one would do the same or otherwise. ``onward``: the main button."""
    session: Session = playing.timeline.session
    margin = margin_of(v)

    def body(room: Rect, left: list[Button]) -> Nodes:
        inner = Rect(rect.x + margin, room.y + v.u(10), rect.w - 2 * margin, room.h - v.u(10))
        more = [toolbar(v, left)] if left else []
        cells = [_step_sheet(v, session, path, step) for step in p.STEPS]
        grid = Grid(cells, 3 if v.wide else 2 if v.pair else 1, v.u(16))
        head = w.text(v, path.consideration, 40, "bold", role=Role.HEADING, level=2, key="path:consideration")
        parts = [rail(v, path, key), head, grid, _hindsights(v, path, key), *more]
        return w.scroll(v, "path:all", Padded(Column(parts, v.u(18)), 0, v.u(6)), inner)

    return footed(v, rect, [onward, *undo_boxes(v, playing)], body, margin)


def _step_sheet(v: View, session: Session, path: Path, step: PathStep) -> Box:
    parts: list[Box] = [w.heading(v, f"{p.STEPS.index(step) + 1}. {step_name(step)}", 30, 3)]
    parts += [
        w.text(v, text, 25, key=f"path:{step}:{number}")
        for number in range(p.QUESTIONS)
        if (text := path.answer(step, number))
    ]
    parts += [_small_card(v, session.cards[number]) for number in path.cards_at(step)]
    if path.is_empty(step):
        parts.append(
            w.text(v, tr("Niets opgeschreven"), 25, "italic", v.theme.muted, key=f"path:{step}:none")
        )
    return w.panel(v, Column(parts, v.u(10)), f"path:sheet:{step}", pad=24)


def _small_card(v: View, card: Card) -> Box:
    words = w.text(
        v, f"{card.number}. {card.title}", 24, "medium", label=card_name(card), key=f"path:card:{card.number}"
    )
    return Row([disc(v, card.family, 40), words], v.u(10))


def _hindsights(v: View, path: Path, key: str) -> Box:
    same, otherwise = f"{key}:same", f"{key}:otherwise"
    boxes = [_hindsight(v, False, path.same, same), _hindsight(v, True, path.otherwise, otherwise)]
    grid = Grid(boxes, 2 if v.pair else 1, v.u(24))
    return w.panel(v, Column([w.heading(v, tr("Achteraf"), 34), grid], v.u(12)), "path:hindsight", pad=PAD)


def _hindsight(v: View, otherwise: bool, kept: str, form: str) -> Box:
    words = hindsight(otherwise)
    asked = w.text(v, words, 30, "medium", label="", role=Role.GROUP, key=f"{form}:words")
    answer = field(v, form, words, form, p.LONGEST_ANSWER, 2, otherwise=kept, bare=True)
    return Column([asked, answer], v.u(8))


def path_line(path: Path) -> str:
    """Where a walk is, for lists."""
    if not path.consideration:
        return tr("nog geen afweging genoemd")
    done = sum(not path.is_empty(step) for step in p.STEPS)
    where = tr("het hele pad") if path.at is None else step_name(path.at)
    return f"{where} · {several('{n} stap ingevuld', '{n} stappen ingevuld', done)}"
