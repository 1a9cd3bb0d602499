"""Opens TorchScript files with PyTorch."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from pathlib import Path

import torch

from fdiwn.models.foreign.files import open_archive
from fdiwn.models.foreign.traits import Run, refused
from fdiwn.pixels.planes import Batch

# A script is a program. Operators that read or write files, and unknown ones of libraries, are
# refused before loading, which already runs code.
_REACHES_OUT = re.compile(
    rb"\b(?:torch|aten|prims?)\s*\.\s*(?:save|load|from_file|as_file|sys|os)\b|\bops\.(?!aten\b|prims?\b)"
)


def open_torchscript(content: bytes, name: Path, device: str) -> Run:
    """The network on a PyTorch device, in float32. Raises WeightsError."""
    _refuse_reaching_out(content, name)
    try:
        with warnings.catch_warnings():
            # PyTorch recommends torch.export instead, whose files are supported as well.
            warnings.simplefilter("ignore", DeprecationWarning)
            module = torch.jit.load(io.BytesIO(content), map_location="cpu")  # type: ignore[no-untyped-call]
        module = module.eval().to(device)
    except (RuntimeError, ValueError, AttributeError) as exc:
        raise refused(name, "it is no sound TorchScript file") from exc

    def run(batch: Batch) -> Batch:
        with torch.inference_mode():
            output = module(torch.from_numpy(batch).to(device))
        if not isinstance(output, torch.Tensor):
            raise RuntimeError("it gives something else than one tensor")
        result: Batch = output.float().cpu().numpy()
        return result

    return run


def _refuse_reaching_out(content: bytes, name: Path) -> None:
    try:
        with open_archive(content) as archive:
            programs = [each for each in archive.namelist() if each.casefold().endswith(".py")]
            reaches_out = any(_REACHES_OUT.search(archive.read(each)) for each in programs)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as exc:
        raise refused(name, f"it is no sound TorchScript file: {exc}") from exc
    if reaches_out:
        raise refused(name, "its program does more than compute")
