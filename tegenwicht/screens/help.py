"""Help: how a session goes, every key, where things are kept, what help there is for eyes and ears."""

from collections.abc import Iterator, Sequence

from tegenwicht.game.modes import MODES
from tegenwicht.game.state import Session
from tegenwicht.game.tegenwicht.state import Table
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.help_lines import Help, help_for, help_on, step_of
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Rehearse
from tegenwicht.screens.shell.frame import PAGE, done, frame, page
from tegenwicht.screens.shell.modes import screens_of
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View


def build(v: View) -> Node:
    """The help screen."""
    v = page_view(v)
    return frame(v, tr("Hulp"), lambda rect: _body(v, rect))


def _body(v: View, rect: Rect) -> Nodes:
    playing = widgets.panel(
        v, Column([widgets.heading(v, tr("Zo speel je"), 36), *_steps(v)], v.px(10)), "help:play"
    )
    pressing = widgets.panel(
        v, Column([widgets.heading(v, tr("Toetsen"), 36), _keys(v)], v.px(14)), "help:keys"
    )
    access = widgets.panel(
        v, Column([widgets.heading(v, tr("Voor iedereen"), 36), *_access(v)], v.px(10)), "help:access"
    )
    modes = widgets.panel(
        v, Column([widgets.heading(v, tr("De spellen"), 36), *_modes(v)], v.px(10)), "help:modes"
    )
    both = widgets.side_by_side(
        v, Column([*_on_the_table(v), *_rehearsal(v), playing, modes, access], v.px(22)), pressing
    )
    title, lines = _help_here(v)
    return page(v, Column([_here(v, lines), both], v.px(26)), rect, done(v), PAGE, asks=title)


