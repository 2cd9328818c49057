"""The colours of paper: those of the light theme on the screen, for reports and printed cards."""

from tegenwicht.game.cards import Cluster, Family, Kind

Colour = tuple[int, int, int]

INK: Colour = (0x1F, 0x24, 0x30)
MUTED: Colour = (0x57, 0x5C, 0x69)
EDGE: Colour = (0x7D, 0x82, 0x8E)
QUIET: Colour = (0xF0, 0xED, 0xE6)

_CLUSTERS: dict[Family, str] = {
    Cluster.PROFESSIONAL: "0B5FA5",
    Cluster.CLIENT: "B5430B",
    Cluster.EMPLOYER: "00705C",
    Cluster.ORGANISATIONAL: "6B3FA0",
    Cluster.POLICY: "785A00",
    Cluster.INDIVIDUAL: "A8245F",
    **dict.fromkeys(Kind, "475063"),
}


def of_cluster(cluster: Family | None) -> Colour:
    """The colour on white paper of a cluster or a kind; ink for none. It never stands without its word."""
    if cluster is None:
        return INK
    red, green, blue = bytes.fromhex(_CLUSTERS[cluster])
    return red, green, blue
