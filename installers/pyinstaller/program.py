"""What both frozen programs start from: the name under which it was called says which one it is.

On POSIX the command is a link to the window's program, so that all of Python is there once. On
Windows they are two, of which one has a console.
"""

import multiprocessing
import sys
from pathlib import Path

if __name__ == "__main__":
    # First of all: the engine process starts this program again, and must not open a window.
    multiprocessing.freeze_support()
    from fdiwn.api.names import COMMAND

    if Path(sys.argv[0]).stem.lower() == COMMAND:
        from fdiwn.cli.main import main as command

        command()
    else:
        from app.main import main as window

        sys.exit(window())
