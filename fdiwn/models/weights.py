"""Loads, saves and imports model files with weights of FDIWN, or of a network of comparison.

A model is stored as safetensors under the paper's names (those of `fdiwn.network.network`), with
name, scale, variant and origin in the header; a form other than the paper's networks is fully
described there, and another network is named there. The authors' checkpoints (.pt) are renamed on
loading.
"""

from __future__ import annotations

import json
import pickle
import re
import struct
import warnings
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from fdiwn.api.catalog import MODELS, read_metadata
from fdiwn.api.errors import WeightsError
from fdiwn.api.model_care import GET_AGAIN, cannot_read, model_sha256
from fdiwn.api.names import APP_NAME
from fdiwn.api.progress import ShouldStop
from fdiwn.models.comparators import FORMAT, NETWORK, other_network, stated_network
from fdiwn.models.foreign.files import kind_of
from fdiwn.models.model_file import (
    SCALES_BY_CHANNELS,
    Stored,
    make_folder,
    refuse_taken_name,
    serialise,
    write_atomically,
)
from fdiwn.network.config import FDIWNConfig
from fdiwn.network.network import FDIWN
from fdiwn.network.other import Network, OtherNetwork

_SIZE_LIMIT = 1 << 30  # bytes; a model of this family has about 3 MB
_UNREADABLE = (
    SafetensorError, pickle.UnpicklingError, RuntimeError, EOFError, ValueError, struct.error,
    LookupError, TypeError, AttributeError, AssertionError,
)  # fmt: skip
"""Errors of reading other files; PyTorch's unpickler raises many kinds."""
_FORM = "form"
"""The header's entry that describes a network other than the paper's."""


def load_network(path: Path) -> Network:
    """Loads a .safetensors file or an authors' .pt: float32, on the CPU, eval mode.

    Raises WeightsError if the file is missing, damaged or of a network that is not known.
    """
    tensors = _read_tensors(path)
    name = stated_network(path)
    network = _build_other(name, tensors, path) if name else _build(tensors, path)
    if not all(bool(p.isfinite().all()) for p in network.parameters()):
        raise WeightsError(f"The model {path} is damaged", "it holds infinite numbers", GET_AGAIN)
    return network.eval().requires_grad_(False)


def load_fdiwn(path: Path) -> FDIWN:
    """As `load_network`, for what is done with FDIWN alone. Raises WeightsError."""
    network = load_network(path)
    if isinstance(network, OtherNetwork):
        raise _other_network(path, f"it is of {network.name}")
    return network


def save_network(
    network: Network, path: Path, metadata: Mapping[str, str], replaces: bool = True
) -> None:
    """Write a network to ``path`` (.safetensors), atomically.

    metadata: further entries for the header, for example name, source, licence; scale, variant and
    a hash of the payload are added. The same network and metadata always give the same bytes.
    replaces: an existing file may be replaced. Raises WeightsError if it cannot be written.
    """
    tensors = (
        network.body.state_dict() if isinstance(network, OtherNetwork) else network.state_dict()
    )
    content = serialise(_stored(tensors), {**metadata, **_stated(network)})
    write_atomically(path, content, replaces)


def _stated(network: Network) -> dict[str, str]:
    """What the header says about the network."""
    stated = {"format": FORMAT, "scale": str(network.scale)}
    if isinstance(network, OtherNetwork):
        return {**stated, "variant": network.name, NETWORK: network.name}
    config = network.config
    stated["variant"] = config.variant
    if not config.is_published:
        stated["variant"] += " (ablation)"
        stated[_FORM] = json.dumps(config.as_dict(), sort_keys=True)
    return stated


