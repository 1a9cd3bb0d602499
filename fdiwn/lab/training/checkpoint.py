"""Checkpoints: the complete state of a run, for resuming."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from typing import Any

import torch

from fdiwn.api.errors import InputError
from fdiwn.api.files import write_whole

NAME = "checkpoint.pt"


def save_checkpoint(folder: Path, content: dict[str, Any]) -> Path:
    """Writes ``content`` to the folder's checkpoint atomically."""
    target = folder / NAME
    whole = io.BytesIO()
    torch.save(content, whole)
    write_whole(target, whole.getvalue())
    return target


def load_checkpoint(folder: Path) -> dict[str, Any]:
    """The folder's checkpoint, on the CPU. Raises InputError if there is none or it is damaged."""
    path = folder / NAME
    try:
        content: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as exc:
        raise InputError(
            f"No checkpoint in {folder}", todo="Leave out --resume to start a new run."
        ) from exc
    except (OSError, RuntimeError, pickle.UnpicklingError, EOFError) as exc:
        raise InputError(
            f"The checkpoint {path} cannot be read", "the file is damaged", "Start a new run."
        ) from exc
    return content
