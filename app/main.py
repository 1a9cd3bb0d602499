"""The command that opens the window.

Qt is imported inside `main`: the engine process starts from this module as well, and must load
torch without Qt.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from pathlib import Path

from fdiwn.api.errors import FdiwnError
from fdiwn.api.names import APP_NAME, EDIT_COMMAND, VERSION, WINDOW_COMMAND


def main() -> int:
    """Open the window with the files named on the command line; returns its exit code."""
    multiprocessing.freeze_support()
    parser = command_line()
    called = Path(sys.argv[0]).stem.lower()
    words = sys.argv[1:]
    arguments = parser.parse_args(["--edit", *words] if called == EDIT_COMMAND else words)
    if arguments.self_test:
        from app.window import self_test

        return self_test.run(arguments.json)
    if arguments.edit is not None and arguments.files:
        parser.error("--edit is for one picture; leave out the others")
    if arguments.edit is None and arguments.output is not None:
        parser.error("--output is for --edit")
    task = None
    if arguments.edit is not None:
        from app.window.edit_task import edit_task

        try:
            task = edit_task(arguments.edit, arguments.output)
        except FdiwnError as error:
            parser.exit(2, f"{parser.prog}: {error}\n")
    from app.application import run

    return run(arguments.files, arguments.new_instance, task)


def command_line() -> argparse.ArgumentParser:
    """The command line's parser; the manual is generated from it."""
    parser = argparse.ArgumentParser(
        prog=WINDOW_COMMAND, description=f"{APP_NAME}: enlarge photographs with the FDIWN network."
    )
    parser.add_argument("--version", action="version", version=f"{APP_NAME} {VERSION}")
    parser.add_argument(
        "--new-instance",
        action="store_true",
        help="open a window of its own, where files would go to the one that is open",
    )
    parser.add_argument(
        "--edit",
        type=Path,
        metavar="FILE",
        help="for other programs: open FILE in a window of its own with Done and Cancel, and end "
        "when it is written (exit code 0), or not wanted (1)",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="PATH",
        help="of --edit: the file to write, in the format of its ending; without it, FILE itself",
    )
    parser.add_argument(
        "--self-test", action="store_true", help="check the whole program, print the result, end"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="of --self-test: the report")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="pictures or folders")
    return parser


if __name__ == "__main__":
    sys.exit(main())
