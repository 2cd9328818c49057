"""The colours of the three themes. Every pair used for text is at least 4.5:1, for shapes 3:1."""

from dataclasses import dataclass
from typing import NamedTuple

from tegenwicht.game.cards import Cluster
from tegenwicht.kit import theme
from tegenwicht.kit.ops import Colour
from tegenwicht.kit.theme import colour_of as _hex
from tegenwicht.kit.theme import mixed


class ClusterColours(NamedTuple):
    """fill: a surface with ``on_fill`` text; line: text and lines on paper; tint: a quiet surface."""

    fill: Colour
    on_fill: Colour
    line: Colour
    tint: Colour


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Theme(theme.Theme):
    """The kit's colours by role, and those of the clusters."""

    clusters: dict[Cluster, ClusterColours]


CLUSTER_FILL = {
    Cluster.PROFESSIONAL: "#0B5FA5",
    Cluster.CLIENT: "#B5430B",
    Cluster.EMPLOYER: "#00705C",
    Cluster.ORGANISATIONAL: "#6B3FA0",
    Cluster.POLICY: "#785A00",
    Cluster.INDIVIDUAL: "#A8245F",
}
ON_DARK = {
    Cluster.PROFESSIONAL: "#7DB8F0",
    Cluster.CLIENT: "#F5A07A",
    Cluster.EMPLOYER: "#5FCFB6",
    Cluster.ORGANISATIONAL: "#C3A3EE",
    Cluster.POLICY: "#DDBD5C",
    Cluster.INDIVIDUAL: "#F294BF",
}
WHITE, INK, BLACK = _hex("#FFFFFF"), _hex("#1F2430"), _hex("#000000")


def _on_light() -> dict[Cluster, ClusterColours]:
    fills = {cluster: _hex(text) for cluster, text in CLUSTER_FILL.items()}
    return {c: ClusterColours(fill, WHITE, fill, mixed(fill, WHITE, 0.92)) for c, fill in fills.items()}


def _on_dark(paper: Colour) -> dict[Cluster, ClusterColours]:
    return {
        cluster: ClusterColours(_hex(text), BLACK, _hex(text), mixed(_hex(text), paper, 0.88))
        for cluster, text in ON_DARK.items()
    }


def theme_named(name: str) -> Theme:
    """ "light", "dark" or "contrast"; anything else is light."""
    if name == "dark":
        return _dark()
    return _contrast() if name == "contrast" else _light()


def _light() -> Theme:
    return Theme(
        "light", ground=_hex("#F4F0E8"), paper=WHITE, ink=INK, muted=_hex("#575C69"), off=_hex("#666B77"),
        edge=_hex("#7D828E"), quiet=_hex("#EAE6DB"), bar=INK, on_bar=WHITE, on_bar_muted=_hex("#CDD1DB"),
        strong=INK, on_strong=WHITE, warn=_hex("#FFE9B8"), on_warn=INK, good=_hex("#00705C"),
        focus=_hex("#1456C8"), halo=WHITE, shadow=70, clusters=_on_light(),
    )  # fmt: skip


def _dark() -> Theme:
    paper = _hex("#232938")
    return Theme(
        "dark", ground=_hex("#12151D"), paper=paper, ink=_hex("#F4F0E8"), muted=_hex("#BCC1CE"), off=_hex("#9AA0AF"),
        edge=_hex("#8E95A6"), quiet=_hex("#323A4C"), bar=_hex("#0A0C11"), on_bar=_hex("#F4F0E8"),
        on_bar_muted=_hex("#BCC1CE"), strong=_hex("#F4F0E8"), on_strong=INK, warn=_hex("#4A3A10"),
        on_warn=_hex("#FFF1CF"), good=_hex("#5FCFB6"), focus=_hex("#FFD24A"), halo=BLACK, shadow=0,
        clusters=_on_dark(paper),
    )  # fmt: skip


def _contrast() -> Theme:
    bright = {c: ClusterColours(WHITE, BLACK, WHITE, BLACK) for c in Cluster}
    return Theme(
        "contrast", ground=BLACK, paper=BLACK, ink=WHITE, muted=WHITE, off=_hex("#A8A8A8"), edge=WHITE,
        quiet=_hex("#303030"), bar=BLACK, on_bar=WHITE, on_bar_muted=WHITE, strong=_hex("#FFE600"),
        on_strong=BLACK, warn=_hex("#FFE600"), on_warn=BLACK, good=WHITE, focus=_hex("#00E5FF"),
        halo=BLACK, shadow=0, outline=3, clusters=bright,
    )  # fmt: skip
