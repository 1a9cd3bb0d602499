"""Packs of small made-up wheels, with a ``torch`` that is just enough for the test of one."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from fdiwn.api.catalog import Origin
from fdiwn.gpu_pack.lock import Pack, Wheel, this_system

TORCH = """
__version__ = "9.9.0+cu126"
CUDA, ARCHITECTURES, OFF = True, ["sm_80", "sm_90"], 0.0

class Tensor:
    def __init__(self, on_gpu=False):
        self.on_gpu = on_gpu
    def __truediv__(self, other): return self
    def cuda(self): return Tensor(True)
    def cpu(self): return self
    def __sub__(self, other): return self
    def abs(self): return self
    def max(self): return self
    def item(self): return OFF if self.on_gpu else 1e9  # what is compared is the GPU's

class cuda:
    is_available = staticmethod(lambda: CUDA)
    get_device_name = staticmethod(lambda: "Made-up GPU")
    get_device_capability = staticmethod(lambda: (8, 6))
    get_arch_list = staticmethod(lambda: ARCHITECTURES)

class backends:
    class cudnn: pass

class nn:
    class functional:
        conv2d = staticmethod(lambda pixels, weights, padding: Tensor(pixels.on_gpu))

manual_seed = lambda seed: None
randn = lambda *shape: Tensor()
"""


def wheel(files: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def wheels(torch: str = TORCH) -> dict[str, bytes]:
    """Two wheels that share a file, as NVIDIA's do."""
    return {
        "torch-9.9.0-cp311-none-any.whl": wheel(
            {
                "torch/__init__.py": torch,
                "torch/large.bin": bytes(range(256)) * 400,
                "nvidia/__init__.py": "",
                "torch-9.9.0.dist-info/METADATA": "Name: torch\n",
                "torch-9.9.0.data/scripts/run": "not for importing",
                "torch-9.9.0.data/purelib/extra.py": "x = 1\n",
            }
        ),
        "nvidia_some-1.0-py3-none-any.whl": wheel(
            {"nvidia/__init__.py": "", "nvidia/some/lib/libno.so.1": b"not a library"}
        ),
    }


def pack(files: Mapping[str, bytes], url: str, unpacked: int = 10**6, torch: str = "9.9.0") -> Pack:
    """A pack for this very system."""
    found = tuple(
        Wheel(name, Origin(f"{url}/{name}", len(data), hashlib.sha256(data).hexdigest()))
        for name, data in files.items()
    )
    return Pack(f"torch-{torch}-cu126", torch, (12, 6), *this_system(), unpacked, found)


def tree(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())
