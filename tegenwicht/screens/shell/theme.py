"""The colours of the three themes. Every pair used for text is at least 4.5:1, for shapes 3:1."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tegenwicht.game.cards import Cluster, Family, Kind
from tegenwicht.kit import theme
from tegenwicht.kit.ops import Colour
from tegenwicht.kit.theme import colour_of as _hex
from tegenwicht.kit.theme import mixed


class ClusterColours(NamedTuple):
    """fill: a surface with ``on_fill`` text; line: text and lines on paper; tint: a quiet surface.

    What lies on the table: solid is its colour in every theme, white on it; edge the line around that, under
    the darker edge below it, pale the ground of its picture and its other side.
    """

    fill: Colour
    on_fill: Colour
    line: Colour
    tint: Colour
    solid: Colour
    edge: Colour
    under: Colour
    pale: Colour


class Materials(NamedTuple):
    """What the table is made of. ``rich``: with shadows, planks and patterns.

    wall, skirting, wood and its edges, plank: the room. rim: the front of the table, with lines in rim_light and
    rim_edge. paper, lip, line: counters, tents and buttons, the edge under them and the line around. slip,
    slip_line: a strip that slides out. beam, brass, chain: the scale. disc, track: the clock's face and what of its
    ring has gone. session, to_come: the line of time on top. faint: quiet words on paper. back: of a mixed pile.
    card, card_line: a card's face, and the line around a white back. drop: a shadow. persons: seats 1 to 6.
    """

    rich: bool
    wall: Colour
    skirting: Colour
    wood: Colour
    wood_edge: Colour
    plank: Colour
    rim: Colour
    rim_light: Colour
    rim_edge: Colour
    paper: Colour
    lip: Colour
    line: Colour
    slip: Colour
    beam: Colour
    beam_light: Colour
    brass: Colour
    brass_edge: Colour
    brass_light: Colour
    chain: Colour
    disc: Colour
    track: Colour
    session: Colour
    to_come: Colour
    faint: Colour
    back: Colour
    back_line: Colour
    card: Colour
    card_line: Colour
    hole: Colour
    persons: tuple[Colour, ...]


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Theme(theme.Theme):
    """The kit's colours by role, and those of the clusters."""

    clusters: Mapping[Family, ClusterColours]
    table: Materials


CLUSTER_FILL: dict[Family, str] = {
    Cluster.PROFESSIONAL: "#0B5FA5",
    Cluster.CLIENT: "#B5430B",
    Cluster.EMPLOYER: "#00705C",
    Cluster.ORGANISATIONAL: "#6B3FA0",
    Cluster.POLICY: "#785A00",
    Cluster.INDIVIDUAL: "#A8245F",
    **dict.fromkeys(Kind, "#475063"),
}
CLUSTER_EDGE: dict[Family, str] = {
    Cluster.PROFESSIONAL: "#084676",
    Cluster.CLIENT: "#843108",
    Cluster.EMPLOYER: "#005142",
    Cluster.ORGANISATIONAL: "#4C2C73",
    Cluster.POLICY: "#564100",
    Cluster.INDIVIDUAL: "#7A1A45",
    **dict.fromkeys(Kind, "#333A49"),
}
CLUSTER_PALE: dict[Family, str] = {
    Cluster.PROFESSIONAL: "#E3EDF6",
    Cluster.CLIENT: "#F8E8DF",
    Cluster.EMPLOYER: "#DFEFEB",
    Cluster.ORGANISATIONAL: "#EDE6F5",
    Cluster.POLICY: "#F2ECDA",
    Cluster.INDIVIDUAL: "#F7E3EC",
    **dict.fromkeys(Kind, "#E8EAEF"),
}
ON_DARK: dict[Family, str] = {
    Cluster.PROFESSIONAL: "#7DB8EC",
    Cluster.CLIENT: "#F3AE8C",
    Cluster.EMPLOYER: "#5CCBB2",
    Cluster.ORGANISATIONAL: "#C3A6EE",
    Cluster.POLICY: "#DDBE55",
    Cluster.INDIVIDUAL: "#F097BF",
    **dict.fromkeys(Kind, "#BAC3D6"),
}
PERSONS = tuple(map(_hex, ("#F2C879", "#A9CFE8", "#BFDCA9", "#F3BBA6", "#CFC0EA", "#DCCFB6")))
"""Seats 1 to 6; those from 7 have the same six, marked with a bar."""
WHITE, INK, BLACK = _hex("#FFFFFF"), _hex("#1F2430"), _hex("#000000")


def _on_light() -> dict[Family, ClusterColours]:
    found: dict[Family, ClusterColours] = {}
    for cluster, text in CLUSTER_FILL.items():
        fill, edge, pale = _hex(text), _hex(CLUSTER_EDGE[cluster]), _hex(CLUSTER_PALE[cluster])
        found[cluster] = ClusterColours(
            fill, WHITE, fill, mixed(fill, WHITE, 0.92), solid=fill, edge=edge, under=edge, pale=pale
        )
    return found


def _on_dark(paper: Colour) -> dict[Family, ClusterColours]:
    found: dict[Family, ClusterColours] = {}
    for cluster, text in ON_DARK.items():
        tint, solid, under = _hex(text), _hex(CLUSTER_FILL[cluster]), _hex(CLUSTER_EDGE[cluster])
        quiet = mixed(tint, paper, 0.88)
        found[cluster] = ClusterColours(
            tint, BLACK, tint, quiet, solid=solid, edge=tint, under=under, pale=quiet
        )
    return found


