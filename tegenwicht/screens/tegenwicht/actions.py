"""What can be done with the turn: the buttons on the rim, everything else under *Meer*, and the menu."""

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.clock import Stage
from tegenwicht.game.drawing import Drawing
from tegenwicht.i18n import several, tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.act import Act, bindings_of
from tegenwicht.screens.parts.menu import undo_acts, ways_away
from tegenwicht.screens.parts.table import rim
from tegenwicht.screens.shell import entries, keys
from tegenwicht.screens.shell.commands import All, Clock, Do, FocusOn, Open, Shut
from tegenwicht.screens.shell.modes import leaving, shutting
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht import panels
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import above, joining, jokers, kinds, thoughts
from tegenwicht.screens.tegenwicht.pieces.laid import pile_name
from tegenwicht.screens.tegenwicht.pieces.pair import side_by_side
from tegenwicht.screens.tegenwicht.weigh import weighing


def on_rim(now: Now, left: int) -> list[Node]:
    """The buttons on the rim, the main one at the right. left: what the tents take, in pixels."""
    acts = rim_acts(now)
    buttons = [as_button(now, one) for one in acts]
    return rim.buttons_on_rim(now.g, buttons, left, [now.kept_sign(one.shortcut) for one in acts])


def as_button(now: Now, act: Act) -> tuple[Node, str, str]:
    """An act as the rim takes it: its node, its word, and its key's sign."""
    node = rim.button(
        act.key, act.word, act.command, act.shortcut, primary=act.primary,
        first=act.primary and now.v.model.panel is not Panel.JOIN, enabled=act.command is not None, description=act.told,
    )  # fmt: skip
    shown = act.shortcut is not None and (not act.primary or enter_is_free(now, act.key))
    return node, act.word, sign_of(now, act) if shown else ""


def sign_of(now: Now, act: Act) -> str:
    """The sign of its key; while a note is written the keys are those of writing."""
    if act.shortcut is None:
        return ""
    if now.writing:
        return act.shortcut.shown if act.key.endswith((":keep", ":close")) else ""
    return now.sign(act.shortcut)


def enter_is_free(now: Now, key: str) -> bool:
    """Whether Enter presses the main button: while nothing else that can be pressed has the focus."""
    return (
        now.writing
        or now.v.model.focus_is("", key, "card", "card:first", "card:second")
        or focused_pile(now) is not None
    )


def focused_pile(now: Now) -> tuple[str, tegenwicht.DrawFrom] | None:
    """What the pile with the focus is called, and what draws from it; the main button then does that."""
    for cluster in (*now.clusters, None):
        drawn = tegenwicht.DrawFrom(cluster)
        if now.v.model.focus_is(f"pile:{cluster or 'others'}") and drawn in now.legal:
            return pile_name(cluster), drawn
    return None


def rim_acts(now: Now) -> list[Act]:
    """From left to right; the main one last."""
    if now.writing:
        return _writing(now)
    if not now.cards:
        return _without_card(now) if now.play.left else _all_gone(now)
    more, done = _more(), _done(now)
    weigh = Act("weigh", tr("Wegen"), weighing.begin(now), keys.WEIGH)
    if len(now.cards) > 1 and now.enlarged is None:
        return [weigh, *_sides(now), more, done]
    if now.enlarged is not None:
        return [
            weigh,
            Act(
                "together", tr("Naast elkaar"), side_by_side(int(now.enlarged is not now.cards[0])), keys.BACK
            ),
            more,
            done,
        ]
    aside = Act("put-aside", tr("Opzij"), now.may(tegenwicht.PutAside()), keys.ASIDE)
    if above.may_begin_talking(now):  # what is for the talk is under *Meer* till then
        return [_begin_talking(), aside, more, done]
    return [*_for_the_talk(now), aside, more, done]


def _begin_talking() -> Act:
    """Who has thought enough begins to tell."""
    return Act("clock:talk", tr("Begin te vertellen"), Clock("talk"), None, "next")


