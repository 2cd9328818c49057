"""What someone takes along from a session: plain data of the harvest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """By one participant; all of it may stay empty.

    card: the number of the card that stayed. sentence: what is taken along. intention: what they are going to
    do, ``by`` which day ("2027-01-08", or empty). passed: said nothing, or said it and it was not written.
    """

    participant: int
    card: int | None = None
    sentence: str = ""
    intention: str = ""
    by: str = ""
    passed: bool = False
