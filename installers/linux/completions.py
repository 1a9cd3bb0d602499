"""What completes the command in shells. The work is done by the command itself, when asked."""

from __future__ import annotations

from typer._completion_shared import get_completion_script

from fdiwn.api.names import COMMAND
from fdiwn.cli.main import COMPLETION_VARIABLE

PLACES = {
    "bash": f"share/bash-completion/completions/{COMMAND}",
    "zsh": f"share/zsh/site-functions/_{COMMAND}",
    "fish": f"share/fish/vendor_completions.d/{COMMAND}.fish",
}


def completion(shell: str) -> str:
    """The script for bash, zsh or fish."""
    script = get_completion_script(prog_name=COMMAND, complete_var=COMPLETION_VARIABLE, shell=shell)
    if shell == "zsh":
        # zsh runs this file when the command is first completed. Typer's script then only says
        # who does that from now on, and the first time nothing would be offered.
        script += f"\n\n_{COMMAND}_completion"
    return script + "\n"
