"""Changing keys: the list of those that one may change, and the panel that waits for another key."""

import string

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Nodes, Padded
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Open, SetKey, UsualKeys
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.frame import dialog
from tegenwicht.screens.shell.own_keys import OwnKey
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

WHICH = Entry("keys:which")
LISTENED_FOR = (
    *string.ascii_lowercase, *string.digits, *"-.,/;'=[]+", *(f"f{n}" for n in range(1, 13)),
    *(f"ctrl+{letter}" for letter in string.ascii_lowercase), "space",
)  # fmt: skip
"""What can be pressed for an answer; of what cannot be chosen the answer says why."""


def keys_panel(v: View) -> Node:
    """Every key that one may change, with what it does."""
    explained = tr(
        "Kies waarvoor je een andere toets wilt. Enter, Tab, Esc, pijltjes, PageUp, PageDown, F1, F2, F3, F6, F11 "
        "en de cijfers blijven zoals ze zijn."
    )
    boxes: list[Box] = [_row(v, key, what) for key, what in keys.CHANGEABLE.items()]
    inside = Column([widgets.text(v, explained, 26), Grid(boxes, 2, v.px(12), v.text_px(440))], v.px(18))
    usual = button(v, "keys:usual", tr("Alles weer gewoon"), UsualKeys(), glyph="undo",
                   enabled=bool(v.model.settings.keys))  # fmt: skip
    buttons = [close_button(v, tr("Sluiten"), primary=True), usual]
    return dialog(v, "panel:keys", tr("Toetsen veranderen"), inside, buttons, 1100)


def _row(v: View, key: OwnKey, what: str) -> Box:
    """The action with its key; a changed one says what it was."""
    was = "" if key.shown == key[1] else tr("eerst {key}").format(key=key[1])
    shown = f"{key.shown} ({was})" if was else key.shown
    opens = Open(Panel.KEY, ((WHICH, key.usual),))
    return (
        button(v, f"key:{key.usual}", what, opens)
        .sized(24, 16)
        .filling()
        .beside(shown)
        .heard(tr("{what}: {key}").format(what=what, key=key.shown), was)
    )


def key_panel(v: View) -> Node:
    """Waits for the key that the chosen action gets."""
    which = v.model.form(WHICH, "")
    key = next((one for one in keys.CHANGEABLE if one.usual == which), next(iter(keys.CHANGEABLE)))
    what = keys.CHANGEABLE[key]
    listens = _Listens(v, key, what)
    back = button(v, "panel:close", tr("Laat zoals het is"), Open(Panel.KEYS), primary=True)
    buttons = [back]
    if key.shown != key[1]:
        buttons.append(
            button(
                v,
                "key:usual",
                tr("Weer {key}").format(key=key[1]),
                SetKey(key.usual, key.usual),
                glyph="undo",
            )
        )
    return dialog(
        v, "panel:key", tr("Andere toets voor {what}").format(what=what), listens.box(), buttons, 900
    )


class _Listens:
    """What has the focus while a key is waited for: whatever is pressed is its answer."""

    def __init__(self, v: View, key: OwnKey, what: str) -> None:
        self.v, self.key, self.what = v, key, what

    def box(self) -> Box:
        v = self.v
        words = tr("Druk nu op de toets die je wilt voor {what}. Nu is het {key}.").format(
            what=self.what, key=self.key.shown
        )
        inside = Column(
            [
                widgets.seen(v, words, 32, "semibold"),
                widgets.seen(v, self._more(), 24, "medium", v.theme.muted),
            ],
            v.px(12),
        )

        def wrap(rect: Rect, nodes: Nodes) -> Node:
            ops = (Fill(rect, v.theme.table.slip, v.px(14), max(1, v.px(2)), v.theme.edge),)
            answers = tuple((name, SetKey(self.key.usual, name)) for name in LISTENED_FOR)
            return Node(
                "key:listens", Role.ARTICLE, rect, words, description=self._more(), first=True, corner=v.px(14), ops=ops,
                bindings=(*answers, ("escape", Open(Panel.KEYS))), children=tuple(nodes),
            )  # fmt: skip

        return Padded(inside, v.px(26), v.px(22), wrap)

    @staticmethod
    def _more() -> str:
        return tr(
            "Een letter, een teken, F4, F5, F7 tot F10, of Ctrl met een letter. Esc laat het zoals het is."
        )
