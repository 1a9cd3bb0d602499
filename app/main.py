"""The command that opens the window.

Qt is imported inside `main`: the engine process starts from this module as well, and must load
torch without Qt.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from pathlib import Path

from fdiwn.api.names import APP_NAME, VERSION, WINDOW_COMMAND


def main() -> int:
    """Open the window with the files named on the command line; returns its exit code."""
    multiprocessing.freeze_support()
    arguments = command_line().parse_args()
    if arguments.self_test:
        from app.window import self_test

        return self_test.run(arguments.json)
    from app.application import run

    return run(arguments.files, arguments.new_instance)


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
        "--self-test", action="store_true", help="check the whole program, print the result, end"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="of --self-test: the report")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="pictures or folders")
    return parser


if __name__ == "__main__":
    sys.exit(main())
