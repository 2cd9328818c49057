"""Colours by what they are for. A program makes its own themes; the kit only says which roles there are."""

from dataclasses import dataclass

from tegenwicht.kit.ops import Colour


@dataclass(frozen=True, eq=False, repr=False)
class Theme:
    """Named by use. ground: behind everything; paper: cards and panels; strong: the primary button.
    top: the strip above a screen, with the place and a few buttons.

    off: words on a control that cannot be used now. focus and halo: the ring. selected, on_selected: what a
    selection in a text looks like. shadow: how dark a shadow is, 0 to 255. outline: the edge of a sheet in
    design pixels, 0 for none. lip: of a sheet that stands up a little, the side that one sees below it.
    """

    name: str
    ground: Colour
    paper: Colour
    ink: Colour
    muted: Colour
    off: Colour
    edge: Colour
    quiet: Colour
    top: Colour
    on_top: Colour
    on_top_muted: Colour
    strong: Colour
    on_strong: Colour
    warn: Colour
    on_warn: Colour
    good: Colour
    focus: Colour
    halo: Colour
    shadow: int = 0
    outline: int = 0
    lip: Colour | None = None
    selected: Colour = (20, 86, 200)
    on_selected: Colour = (255, 255, 255)


def colour_of(text: str) -> Colour:
    """The colour that is written as on the web: "#1F2430"."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mixed(colour: Colour, other: Colour, part: float) -> Colour:
    """``colour`` with ``part`` (0.0 to 1.0) of ``other`` in it."""
    r, g, b = (round(a + (c - a) * part) for a, c in zip(colour, other, strict=True))
    return r, g, b
