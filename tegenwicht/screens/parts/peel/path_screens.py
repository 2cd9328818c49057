"""The screens round a path: naming the consideration, a card that lies in a layer, the whole path at once.

For every mode in which a consideration is peeled. What is typed is kept when one goes on, goes back or stops.
"""

from collections.abc import Callable, Iterator
from functools import partial

from tegenwicht.game import events
from tegenwicht.game import path as game_path
from tegenwicht.game.cards import Card
from tegenwicht.game.path import Path, PathStep
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, plain_look, primary_look
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import FirstThatFits, Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.clusters import card_box, card_height, disc
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.panels.picking import pick_panel
from tegenwicht.screens.parts.panels.unsaved import unsaved_newcomer, unsaved_text
from tegenwicht.screens.parts.panels.writing import no_client_data, writing_panel
from tegenwicht.screens.parts.peel.path_words import hindsight, step_name
from tegenwicht.screens.parts.peel.slips import unsaved_slip
from tegenwicht.screens.parts.session_parts import close_button, saving
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.parts.table.ground import is_near
from tegenwicht.screens.parts.wall.game_wall import first_that_fits, main_act
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.shell import entries, frame, keys
from tegenwicht.screens.shell.commands import All, Do, Forget, Open, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

LAID_HIGH, LAID_LEAST = 0.65, 400
"""Of a card in a panel: which part of the window it may be high, so that all of it can be read there; at least this."""
PAD, TIGHT, WHOLE_WIDE = 30, 950, 1780
"""Design pixels round what is looked back on; and the height below which all of it stands closer together."""
CONSIDERATION = entries.PATH_CONSIDERATION


def title_of(path: Path) -> str:
    """The heading in the bar: where the walk is."""
    if not path.consideration:
        return tr("Welke afweging?")
    if path.at is None:
        return tr("Het hele pad")
    number = game_path.STEPS.index(path.at) + 1
    return tr("Laag {n} van {m}: {name}").format(n=number, m=len(game_path.STEPS), name=step_name(path.at))


# -- what was typed and not kept yet


def unsaved_path(v: View, path: Path, key: str = "path") -> list[Command]:
    """What keeps the consideration, or the texts looking back, that differ from what was kept.

    key: what the forms of this path begin with, so that another path has its own.
    """
    if not path.consideration:
        return list(unsaved_text(v, CONSIDERATION, "", game_path.NameConsideration))
    found: list[Command] = []
    for form, kept, write in _fields(path, key):
        typed = str(v.model.form(form, kept))
        if typed.strip() != kept:
            found += [Do(write(typed)), Forget(form)]
    return found


def unsaved_panel(v: View, path: Path) -> tuple[Command, ...]:
    """What keeps another line for the consideration, a slip, or who joins, when their panel is open."""
    if v.model.panel is Panel.PEOPLE:
        return unsaved_newcomer(v)
    if v.model.panel is Panel.SLIP:
        return unsaved_slip(v, path)
    if v.model.panel is Panel.RENAME:
        return unsaved_text(v, CONSIDERATION, path.consideration, game_path.NameConsideration)
    return ()


def _fields(path: Path, key: str) -> Iterator[tuple[Entry, str, Callable[[str], events.Action]]]:
    """(form, what was kept, what keeps another text) of every field on the screen."""
    if path.at is None:
        yield Entry(f"{key}:same"), path.same, partial(game_path.WriteHindsight, False)
        yield Entry(f"{key}:otherwise"), path.otherwise, partial(game_path.WriteHindsight, True)


# -- the consideration


def naming(v: View, path: Path) -> Box:
    """Before the first layer: which consideration."""
    typed = str(v.model.form(CONSIDERATION, path.consideration))
    keep = Do(game_path.NameConsideration(typed))
    box = Column(
        [
            widgets.heading(v, tr("Welke afweging bekijken jullie in slow motion?"), 60),
            widgets.text(v, tr("Kies één moment waarop iemand een keuze maakte. Bijvoorbeeld: "
                         "wel of geen proefplaatsing aanraden. Of: nu bellen of nog een week wachten."), 32),
            field(v, "path:name", tr("De afweging in één regel"), CONSIDERATION, game_path.LONGEST_CONSIDERATION,
                  action=keep, first=True),
            widgets.muted(v, no_client_data()),
        ],
        v.px(26),
    )  # fmt: skip
    return sheet(v, box, "path:naming", pad=48)


