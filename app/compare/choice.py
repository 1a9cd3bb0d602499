"""What a pane can show: result, original, enlargement without a network, another model, file."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.look.model_words import name_of, used_model
from app.look.translation import tr
from fdiwn.api.catalog import installed
from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.requests import Method

log = logging.getLogger(__name__)


class Against(Enum):
    """FDIWN: the result, or its preview."""

    BICUBIC = "bicubic"
    LANCZOS = "lanczos"
    NEAREST = "nearest"
    ORIGINAL = "original"
    FDIWN = "fdiwn"
    MODEL = "model"
    FILE = "file"


METHODS = {
    Against.BICUBIC: Method.BICUBIC,
    Against.LANCZOS: Method.LANCZOS,
    Against.NEAREST: Method.NEAREST,
    Against.FILE: Method.FILE,
}


@dataclass(frozen=True)
class Choice:
    """model, file: for MODEL and FILE. A MODEL without a name is any but the result's."""

    against: Against = Against.BICUBIC
    model: str = ""
    file: Path = Path()

    def label(self) -> str:
        return {
            Against.BICUBIC: tr("Bicubic"),
            Against.LANCZOS: tr("Lanczos"),
            Against.NEAREST: tr("Nearest pixel"),
            Against.ORIGINAL: tr("Original pixels"),
            Against.FDIWN: tr("FDIWN"),
            Against.MODEL: name_of(self.model),
            Against.FILE: self.file.name,
        }[self.against]


RESULT = Choice(Against.FDIWN)
PANES: tuple[Choice, ...] = (Choice(Against.ORIGINAL), Choice(), Choice(Against.MODEL), RESULT)
"""The panes of a new installation, row by row."""
FOR_PANES = (
    Choice(Against.ORIGINAL),
    Choice(),
    Choice(Against.LANCZOS),
    Choice(Against.NEAREST),
    RESULT,
)
"""What a pane can show besides other models."""


def other_models(options: UpscaleOptions) -> list[str]:
    """The installed models that can make what these options make, without the used one."""
    fitting = installed(options.scale) if options.size is None else installed()
    used = used_model(options)
    return [model.info.name for model in fitting if model.info.name != used]


def for_pane(choice: Choice, options: UpscaleOptions) -> Choice:
    """The choice, or what a pane shows instead of a model that is not there or is the result's."""
    if choice.against is not Against.MODEL:
        return choice
    others = other_models(options)
    if choice.model in others:
        return choice
    return Choice(Against.MODEL, others[0]) if others else Choice(Against.LANCZOS)


def stored(panes: tuple[Choice, ...]) -> list[str]:
    """As the settings keep them."""
    return [f"{pane.against.value}:{pane.model}".rstrip(":") for pane in panes]


def restored(texts: list[str]) -> tuple[Choice, ...]:
    """From `stored`; PANES if they make no sense."""
    known = {choice.against.value: choice for choice in (*FOR_PANES, Choice(Against.MODEL))}
    found = []
    for text in texts:
        against, _, model = text.partition(":")
        if against in known:
            found.append(Choice(known[against].against, model))
    if len(found) == len(texts) == len(PANES):
        return tuple(found)
    if texts:
        log.warning("The panes %s make no sense", texts)
    return PANES