def _for_the_talk(now: Now) -> list[Act]:
    """What is done with one card while it is talked about."""
    weigh = Act("weigh", tr("Wegen"), weighing.begin(now), keys.WEIGH, "hand")
    against = Act(
        "counterweight", tr("Tegenwicht"), now.may(tegenwicht.DrawCounterweight()), keys.COUNTERWEIGHT, "scale",
        told=tr("Trek een kaart uit een cluster dat weinig langskwam"),
    )  # fmt: skip
    if now.cards[-1].cluster is None:  # of another kind: there is no factor to weigh
        return [] if kinds.doing_together(now.cards[-1]) else [against]
    return [weigh, against]


def _more() -> Act:
    return Act("more", tr("Meer"), Open(Panel.MORE), keys.MORE)


def _done(now: Now) -> Act:
    return Act("done", tr("Klaar"), now.may(tegenwicht.FinishTurn()), keys.PRIMARY, primary=True)


def _sides(now: Now) -> list[Act]:
    """What is done to the one of two cards that has the ring."""
    card = now.card
    assert card is not None
    turn = tr("Terug") if now.turned(card) else tr("Andersom")
    return [
        Act("ear", turn, now.turn_round(card), keys.OTHER_SIDE),
        Act("slip", tr("Doorvraag"), now.draw_slip(card), keys.DEEPER),
    ]


def _writing(now: Now) -> list[Act]:
    """The buttons while something lies on the strip: to go back, and to do it."""
    if now.v.model.panel is Panel.JOKER:
        return _playing(now)
    if now.v.model.panel is Panel.PARK:
        return thoughts.acts_of_strip(now)
    if now.v.model.panel is Panel.JOIN:
        return joining.acts_of_strip(now)
    keep = All((Do(tegenwicht.WriteNote(str(now.v.model.form(entries.NOTE, "")))), Shut()))
    return [
        Act("note:close", tr("Terug"), shutting(now.v), keys.BACK),
        Act("note:keep", tr("Bewaren"), keep, keys.KEEP, primary=True),
    ]


def _playing(now: Now) -> list[Act]:
    back = Act("joker:close", tr("Terug"), shutting(now.v), keys.BACK)
    joker = jokers.opened(now)
    if joker is None or not (done := jokers.at_once(now, joker)):
        return [back]
    own = jokers.kind_of(now, joker) is tegenwicht.Joker.OWN
    key = keys.KEEP if own else keys.PRIMARY
    return [back, Act("joker:keep", tr("Speel de joker"), done, key, primary=True)]


def _without_card(now: Now) -> list[Act]:
    passing = Act("pass", tr("Pas"), now.may(tegenwicht.Pass()), keys.PASS)
    return [passing, _more(), main_draw(now)]


def main_draw(now: Now) -> Act:
    """The main button while a card is still to be drawn."""
    pile = focused_pile(now)
    if pile is not None:
        word = tr("Trek van {cluster}").format(cluster=pile[0])
        return Act("draw", word, Do(pile[1]), keys.PRIMARY, primary=True)
    if now.drawing is Drawing.PILE:
        first = next(c for c in (*now.clusters, None) if tegenwicht.DrawFrom(c) in now.legal) or "others"
        told = tr("Kies een stapel")
        return Act(
            "draw", tr("Kies een stapel"), FocusOn(f"pile:{first}"), keys.PRIMARY, primary=True, told=told
        )
    word = tr("Laat het lot kiezen") if now.drawing is Drawing.OPEN else tr("Trek een kaart")
    return Act("draw", word, Do(tegenwicht.Draw()), keys.PRIMARY, primary=True)


def _all_gone(now: Now) -> list[Act]:
    again = now.may(tegenwicht.Reshuffle())
    back = [Act("back", tr("Terughalen"), Open(Panel.ASIDE), keys.TAKE_BACK)] if now.play.aside else []
    passing = Act("pass", tr("Pas"), now.may(tegenwicht.Pass()), keys.PASS)
    if again:
        return [
            passing,
            _more(),
            *back,
            Act("again", tr("Opnieuw schudden"), again, keys.PRIMARY, primary=True),
        ]
    finish = Act("finish", tr("Sessie afronden"), panels.finish(now.session), keys.PRIMARY, primary=True)
    return [passing, _more(), *back, finish]


