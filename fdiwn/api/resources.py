"""Where the files of ``resources/`` are: icons, the sample picture, bundled weights."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """The path of ``resources/<name>``, for example ``resource("sample/sample.png")``.

    name: relative, with forward slashes. Works in a source tree, in an installed wheel (where
    the folder is ``fdiwn/bundled``) and in a frozen bundle. The path is not looked up: it may
    not exist, as some parts, like bundled weights, are optional.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources" / name
    package = Path(__file__).resolve().parents[1]
    bundled = package / "bundled"
    root = bundled if bundled.is_dir() else package.parent / "resources"
    return root / name
