"""The self-test: models, back ends and files on this computer. No Qt.

Does not stop at the first failure: each check reports its finding, and the next one runs.
"""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import psutil

from fdiwn.api.catalog import InstalledModel, installed, models_dirs
from fdiwn.api.errors import Cancelled, FdiwnError, WeightsError
from fdiwn.api.model_care import model_sha256
from fdiwn.api.names import VERSION
from fdiwn.api.options import SCALES, SaveOptions
from fdiwn.api.progress import ShouldStop, never
from fdiwn.api.reports import (
    BACKEND,
    FORMAT,
    MODEL,
    ROOM,
    SYSTEM,
    VERSIONS,
    Check,
    CheckReport,
    Device,
)
from fdiwn.api.resources import resource
from fdiwn.backends import webgpu
from fdiwn.backends.choice import REFERENCE, Place
from fdiwn.backends.faults import engine_errors
from fdiwn.codec import read_picture, write_picture
from fdiwn.codec.colour import profile_of
from fdiwn.enlarge.tile_loop import Manner, enlarge
from fdiwn.models.foreign.backend import ForeignBackend
from fdiwn.models.opening import open_backend
from fdiwn.models.weights import load_network
from fdiwn.network.other import Network
from fdiwn.pixels.picture import Metadata, Pixels, StoredPicture

OnCheck = Callable[[Check], None]

WIDTH, HEIGHT, TILE = 96, 72, 48
MOST_OFF = {"float32": (1, 0.02), "bfloat16": (8, 0.6), "float16": (8, 0.6)}
"""Allowed differences of a back end from the reference, in levels of 255: of a pixel, and on
average."""
ENOUGH = 1_000_000_000
"""Bytes of memory and of disk that ordinary work needs."""
_LEAST_PSNR = 34.0  # dB, of a picture saved with loss
_PACKAGES = (
    "numpy", "torch", "openvino", "onnxruntime", "pyvips", "opencv-python-headless", "pillow",
)  # fmt: skip
_PROFILE = "icc-profile-data"
_FILES = (
    ("PNG", ".png", 4, "uint16", SaveOptions()),
    ("TIFF", ".tif", 4, "uint16", SaveOptions()),
    ("WebP", ".webp", 4, "uint8", SaveOptions(lossless=True)),
    ("AVIF", ".avif", 4, "uint8", SaveOptions()),
    ("JPEG", ".jpg", 3, "uint8", SaveOptions()),
)
_READERS = (("HEIC", "pillow_heif"), ("camera raw", "rawpy"))


def run_self_test(
    scratch: Path, on_check: OnCheck = lambda _: None, should_stop: ShouldStop = never
) -> CheckReport:
    """Checks everything, and reports each line when it is known.

    scratch: an existing folder for small files. Raises Cancelled.
    """
    found: list[Check] = []
    for check in _checks(scratch, should_stop):
        found.append(check)
        on_check(check)
        if should_stop():
            raise Cancelled
    return CheckReport(tuple(found))


def _checks(scratch: Path, should_stop: ShouldStop) -> Iterator[Check]:
    from fdiwn.diagnostics.devices import devices

    found = devices()
    present = [device for device in found if device.present]
    yield from _system(present)
    for device in found:
        if device.problem:
            yield Check(SYSTEM, device.id, f"{device.name or 'a GPU'}, not used: {device.problem}")
    yield from _versions()
    yield from _room(scratch)
    models = installed()
    if not models:
        folders = ", ".join(str(folder) for folder in models_dirs())
        yield Check(MODEL, "models", f"none on this computer; looked in {folders}", passed=False)
    for model in models:
        yield _model(model, should_stop)
    ours = [model for model in models if not model.info.network]
    smallest = next((m for scale in SCALES for m in ours if m.info.scale == scale), None)
    if smallest is not None:
        yield from _backends(smallest, present, should_stop)
    if webgpu.is_installed():
        yield _guarded(BACKEND, "WebGPU", _webgpu)
    for name, suffix, bands, dtype, save in _FILES:
        yield _guarded(FORMAT, name, lambda: _round_trip(scratch, suffix, bands, dtype, save))  # noqa: B023 - called at once
    for name, package in _READERS:
        there = find_spec(package) is not None
        how = "can be read" if there else f"cannot be read: {package} is not installed"
        yield Check(FORMAT, name, how)