# -- what is under Meer


def more_acts(now: Now) -> list[Act]:
    """Everything that may be done now and has no button on the rim."""
    session, on_table = now.session, bool(now.cards)
    found: list[Act] = []
    if on_table:
        found.append(Act("note", tr("Notitie"), panels.open_note(session), keys.NOTE, "note"))
    else:
        found.append(Act("number", tr("Kaart op nummer"), panels.open_number(), keys.NUMBER, "search"))
    found.append(Act("people", tr("Deelnemers"), Open(Panel.PEOPLE), keys.PEOPLE, "people"))
    if now.play.aside and not on_table:
        lying = several("{n} kaart ligt opzij", "{n} kaarten liggen opzij", len(now.play.aside))
        found.append(Act("back", tr("Terughalen"), Open(Panel.ASIDE), keys.TAKE_BACK, "back", told=lying))
    if len(now.cards) == 1 and above.may_begin_talking(now):
        found += _for_the_talk(now)
    found += [*_jokers(now), *thoughts.acts_of_meer(now), *joining.act(now)]
    if on_table:
        if len(now.cards) > 1:
            found.append(Act("put-aside", tr("Opzij"), now.may(tegenwicht.PutAside()), keys.ASIDE, "aside"))
        found.append(Act("pass", tr("Pas"), now.may(tegenwicht.Pass()), keys.PASS, "pass"))
    if tegenwicht.Reshuffle() in now.legal and on_table:
        found.append(Act("again", tr("Opnieuw schudden"), Do(tegenwicht.Reshuffle()), None, "reshuffle"))
    return [*found, *_time(now), *undo_acts(now.playing), *_finish(now)]


def _jokers(now: Now) -> list[Act]:
    """The jokers at the seats that can be played now."""
    return [
        Act(f"more:joker:{one.card}", tr("Joker spelen"), jokers.open_joker(now, one), None, "play",
            told=jokers.name_of(now, one))
        for one in jokers.held(now) if jokers.may_play(now, one)
    ]  # fmt: skip


def _time(now: Now) -> list[Act]:
    if not now.cards or now.playing.reading.stage is Stage.OFF or events.AddMinute not in now.legal:
        return []
    still = now.playing.standing_still
    word, glyph = (tr("Verder"), "play") if still else (tr("Pauze"), "pause")
    over = now.playing.reading.stage is Stage.OVER
    pause = [] if over else [Act("clock:toggle", word, Clock("toggle"), keys.CLOCK, glyph)]
    if above.may_begin_talking(now):
        pause.insert(0, _begin_talking())
    return [*pause, Act("clock:minute", tr("Minuut erbij"), Clock("minute"), keys.MINUTE, "timer")]


def _finish(now: Now) -> list[Act]:
    if events.Finish(False) not in now.legal:
        return []
    return [Act("finish", tr("Sessie afronden…"), panels.finish(now.session), keys.FINISH, "check")]


def bindings(now: Now) -> tuple[tuple[str, Command], ...]:
    """The keys of what is under *Meer*: they work without opening it."""
    if now.writing:
        keep = next((act.command for act in _writing(now) if act.primary and act.shortcut is keys.KEEP), None)
        return (("ctrl+return", keep),) if keep else ()
    pairs, card = bindings_of(more_acts(now)), now.card
    if card is not None and (before := now.draw_slip(card, -1)) is not None:
        return (*pairs, (keys.SHALLOWER, before))
    return pairs


def menu_acts(now: Now) -> list[Act]:
    """What the menu in the corner holds: nothing in it is about this turn."""
    return [
        *undo_acts(now.playing),
        *ways_away(leaving(now.v)),
    ]