def import_checkpoint(
    source: Path, directory: Path, should_stop: ShouldStop = lambda: False
) -> Path:
    """Import a model into ``directory`` and return its file there.

    source: an authors' .pt or a .safetensors of this project; or a third-party network, see
    `fdiwn.models.foreign`. A file of the models table is recognised by its SHA-256 and stored under
    its name there; any other must load as an FDIWN, FDIWN-M or a network of comparison, or enlarge
    pictures as a third-party network, and keeps its own name. should_stop: polled while a
    third-party network is tested. Raises WeightsError; for those also EngineError or Cancelled.
    """
    kind = kind_of(source)
    if kind is not None:
        from fdiwn.models.foreign.backend import import_foreign

        return import_foreign(source, kind, directory, should_stop)
    digest = model_sha256(source)
    network = load_network(source)
    info = next((i for i in MODELS if digest in (i.sha256, i.origin and i.origin.sha256)), None)
    name = info.name if info else source.stem
    target = directory / (info.file if info else f"{name}.safetensors")
    replaces = info is not None or target.exists()
    refuse_taken_name(info, target, (digest,))
    make_folder(target)
    if info and digest == info.sha256:
        write_atomically(target, source.read_bytes())
    else:
        # The hashes in the models table are those of files with exactly these entries.
        stated = {"origin_sha256": digest, "licence": info.licence if info else "not stated"}
        stated |= (read_metadata(source) or {}) | {"name": name}
        save_network(network, target, stated, replaces)
    return target


def _read_tensors(path: Path) -> dict[str, Tensor]:
    """The tensors of a file under the paper's names."""
    try:
        size = path.stat().st_size
        if size == 0 or size > _SIZE_LIMIT:
            raise WeightsError(f"{path} is not a model", f"it has {size:,} bytes", GET_AGAIN)
        with path.open("rb") as file:
            is_safetensors = file.read(9)[8:] == b"{"  # a JSON header after 8 bytes of length
        if is_safetensors:
            return load_file(path)
        with warnings.catch_warnings():
            # It warns of files that it then refuses, and of protocols that it reads.
            warnings.simplefilter("ignore", UserWarning)
            state = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as exc:
        raise cannot_read(path, exc) from exc
    except _UNREADABLE as exc:
        raise WeightsError(
            f"{path} is not a model", "it is damaged or another file", GET_AGAIN
        ) from exc
    if not isinstance(state, dict) or not is_authors_checkpoint(state):
        raise _other_network(path, "its layers have other names")
    try:
        return rename_authors_checkpoint(state)
    except KeyError as exc:
        raise _other_network(path, f"FDIWN has no {exc.args[0]}") from exc


def _build(tensors: dict[str, Tensor], path: Path) -> FDIWN:
    """A network with the shapes of the tensors."""
    last = tensors.get("up1.weight")
    scale = SCALES_BY_CHANNELS.get(last.shape[0]) if last is not None and last.ndim else None
    if scale is None:
        raise _other_network(path, "its last layer is not that of x2, x3 or x4")
    config = _config(tensors, path, scale)
    network = FDIWN(config)
    try:
        network.load_state_dict(tensors, strict=True)
    except RuntimeError as exc:  # torch lists every missing, unexpected and misshapen tensor
        whose = f"{config.variant} x{scale}" if config.is_published else "the form that it states"
        raise _other_network(path, f"its layers are not those of {whose}") from exc
    return network


def _build_other(name: str, tensors: dict[str, Tensor], path: Path) -> OtherNetwork:
    """The network of comparison that the file names."""
    scale = (read_metadata(path) or {}).get("scale", "")
    why = f"its layers are not those of {name} x{scale}"
    try:
        network = other_network(name, int(scale))
        network.body.load_state_dict(tensors, strict=True)
    except (ValueError, RuntimeError) as exc:  # an unknown name or scale; other tensors
        if isinstance(exc, ValueError):
            why = str(exc)
        raise WeightsError(
            f"{path} is not a model that is known here",
            why,
            f"Use a version of {APP_NAME} that knows this network.",
        ) from exc
    return network


def _config(tensors: Mapping[str, Tensor], path: Path, scale: int) -> FDIWNConfig:
    """As stated in the header; otherwise derived from the names of the tensors."""
    stated = (read_metadata(path) or {}).get(_FORM)
    if stated is None:
        variant = "FDIWN" if any(name.startswith("fswgs.2.") for name in tensors) else "FDIWN-M"
        return FDIWNConfig.for_scale(scale, variant)
    try:
        return FDIWNConfig.from_dict(json.loads(stated))
    except (ValueError, TypeError, AttributeError) as exc:
        raise _other_network(path, f"it states a form that there is not, {exc}") from exc


def _stored(tensors: Mapping[str, Tensor]) -> dict[str, Stored]:
    arrays = {
        name: tensor.detach().to("cpu", torch.float32).contiguous().numpy().astype("<f4")
        for name, tensor in tensors.items()
    }
    return {name: ("F32", list(a.shape), a.tobytes()) for name, a in arrays.items()}


