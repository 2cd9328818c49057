"""The text field in use: what typing, keys, mouse and clipboard do to it, and what it leaves to the app.

Events go in as the window gives them; out come the text, the caret and the pixels.
"""

import gc
import os
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tegenwicht.game.text import clean
from tegenwicht.kit.entry import textfield
from tegenwicht.kit.entry.draft import (
    Draft,
    after,
    before,
)
from tegenwicht.kit.entry.draft_lines import broken
from tegenwicht.kit.entry.field_rows import EntryColours, entry_colours
from tegenwicht.kit.entry.textfield import TextEntry
from tegenwicht.kit.nodes import Edit, Scrolled
from tegenwicht.kit.paint import Painter
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.shapes import Shapes
from tegenwicht.kit.text import Type
from tegenwicht.screens.shell.theme import theme_named

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
SIZE = (900, 700)
PX = 28
STEP = Type.line_height(PX)
LINE, BOX = Rect(40, 40, 400, STEP), Rect(40, 120, 400, 4 * STEP)
NAME, NOTE = Edit("name", 40), Edit("note", 2000, multiline=True)
LIGHT = entry_colours(theme_named("light"))
CTRL, SHIFT, ALT = pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT, pygame.KMOD_LALT
FAMILY, FLAG = "👩‍👩‍👧", "🇳🇱"


def painter() -> Painter:
    """What paints all text, as a program has one."""
    return Painter(Type(FONTS), Shapes(FONTS.parent / "icons"))


class Person:
    """Someone at the keyboard and mouse of one text field."""

    def __init__(self) -> None:
        self.now = 100.0
        self.entry = TextEntry(painter(), clean, lambda: self.now)

    def at(self, edit: Edit, text: str = "", rect: Rect | None = None) -> "Person":
        self.entry.open("field", rect or (BOX if edit.multiline else LINE), text, edit, PX, LIGHT)
        self.now += 1
        return self

    def sends(self, kind: int, **what: object) -> bool:
        return self.entry.handle(pygame.event.Event(kind, what))

    def types(self, *texts: str) -> "Person":
        for text in texts:
            self.sends(pygame.TEXTINPUT, text=text)
        return self

    def presses(self, key: int, mod: int = 0, letter: str = "", times: int = 1) -> bool:
        for _ in range(times):
            used = self.sends(pygame.KEYDOWN, key=key, mod=mod, unicode=letter)
            self.sends(pygame.KEYUP, key=key, mod=mod, unicode=letter)
        return used

    def clicks(self, x: int, y: int) -> bool:
        used = self.sends(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1)
        self.sends(pygame.MOUSEBUTTONUP, pos=(x, y), button=1)
        return used

    def pastes(self, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pygame.scrap, "get_text", lambda: text)
        assert self.presses(pygame.K_v, CTRL)

    @property
    def text(self) -> str:
        return self.entry.text

    @property
    def caret(self) -> tuple[int, int]:
        return self.entry.caret


@pytest.fixture(scope="module", autouse=True)
def window() -> Iterator[pygame.Surface]:
    kept = os.environ.get("SDL_VIDEODRIVER")
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.quit()
    pygame.display.init()
    pygame.font.init()
    yield pygame.display.set_mode(SIZE)
    pygame.display.quit()
    if kept is None:
        del os.environ["SDL_VIDEODRIVER"]
    else:
        os.environ["SDL_VIDEODRIVER"] = kept


@pytest.fixture
def surface(window: pygame.Surface) -> pygame.Surface:
    window.set_clip(None)
    window.fill((10, 120, 40))
    return window


@pytest.fixture(scope="module")
def _one_person() -> Person:
    return Person()


@pytest.fixture
def person(_one_person: Person) -> Iterator[Person]:
    yield _one_person
    _one_person.entry.close()


# -- typing


def test_what_is_typed_comes_at_the_caret(person: Person) -> None:
    person.at(NAME, "Sae").presses(pygame.K_LEFT)
    assert person.types("n", "n").text == "Sanne"
    assert person.caret == (4, 4)


@pytest.mark.parametrize("word", ["é", "e\u0301", "ĳ", "€", "😀", FAMILY, FLAG, "日本", "“’”"])
def test_every_letter_and_emoji_can_be_typed_and_goes_in_one_piece(person: Person, word: str) -> None:
    person.at(NAME, "a").types(word, "b")
    assert person.text == f"a{word}b"
    person.presses(pygame.K_LEFT)
    assert person.caret[1] == 1 + len(word)
    clusters = len(word) if word in ("日本", "“’”") else 1
    person.presses(pygame.K_BACKSPACE, times=clusters)
    assert person.text == "ab"