def begin_act(v: View, path: Path) -> Act:
    """The main button while the consideration is named."""
    typed = str(v.model.form(CONSIDERATION, path.consideration))
    return main_act(tr("Begin bij Vooraf"), Do(game_path.NameConsideration(typed)) if typed.strip() else None)


def rename_panel(v: View, path: Path) -> Node:
    """Another line for the consideration."""
    typed = str(v.model.form(CONSIDERATION, path.consideration))
    return writing_panel(
        v, CONSIDERATION, tr("De afweging"), tr("De afweging in één regel"), game_path.LONGEST_CONSIDERATION,
        game_path.NameConsideration(typed), lines=1,
    )  # fmt: skip


# -- a step


def rail(v: View, path: Path) -> Box:
    """The six steps; any of them can be gone to."""

    def stop(step: PathStep, label: str) -> Button:
        here = step is path.at
        look = primary_look(v) if here else plain_look(v)
        return _stop(v, path, step, label).sized(25, 16).painted(look).chosen(here, Role.RADIO)

    numbered = [stop(step, f"{number} {step_name(step)}") for number, step in enumerate(game_path.STEPS, 1)]

    def short() -> Box:
        return Wrap([stop(step, step_name(step)) for step in game_path.STEPS], v.px(8), even=True)

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("path:rail", Role.RADIO_GROUP, rect, tr("De zes stappen"), children=tuple(nodes))

    return Padded(FirstThatFits(Wrap(numbered, v.px(10), even=True), short), 0, 0, wrap)


def _stop(v: View, path: Path, step: PathStep, label: str, key: str = "path") -> Button:
    """The way to a step. key: as in ``unsaved_path``."""
    number = game_path.STEPS.index(step) + 1
    go = saving(unsaved_path(v, path, key), Do(game_path.GoToStep(step)))
    filled = "" if path.is_empty(step) else "check"
    said = tr("Stap {n}: {name}").format(n=number, name=step_name(step))
    made = button(v, f"path:go:{step}", label, None if step is path.at else go, glyph=filled)
    made = made.heard(said, tr("ingevuld") if filled else "")
    made.node = made.node._replace(shortcuts=keys.MENTION[number - 1].names)
    return made


# -- panels


def path_panel(v: View, session: Session, path: Path) -> Node | None:
    """The open panel when it is one of a path's."""
    match v.model.panel:
        case Panel.PICK if path.at is not None:
            here = path.cards_at(path.at)
            cards = [session.cards[number] for number in session.order if number not in here]
            title = tr("Kaart bij {step}").format(step=step_name(path.at))
            return pick_panel(v, title, cards, game_path.LayCard)
        case Panel.RENAME:
            return rename_panel(v, path)
        case Panel.LAID:
            return _laid_panel(v, session, path)
    return None


def laid_button(v: View, key: str, card: Card, where: PathStep) -> Button:
    """A card that lies in a layer, by its title; pressed it is shown large."""
    opens = Open(Panel.LAID, ((entries.PATH_STEP, str(where)), (entries.PATH_CARD, card.number)))
    made = button(v, key, f"{card.number}. {card.title}", opens, glyph=card.family.value)
    return made.sized(24, 14).filling()


def _laid_panel(v: View, session: Session, path: Path) -> Node | None:
    """A card that lies in a layer, large; and the way to the others there."""
    number, step = v.model.form(entries.PATH_CARD, 0), v.model.form(entries.PATH_STEP, "")
    if step not in game_path.STEPS or number not in path.cards_at(PathStep(step)):
        return None
    where, card = PathStep(step), session.cards[number]
    others = [session.cards[one] for one in path.cards_at(where) if one != number]
    rows = [laid_button(v, f"laid:other:{one.number}", one, where) for one in others]
    small = page_view(v.of(v.model)) if is_near(v) else v
    most = round(v.height * LAID_HIGH) - len(rows) * v.text_px(68)
    face = Leaf(
        lambda width: min(card_height(small, card, "", width), max(most, v.text_px(LAID_LEAST))),
        lambda rect: card_box(small, card, "", rect, "laid"),
    )
    buttons = [close_button(v, tr("Sluiten"), primary=True)]
    if where is path.at:
        up = All((Do(game_path.TakeUpCard(number)), Shut()))
        buttons.append(button(v, "laid:up", tr("Uit deze laag halen"), up, glyph="close"))
    title = tr("Kaart bij {step}").format(step=step_name(where))
    return frame.dialog(v, "panel:laid", title, Column([face, *rows], v.px(12)), buttons, 1400)


