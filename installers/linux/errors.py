"""What can go wrong when the desktop's files or an AppImage are made."""

from __future__ import annotations

from fdiwn.errors import FdiwnError


class PackagingError(FdiwnError):
    """A part of a package cannot be made, or is not as the desktop wants it."""
