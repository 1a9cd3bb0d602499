"""The options of a batch as text, to be read back and compared. Light and pure."""

from __future__ import annotations

import hashlib
import json

from fdiwn.api.json_records import from_plain, to_plain
from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.batch.records.plan import BatchOptions


def settings_hash(upscale: UpscaleOptions, save: SaveOptions) -> str:
    """What decides about the bytes of a result, but for the picture and the models: hexadecimal.

    The limits do not: they refuse a picture or leave it as it is. The models have hashes of their
    own.
    """
    how = to_plain(upscale)
    del how["limits"], how["model"]
    text = json.dumps([how, to_plain(save)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def to_text(options: BatchOptions) -> str:
    """JSON that `from_text` reads."""
    return json.dumps(to_plain(options))


def from_text(text: str) -> BatchOptions | None:
    """None for what another version has written and this one does not know."""
    try:
        return from_plain(json.loads(text), BatchOptions)
    except ValueError:
        return None
