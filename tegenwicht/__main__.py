"""The command line. Chooses the command, then hands over; imports only what that command needs."""

import sys
from importlib import import_module

from tegenwicht.cli import COMMANDS
from tegenwicht.cli.output import guarded
from tegenwicht.i18n import tr


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code: 0 well, 1 problems, 2 wrong use."""
    given = _command_first(sys.argv[1:] if arguments is None else arguments)
    with guarded() as streams:
        try:
            code = _run(given)
        except SystemExit as done:  # argparse ends so: after help, a version or a mistake
            code = int(done.code or 0)
    problem = next((one.failed for one in streams if one.failed), "")
    if problem and sys.stderr is not None:
        print(tr("Niet alles kon worden geschreven: {why}").format(why=problem), file=sys.stderr)
    return code or int(bool(problem))


def _run(given: list[str]) -> int:
    if given and given[0] in COMMANDS:
        command = import_module(f"tegenwicht.cli.{COMMANDS[given[0]]}")
        return int(command.run(command.parser().parse_args(given[1:])))
    from tegenwicht.cli import play

    return play.run(play.parser(COMMANDS).parse_args(given))


def _command_first(given: list[str]) -> list[str]:
    """The same with the command in front, where ``--data-dir MAP`` stood before it."""
    taken = 2 if given[:1] == ["--data-dir"] else int(given[:1] != [] and given[0].startswith("--data-dir="))
    if taken and given[taken : taken + 1] and given[taken] in COMMANDS:
        return [given[taken], *given[taken + 1 :], *given[:taken]]
    return given


def run() -> None:
    """For the installed command."""
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
