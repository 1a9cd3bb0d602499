"""Opens files of weights alone (.pth, .pt, .ckpt, .safetensors) of networks that the library
spandrel knows, an extra of this program.

spandrel builds the network that the names and shapes of the tensors belong to. Its own reader of
files is not used: PyTorch's with ``weights_only`` unpickles tensors and plain values, nothing else.
"""

from __future__ import annotations

import io
import pickle
import re
import warnings
import zipfile
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from safetensors.torch import load

from fdiwn.api.errors import WeightsError
from fdiwn.api.names import DISTRIBUTION
from fdiwn.api.options import SCALES
from fdiwn.models.foreign.files import is_safetensors, open_archive
from fdiwn.models.foreign.traits import Opened, refused
from fdiwn.pixels.planes import Batch

_CHANNELS = ((3, 3), (1, 1))  # in and out
_TODO = "Give weights of a network that enlarges colour or grey pictures 2, 3 or 4 times."
_NO_OPERATOR = re.compile(r"operator (torchvision::q?nms) does not exist")
_NMS = "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
_FAILURES = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""Of networks, on pictures that they were not made for."""


def open_spandrel(content: bytes, name: Path, device: str) -> Opened:
    """The network on a PyTorch device, in float32; white is 1. Pictures are padded to the sizes
    that it asks for. One for grey pictures enlarges each colour for itself.

    Raises WeightsError, also if spandrel is not installed.
    """
    library = _library(name)
    try:
        with warnings.catch_warnings():
            # PyTorch warns of files that it then refuses, and of the style of older networks.
            warnings.simplefilter("ignore", UserWarning)
            network = library.ModelLoader().load_from_state_dict(_state(content))
    except library.UnsupportedModelError as exc:
        raise refused(name, "its layers are of no network that spandrel knows", _TODO) from exc
    except pickle.UnpicklingError as exc:
        why = "it holds more than weights, or is damaged; nothing in it was run"
        raise refused(name, why, _TODO) from exc
    except (MemoryError, torch.OutOfMemoryError):
        raise
    except Exception as exc:  # of many classes, for files that are odd on purpose or by damage
        why = f"its weights cannot be read: {_first_line(exc)}"
        raise refused(name, why, _TODO) from exc
    why = _why_not(library, network)
    if why:
        raise refused(name, f"{network.architecture.name} {why}", _TODO)
    network.to(device=device, dtype=torch.float32).eval()

    def run(batch: Batch) -> Batch:
        picture = torch.from_numpy(batch).to(device)
        parts = picture.chunk(3 // network.input_channels, 1)
        try:
            outputs = [network(part) for part in parts]
        except _FAILURES as exc:
            raise RuntimeError(f"it cannot compute this picture: {_first_line(exc)}") from exc
        result: Batch = torch.cat(outputs, 1).cpu().numpy()
        return result

    return Opened(run, network.tiling == library.ModelTiling.SUPPORTED)


def _library(name: Path) -> ModuleType:
    try:
        _import_torchvision()
        return import_module("spandrel")
    except ImportError as exc:
        raise WeightsError(
            f"{name} was not opened",
            "it is not of FDIWN, and networks of others in such files need a package that is not "
            "installed",
            f"Install it with: pip install '{DISTRIBUTION}[spandrel]'. The program of an installer "
            "cannot take it.",
        ) from exc


def _import_torchvision() -> None:
    """Imports it even if it was built for another PyTorch, as pip combines its CUDA build with a
    PyTorch for CPUs. Then its operators are missing, which no network that enlarges needs."""
    while True:
        try:
            import_module("torchvision")
        except RuntimeError as exc:
            missing = _NO_OPERATOR.search(str(exc))
            if missing is None:
                raise
            torch.library.define(missing[1], _NMS)
        else:
            return


def _state(content: bytes) -> dict[str, Any]:
    """The tensors by name, perhaps below other entries. Raises many errors."""
    if is_safetensors(content):
        return load(content)
    if zipfile.is_zipfile(io.BytesIO(content)):
        open_archive(content).close()
    state = torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)
    if not isinstance(state, dict):
        raise TypeError("it holds no tensors with names")
    return state


def _why_not(library: ModuleType, network: Any) -> str:
    """Why a network does not enlarge pictures here; empty if it does."""
    channels = network.input_channels, network.output_channels
    if isinstance(network, library.MaskedImageModelDescriptor):
        return "fills in what a mask covers"
    if network.purpose == "FaceSR":
        return "is for portraits that are cut out and aligned"
    if network.scale == 1:
        return "restores pictures in their size"
    if network.scale not in SCALES:
        return f"enlarges by {network.scale}, and 2, 3 or 4 is wanted"
    if channels not in _CHANNELS:
        return f"takes {channels[0]} channels and makes {channels[1]}, and 3 or 1 is wanted"
    return ""


def _first_line(exc: Exception) -> str:
    return str(exc).strip().partition("\n")[0] or type(exc).__name__