def _system(present: list[Device]) -> Iterator[Check]:
    yield Check(SYSTEM, "Operating system", f"{platform.platform()}, {platform.machine()}")
    memory = psutil.virtual_memory()
    for device in present:
        parts = [device.name]
        if device.id == "cpu":
            parts.append(f"{os.cpu_count()} threads in all, {device.threads} used")
        elif device.memory:
            parts.append(f"{device.memory / 1e9:.1f} GB")
        parts.append(f"{', '.join(device.precisions)} ({device.fastest} preferred)")
        if device.speed:
            parts.append(f"{device.speed:.1f} times as fast as the processor")
        yield Check(SYSTEM, device.id, ", ".join(parts))
    yield Check(SYSTEM, "Memory", f"{memory.total / 1e9:.1f} GB")


def _versions() -> Iterator[Check]:
    import pyvips

    yield Check(VERSIONS, "Program", VERSION)
    yield Check(VERSIONS, "Python", platform.python_version())
    for name in _PACKAGES:
        yield Check(VERSIONS, name, metadata.version(name) if _is_there(name) else "unknown")
    yield Check(VERSIONS, "libvips", ".".join(str(pyvips.version(part)) for part in range(3)))


def _is_there(package: str) -> bool:
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return True


def _room(scratch: Path) -> Iterator[Check]:
    for what, free in (
        ("free memory", psutil.virtual_memory().available),
        ("free disk for unfinished work", shutil.disk_usage(scratch).free),
    ):
        yield Check(ROOM, what, f"{free / 1e9:.1f} GB", passed=free >= ENOUGH)


def _model(model: InstalledModel, should_stop: ShouldStop = never) -> Check:
    def check() -> tuple[bool, str]:
        digest = model_sha256(model.path)
        if model.info.sha256:
            same = digest == model.info.sha256
            return same, "as published" if same else "not the file that was published"
        if model.info.foreign:
            with closing(ForeignBackend(model.path, "cpu", should_stop)) as backend:
                backend.measure(np.zeros((1, 3, TILE, TILE), np.float32), should_stop=should_stop)
        else:
            load_network(model.path)
        return True, f"imported, and can be read (sha256 {digest[:12]})"

    return _guarded(MODEL, model.info.name, check)


def _backends(
    model: InstalledModel, present: list[Device], should_stop: ShouldStop
) -> Iterator[Check]:
    """Compares the built-in picture on each back end with PyTorch's float32 on the CPU."""
    try:
        network = load_network(model.path)
        expected = enlarged_sample(network, REFERENCE, should_stop)
    except Cancelled:
        raise
    except (FdiwnError, WeightsError) as error:
        yield Check(BACKEND, str(REFERENCE), str(error), passed=False)
        return
    spread = float(expected.std())
    how = f"the reference, {model.info.name}"
    yield Check(BACKEND, str(REFERENCE), how, passed=spread > 1.0)
    stored = stored_result(model.info.name)
    if stored.exists():
        yield _guarded(
            BACKEND,
            "stored result",
            lambda: _compared(read_picture(stored).pixels, expected, REFERENCE),
        )
    for device in present:
        for precision in device.precisions:
            place = Place(device.id, device.backend, precision)
            if place != REFERENCE:
                yield _guarded(
                    BACKEND,
                    str(place),
                    partial(_held_against, expected, network, place, should_stop),
                )


def _webgpu() -> tuple[bool, str]:
    """Whether the library works, with or without a GPU."""
    names = [webgpu.adapter_name(adapter) for adapter in webgpu.adapters()]
    return True, f"can be used, {', '.join(names) or 'no GPU for it was found'}"


def stored_result(model: str) -> Path:
    """The path of the reference result for the built-in picture and this model."""
    return resource(f"self_test/{model}.png")


