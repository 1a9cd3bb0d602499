"""What is wrong with metadata. Never leaves the codec: the picture is read without them."""

from __future__ import annotations


class MetadataError(ValueError):
    """They are damaged, or cannot be written where they should go."""
