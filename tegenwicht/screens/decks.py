"""The decks there are: one's own, to change, copy and remove; those of the program, to look at and copy."""

from collections.abc import Sequence

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Ends, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.empty import empty
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.shell import entries, frame, keys
from tegenwicht.screens.shell.commands import (
    All,
    Back,
    CopyDeck,
    EditDeck,
    EraseDeck,
    ExportDeck,
    Go,
    KeepDeck,
    NewDeck,
    Open,
    OpenDeck,
    Put,
    RemoveDeck,
    RenameDeck,
    RestoreDeck,
    Shut,
)
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import ShelfDeck
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

NAME, TITLE, PATH, LOST = Entry("decks:name"), entries.DECKS_TITLE, Entry("decks:path"), Entry("decks:lost")
MOST_IN_TITLE = 60
KINDS = ((".xlsx", "Excel (.xlsx)"), (".csv", "CSV (.csv)"), (".yaml", "YAML (.yaml)"))


def build(v: View) -> Node:
    """The list, and what is asked about one of them."""
    v = page_view(v)
    panels = {
        Panel.MORE: _more, Panel.RENAME: _rename, Panel.EXPORT: _export, Panel.COMMENTS: _comments,
        Panel.ERASE: _erase,
    }  # fmt: skip
    panel = panels.get(v.model.panel)
    title = tr("Eigen kaarten")
    return frame.frame(v, title, lambda rect: _body(v, rect), dialog=panel(v) if panel else None)


def _body(v: View, rect: Rect) -> Nodes:
    shelf = v.model.shelf
    parts: list[Box] = [_loose(v, shelf.loose)] if shelf.loose else []
    parts.append(_section(v, "own", tr("Van jou"), _intro(v), [_own(v, one) for one in shelf.own]))
    parts.append(
        _section(v, "shipped", tr("Bij het programma"), None, [_shipped(v, one) for one in shelf.shipped])
    )
    if shelf.removed:
        parts.append(
            _section(v, "removed", tr("Verwijderd"), None, [_removed(v, one) for one in shelf.removed])
        )
    buttons = [
        button(v, "decks:new", tr("Nieuwe kaartset"), NewDeck(), keys.PRIMARY, primary=True, first=True,
               glyph="plus"),
        button(v, "decks:done", tr("Klaar"), Back()),
    ]  # fmt: skip
    asks = tr("Welke kaarten maak je?")
    return frame.page(v, Column(parts, v.px(22)), rect, buttons, frame.PAGE, asks=asks)


def _intro(v: View) -> Box | None:
    """How to begin, as long as there is nothing."""
    words = tr(
        "Sleep een bestand van Excel (.xlsx of .csv) of een kaartset (.yaml) op dit venster om het te openen."
    )
    if v.model.shelf.own:
        return widgets.muted(v, words)
    begin = tr("Begin met een nieuwe kaartset, of maak een kopie van een set hieronder.")
    return empty(v, "decks:none", "plus", tr("Je hebt nog geen eigen kaarten."), f"{begin} {words}")


def _section(v: View, key: str, title: str, intro: Box | None, rows: Sequence[Box]) -> Box:
    parts: list[Box] = [widgets.heading(v, title, 36), *([intro] if intro else [])]
    for number, row in enumerate(rows):
        parts += [_line(v, f"{key}:{number}"), row]
    return widgets.panel(v, Column(parts, v.px(16)), f"decks:{key}")


def _line(v: View, key: str) -> Box:
    def place(rect: Rect) -> Nodes:
        return [Node(f"rule:{key}", Role.GROUP, rect, ops=(Fill(rect, v.theme.quiet),))]

    return Leaf(v.px(2), place)


def _loose(v: View, one: ShelfDeck) -> Box:
    """The deck that is open now and is not kept."""
    keep = button(v, "decks:keep", tr("Bewaren bij Eigen kaarten"), KeepDeck(), glyph="plus").sized(24, 16)
    buttons = [] if v.model.offer else [keep]  # on top of the window is the same button then
    return widgets.panel(v, _row(v, one, buttons, tr("Nu open: {title}")), "decks:loose")


def _row(v: View, one: ShelfDeck, buttons: Sequence[Button], title: str = "{title}") -> Box:
    """What it is at the left, what can be done with it at the right."""
    name = widgets.text(
        v, title.format(title=one.label), 30, "bold", key=f"decks:title:{one.path}", natural=True
    )
    mark = "warning" if one.state != "ready" else ""
    line: Box = widgets.muted(v, one.line, natural=True)
    if mark:
        line = Row([widgets.icon(v, mark, 24, v.theme.ink), line], v.px(8))
    about = Column([name, line], v.px(2))
    return Ends(about, Wrap(buttons, v.px(8)), v.px(30))


def _small(
    v: View, one: ShelfDeck, what: str, label: str, action: Command, glyph: str = "", able: bool = True
) -> Button:
    key = f"decks:{what}:{one.name or one.path}"
    return (
        button(v, key, label, action, glyph=glyph, enabled=able).sized(22, 14).heard(f"{label}: {one.label}")
    )


def _own(v: View, one: ShelfDeck) -> Box:
    edit = tr("Wat is er mis?") if one.state == "broken" else tr("Wijzigen")
    buttons = [_small(v, one, "edit", edit, EditDeck(one.name), "note")]
    if not _is_whole(one):
        return _row(
            v, one, [*buttons, _small(v, one, "remove", tr("Verwijderen"), RemoveDeck(one.name), "trash")]
        )
    more = Open(Panel.MORE, ((NAME, one.name),))
    buttons += [
        _small(v, one, "play", tr("Spelen"), _played(one), "play"),
        _small(v, one, "more", tr("Meer"), more),
    ]
    return _row(v, one, buttons)


