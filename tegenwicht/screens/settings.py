"""The settings: text size, theme, motion, sound, keys, full screen, and what stays after a session."""

from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, choice_of, switch
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, Row
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.preferences import DISTANCES, MONTHS_KEPT, SPACINGS
from tegenwicht.screens.parts.fields import spin
from tegenwicht.screens.parts.panels.erasing import (
    SURE,
    erase_all_panel,
    months_word,
    old_panel,
)
from tegenwicht.screens.parts.panels.own_keys import key_panel, keys_panel
from tegenwicht.screens.parts.panels.put_back import copies_button, copies_panels
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.shell.commands import KeepFor, Open, Prefer, TextSize
from tegenwicht.screens.shell.frame import PAGE, done, frame, page
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View


def build(v: View) -> Node:
    """The settings, which show what they do while you change them."""
    v = page_view(v)
    return frame(v, tr("Instellingen"), lambda rect: _body(v, rect), dialog=_dialog(v))


def _dialog(v: View) -> Node | None:
    if v.model.panel is Panel.ERASE_ALL:
        return erase_all_panel(v)
    if v.model.panel in (Panel.KEYS, Panel.KEY):
        return keys_panel(v) if v.model.panel is Panel.KEYS else key_panel(v)
    return old_panel(v) if v.model.panel is Panel.OLD_SESSIONS else copies_panels(v)


def _body(v: View, rect: Rect) -> Nodes:
    seen = _sheet(v, "settings:looks", "settings", tr("Wat je ziet"), _looks(v), 22)
    pressed = _sheet(v, "settings:switches", "sound", tr("Geluid en toetsen"), _pressed(v), 14)
    room = _sheet(v, "settings:room", "people", tr("In de zaal"), _room(v), 14)
    parts: list[Box] = [
        widgets.side_by_side(v, seen, Column([pressed, room], v.px(26)), 26),
        _sheet(v, "settings:privacy", "lock", tr("Wat blijft er staan"), _privacy(v), 14),
    ]
    return page(v, Column(parts, v.px(26)), rect, done(v), PAGE, asks=tr("Hoe wil je spelen?"))


def _sheet(v: View, key: str, glyph: str, title: str, parts: list[Box], gap: float) -> Box:
    """A sheet with what belongs together, under its sign and name."""
    head = Row([widgets.icon(v, glyph, 36, v.theme.ink), widgets.heading(v, title, 34)], v.px(14))
    return widgets.panel(v, Column([head, *parts], v.px(gap)), key)


def _pressed(v: View) -> list[Box]:
    """Sound, and the keys."""
    explained = tr("Losse lettertoetsen uit: dan werken alleen Enter, Tab, pijltjes en toetsen met Ctrl.")
    switches = [
        _switch(v, "sound", tr("Geluid")),
        _switch(v, "letter_keys", tr("Losse lettertoetsen"), explained),
        button(v, "settings:keys", tr("Toetsen veranderen…"), Open(Panel.KEYS)).sized(pad=18),
    ]
    return [Wrap(switches, v.px(12)), widgets.muted(v, explained)]


def _looks(v: View) -> list[Box]:
    settings = v.model.settings
    size = settings.text_size
    text_size = spin(v, "settings:text", tr("Tekstgrootte"), f"{size} %", (size, 100, 200), TextSize(-1),
                     TextSize(1))  # fmt: skip
    themes = [("light", tr("Licht")), ("dark", tr("Donker")), ("contrast", tr("Hoog contrast"))]
    options = [(name, Prefer("theme", value), settings.theme == value) for value, name in themes]
    words = {100: tr("Gewoon"), 115: tr("Ruim"), 130: tr("Extra ruim")}
    apart = [(words[one], Prefer("spacing", one), settings.spacing == one) for one in SPACINGS]
    spacing = choice_of(v, "settings:spacing", tr("Ruimte tussen regels"), apart)
    switches = [
        _switch(v, "reduced_motion", tr("Minder beweging")),
        _switch(v, "full_screen", tr("Hele scherm")),
    ]
    more = widgets.muted(v, tr("Tekst groter en kleiner kan overal: Ctrl + en Ctrl −. Hele scherm: F11."))
    return [
        text_size,
        spacing,
        choice_of(v, "settings:theme", tr("Kleuren"), options),
        Wrap(switches, v.px(12)),
        more,
    ]


def _room(v: View) -> list[Box]:
    """How far the group sits from the screen that it looks at; to be seen there at once."""
    options = [
        (tr("{n} meter").format(n=metres), Prefer("distance", metres), v.model.settings.distance == metres)
        for metres in DISTANCES
    ]
    explained = tr(
        "Voor het scherm waar de groep naar kijkt (F6). Verder weg: de tekst wordt groter, en er staat minder op."
    )
    return [
        choice_of(v, "settings:distance", tr("Afstand tot het scherm"), options),
        widgets.muted(v, explained),
    ]


def _privacy(v: View) -> list[Box]:
    """What stays on this computer after a session, and the way to have it gone."""
    explained = tr(
        "Notities bewaren uit: bij Sessie sluiten gaat de hele sessie weg, voorgoed. Tot dan blijft alles staan, "
        "ook als de computer uitvalt."
    )
    everything = button(
        v, "settings:erase", tr("Alle sessies wissen…"), Open(Panel.ERASE_ALL), glyph="trash"
    ).sized(pad=18)
    line = Wrap(
        [_switch(v, "keep_notes", tr("Notities bewaren"), explained), copies_button(v), everything], v.px(12)
    )
    return [line, widgets.muted(v, explained), *_how_long(v)]


def _how_long(v: View) -> list[Box]:
    """How long sessions stay. Choosing erases nothing: first one sees what that would be."""
    kept, old = v.model.settings.months_kept, v.model.old
    options = [
        (months_word(months) if months else tr("Voor altijd"), KeepFor(months), months == kept)
        for months in MONTHS_KEPT
    ]
    parts: list[Box] = [choice_of(v, "settings:kept", tr("Hoe lang blijven sessies bewaard?"), options)]
    if old:
        label = several(
            "Bekijk de {n} sessie die weg moet…", "Bekijk de {n} sessies die weg moeten…", len(old)
        )
        parts.append(
            Row(
                [
                    button(
                        v, "settings:old", label, Open(Panel.OLD_SESSIONS, ((SURE, ""),)), glyph="trash"
                    ).sized(pad=18)
                ]
            )
        )
    parts.append(widgets.muted(v, _kept_words(v)))
    return parts


def _kept_words(v: View) -> str:
    settings = v.model.settings
    if not settings.months_kept:
        return tr("Er gaat nooit vanzelf iets weg.")
    if settings.old_may_go:
        return tr(
            "Wat ouder is, gaat vanzelf weg, ook uit de reservekopieën. Op het beginscherm lees je dat dan."
        )
    if v.model.old:
        return tr(
            "Er is nog niets weg. Bekijk eerst wat er weg moet; pas als je daar Wissen kiest, gaat het."
        )
    return tr(
        "Nu is er niets ouder. De eerste keer dat er iets weg moet, gebeurt dat niet vanzelf: je ziet het eerst."
    )


def _switch(v: View, name: str, label: str, told: str = "") -> Button:
    on = bool(getattr(v.model.settings, name))
    shown = switch(v, f"settings:{name}", label, on, Prefer(name, not on), told)
    return shown.beside(tr("aan") if on else tr("uit"))
