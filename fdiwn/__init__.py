"""FDIWN Upscaler: the engine, its command line and its Python interface. No Qt in here.

`upscale` and `upscale_file` are imported on first use, as they need NumPy and Pillow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fdiwn.api.names import VERSION as __version__

if TYPE_CHECKING:
    from fdiwn.enlarge.python_interface import upscale, upscale_file

__all__ = ["__version__", "upscale", "upscale_file"]

if not TYPE_CHECKING:  # or a type checker would accept any name from this package

    def __getattr__(name: str) -> object:
        if name in ("upscale", "upscale_file"):
            from fdiwn.enlarge import python_interface

            return getattr(python_interface, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
