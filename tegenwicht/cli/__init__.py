"""The command line: one module a command, each with ``parser()`` and ``run(options)``.

A command is imported when it is asked for, so that playing loads none of the others.
"""

COMMANDS: dict[str, str] = {
    "check": "check",
    "convert": "convert",
    "demo": "demo",
    "export": "export",
    "gallery": "gallery",
    "import": "bring_in",
    "print": "print_cards",
    "report": "report",
}
"""The words after ``tegenwicht``, with the name of the module here. Without one of them: ``play``."""
