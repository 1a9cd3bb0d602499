"""The table of models, and where to find them on this computer. Imports nothing heavy.

A model is one ``.safetensors`` file. It is searched in FDIWN_MODELS_DIR, then in the user's data
folder, then in the program's own files. Imported models are described by the name, scale and
variant in their header.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

from fdiwn.api.comparison_models import COMPARISON_MODELS, ComparisonModel
from fdiwn.api.errors import ModelNotFound, WeightsError
from fdiwn.api.names import COMMAND, DISTRIBUTION
from fdiwn.api.own_models import OWN_MODELS, OwnModel
from fdiwn.api.resources import resource

MODELS_DIR_VARIABLE = "FDIWN_MODELS_DIR"
OWN_SOURCE = "trained by this project"
NO_LICENCE = "none: published by the authors without a licence"
_SCALES = ("2", "3", "4")
"""In headers; files of others may say something else there."""
_HEADER_LIMIT = 1 << 24  # bytes; a model's header is about 200 kB
_AUTHORS = "https://raw.githubusercontent.com/24wenjie-li/FDIWN"
_COMMIT = "fa93977ce12b99f22750d2ccf6f9654a10997e7c"


@dataclass(frozen=True)
class Origin:
    """The published file that a model is made from, and its download address."""

    url: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class ModelInfo:
    """One model. bytes and sha256: of the installed file ``file``.

    psnr: PSNR-Y in dB by benchmark, whole image. origin: None if there is no download. sha256:
    empty for an imported model. network: if it is not FDIWN, the network's name, see
    `fdiwn.models.comparators`, or for a third-party one the kind of file, see
    `fdiwn.models.foreign`. foreign: whether it is a third-party one.
    """

    name: str
    scale: int
    variant: str
    file: str
    bytes: int
    sha256: str
    source: str
    licence: str
    psnr: Mapping[str, float] = field(default_factory=dict)
    origin: Origin | None = None
    network: str = ""
    foreign: bool = False

    @property
    def url(self) -> str | None:
        """Where `fdiwn.models.download.fetch` gets the model, None if it has no download."""
        return self.origin.url if self.origin else None


@dataclass(frozen=True)
class InstalledModel:
    """A model on this computer."""

    info: ModelInfo
    path: Path


def _authors_model(scale: int, size: int, sha256: str, origin: Origin, set5: float) -> ModelInfo:
    return ModelInfo(
        name=f"fdiwn-x{scale}-paper",
        scale=scale,
        variant="FDIWN",
        file=f"fdiwn-x{scale}-paper.safetensors",
        bytes=size,
        sha256=sha256,
        source="the paper's authors, github.com/24wenjie-li/FDIWN",
        licence=NO_LICENCE,
        psnr={"Set5": set5},
        origin=origin,
    )


def _own(model: OwnModel) -> ModelInfo:
    """A model that this project trained and ships. See MODELS.md."""
    return ModelInfo(
        name=f"fdiwn-x{model.scale}",
        scale=model.scale,
        variant="FDIWN",
        file=f"fdiwn-x{model.scale}.safetensors",
        bytes=model.bytes,
        sha256=model.sha256,
        source=OWN_SOURCE,
        licence="Apache-2.0",
        psnr=model.psnr,
    )


def _comparison(model: ComparisonModel) -> ModelInfo:
    """A network of others that this project trained and ships, to compare with."""
    return ModelInfo(
        name=model.name,
        scale=model.scale,
        variant=f"{model.network} ({model.year})",
        file=f"{model.name}.safetensors",
        bytes=model.bytes,
        sha256=model.sha256,
        source=OWN_SOURCE,
        licence="Apache-2.0",
        psnr=model.psnr,
        network=model.network,
    )


def _checkpoint(scale: int, size: int, sha256: str) -> Origin:
    path = f"FDIWN_TrainCode/experiment/FDIWNx{scale}/model/model_best.pt"
    return Origin(f"{_AUTHORS}/{_COMMIT}/{path}", size, sha256)


# Best first at each scale: `find_model` takes the first installed one.
MODELS: tuple[ModelInfo, ...] = (
    _authors_model(
        2,
        2_698_936,
        "cd0c298d24568a95818dea3447f7255d8a9e732501612d458de9e40e1c14eabf",
        _checkpoint(
            2, 2_855_132, "f4bc70c9e325ae3390aee7b1acb5f0304f3d2ce09e03f2377b8522101eb986eb"
        ),
        38.058,
    ),
    _authors_model(
        3,
        2_768_176,
        "054b8414e51f5d6e9374fa87e984eb0471b064ab33d476b83f23c0eec44f10c1",
        _checkpoint(
            3, 2_924_372, "759ab8ed5fcf8c85fdd0006738dccc27f3a1882a1d49cbab152f2b4d974be20a"
        ),
        34.512,
    ),
    _authors_model(
        4,
        2_837_584,
        "01a0f93f213151bd43249ebd18ccc214dca82927d20b6d65ece36c1683bbbf67",
        _checkpoint(
            4, 2_993_820, "12b708bcdbbdf0795a8b8a9ab7bb5a933241b58afdd984a4ace91e9b80673ef6"
        ),
        32.217,
    ),
    *map(_own, OWN_MODELS),
    *map(_comparison, COMPARISON_MODELS),
)


def models_home() -> Path:
    """The folder for new models; it may not exist yet."""
    chosen = os.environ.get(MODELS_DIR_VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    return user_data_path(DISTRIBUTION, appauthor=False) / "models"


def models_dirs() -> list[Path]:
    """The folders to search for models, in this order; any of them may be missing."""
    user = user_data_path(DISTRIBUTION, appauthor=False) / "models"
    return list(dict.fromkeys((models_home(), user, resource("weights"))))


def table_model(name: str) -> ModelInfo | None:
    """The model of this name in the table."""
    return next((info for info in MODELS if info.name == name), None)


def read_metadata(path: Path) -> dict[str, str] | None:
    """The metadata in the header of a .safetensors file, None without a valid header."""
    try:
        with path.open("rb") as file:
            size = int.from_bytes(file.read(8), "little")
            if size > _HEADER_LIMIT:
                return None
            header = json.loads(file.read(size))
    except (OSError, ValueError):
        return None
    metadata = header.get("__metadata__") if isinstance(header, dict) else None
    return metadata if isinstance(metadata, dict) else None


def _own_model(path: Path) -> ModelInfo | None:
    """A file that is not in the table, described by its own header."""
    metadata = read_metadata(path) or {}
    scale = metadata.get("scale", "")
    if scale not in _SCALES:
        return None
    return ModelInfo(
        name=path.stem,
        scale=int(scale),
        variant=metadata.get("variant", ""),
        file=path.name,
        bytes=path.stat().st_size,
        sha256="",
        source=metadata.get("source", "imported"),
        licence=metadata.get("licence", "not stated"),
        network=metadata.get("network", ""),
        foreign=metadata.get("format") == "foreign",
    )


def installed(scale: int | None = None) -> list[InstalledModel]:
    """The models on this computer, best first: those of the table, then the user's own.

    If two folders hold the same name, the first one counts. Contents are not checked here;
    `fdiwn.models.weights` does that on loading, ``fdiwn models verify`` on request.
    """
    found: dict[str, InstalledModel] = {}
    known = {info.file: info for info in MODELS}
    for folder in models_dirs():
        for path in sorted(folder.glob("*.safetensors")):
            info = known.get(path.name) or _own_model(path)
            if info is not None and path.is_file():
                found.setdefault(info.name, InstalledModel(info, path))
    rank = {info.name: place for place, info in enumerate(MODELS)}
    models = sorted(found.values(), key=lambda m: (rank.get(m.info.name, len(rank)), m.info.name))
    return [model for model in models if scale in (None, model.info.scale)]


def _how_to_get(scale: int) -> str:
    names = [i.name for i in MODELS if i.scale == scale and i.url]
    return (
        f"Download one with '{COMMAND} models fetch {names[0]}', "
        f"or bring a file along with '{COMMAND} models import FILE'."
    )


def _from_path(path: Path, scale: int) -> Path:
    if not path.is_file():
        raise ModelNotFound(
            f"The model {path} is not there",
            "no such file" if not path.exists() else "this is not a file",
            f"Give a file of a model, or a name that '{COMMAND} models list' shows.",
        )
    stated = (read_metadata(path) or {}).get("scale")
    if stated in _SCALES and stated != str(scale):
        raise wrong_scale(path, scale, stated)
    return path


def wrong_scale(path: Path, scale: int, stated: int | str) -> WeightsError:
    """The error for a model of another scale."""
    return WeightsError(
        f"The model {path} does not fit scale {scale}",
        f"it enlarges by {stated}",
        f"Choose --scale {stated}, or another model.",
    )


def find_model(name_or_path: str | None, scale: int) -> Path:
    """The file of a model for ``scale``.

    name_or_path: an installed name, the path of a file (.safetensors, .pt, or a third-party
    network), or None for the best installed model. Raises ModelNotFound if there is none,
    WeightsError if the model is for another scale (some files show this only on loading).
    """
    models = installed()
    if name_or_path is None:
        for model in models:
            if model.info.scale == scale:
                return model.path
        folders = ", ".join(str(folder) for folder in models_dirs())
        raise ModelNotFound(
            f"There is no model for scale {scale} on this computer",
            f"looked in {folders}",
            _how_to_get(scale),
        )
    for model in models:
        if model.info.name == name_or_path:
            return _from_path(model.path, scale)
    if info := table_model(name_or_path):
        if info.url:
            todo = f"Download it with '{COMMAND} models fetch {info.name}'."
        else:
            todo = _how_to_get(info.scale)
        raise ModelNotFound(f"The model {info.name} is not on this computer", "", todo)
    path = Path(name_or_path).expanduser()
    if not path.suffix and not path.exists():
        names = ", ".join(model.info.name for model in models) or "none"
        raise ModelNotFound(
            f"There is no model called {name_or_path}",
            f"installed are: {names}",
            f"See '{COMMAND} models list', or give the path of a file.",
        )
    return _from_path(path, scale)