def test_typing_replaces_the_selection(person: Person) -> None:
    person.at(NAME, "Jan Jansen").presses(pygame.K_LEFT, CTRL | SHIFT)
    assert person.caret == (10, 4)
    assert person.types("Bos").text == "Jan Bos"


def test_backspace_and_delete_take_a_letter_and_with_ctrl_a_word(person: Person) -> None:
    person.at(NAME, "een twee drie").presses(pygame.K_HOME)
    person.presses(pygame.K_DELETE)
    assert person.text == "en twee drie"
    person.presses(pygame.K_DELETE, CTRL)
    assert person.text == " twee drie"
    person.presses(pygame.K_END)
    person.presses(pygame.K_BACKSPACE)
    assert person.text == " twee dri"
    person.presses(pygame.K_BACKSPACE, CTRL)
    assert person.text == " twee "


@pytest.mark.parametrize("edit", [NAME, NOTE])
@pytest.mark.parametrize("wild", ["👩\u200d" * 300, "\u0301", "\u0301\u0301a", "\u200d", "a" + "\u0301" * 30])
def test_an_emoji_wider_than_the_field_and_an_accent_on_nothing_do_no_harm(
    person: Person, surface: pygame.Surface, edit: Edit, wild: str
) -> None:
    person.at(edit).types(wild)
    person.entry.draw(surface)
    person.types("b")
    for key in (pygame.K_LEFT, pygame.K_HOME, pygame.K_RIGHT, pygame.K_END, pygame.K_DELETE):
        person.presses(key)
        person.entry.draw(surface)
    assert len(person.text) <= edit.longest


def test_spaces_may_be_typed_at_both_ends(person: Person) -> None:
    assert person.at(NAME).types(" ", "a", " ").text == " a "


def test_hidden_characters_are_never_taken(person: Person) -> None:
    assert person.at(NAME).types("a\x07\u202eb\u200b\u2066c\x00").text == "abc"


def test_no_more_is_taken_than_the_longest(person: Person) -> None:
    edit = Edit("name", 5)
    assert person.at(edit).types("abc", "defg").text == "abcde"
    assert not person.at(edit, "abcd").types(FLAG).text.endswith(FLAG[0])
    assert person.at(edit, "te lang").text == "te la"
    person.presses(pygame.K_a, CTRL)
    assert person.types("vier").text == "vier"


def test_a_field_of_digits_takes_only_digits(person: Person) -> None:
    person.at(Edit("number", 3, digits=True), "x1")
    assert person.types("a", "2", "٣", "-").text == "12"
    assert person.presses(pygame.K_w, letter="w")


def test_the_letter_of_the_key_that_opened_the_field_is_not_typed(person: Person) -> None:
    person.entry.open("field", LINE, "", NAME, PX, LIGHT)
    assert person.types("n").text == ""
    person.presses(pygame.K_n, letter="n")
    assert person.types("n").text == "n"


@pytest.mark.parametrize(("mod", "letter"), [(CTRL | SHIFT, "+"), (CTRL, "0"), (ALT, "w")])
def test_letters_that_x11_adds_to_ctrl_and_alt_are_not_typed(person: Person, mod: int, letter: str) -> None:
    person.at(NAME)
    assert not person.sends(pygame.KEYDOWN, key=ord(letter), mod=mod, unicode=letter)
    assert person.types(letter).text == ""
    person.sends(pygame.KEYUP, key=ord(letter), mod=mod, unicode=letter)
    assert person.types(letter).text == letter


@pytest.mark.parametrize("mod", [pygame.KMOD_LCTRL | pygame.KMOD_RALT, pygame.KMOD_MODE, pygame.KMOD_RALT])
def test_altgr_types(person: Person, mod: int) -> None:
    person.at(NAME)
    assert person.presses(pygame.K_e, mod, "€")
    assert person.types("€").text == "€"


# -- lines


def test_enter_makes_a_new_line_only_where_there_are_several(person: Person) -> None:
    person.at(NOTE, "een")
    assert person.presses(pygame.K_RETURN) and person.presses(pygame.K_KP_ENTER)
    assert person.types("drie").text == "een\n\ndrie"
    person.at(NAME, "een")
    assert not person.presses(pygame.K_RETURN) and not person.presses(pygame.K_KP_ENTER)
    assert person.text == "een"


def test_up_and_down_keep_their_distance_from_the_left(person: Person) -> None:
    person.at(NOTE, "mmmmmmmm\nm\nmmmmmmmm").presses(pygame.K_UP)
    assert person.caret == (10, 10)
    person.presses(pygame.K_UP)
    assert person.caret == (8, 8)
    person.presses(pygame.K_DOWN, times=2)
    assert person.caret == (19, 19)


