"""What can go wrong when packages are made."""

from __future__ import annotations

from fdiwn.api.errors import FdiwnError


class PackagingError(FdiwnError):
    """A package or a part of it cannot be made, or is not as it should be."""
