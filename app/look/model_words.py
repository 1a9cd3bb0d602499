"""What the window calls models, and what it says about them."""

from __future__ import annotations

from app.look.translation import tr
from app.look.words import decimal
from fdiwn.api.catalog import (
    MODELS,
    NO_LICENCE,
    OWN_SOURCE,
    ModelInfo,
    installed,
    table_model,
)
from fdiwn.api.options import UpscaleOptions

NEAR = 0.2  # dB; a smaller difference is negligible
RULER = "Set5"  # the benchmark that all models of the table are measured on


def model_name(info: ModelInfo) -> str:
    """As people say it, such as "FDIWN 4x (included)"; the user's own have the names of their
    files."""
    if table_model(info.name) is None:
        return info.name
    # The name of the network is no word to translate.
    known = f"{info.variant} {info.scale}x"
    if info.origin is not None:
        return tr("{0} (original authors)").format(known)
    return tr("{0} (included)").format(known)


def used_model(options: UpscaleOptions) -> str:
    """The model that these options lead to; empty if none is installed."""
    models = installed(options.scale)
    return options.model or next((model.info.name for model in models), "")


def name_of(name: str) -> str:
    """As `model_name`, for the name of a model."""
    info = table_model(name)
    return model_name(info) if info is not None else name


def good_for(info: ModelInfo) -> str:
    """A model's purpose, in a few words."""
    if info.network:
        return tr("Comparison with other networks")
    if table_model(info.name) is None:
        return tr("Your own; its quality is not known here")
    return tr("Sharp photographs, finest edges") if info.origin else tr("Sharp photographs")


def licence(info: ModelInfo) -> str:
    return tr("None given") if info.licence == NO_LICENCE else info.licence


def licence_position() -> str:
    """For weights that were published without a licence."""
    return tr(
        "The weights are not part of this program. Their authors gave them no licence: "
        "whether you may use them, above all commercially, is for you to judge."
    )


def about(info: ModelInfo) -> str:
    """A model's purpose and author."""
    if info.foreign:
        text = tr("Another network ({0}), for comparison. Each tile is enlarged for itself.")
        return text.format(info.network)
    if info.network:
        return tr("Another network ({0}), for comparison.").format(info.network)
    made_for = tr("For sharp photographs; it mends no blur.")
    return f"{made_for} {_who(info)}."


def measured(info: ModelInfo) -> str:
    """A model's source and quality in figures."""
    reached = [
        tr("{0:.2f}\N{NO-BREAK SPACE}dB on {1}").format(value, name)
        for name, value in info.psnr.items()
    ]
    psnr = [tr("PSNR-Y: {0}.").format(", ".join(reached))] if reached else []
    behind = _behind(info)
    if behind >= NEAR:
        text = tr("The original authors' is {0}\N{NO-BREAK SPACE}dB better.")
        psnr.append(text.format(decimal(behind, 1)))
    return "\n".join([info.source, *psnr])


def _who(info: ModelInfo) -> str:
    if info.source != OWN_SOURCE:
        return tr("By {0}").format(info.source.partition(",")[0])
    if _behind(info) < NEAR:
        return tr("Our own")
    return tr("Our own; the original authors' is sharper")


def _behind(info: ModelInfo) -> float:
    """How far one of our own models is behind the best available, in dB."""
    if info.source != OWN_SOURCE or RULER not in info.psnr:
        return 0.0
    rivals = [m.psnr[RULER] for m in MODELS if m.scale == info.scale and m.origin is not None]
    return max(rivals, default=0.0) - info.psnr[RULER]