def _here(v: View, lines: Sequence[str]) -> Box:
    """What helps on the screen that one came from, before all else, to be read from a distance."""
    arrow = widgets.icon(v, "next", 30, v.theme.muted)
    high = widgets.text(v, "x", 32, "medium").height(v.width)
    beside = Padded(arrow, 0, max(0, high - arrow.height(v.width)) // 2)  # halfway down the first line
    rows: list[Box] = [Row([beside, widgets.text(v, words, 32, "medium")], v.px(16), 0.0) for words in lines]
    return widgets.panel(v, Column(rows, v.px(14)), "help:here")


def _help_here(v: View) -> Help:
    playing = v.model.playing
    scene = v.model.back[-1] if v.model.back else Scene.START
    if scene != Scene.PLAY or playing is None:
        return help_on(scene)
    session = playing.timeline.session
    return help_for(*step_of(v, session), v.model.behind, v.model.curtain)


def _rehearsal(v: View) -> list[Box]:
    """Two cards to try the keys, while no session is on the table."""
    if v.model.playing is not None or v.model.deck is None:
        return []
    words = widgets.text(v, tr("Twee kaarten om de toetsen te proberen. Er wordt niets bewaard."), 26)
    begin = button(v, "help:rehearse", tr("Oefenronde"), Rehearse(), glyph="play").sized(pad=18)
    return [
        widgets.panel(
            v,
            Column([widgets.heading(v, tr("Eerst oefenen"), 36), words, Wrap([begin], 0)], v.px(10)),
            "help:rehearsal",
        )
    ]


def _on_the_table(v: View) -> list[Box]:
    """What is meant by the cards that lie there, and how one plays with this deck; nothing where nobody plays."""
    told = list(_told(v.model.playing.timeline.session)) if v.model.playing is not None else []
    if not told:
        return []
    boxes = [widgets.text(v, words, 26) for words in told]
    return [
        widgets.panel(v, Column([widgets.heading(v, tr("Nu op tafel"), 36), *boxes], v.px(10)), "help:now")
    ]


def _told(session: Session) -> Iterator[str]:
    play = session.play
    turn = play.turn if isinstance(play, Table) else None
    for card in [session.cards[one.card] for one in turn.cards] if turn is not None else []:
        if card.explanation:
            yield tr("{title}: {meaning}").format(title=card.title, meaning=card.explanation)
    if session.deck.instruction:
        yield session.deck.instruction


def _steps(v: View) -> list[Box]:
    steps = (
        tr("Wie aan de beurt is, trekt een kaart. Lees de vraag hardop voor."),
        tr("Neem denktijd. Praat dan over hóe je weegt: wat zag je, wat maakte je ervan, wat betekende het?"),
        tr("Komt er een ander cluster langs? Druk 1 tot 6. Een kaart telt één keer, genoemd worden ook."),
        tr(
            "Wegen: tel af, iedereen steekt 1 tot 4 vingers op, vul in hoeveel van elk. Pas daarna zie je het onderzoek."
        ),
        tr("Past een kaart niet? Leg hem opzij, zonder uitleg. Of sla de beurt over. Dat telt niet mee."),
        tr(
            "Tegenwicht: trek een kaart uit een cluster dat weinig langskwam, bij de kaart die er ligt. Beide tellen."
        ),
        tr("Na elke ronde zie je wat er op tafel kwam en wat niet. Rond af wanneer je wilt."),
        tr("Stoppen mag altijd: de sessie wacht tot je verdergaat."),
    )
    return [
        Row([_count(v, n), widgets.text(v, words, 26)], v.px(10), 0.0) for n, words in enumerate(steps, 1)
    ]


def _modes(v: View) -> list[Box]:
    """Every mode with what one does in it, as the setup says it."""
    rows: list[Box] = []
    for about in (screens_of(mode).about() for mode in MODES):
        name = widgets.text(v, about.name, 26, "semibold", role=Role.HEADING, level=3)
        rows.append(Column([name, widgets.text(v, about.line, 26)], v.px(2)))
    return rows


def _count(v: View, number: int) -> Box:
    return _fixed(widgets.text(v, f"{number}.", 26, "bold", v.theme.muted), v.text_px(40))


def _fixed(box: Box, width: int) -> Box:
    return Leaf(box.height, box.place, width)


def _keys(v: View) -> Box:
    rows = [_key(v, shown, does) for shown, does in keys.explained()]

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("keys", Role.TABLE, rect, tr("Toetsen"), children=tuple(nodes))

    return Padded(Column(rows, v.px(8)), 0, 0, wrap)


def _key(v: View, shown: str, does: str) -> Box:
    key = widgets.text(v, shown, 24, "bold", role=Role.ROW_HEADER)
    row = Row(
        [_fixed(key, v.text_px(230 if v.pair else 170)), widgets.text(v, does, 24, role=Role.CELL)],
        v.px(14),
        0.0,
    )

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(f"key:{shown}", Role.ROW, rect, children=tuple(nodes))

    return Padded(row, 0, 0, wrap)


def _access(v: View) -> list[Box]:
    lines = (
        tr(
            "Alles werkt met het toetsenbord, en met een schermlezer zoals NVDA, Verteller, VoiceOver of Orca."
        ),
        tr("Instellingen (F2): tekst tot 200 %, donker, hoog contrast, minder beweging, geluid uit."),
        tr(
            "Gebeurt er iets door een letter of door spraak? Zet losse lettertoetsen uit, ook bij Instellingen."
        ),
        tr("Wat op je computer is ingesteld, zoals hoog contrast, geldt hier ook."),
        tr(
            "Een clicker voor presentaties werkt: volgende is de hoofdknop, vorige is ongedaan maken. Is de regie "
            "open? Houd volgende ingedrukt om langs de clusters te gaan, en nog eens om er een te kiezen."
        ),
        tr("De tijd dwingt niets: aan het eind klinkt een zachte bel en mag je doorpraten."),
        tr("Elk cluster heeft een kleur, een teken en een woord."),
        tr(
            "Tegenwicht gebruikt geen internet. Alles blijft op deze computer, tot je het zelf deelt of weggooit."
        ),
        tr("Verslagen, vergelijken en wissen: bij Eerdere sessies. Alles wissen: bij Instellingen."),
    )
    return [widgets.text(v, words, 26) for words in lines]