def theme_named(name: str) -> Theme:
    """ "light", "dark" or "contrast"; anything else is light."""
    if name == "dark":
        return _dark()
    return _contrast() if name == "contrast" else _light()


def _light() -> Theme:
    return Theme(
        "light", ground=_hex("#F4F0E8"), paper=_hex("#FFFDF8"), ink=INK, muted=_hex("#4B483F"), off=_hex("#666B77"),
        edge=_hex("#5E4F33"), quiet=_hex("#EAE6DB"), top=_hex("#F4F0E8"), on_top=INK, on_top_muted=_hex("#4B483F"),
        strong=INK, on_strong=WHITE, warn=_hex("#FFE9B8"), on_warn=INK, good=_hex("#00705C"),
        focus=INK, halo=WHITE, shadow=70, lip=_hex("#7E6A43"), clusters=_on_light(),
        table=Materials(
            True, wall=_hex("#F4F0E8"), skirting=_hex("#EDE6D8"), wood=_hex("#E7DAC0"), wood_edge=_hex("#F3EAD7"),
            plank=_hex("#C9B48A"), rim=_hex("#CDB78D"), rim_light=_hex("#EBDDBF"), rim_edge=_hex("#BAA477"),
            paper=_hex("#FFFDF8"), lip=_hex("#7E6A43"), line=_hex("#5E4F33"), slip=_hex("#FFF9E8"),
            beam=_hex("#3A3038"), beam_light=_hex("#574A55"), brass=_hex("#C4953F"), brass_edge=_hex("#9A7026"),
            brass_light=_hex("#E2BD70"), chain=_hex("#9A7026"), disc=WHITE, track=_hex("#E3D8C3"), session=INK,
            to_come=_hex("#DCCEB4"), faint=_hex("#5A5245"), back=_hex("#2B3142"), back_line=_hex("#555965"),
            card=WHITE, card_line=_hex("#8B7852"), hole=_hex("#CDB78D"), persons=PERSONS,
        ),
    )  # fmt: skip


def _dark() -> Theme:
    paper = _hex("#232938")
    return Theme(
        "dark", ground=_hex("#12151D"), paper=paper, ink=_hex("#F4F0E8"), muted=_hex("#BCC1CE"), off=_hex("#9AA0AF"),
        edge=_hex("#8E95A6"), quiet=_hex("#323A4C"), top=_hex("#12151E"), on_top=_hex("#F4F0E8"),
        on_top_muted=_hex("#BCC1CE"), strong=_hex("#F4F0E8"), on_strong=INK, warn=_hex("#4A3A10"),
        on_warn=_hex("#FFF1CF"), good=_hex("#5FCFB6"), focus=_hex("#FFD24A"), halo=_hex("#12151E"), shadow=0,
        lip=_hex("#0B0D12"),
        selected=_hex("#FFD24A"), on_selected=BLACK,
        clusters=_on_dark(paper),
        table=Materials(
            True, wall=_hex("#12151E"), skirting=_hex("#1A1E29"), wood=_hex("#2A251F"), wood_edge=_hex("#3A332B"),
            plank=_hex("#6B5D45"), rim=_hex("#3B3329"), rim_light=_hex("#51473A"), rim_edge=_hex("#2E2820"),
            paper=_hex("#20242F"), lip=_hex("#0B0D12"), line=_hex("#8C8576"), slip=_hex("#2E2A22"),
            beam=_hex("#8C7A84"), beam_light=_hex("#B3A2AC"), brass=_hex("#C4953F"), brass_edge=_hex("#9A7026"),
            brass_light=_hex("#E2BD70"), chain=_hex("#9A7026"), disc=_hex("#20242F"), track=_hex("#454B5A"),
            session=_hex("#F4F0E8"), to_come=_hex("#3B3F4B"), faint=_hex("#BCB6A8"), back=_hex("#2B3142"),
            back_line=_hex("#555965"), card=_hex("#20242F"), card_line=_hex("#8C8576"), hole=_hex("#3B3329"),
            persons=PERSONS,
        ),
    )  # fmt: skip


def _contrast() -> Theme:
    bright = {
        c: ClusterColours(
            WHITE, BLACK, WHITE, BLACK, solid=_hex(text), edge=WHITE, under=_hex(text), pale=BLACK
        )
        for c, text in CLUSTER_FILL.items()
    }
    return Theme(
        "contrast", ground=BLACK, paper=BLACK, ink=WHITE, muted=WHITE, off=_hex("#A8A8A8"), edge=WHITE,
        quiet=_hex("#303030"), top=BLACK, on_top=WHITE, on_top_muted=WHITE, strong=_hex("#FFE600"),
        on_strong=BLACK, warn=_hex("#FFE600"), on_warn=BLACK, good=WHITE, focus=_hex("#00E5FF"),
        halo=BLACK, shadow=0, outline=3,
        selected=_hex("#00E5FF"), on_selected=BLACK, clusters=bright,
        table=Materials(
            False, wall=BLACK, skirting=BLACK, wood=BLACK, wood_edge=BLACK, plank=BLACK, rim=BLACK,
            rim_light=WHITE, rim_edge=BLACK, paper=BLACK, lip=BLACK, line=WHITE, slip=BLACK, beam=WHITE,
            beam_light=WHITE, brass=WHITE, brass_edge=BLACK, brass_light=WHITE, chain=WHITE, disc=BLACK,
            track=_hex("#5A5A5A"), session=WHITE, to_come=_hex("#5A5A5A"), faint=WHITE, back=BLACK, back_line=WHITE,
            card=BLACK, card_line=WHITE, hole=BLACK, persons=PERSONS,
        ),
    )  # fmt: skip