def test_up_from_the_first_row_goes_to_the_start_and_down_from_the_last_to_the_end(person: Person) -> None:
    person.at(NOTE, "een").presses(pygame.K_UP)
    assert person.caret == (0, 0)
    person.presses(pygame.K_DOWN)
    assert person.caret == (3, 3)


def test_home_and_end_are_of_the_row_and_with_ctrl_of_the_text(person: Person) -> None:
    person.at(NOTE, "een\ntwee drie").presses(pygame.K_HOME)
    assert person.caret == (4, 4)
    person.presses(pygame.K_HOME, CTRL)
    assert person.caret == (0, 0)
    person.presses(pygame.K_END)
    assert person.caret == (3, 3)
    person.presses(pygame.K_END, CTRL | SHIFT)
    assert person.caret == (3, 13)


def test_end_stays_in_its_row_when_a_long_word_is_broken_there(person: Person) -> None:
    person.at(NOTE, "m" * 100).presses(pygame.K_HOME, CTRL)
    row = person.entry.caret_rect.y
    person.presses(pygame.K_END)
    assert person.caret[1] > 5 and person.entry.caret_rect.y == row
    person.presses(pygame.K_END)
    assert person.entry.caret_rect.y == row


def test_a_long_text_scrolls_and_keeps_the_caret_in_view(person: Person) -> None:
    person.at(NOTE, "Hoe weeg je dat af? " * 100)
    held = person.entry.scrolled
    assert held is not None and held.offset == held.content - 4 * STEP
    for key in (pygame.K_PAGEUP, pygame.K_UP, pygame.K_PAGEUP, pygame.K_HOME, pygame.K_PAGEDOWN):
        person.presses(key, times=3)
        assert BOX.y <= person.entry.caret_rect.y <= BOX.bottom - STEP
    person.presses(pygame.K_HOME, CTRL)
    assert person.entry.scrolled == Scrolled(0, held.content)


def test_a_long_single_line_shows_the_caret_and_no_empty_room(person: Person) -> None:
    person.at(Edit("name", 300), "Een regel die veel langer is dan het veld waar hij in staat. " * 4)
    for key in (pygame.K_END, pygame.K_LEFT, pygame.K_HOME, pygame.K_RIGHT, pygame.K_END, pygame.K_BACKSPACE):
        person.presses(key, times=45)
        assert LINE.x <= person.entry.caret_rect.x and person.entry.caret_rect.right <= LINE.right
    assert person.entry.caret_rect.right > LINE.right - 2 * PX


def test_a_single_line_scrolls_by_whole_letters_and_shows_one_before_the_caret(person: Person) -> None:
    person.at(Edit("name", 300), FAMILY * 30)
    wide = x_of(FAMILY)
    assert (person.entry.caret_rect.x - LINE.x) % wide == 0
    for _ in range(29):
        person.presses(pygame.K_LEFT)
        assert person.entry.caret_rect.x - LINE.x >= wide
    person.presses(pygame.K_LEFT)
    assert person.entry.caret_rect.x == LINE.x


