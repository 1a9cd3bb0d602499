"""The contestants of the speed benchmark: all ways to enlarge."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from fdiwn.api.errors import EngineError
from fdiwn.api.options import PRECISIONS
from fdiwn.api.resources import resource
from fdiwn.backends.choice import Place, choose
from fdiwn.backends.gpu_trial import gpu_trial
from fdiwn.backends.openvino_backend import has_device, native_precisions
from fdiwn.codec import read_picture
from fdiwn.diagnostics.speed_child import PRODUCT_SIDE
from fdiwn.diagnostics.speed_records import TENSORFLOAT32, Contestant, Kind, Material
from fdiwn.enlarge.statistics import sample_boxes
from fdiwn.lab.evaluation.flops import folded_gflop, measured_whole, product_area, published_gflop
from fdiwn.network.network import FDIWN
from fdiwn.pixels.picture import Pixels
from fdiwn.pixels.planes import planes_of
from fdiwn.pixels.resample import CUBIC, resized

_SAMPLED = (1024, 683)  # of the picture that is large enough for measuring by samples
_OPSET = 18
_TRACED_SIDE = 24


class _Whole(nn.Module):
    """The published form without its second argument, which is not a tensor."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, picture: Tensor) -> Tensor:
        enlargement: Tensor = self.network(picture)
        return enlargement


def export_onnx(network: nn.Module, target: Path) -> None:
    """Exports the module unchanged, for pictures of any size. Raises EngineError on failure.

    Takes a minute for FDIWN: it is a graph of 20,000 nodes.
    """
    picture = torch.zeros(1, 3, _TRACED_SIDE, _TRACED_SIDE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the older exporter, and of tracing
            torch.onnx.export(
                _Whole(network).eval(),
                (picture,),
                target,
                input_names=["picture"],
                dynamic_axes={"picture": {2: "height", 3: "width"}},
                opset_version=_OPSET,
                do_constant_folding=False,  # breaks the graph; ONNX Runtime folds by itself
                dynamo=False,
            )
    except (RuntimeError, torch.onnx.errors.OnnxExporterError) as exc:
        why = str(exc).strip().splitlines()[0]
        raise EngineError("The network cannot be exported to ONNX", why) from exc


def prepare_material(model: Path, width: int, height: int, folder: Path) -> Material:
    """Writes to ``folder`` the sample picture in this size, and samples of it."""
    material = Material(
        model,
        folder / "picture.npy",
        folder / "samples.npy",
        folder / "network.onnx",
        torch.get_num_threads(),
    )
    np.save(material.picture, sample_picture(width, height))
    large = sample_picture(*_SAMPLED)
    (plane,) = planes_of(large)
    np.save(material.samples, plane.batch(large, sample_boxes(*_SAMPLED)))
    return material


def sample_picture(width: int, height: int) -> Pixels:
    """The bundled sample in this size, (H, W, 3) uint8."""
    sample = read_picture(resource("sample/sample.png")).pixels
    (picture,) = resized(sample, (width, height), CUBIC, height)
    return picture


def all_places() -> list[Place]:
    """The places where the folded network can run on this computer; on a CPU, in each native
    precision."""
    found = []
    for device in ("cpu", "intel-gpu"):
        if has_device(device):
            native = native_precisions(device)
            found += [Place(device, "openvino", p) for p in PRECISIONS if p in native]
    found.append(Place("cpu", "torch", "float32"))
    if torch.cuda.is_available():
        found += [Place("cuda", "torch", p) for p in ("float32", "float16")]
    if torch.backends.mps.is_available():
        found.append(Place("mps", "torch", "float32"))
    if (trial := gpu_trial()) is not None:
        found += [Place("webgpu", "onnxruntime", p) for p in trial.precisions]
    return found


def all_contestants(network: FDIWN, width: int, height: int, no_onnx: str = "") -> list[Contestant]:
    """All rows for a picture of this size. no_onnx: why there is no ONNX graph, or empty."""
    places = all_places()
    published, folded = published_gflop(network, width * height), folded_gflop(network, 1)
    devices = dict.fromkeys(place.device for place in places if place.backend == "torch")
    eager = {name: TENSORFLOAT32 if name == "cuda" else "float32" for name in devices}
    rows = [
        Contestant(Kind.PUBLISHED, "published form, eager", device, "torch", precision, published)
        for device, precision in eager.items()
    ]
    name = "published form, ONNX Runtime"
    rows.append(Contestant(Kind.ONNX, name, "cpu", "onnxruntime", "float32", published, no_onnx))
    rows += [
        Contestant(Kind.OURS, "ours", p.device, p.backend, p.precision, folded * width * height)
        for p in places
    ]
    rows.append(_product(folded, width, height))
    for device, precision in dict.fromkeys((row.device, row.precision) for row in rows):
        if device not in PRODUCT_SIDE:
            continue
        gflop = 2 * PRODUCT_SIDE[device] ** 3 / 1e9
        rows.append(Contestant(Kind.CEILING, "matrix product", device, "torch", precision, gflop))
    return rows


def _product(gflop_per_pixel: float, width: int, height: int) -> Contestant:
    """From pixels to pixels, at the place that `fdiwn upscale` chooses."""
    place = choose("auto", "auto")
    name, precision = "ours, picture to picture", place.precision
    if measured_whole(width, height):
        precision = "float32"  # a back end's precision is for tiles; here are none
    gflop = gflop_per_pixel * product_area(width, height)
    return Contestant(Kind.PRODUCT, name, place.device, place.backend, precision, gflop)
