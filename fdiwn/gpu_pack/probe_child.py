"""The test of a pack, inside its own process: import, look, compute, compare."""

from __future__ import annotations

import re
from pathlib import Path

from fdiwn.gpu_pack.activate import put_first

LIMIT = 1e-3
"""How far the GPU may be off the CPU, of values of about 1; float32 is off by some 1e-6."""
_ARCHITECTURE = re.compile(r"(sm|compute)_(\d+)(\d)")


def examine(folder: Path) -> dict[str, object]:
    """ "passed", "reason" (empty where it passed) and "gpu", the card's name. Raises nothing."""
    try:
        return _examine(folder)
    except Exception as error:  # whatever it is, it is why the pack is not used
        return {"passed": False, "reason": f"{type(error).__name__}: {error}", "gpu": ""}


def _examine(folder: Path) -> dict[str, object]:
    put_first(folder)
    import torch

    source = Path(torch.__file__ or "").resolve()
    if folder.resolve() not in source.parents:
        return _failed(f"another PyTorch was found first, in {source.parent}")
    if not torch.cuda.is_available():
        return _failed("PyTorch finds no GPU that it can use")
    gpu = torch.cuda.get_device_name()
    capability, built_for = torch.cuda.get_device_capability(), torch.cuda.get_arch_list()
    if not is_built_for(capability, built_for):
        kind = f"{capability[0]}.{capability[1]}"
        return _failed(f"{gpu} has compute capability {kind}, which the pack is not made for", gpu)
    torch.manual_seed(1)
    torch.backends.cudnn.allow_tf32 = False
    pixels = torch.randn(1, 64, 48, 48)
    weights = torch.randn(64, 64, 3, 3) / 24  # so that results are of about 1, too
    expected = torch.nn.functional.conv2d(pixels, weights, padding=1)
    found = torch.nn.functional.conv2d(pixels.cuda(), weights.cuda(), padding=1).cpu()
    off = float((found - expected).abs().max().item())
    if not off < LIMIT:  # nor if it is no number
        return _failed(f"{gpu} computes wrongly: off by {off:.3g}", gpu)
    return {"passed": True, "reason": "", "gpu": gpu}


def is_built_for(capability: tuple[int, int], architectures: list[str]) -> bool:
    """Whether binaries or an intermediate form for this compute capability are among those.

    Binaries run on the same major version from their minor on; the intermediate form ("compute")
    on everything newer. Source: NVIDIA's CUDA C++ programming guide, on compatibility.
    """
    for architecture in architectures:
        found = _ARCHITECTURE.fullmatch(architecture)
        if found is None:
            continue  # for one model of card alone, as sm_90a
        built = int(found[2]), int(found[3])
        if found[1] == "compute" and built <= capability:
            return True
        if found[1] == "sm" and built[0] == capability[0] and built[1] <= capability[1]:
            return True
    return False


def _failed(reason: str, gpu: str = "") -> dict[str, object]:
    return {"passed": False, "reason": reason, "gpu": gpu}