# -- the whole path


def whole(v: View, session: Session, path: Path, key: str = "path") -> Box:
    """All six layers at once, and what one would do the same or otherwise. key: as in ``unsaved_path``."""
    return first_that_fits(v, (_whole(v, session, path, key, size) for size in (25, 23, 21)), WHOLE_WIDE)


def _whole(v: View, session: Session, path: Path, key: str, words: float) -> Box:
    """The same with letters of that size."""
    tight = v.down < TIGHT
    cells = [_step_sheet(v, session, path, step, key, words) for step in game_path.STEPS]
    grid = Grid(cells, 3 if v.halves else 2 if v.pair else 1, v.px(12 if tight else 16))
    head = widgets.text(
        v,
        path.consideration,
        40 if tight else 48,
        "bold",
        role=Role.HEADING,
        level=2,
        key="path:consideration",
    )
    return Column([head, _hindsights(v, path, key), grid], v.px(12 if tight else 18))


def _step_sheet(v: View, session: Session, path: Path, step: PathStep, key: str, size: float) -> Box:
    """What came up at a step; its name leads back to it."""
    name = f"{game_path.STEPS.index(step) + 1}. {step_name(step)}"
    parts: list[Box] = [_stop(v, path, step, name, key).sized(size + 2, 14).filling()]
    parts += [
        widgets.text(v, text, size, key=f"path:{step}:{number}")
        for number in range(game_path.QUESTIONS)
        if (text := path.answer(step, number))
    ]
    parts += [_small_card(v, session.cards[number], size) for number in path.cards_at(step)]
    if path.is_empty(step):
        parts.append(
            widgets.text(v, tr("Niets opgeschreven"), size, "italic", v.theme.muted, key=f"path:{step}:none")
        )
    tight = v.down < TIGHT
    column = Column(parts, v.px(6 if tight else 10))
    return sheet(v, column, f"path:sheet:{step}", name, 14 if tight else 20)


def _small_card(v: View, card: Card, size: float) -> Box:
    words = widgets.text(
        v, f"{card.number}. {card.title}", min(24, size), "medium", label=card_name(card),
        key=f"path:card:{card.number}",
    )  # fmt: skip
    return Row([disc(v, card.family, 32 if size > 23 else 28), words], v.px(10))


def _hindsights(v: View, path: Path, key: str) -> Box:
    same, otherwise = Entry(f"{key}:same"), Entry(f"{key}:otherwise")
    boxes = [_hindsight(v, False, path.same, same), _hindsight(v, True, path.otherwise, otherwise)]
    grid = Grid(boxes, 2 if v.pair else 1, v.px(24))
    return sheet(v, grid, "path:hindsight", pad=20 if v.down < TIGHT else PAD)


def _hindsight(v: View, otherwise: bool, kept: str, form: Entry) -> Box:
    words = hindsight(otherwise)
    size = 30 if v.down < TIGHT else 36
    asked = widgets.text(v, words, size, "bold", label="", role=Role.GROUP, key=f"{form}:words")
    answer = field(v, form, words, form, game_path.LONGEST_ANSWER, 2, otherwise=kept).bare
    return Column([asked, answer], v.px(8))


def path_line(path: Path) -> str:
    """Where a walk is, for lists."""
    if not path.consideration:
        return tr("nog geen afweging genoemd")
    done = sum(not path.is_empty(step) for step in game_path.STEPS)
    where = tr("het hele pad") if path.at is None else step_name(path.at)
    return f"{where} · {several('{n} stap ingevuld', '{n} stappen ingevuld', done)}"