def enlarged_sample(network: Network, place: Place, should_stop: ShouldStop) -> Pixels:
    """Enlarges the built-in picture in tiles, so that both measuring and tiles are tested."""
    with engine_errors(place.device):
        backend = open_backend(network, place)
    pixels, scale = sample_picture(3, "uint8"), backend.scale
    result = np.zeros((HEIGHT * scale, WIDTH * scale, 3), np.uint8)
    blocks = enlarge(backend, pixels, Manner(tile=TILE), None, should_stop)
    with closing(blocks):
        for box, block in blocks:
            result[box.top : box.bottom, box.left : box.right] = block
    return result


def _held_against(
    expected: Pixels, network: Network, place: Place, should_stop: ShouldStop
) -> tuple[bool, str]:
    return _compared(expected, enlarged_sample(network, place, should_stop), place)


def _compared(expected: Pixels, result: Pixels, place: Place) -> tuple[bool, str]:
    off = np.abs(expected.astype(np.int16) - result)
    most, mean = int(off.max()), float(off.mean())
    allowed = MOST_OFF[place.precision]
    said = f"off by {mean:.3f} levels of 255 on average, {most} at most"
    return most <= allowed[0] and mean <= allowed[1], said


def _round_trip(
    scratch: Path, suffix: str, bands: int, dtype: str, save: SaveOptions
) -> tuple[bool, str]:
    """Writes and reads a picture: pixels, transparency and colour profile."""
    pixels, profile = sample_picture(bands, dtype), profile_of("p3")
    raw, file = scratch / "picture.raw", scratch / f"picture{suffix}"
    pixels.tofile(raw)
    stored = StoredPicture(raw, WIDTH, HEIGHT, bands, dtype, Metadata({_PROFILE: profile}))
    write_picture(stored, file, save)
    again = read_picture(file)
    if again.pixels.shape != pixels.shape or again.pixels.dtype != pixels.dtype:
        return False, f"came back as {again.pixels.shape} of {again.pixels.dtype}"
    if again.metadata.blobs.get(_PROFILE) != profile:
        return False, "came back with another colour profile"
    kept = "colour profile and transparency kept" if bands == 4 else "colour profile kept"
    if (again.pixels == pixels).all():
        return True, f"every pixel, {kept}"
    off = (pixels.astype(np.float64) - again.pixels) / np.iinfo(pixels.dtype).max
    psnr = float(-10 * np.log10((off**2).mean()))
    lossy = suffix in (".jpg", ".avif")
    return lossy and psnr >= _LEAST_PSNR, f"{psnr:.1f} dB, {kept}"


def _guarded(kind: str, subject: str, check: Callable[[], tuple[bool, str]]) -> Check:
    """A check whose failure, of any kind, becomes a line of the report."""
    try:
        passed, details = check()
    except Cancelled:
        raise
    except FdiwnError as error:
        passed, details = False, str(error)
    except Exception as error:  # finding out what is broken is the purpose of the test
        passed, details = False, f"{type(error).__name__}: {error}"
    return Check(kind, subject, details, passed=passed)


def sample_picture(bands: int, dtype: str) -> Pixels:
    """(HEIGHT, WIDTH, bands): smooth and sharp, flat and busy, with a transparent hole."""
    y, x = np.mgrid[:HEIGHT, :WIDTH].astype(np.float64)
    waves = np.sin(x / 9) * np.cos(y / 7)
    edges = ((x // 12 + y // 12) % 2) * 60.0 * (x > WIDTH / 2)
    planes = [128 + 80 * waves, 60 + 120 * x / WIDTH + edges, 200 - 140 * y / HEIGHT, 255 + 0 * x]
    planes[3][HEIGHT // 3 : HEIGHT // 2, WIDTH // 3 : WIDTH // 2] = 128
    levels = np.clip(np.rint(np.stack(planes[:bands], 2)), 0, 255)
    result: Pixels = levels.astype(np.uint8)
    return result.astype(np.uint16) * np.uint16(257) if dtype == "uint16" else result