def _is_whole(one: ShelfDeck) -> bool:
    """Whether it can be played with, copied and given away; a broken one can only be mended or put away."""
    return one.state in ("ready", "draft")


def _shipped(v: View, one: ShelfDeck) -> Box:
    able = one.state == "ready"
    look = All((OpenDeck(one.path), Put(entries.BROWSE_OPEN, 0), Go(Scene.BROWSE)))
    buttons = [
        _small(v, one, "look", tr("Bekijken"), look, "search", able),
        _small(v, one, "play", tr("Spelen"), _played(one), "play", able),
        _small(v, one, "copy", tr("Kopie maken"), CopyDeck(one.path), "cards", able),
    ]
    return _row(v, one, buttons)


def _removed(v: View, one: ShelfDeck) -> Box:
    erase = Open(Panel.ERASE, ((NAME, one.name), (TITLE, one.label)))
    buttons = [
        _small(v, one, "restore", tr("Terugzetten"), RestoreDeck(one.name), "undo"),
        _small(v, one, "erase", tr("Voorgoed weg"), erase, "trash"),
    ]
    return _row(v, one, buttons)


def _played(one: ShelfDeck) -> All:
    return All((OpenDeck(one.path), Go(Scene.SETUP)))


# -- panels


def _cancel(v: View) -> Button:
    return button(v, "decks:cancel", tr("Terug"), Shut(), keys.BACK)


def _more(v: View) -> Node | None:
    """What else can be done with a deck of one's own."""
    wanted = v.model.form(NAME, "")
    one = next((one for one in v.model.shelf.own if one.name == wanted), None)
    if one is None:
        return None
    rename = Open(Panel.RENAME, ((NAME, one.name), (TITLE, one.label[:MOST_IN_TITLE])))
    export = Open(Panel.EXPORT, ((PATH, one.path), (TITLE, one.label)))
    deeds = [
        button(
            v, "decks:copy", tr("Kopie maken"), All((Shut(), CopyDeck(one.path))), glyph="cards", first=True
        ),
        button(v, "decks:another", tr("Andere naam"), rename, glyph="note"),
        button(v, "decks:file", tr("Bestand maken"), export, glyph="draw"),
        button(v, "decks:remove", tr("Verwijderen"), All((Shut(), RemoveDeck(one.name))), glyph="trash"),
    ]
    explained = widgets.muted(v, tr("Wat je verwijdert, kun je nog terughalen."))
    box = Column([Wrap(deeds, v.px(12)), explained], v.px(18))
    return frame.dialog(v, "panel:more", one.label, box, [_cancel(v)], 1060)


def _rename(v: View) -> Node:
    rename = RenameDeck(str(v.model.form(NAME, "")))
    box = field(v, "decks:title", tr("Naam van de kaartset"), TITLE, MOST_IN_TITLE, action=rename, first=True)
    buttons = [button(v, "decks:rename", tr("Bewaren"), rename, primary=True), _cancel(v)]
    return frame.dialog(v, "panel:rename", tr("Andere naam"), box, buttons)


def _export(v: View) -> Node:
    path, title = str(v.model.form(PATH, "")), str(v.model.form(TITLE, ""))
    words = tr(
        "Er komt een bestand van {title} in je map Documenten. Excel is handig om te delen en te bewerken."
    )
    kinds = [
        button(v, f"decks:export:{kind}", name, ExportDeck(path, kind), primary=not at, first=not at)
        for at, (kind, name) in enumerate(KINDS)
    ]
    box = widgets.text(v, words.format(title=title))
    return frame.dialog(v, "panel:export", tr("Bestand maken"), box, [*kinds, _cancel(v)], 1000)


def _erase(v: View) -> Node:
    """What cannot be taken back is asked first."""
    name, title = str(v.model.form(NAME, "")), str(v.model.form(TITLE, ""))
    words = tr("{title} gaat voorgoed weg, met alle kaarten erin. Dat kun je niet terugdraaien.").format(
        title=title
    )
    more = tr("Sessies die ermee gespeeld zijn, blijven staan: die hebben hun eigen kaarten.")
    erase = button(v, "decks:erased", tr("Voorgoed weg"), EraseDeck(name), glyph="trash")
    stay = button(v, "decks:cancel", tr("Terug"), Shut(), keys.BACK, primary=True, first=True)
    box = Column([widgets.text(v, words), widgets.muted(v, more)], v.px(10))
    return frame.dialog(v, "panel:erase", tr("Voorgoed weg?"), box, [stay, erase])


def _comments(v: View) -> Node:
    """A file with comments that writing it anew would lose is left alone."""
    why = tr(
        "In dit bestand staan opmerkingen die bij het opslaan verloren zouden gaan. "
        "Daarom blijft het zoals het is. Je kunt wel een kopie wijzigen."
    )
    lost = [
        widgets.text(v, str(line), widgets.SMALL, colour=v.theme.muted) for line in v.model.form(LOST, ())
    ]
    copy = button(v, "decks:copy", tr("Een kopie wijzigen"), CopyDeck(str(v.model.form(PATH, ""))), primary=True,
                  first=True)  # fmt: skip
    box = Column([widgets.text(v, why), *lost], v.px(10))
    return frame.dialog(v, "panel:comments", tr("Met de hand gemaakt"), box, [copy, _cancel(v)], 1000)
