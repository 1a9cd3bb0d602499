"""The authors' published checkpoints, brought to this project's names.

Source: github.com/24wenjie-li/FDIWN, plain state dicts named after the authors' modules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from torch import Tensor

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
_INSIDE = (  # inside WIRW, WCRW, CCL and SA, wherever they stand
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
    """This project's name of one of the authors' parameters, None if it is not theirs."""
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