def _other_network(path: Path, why: str) -> WeightsError:
    return WeightsError(f"{path} is not an FDIWN model", why, "Give weights of FDIWN or FDIWN-M.")


# Tried in order, the first pattern that matches a whole name wins: (theirs, ours).
_TOP = (
    (r"Sub_mean\.(.+)", r"sub_mean.\1"),
    (r"Add_mean\.(.+)", r"add_mean.\1"),
    (r"UP([12])\.0\.(.+)", r"up\1.\2"),
    (r"((?:head|conv1|conv2)\..+)", r"\1"),
)
_GROUP = (  # below Li1..Li3
    (r"conv\.(.+)", r"conv.\1"),
    (r"conv([12])\.(.+)", r"fuse\1.\2"),
    (r"rb1\.(.+)", r"wirw.\1"),
    (r"scale_x\.scale", r"x_scale"),
    (r"scale_res\.scale", r"res_scale"),
)
_BLOCK = (  # below MY1..MY3
    (r"srb(\d)\.(.+)", r"wirw\1.\2"),
    (r"rb(\d)\.(.+)", r"wcrw\1.\2"),
    (r"A(\d)_coffconv\.(.+)", r"coefficient_a\1.\2"),
    (r"B(\d)_coffconv\.(.+)", r"coefficient_b\1.\2"),
    (r"conv_distilled(\d)\.(.+)", r"distill\1.\2"),
    (r"scale_x1\.scale", r"scf.scale_a"),
    (r"scale_x2\.scale", r"scf.scale_b"),
    (r"fuse1\.(.+)", r"scf.wcrw.\1"),
    (r"fuse2\.(.+)", r"scf.calibrate.\1"),
    (r"SAlayer\.(.+)", r"attention.\1"),
)
_INSIDE = (  # inside WIRW, WCRW, CCL and SA, anywhere
    (r"\.body\.0\.", ".expand."),
    (r"\.body\.2\.", ".reduce."),
    (r"\.body\.3\.", ".extract."),
    (r"\.(res_scale|x_scale)\.scale$", r".\1"),
    (r"\.SAlayer\.", ".attention."),
    (r"\.upper_branch\.1\.", ".mean_squeeze."),
    (r"\.upper_branch\.3\.", ".mean_excite."),
    (r"\.lower_branch\.0\.", ".std_squeeze."),
    (r"\.lower_branch\.2\.", ".std_excite."),
    (r"\.cweight$", ".channel_weight"),
    (r"\.cbias$", ".channel_bias"),
    (r"\.sweight$", ".spatial_weight"),
    (r"\.sbias$", ".spatial_bias"),
    (r"\.gn\.(weight|bias)$", r".norm_\1"),
)


def _first_match(name: str, table: tuple[tuple[str, str], ...]) -> str | None:
    for pattern, ours in table:
        if match := re.fullmatch(pattern, name):
            return match.expand(ours)
    return None


def paper_name(authors_name: str) -> str | None:
    """This project's name for one of the authors' parameters, None if it is not theirs."""
    if match := re.fullmatch(r"Li([123])\.MY([123])\.(.+)", authors_name):
        prefix, rest = f"fswgs.{int(match[1]) - 1}.wdib{match[2]}.", _first_match(match[3], _BLOCK)
    elif match := re.fullmatch(r"Li([123])\.(.+)", authors_name):
        prefix, rest = f"fswgs.{int(match[1]) - 1}.", _first_match(match[2], _GROUP)
    else:
        prefix, rest = "", _first_match(authors_name, _TOP)
    if rest is None:
        return None
    name = prefix + rest
    for pattern, ours in _INSIDE:
        name = re.sub(pattern, ours, name)
    return name


def is_authors_checkpoint(state: Mapping[str, Tensor]) -> bool:
    """Whether the names are the authors' own."""
    return any(name.startswith("Li1.MY1.") for name in state)


def rename_authors_checkpoint(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The same tensors under this project's names. Raises KeyError on a name that is not theirs."""
    renamed = {}
    for name, tensor in state.items():
        ours = paper_name(name)
        if ours is None:
            raise KeyError(name)
        renamed[ours] = tensor
    return renamed
