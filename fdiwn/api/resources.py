"""Paths of the program's files in ``resources/``, and the command that starts it again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from fdiwn.api.names import COMMAND


def resource(name: str) -> Path:
    """The path of ``resources/<name>``, for example ``resource("sample/sample.png")``.

    name: relative, with forward slashes. Works in a source tree, in an installed wheel (where the
    folder is ``fdiwn/bundled``) and in a frozen bundle. The path is not checked: optional files,
    like bundled weights, may be missing.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources" / name
    package = Path(__file__).resolve().parents[1]
    bundled = package / "bundled"
    root = bundled if bundled.is_dir() else package.parent / "resources"
    return root / name


def guide() -> Path:
    """The folder of the manual, with README.md, MODELS.md, docs/ and their pictures in their
    places. It ships as ``resources/guide``; a source tree has it at its own top."""
    shipped = resource("guide")
    return shipped if shipped.is_dir() else shipped.parents[1]


def own_command(*words: str) -> list[str]:
    """The command line program. In a frozen bundle, the window's program is beside it."""
    if getattr(sys, "frozen", False):
        own = Path(sys.executable)
        return [str(own.with_name(COMMAND + own.suffix)), *words]
    return [sys.executable, "-m", "fdiwn", *words]


def own_environment() -> dict[str, str]:
    """The environment in which that program finds this package."""
    environment = dict(os.environ)
    if not getattr(sys, "frozen", False):
        source = str(Path(__file__).resolve().parents[2])
        others = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = os.pathsep.join([source, others] if others else [source])
    return environment
