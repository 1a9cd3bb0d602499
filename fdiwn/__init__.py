"""FDIWN Upscaler: the engine, its command line and its evaluation. No Qt in here."""

from fdiwn.api.names import VERSION as __version__

__all__ = ["__version__"]