def test_the_wheel_scrolls_what_is_under_the_pointer(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    person.at(NOTE, "regel\n" * 20)
    monkeypatch.setattr(pygame.mouse, "get_pos", lambda: BOX.centre)
    assert person.sends(pygame.MOUSEWHEEL, x=0, y=2)
    scrolled = person.entry.scrolled
    assert scrolled is not None and scrolled.offset == (21 - 4 - 6) * STEP
    monkeypatch.setattr(pygame.mouse, "get_pos", lambda: (0, 0))
    assert not person.sends(pygame.MOUSEWHEEL, x=0, y=1)
    person.at(NOTE, "kort")
    monkeypatch.setattr(pygame.mouse, "get_pos", lambda: BOX.centre)
    assert not person.sends(pygame.MOUSEWHEEL, x=0, y=1)


# -- the clipboard


def test_what_is_pasted_is_made_safe_and_keeps_its_outer_spaces(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    wild = " een\u202e\r\ntwee\x1b[0m\tdrie\u2067 "
    person.at(NOTE, "<>").presses(pygame.K_LEFT)
    person.pastes(wild, monkeypatch)
    assert person.text == "< een\ntwee[0m drie >"
    person.at(NAME).pastes(wild, monkeypatch)
    assert person.text == " een twee[0m drie "


def test_of_a_long_paste_what_fits_is_taken(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    person.at(Edit("name", 6), "ab").pastes("cdefghijk", monkeypatch)
    assert person.text == "abcdef"


def test_cut_and_copy_give_the_selection_away(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    given_away: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", given_away.append)
    person.at(NOTE, "een\ntwee").presses(pygame.K_a, CTRL)
    assert person.presses(pygame.K_c, CTRL) and person.text == "een\ntwee"
    assert person.presses(pygame.K_x, CTRL) and person.text == ""
    assert person.presses(pygame.K_x, CTRL) and given_away == ["een\ntwee"] * 2


def test_without_a_clipboard_nothing_is_lost(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_words: str) -> str:
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "put_text", fails)
    monkeypatch.setattr(pygame.scrap, "get_text", fails)
    person.at(NAME, "Sanne").presses(pygame.K_a, CTRL)
    for key in (pygame.K_c, pygame.K_x, pygame.K_v):
        assert person.presses(key, CTRL)
    assert person.text == "Sanne"


# -- undo


def test_undo_takes_back_a_word_at_a_time_and_redo_brings_it_back(person: Person) -> None:
    person.at(NAME).types(*"een twee")
    person.presses(pygame.K_z, CTRL)
    assert person.text == "een "
    person.presses(pygame.K_z, CTRL)
    assert person.text == ""
    assert person.presses(pygame.K_z, CTRL) and person.text == ""
    person.presses(pygame.K_y, CTRL)
    person.presses(pygame.K_z, CTRL | SHIFT)
    assert person.text == "een twee" and person.caret == (8, 8)


def test_undo_brings_back_what_was_selected_and_taken_out(person: Person) -> None:
    person.at(NOTE, "een twee").presses(pygame.K_LEFT, SHIFT, times=4)
    person.presses(pygame.K_DELETE)
    assert person.text == "een "
    person.presses(pygame.K_z, CTRL)
    assert person.text == "een twee" and person.caret == (8, 4)


def test_after_a_change_there_is_nothing_to_redo(person: Person) -> None:
    person.at(NAME).types("a")
    person.presses(pygame.K_z, CTRL)
    person.types("b")
    person.presses(pygame.K_y, CTRL)
    assert person.text == "b"


# -- keys that are for the app


@pytest.mark.parametrize(
    ("key", "mod"),
    [
        (pygame.K_TAB, 0), (pygame.K_TAB, SHIFT), (pygame.K_ESCAPE, 0), (pygame.K_F1, 0), (pygame.K_F11, 0),
        (pygame.K_PLUS, CTRL), (pygame.K_EQUALS, CTRL), (pygame.K_MINUS, CTRL), (pygame.K_0, CTRL),
        (pygame.K_RETURN, CTRL), (pygame.K_F4, ALT), (pygame.K_LSHIFT, 0), (pygame.K_LEFT, ALT),
    ],
)  # fmt: skip
@pytest.mark.parametrize("edit", [NAME, NOTE])
def test_some_keys_are_for_the_app_and_change_nothing(person: Person, edit: Edit, key: int, mod: int) -> None:
    person.at(edit, "Sanne")
    assert not person.presses(key, mod)
    assert person.text == "Sanne" and person.caret == (5, 5)


def test_rows_and_pages_are_for_the_app_where_there_is_one_line(person: Person) -> None:
    person.at(NAME, "Sanne")
    keys = (pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN)
    assert not any(person.presses(key) for key in keys)
    person.at(NOTE, "Sanne")
    assert all(person.presses(key) for key in keys)


@pytest.mark.parametrize("letter", ["w", "n", "1", " ", ".", "+"])
def test_the_app_does_not_get_the_keys_of_letters(person: Person, letter: str) -> None:
    assert person.at(NAME).presses(ord(letter), letter=letter)


def test_without_a_field_every_event_is_for_the_app(person: Person) -> None:
    person.at(NAME, "Sanne").entry.close()
    assert not person.presses(pygame.K_a, letter="a")
    assert not person.sends(pygame.TEXTINPUT, text="a")
    assert (person.text, person.caret, person.entry.changed) == ("", (0, 0), False)


# -- held keys


def test_a_held_key_repeats_until_it_is_let_go(person: Person) -> None:
    person.at(NAME, "abcdef").sends(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=0, unicode="\b")
    due = person.entry.due
    assert due is not None and not person.entry.tick() and person.text == "abcde"
    person.now = due
    assert person.entry.tick() and person.text == "abcd"
    assert not person.entry.tick() and person.entry.due is not None
    person.sends(pygame.KEYUP, key=pygame.K_BACKSPACE, mod=0, unicode="\b")
    person.now += 9
    assert person.entry.due is None and not person.entry.tick() and person.text == "abcd"


@pytest.mark.parametrize("stop", [pygame.WINDOWFOCUSLOST, pygame.KEYDOWN])
def test_another_key_or_window_stops_a_held_key(person: Person, stop: int) -> None:
    person.at(NAME, "abc").sends(pygame.KEYDOWN, key=pygame.K_LEFT, mod=0, unicode="")
    person.sends(stop, key=pygame.K_F1, mod=0, unicode="")
    assert person.entry.due is None


def test_pygame_itself_repeats_no_keys(person: Person) -> None:
    person.at(NOTE)
    assert pygame.key.get_repeat() == (0, 0)


# -- the mouse


def x_of(text: str) -> int:
    return Type(FONTS).width(text, "regular", PX)


def test_a_click_puts_the_caret_between_letters(person: Person) -> None:
    person.at(NOTE, "een twee\ndrie")
    assert person.clicks(BOX.x + x_of("een t") + 1, BOX.y + 5)
    assert person.caret == (5, 5)
    person.clicks(BOX.right - 2, BOX.y + STEP + 5)
    assert person.caret == (13, 13)
    assert not person.clicks(BOX.right + 5, BOX.y + 5)


def test_a_press_counts_in_the_whole_painted_box(person: Person) -> None:
    person.entry.open("field", LINE, "Sanne", NAME, PX, LIGHT, LINE.inset(-16, -14))
    assert person.clicks(LINE.x - 10, LINE.y - 10)
    assert person.caret == (0, 0)


def test_dragging_selects_and_goes_on_outside(person: Person) -> None:
    person.at(NOTE, "een twee\ndrie")
    person.sends(pygame.MOUSEBUTTONDOWN, pos=(BOX.x + x_of("een "), BOX.y + 5), button=1)
    assert person.sends(pygame.MOUSEMOTION, pos=(BOX.right + 99, 9999), buttons=(1, 0, 0), rel=(1, 1))
    assert person.sends(pygame.MOUSEBUTTONUP, pos=(BOX.right + 99, 9999), button=1)
    assert person.caret == (4, 13)
    assert not person.sends(pygame.MOUSEMOTION, pos=BOX.centre, buttons=(0, 0, 0), rel=(1, 1))


def test_dragging_over_the_edge_scrolls(person: Person) -> None:
    person.at(NOTE, "regel\n" * 9)
    person.sends(pygame.MOUSEBUTTONDOWN, pos=BOX.centre, button=1)
    for rows in (5, 4, 3):
        person.sends(pygame.MOUSEMOTION, pos=(BOX.x, BOX.y - 9), buttons=(1, 0, 0), rel=(0, -1))
        assert person.entry.scrolled == Scrolled(rows * STEP, 10 * STEP)


def test_two_clicks_select_a_word_and_three_the_row(person: Person) -> None:
    person.at(NAME, "Jan Jansen")
    for wanted in ((6, 6), (4, 10), (0, 10)):
        person.clicks(LINE.x + x_of("Jan Ja"), LINE.y + 5)
        assert person.caret == wanted


# -- from outside


def test_a_screen_reader_can_set_the_text_and_the_selection(person: Person) -> None:
    person.at(NOTE, "oud").entry.set_text("nieuw\u202e\ntekst")
    assert person.text == "nieuw\ntekst" and person.caret == (11, 11)
    person.entry.select(2, 5)
    assert person.caret == (2, 5)
    person.entry.select(-3, 99)
    assert person.caret == (0, 11)
    person.presses(pygame.K_z, CTRL)
    assert person.text == "oud"


def test_set_text_without_a_field_says_what_to_do(person: Person) -> None:
    with pytest.raises(RuntimeError, match="call open"):
        person.entry.set_text("a")


def test_a_field_opened_again_has_its_text_and_the_caret_at_the_end(person: Person) -> None:
    text = person.at(NOTE, "een").types("\n", "twee").text
    person.entry.close()
    assert person.at(NOTE, text).text == "een\ntwee"
    assert person.caret == (8, 8)


def test_moving_keeps_text_selection_and_undo(person: Person) -> None:
    person.at(NOTE, "een twee drie").types("!")
    person.entry.select(4, 8)
    person.entry.move(Rect(10, 10, 200, 8 * 74), 56, entry_colours(theme_named("dark")))
    assert person.entry.changed
    assert person.text == "een twee drie!" and person.caret == (4, 8)
    person.presses(pygame.K_z, CTRL)
    assert person.text == "een twee drie"


# -- what is seen


def pixels(surface: pygame.Surface, rect: Rect) -> bytes:
    return pygame.image.tobytes(surface.subsurface(pygame.Rect(rect)), "RGB")


@pytest.mark.parametrize("px", [20, 28, 56, 96])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_field_shows_its_words_just_as_the_rest_of_the_screen_does(
    person: Person, surface: pygame.Surface, theme: str, px: int
) -> None:
    step, colours = Type.line_height(px), entry_colours(theme_named(theme))
    rect = Rect(40, 40, 800, step)
    person.entry.open("field", rect, "Ågjpqy É", NAME, px, colours)
    person.entry.draw(surface)
    drawn = Type(FONTS).font("regular", px).render("Ågjpqy É", True, colours.ink)
    wanted = pygame.Surface((rect.w, step))
    wanted.fill(colours.paper)
    wanted.blit(drawn, (0, (step - drawn.get_height()) // 2))
    letters = drawn.get_width() - px // 4  # without the caret
    assert nearly_alike(pixels(surface, rect._replace(w=letters)), pixels(wanted, Rect(0, 0, letters, step)))
    assert contains(surface, Rect(40 + letters, 40, px, step), colours.ink)


def nearly_alike(one: bytes, other: bytes) -> bool:
    return len(one) == len(other) and max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 2


def contains(surface: pygame.Surface, rect: Rect, colour: tuple[int, int, int]) -> bool:
    seen = {surface.get_at((x, y))[:3] for x in range(rect.x, rect.right) for y in range(rect.y, rect.bottom)}
    return colour in seen


@pytest.mark.parametrize("weight", ["regular", "medium"])
def test_the_letters_have_the_weight_that_the_field_asks_for(
    person: Person, surface: pygame.Surface, weight: str
) -> None:
    person.at(NAME._replace(weight=weight), "Willem en Fatma")
    person.entry.draw(surface)
    drawn = Type(FONTS).font(weight, PX).render("Willem en Fatma", True, LIGHT.ink)
    wanted = pygame.Surface((LINE.w, STEP))
    wanted.fill(LIGHT.paper)
    wanted.blit(drawn, (0, (STEP - drawn.get_height()) // 2))
    letters = drawn.get_width() - PX // 4
    assert nearly_alike(pixels(surface, LINE._replace(w=letters)), pixels(wanted, Rect(0, 0, letters, STEP)))
    assert person.entry.caret_rect.x == LINE.x + drawn.get_width()


@pytest.mark.parametrize("edit", [NAME, NOTE])
def test_nothing_is_drawn_outside_the_field(person: Person, surface: pygame.Surface, edit: Edit) -> None:
    rect = Rect(40, 40, 300, STEP * (3 if edit.multiline else 1))
    person.at(edit, "Ågjpqy É\n" * 40 + "x" * 300, rect)
    person.presses(pygame.K_HOME, CTRL)
    person.presses(pygame.K_END, SHIFT, times=2)
    person.entry.draw(surface)
    person.presses(pygame.K_HOME, CTRL)
    person.entry.draw(surface)
    surface.fill((10, 120, 40), pygame.Rect(rect))
    assert pixels(surface, Rect(0, 0, *SIZE)) == bytes((10, 120, 40)) * (SIZE[0] * SIZE[1])


def test_nothing_is_drawn_outside_the_clip_of_a_scrolling_view(
    person: Person, surface: pygame.Surface
) -> None:
    person.at(NOTE, "tekst " * 40)
    surface.set_clip(BOX.x, BOX.y, 100, 50)
    person.entry.draw(surface)
    assert surface.get_clip() == pygame.Rect(BOX.x, BOX.y, 100, 50)
    assert surface.get_at((BOX.x + 101, BOX.y + 5))[:3] == (10, 120, 40)


@pytest.mark.parametrize("edit", [NAME, NOTE])
def test_after_changes_it_looks_as_if_it_had_always_been_so(
    person: Person, surface: pygame.Surface, edit: Edit
) -> None:
    person.at(edit, "een heel lange tekst")
    for change in (pygame.K_HOME, pygame.K_DELETE, pygame.K_END, pygame.K_BACKSPACE):
        person.presses(change, times=4)
        person.presses(pygame.K_LEFT, SHIFT)
        person.entry.draw(surface)
    person.entry.select(len(person.text), len(person.text))
    person.entry.draw(surface)
    changed = pixels(surface, BOX), pixels(surface, LINE)
    surface.fill((10, 120, 40))
    person.at(edit, person.text).entry.draw(surface)
    assert (pixels(surface, BOX), pixels(surface, LINE)) == changed


def test_a_selection_shows_in_its_own_colours(person: Person, surface: pygame.Surface) -> None:
    person.at(NOTE, "een\n\ntwee")
    person.entry.draw(surface)
    assert not contains(surface, BOX, LIGHT.selected)
    person.presses(pygame.K_a, CTRL)
    person.entry.draw(surface)
    for row in range(3):
        assert surface.get_at((BOX.x + 3, BOX.y + row * STEP + 3))[:3] == LIGHT.selected
    assert contains(surface, BOX, LIGHT.on_selected)


def test_an_empty_field_shows_a_caret_that_stays(person: Person, surface: pygame.Surface) -> None:
    person.at(NAME)
    for seconds in (0, 1, 60):
        person.now += seconds
        person.entry.draw(surface)
        assert surface.get_at((LINE.x, LINE.centre[1]))[:3] == LIGHT.ink
        assert surface.get_at((LINE.x + PX, LINE.centre[1]))[:3] == LIGHT.paper


def test_words_that_look_like_markup_or_a_translation_stay_as_they_are(
    person: Person, surface: pygame.Surface
) -> None:
    seen = []
    for text in ("<b>a</b>", "&lt;b&gt;", "pygame-gui.OK", "OK", "%{a}"):
        person.at(NOTE, text)
        person.entry.draw(surface)
        assert person.text == text
        seen.append(pixels(surface, BOX))
    assert len(set(seen)) == len(seen)


def test_idle_nothing_has_to_be_drawn_again(person: Person, surface: pygame.Surface) -> None:
    person.at(NOTE, "een")
    assert person.entry.changed
    person.entry.draw(surface)
    person.now += 3600
    person.entry.tick()
    person.sends(pygame.MOUSEMOTION, pos=BOX.centre, buttons=(0, 0, 0), rel=(1, 1))
    person.presses(pygame.K_TAB)
    person.entry.move(BOX, PX, LIGHT)
    assert not person.entry.changed and person.entry.due is None


@pytest.mark.parametrize(
    "act",
    [
        lambda person: person.types("a"),
        lambda person: person.presses(pygame.K_LEFT),
        lambda person: person.presses(pygame.K_a, CTRL),
        lambda person: person.clicks(*BOX.centre),
        lambda person: person.entry.set_text("anders"),
        lambda person: person.entry.move(BOX, PX, entry_colours(theme_named("dark"))),
        lambda person: person.entry.move(BOX._replace(w=300), PX, LIGHT),
    ],
)
def test_what_looks_different_wants_to_be_drawn(
    person: Person, surface: pygame.Surface, act: Callable[[Person], object]
) -> None:
    person.at(NOTE, "een")
    person.entry.draw(surface)
    act(person)
    assert person.entry.changed
    person.entry.draw(surface)
    assert not person.entry.changed


# -- as fast as one types, and no more memory than before


def test_the_letter_that_opened_a_field_is_not_typed_however_late_it_is_told(person: Person) -> None:
    """Between pressing a key and telling its letter a busy computer lets a while go by; letting go comes after both."""
    person.entry.open("field", BOX, "", NOTE, PX, LIGHT)
    person.now += 0.4
    person.types("n")
    assert person.text == ""
    person.sends(pygame.KEYUP, key=pygame.K_n, mod=0, unicode="n")
    person.types("nu")
    assert person.text == "nu"


LONG = ("Hoe weeg je dat af, en wie vraag je daarna? " * 50)[:1999]


@pytest.mark.parametrize("at", [0, 1000, 1999])
def test_a_letter_in_a_text_of_two_thousand_is_on_the_screen_in_the_next_frame(
    person: Person, surface: pygame.Surface, at: int
) -> None:
    seconds = []
    for _ in range(9):
        person.at(NOTE, LONG)
        person.entry.select(at, at)
        person.entry.draw(surface)
        before = pixels(surface, BOX)
        began = time.process_time()
        person.types("w")
        person.entry.draw(surface)
        seconds.append(time.process_time() - began)
        assert pixels(surface, BOX) != before
        assert len(person.text) == 2000
    assert sorted(seconds)[4] < 1 / 60


def test_memory_does_not_grow_by_opening_fields(surface: pygame.Surface) -> None:
    one = Person()

    def opened(times: int) -> int:
        for number in range(times):
            one.at(NOTE if number % 2 else NAME, "Hoe weeg je dat af? " * 2).types("a")
            one.entry.draw(surface)
            one.entry.close()
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        few = opened(30)
        assert opened(300) < few + 20_000
    finally:
        tracemalloc.stop()
    assert one.entry._painter.texts.bytes <= one.entry._painter.texts.most_bytes


# -- the number pad


@pytest.mark.parametrize(
    ("key", "caret"),
    [
        (pygame.K_KP_4, 5), (pygame.K_KP_6, 7), (pygame.K_KP_7, 4), (pygame.K_KP_1, 7), (pygame.K_KP_8, 2),
        (pygame.K_KP_2, 7),
    ],
)  # fmt: skip
def test_with_num_lock_off_the_number_pad_moves_the_caret(person: Person, key: int, caret: int) -> None:
    person.at(NOTE, "een\neen")
    person.entry.select(6, 6)
    assert person.presses(key)
    assert person.text == "een\neen" and person.caret == (caret, caret)


def test_with_num_lock_off_the_number_pad_deletes_and_selects(person: Person) -> None:
    person.at(NAME, "Sanne").presses(pygame.K_KP_7)
    person.presses(pygame.K_KP_PERIOD)
    assert person.text == "anne"
    person.presses(pygame.K_KP_1, SHIFT)
    assert person.caret == (0, 4)


def test_with_num_lock_on_the_number_pad_types(person: Person) -> None:
    person.at(NAME, "Sanne")
    assert person.presses(pygame.K_KP_4, pygame.KMOD_NUM, "4")
    assert person.types("4").text == "Sanne4" and person.caret == (6, 6)
    assert person.presses(pygame.K_KP_4, 0, "4")  # a Mac has no NumLock
    assert person.types("4").text == "Sanne44"


def test_under_another_script_ctrl_and_a_letter_works_by_its_place(person: Person) -> None:
    person.at(NAME, "Анна")
    event = {"key": ord("ф"), "mod": CTRL, "unicode": "", "scancode": pygame.KSCAN_A}
    assert person.sends(pygame.KEYDOWN, **event)
    assert person.caret == (0, 4)
    event = {"key": ord("ф"), "mod": 0, "unicode": "ф", "scancode": pygame.KSCAN_A}
    assert person.sends(pygame.KEYDOWN, **event)
    assert person.types("ф").text == "ф"


# -- whatever people do


WORDS = ["a", "de ", "zélf", "e\u0301", FAMILY, FLAG, " ", "Woordzonderspaties" * 2, "12", "&lt;", "a.b"]
KEYS = [
    pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_HOME, pygame.K_END, pygame.K_RETURN,
    pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_TAB, pygame.K_INSERT,
    pygame.K_a, pygame.K_c, pygame.K_x, pygame.K_v, pygame.K_z, pygame.K_y,
]  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_sixty_things_in_any_order_keep_the_field_whole(
    person: Person, surface: pygame.Surface, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    monkeypatch.setattr(textfield, "_pasted", lambda: "ge\nplakt ")
    monkeypatch.setattr(textfield, "copied", lambda _words: True)
    edit = chance.choice([NAME, NOTE, Edit("note", 30, multiline=True)])
    rect = Rect(40, 40, 320, STEP * (3 if edit.multiline else 1))
    person.at(edit, "Hoe weeg je dat af? " * 2, rect)
    for _ in range(60):
        anything(person, chance)
        person.entry.draw(surface)
        assert len(person.text) <= edit.longest and (edit.multiline or "\n" not in person.text)
        assert all(0 <= end <= len(person.text) for end in person.caret)
        assert pygame.Rect(rect).contains(pygame.Rect(person.entry.caret_rect))


def anything(person: Person, chance: random.Random) -> None:
    kind = chance.random()
    if kind < 0.45:
        person.types(chance.choice(WORDS))
    elif kind < 0.85:
        person.presses(chance.choice(KEYS), chance.choice([0, 0, SHIFT, CTRL, CTRL | SHIFT]))
    else:
        kinds = [pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP]
        place = chance.randrange(SIZE[0]), chance.randrange(200)
        person.sends(chance.choice(kinds), pos=place, button=1, buttons=(1, 0, 0), rel=(0, 0))


@settings(deadline=None)
@example("a\u200d a", 1)
@example("a \u0301b", 2)
@given(st.text("ab -\u0301😀\u200d🇳🇱", max_size=60), st.integers(1, 30))
def test_rows_fit_and_lose_nothing_but_the_spaces_between_them(paragraph: str, width: int) -> None:
    rows = broken(paragraph, width, len)
    at = 0
    for start, end in rows:
        assert paragraph[at:start] in ("", " ")
        assert end - start <= width or end == after(paragraph, start)
        at = end
    assert at == len(paragraph)


@settings(deadline=None)
@given(st.text("ab \u0301😀\u200d🇳🇱", max_size=30))
def test_the_caret_goes_back_over_the_places_it_came_along(text: str) -> None:
    there = [0]
    while there[-1] < len(text):
        there.append(after(text, there[-1]))
    back = [len(text)]
    while back[-1] > 0:
        back.append(before(text, back[-1]))
    assert back == there[::-1]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.text("ab \n", max_size=4)), max_size=12))
def test_undoing_everything_gives_back_what_was_and_redoing_what_became(
    changes: list[tuple[int, int, str]],
) -> None:
    draft = Draft("een twee", NOTE, clean)
    for anchor, focus, words in changes:
        draft.select(anchor, focus)
        if words:
            draft.insert(words)
        else:
            draft.delete(after(draft.text, draft.focus))
    became = draft.text
    for _ in changes:
        draft.undo()
    assert draft.text == "een twee"
    for _ in changes:
        draft.redo()
    assert draft.text == became


def test_the_colours_of_a_selection_differ_from_the_field() -> None:
    for name in ("light", "dark", "contrast"):
        colours = entry_colours(theme_named(name))
        assert isinstance(colours, EntryColours)
        assert len({colours.paper, colours.selected, colours.on_selected}) >= 2
        assert colours.selected not in (colours.paper, colours.ink, colours.on_selected)
