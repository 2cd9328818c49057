"""The command line. Chooses the command, then hands over; imports only what that command needs."""

import sys
from importlib import import_module

from tegenwicht.cli import COMMANDS


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code: 0 well, 1 problems, 2 wrong use."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0] in COMMANDS:
        command = import_module(f"tegenwicht.cli.{COMMANDS[given[0]]}")
        return int(command.run(command.parser().parse_args(given[1:])))
    from tegenwicht.cli import play

    return play.run(play.parser(COMMANDS).parse_args(given))


def run() -> None:
    """For the installed command."""
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
