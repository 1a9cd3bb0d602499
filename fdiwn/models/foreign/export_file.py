"""Reads torch.export files (.pt2), and runs them with a small interpreter.

PyTorch's own loader evaluates text of the file as Python and may unpickle parts of it, which is
unsafe for files from others. Here the graph is read as JSON, weights as plain bytes, and only
operators that compute are called.
"""

from __future__ import annotations

import json
import math
import operator
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from fdiwn.models.foreign.files import open_archive
from fdiwn.models.foreign.traits import Run, refused
from fdiwn.pixels.planes import Batch

# The numbers of torch._export.serde.schema, format 8.
_TYPES = {
    1: torch.uint8, 2: torch.int8, 3: torch.int16, 4: torch.int32, 5: torch.int64,
    6: torch.float16, 7: torch.float32, 8: torch.float64, 12: torch.bool, 13: torch.bfloat16,
}  # fmt: skip
_LAYOUTS = {
    1: torch.contiguous_format,
    2: torch.channels_last,
    4: torch.preserve_format,
}
_KEYWORD = 2
_ATEN = "torch.ops.aten."
_INNER = {
    "_adaptive_avg_pool2d", "_assert_scalar", "_assert_tensor_metadata", "_softmax", "_to_copy",
    "_native_batch_norm_legit_no_training", "_unsafe_index", "_unsafe_view",
}  # fmt: skip
"""ATen's operators whose names begin with an underscore: only these; of the others all but
from_file."""
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    f"_operator.{name}": getattr(operator, name)
    for name in (
        "add", "sub", "mul", "floordiv", "truediv", "mod", "neg", "getitem",
        "eq", "ne", "ge", "gt", "le", "lt",
    )
}  # fmt: skip
_FUNCTIONS |= {
    "torch.sym_max": max,
    "torch.sym_min": min,
    "torch.sym_float": float,
    "torch.sym_not": operator.not_,
    "math.ceil": math.ceil,
    "math.floor": math.floor,
    "math.trunc": math.trunc,
}
_PLAIN = ("as_int", "as_float", "as_bool", "as_string", "as_ints", "as_floats", "as_bools")
_BROKEN = (AttributeError, IndexError, KeyError, TypeError, ValueError, RuntimeError)

Values = dict[str, Any]


def open_export(content: bytes, name: Path, device: str) -> Run:
    """The network on a PyTorch device. Raises WeightsError."""
    try:
        with open_archive(content) as archive:
            program = _Program(archive, device)
    except (zipfile.BadZipFile, NotImplementedError, OSError, *_BROKEN) as exc:
        why = f"it is no torch.export file that can be read here: {exc}"
        raise refused(name, why) from exc

    def run(batch: Batch) -> Batch:
        with torch.inference_mode():
            output = program.run(torch.from_numpy(batch).to(device))
        result: Batch = output.float().cpu().numpy()
        return result

    return run


class _Program:
    """A graph of ATen's operators in order. Raises ValueError for any other."""

    def __init__(self, archive: zipfile.ZipFile, device: str) -> None:
        self._device = device
        names = archive.namelist()
        root = names[0].partition("/")[0]
        models = [n for n in names if n.startswith(f"{root}/models/") and n.endswith(".json")]
        if len(models) != 1:
            raise ValueError(f"it holds {len(models)} graphs")
        stem = Path(models[0]).stem
        stored = _stored(archive, root, stem)
        content = json.loads(archive.read(models[0]))["graph_module"]
        graph, signature = content["graph"], content["signature"]
        self._given: Values = {}
        users = []
        for spec in signature["input_specs"]:
            ((kind, entry),) = spec.items()
            if kind == "user_input":
                users.append(entry["arg"]["as_tensor"]["name"])
            elif kind in ("parameter", "buffer", "tensor_constant"):
                tensor = stored[entry[f"{kind}_name"]]
                self._given[entry["arg"]["name"]] = tensor.to(device)
            else:
                raise ValueError(f"its inputs hold a {kind}")
        outputs = [spec["user_output"]["arg"] for spec in signature["output_specs"]]
        if len(users) != 1 or len(outputs) != 1:
            raise ValueError(f"it has {len(users)} inputs and {len(outputs)} outputs")
        self._input, self._output = users[0], outputs[0]["as_tensor"]["name"]
        self._nodes = [(node, _function(node["target"])) for node in graph["nodes"]]
        self._last = self._last_uses()

    def _last_uses(self) -> list[list[str]]:
        """For each node, the values that are not used after it."""
        last: list[list[str]] = []
        seen = {self._output, *self._given}
        for node, _ in reversed(self._nodes):
            asked = {name for given in node["inputs"] for name in _names(given["arg"])} - seen
            seen |= asked
            last.append(sorted(asked))
        return last[::-1]

    def run(self, x: Tensor) -> Tensor:
        """The enlargement of (1, 3, H, W). Raises RuntimeError."""
        values = {**self._given, self._input: x}
        try:
            for (node, function), done in zip(self._nodes, self._last, strict=True):
                positional, keywords = [], {}
                for given in node["inputs"]:
                    value = self._value(given["arg"], values)
                    if given.get("kind") == _KEYWORD:
                        keywords[given["name"]] = value
                    else:
                        positional.append(value)
                _keep(node["outputs"], function(*positional, **keywords), values)
                for name in done:
                    values.pop(name, None)
            output = values[self._output]
        except RuntimeError:
            raise
        except (*_BROKEN, ArithmeticError) as exc:
            raise RuntimeError(f"its graph cannot be run: {exc}") from exc
        assert isinstance(output, Tensor)  # that is what it is declared as
        return output

    def _value(self, arg: dict[str, Any], values: Values) -> Any:
        ((kind, value),) = arg.items()
        if kind in _PLAIN:
            return value
        if kind == "as_none":
            return None
        if kind == "as_tensor":
            return values[value["name"]]
        if kind == "as_tensors":
            return [values[each["name"]] for each in value]
        if kind == "as_optional_tensors":
            return [self._value(each, values) for each in value]
        if kind in ("as_sym_int", "as_sym_float", "as_sym_bool"):
            return _number(value, values)
        if kind in ("as_sym_ints", "as_sym_floats", "as_sym_bools"):
            return [_number(each, values) for each in value]
        return self._setting(kind, value)

    def _setting(self, kind: str, value: Any) -> Any:
        if kind == "as_scalar_type":
            return _TYPES[value]
        if kind == "as_memory_format":
            return _LAYOUTS[value]
        if kind == "as_layout":
            return torch.strided
        if kind == "as_device":
            return torch.device(self._device)
        raise ValueError(f"{kind} is not known")


def _number(entry: dict[str, Any], values: Values) -> Any:
    ((kind, value),) = entry.items()
    return values[value] if kind == "as_name" else value


def _names(arg: Any) -> list[str]:
    """The names of all values in an argument."""
    if isinstance(arg, list):
        return [name for each in arg for name in _names(each)]
    if not isinstance(arg, dict):
        return []
    own = [arg[key] for key in ("name", "as_name") if isinstance(arg.get(key), str)]
    return own + [name for each in arg.values() for name in _names(each)]


def _keep(outputs: list[dict[str, Any]], result: Any, values: Values) -> None:
    """Stores the results of an operator by name."""
    if not outputs:
        return
    ((kind, first),) = outputs[0].items()
    if kind == "as_tensors":
        values.update(zip((each["name"] for each in first), result, strict=True))
        return
    results = result if isinstance(result, tuple) else (result,)
    for entry, value in zip(outputs, results, strict=True):
        names = _names(entry)
        if len(names) == 1:
            values[names[0]] = value


def _function(target: str) -> Callable[..., Any]:
    """The function of a node. Raises ValueError unless it only computes."""
    if target in _FUNCTIONS:
        return _FUNCTIONS[target]
    name, _, overload = target.removeprefix(_ATEN).partition(".")
    known = name in _INNER or (not name.startswith("_") and name != "from_file")
    if not target.startswith(_ATEN) or not known or not overload.isidentifier():
        raise ValueError(f"it calls {target}")
    found: Any = getattr(getattr(torch.ops.aten, name), overload)
    if not isinstance(found, torch._ops.OpOverload):
        raise ValueError(f"it calls {target}")
    return found


def _stored(archive: zipfile.ZipFile, root: str, model: str) -> dict[str, Tensor]:
    """The weights and constants by name."""
    tensors = {}
    for folder in ("weights", "constants"):
        path = f"{root}/data/{folder}/"
        config = json.loads(archive.read(f"{path}{model}_{folder}_config.json"))["config"]
        for name, entry in config.items():
            if entry["use_pickle"] or entry["tensor_meta"] is None:
                raise ValueError(f"{name} is stored as a pickle")
            tensors[name] = _tensor(archive.read(path + entry["path_name"]), entry["tensor_meta"])
    return tensors


def _tensor(content: bytes, meta: dict[str, Any]) -> Tensor:
    sizes, strides = ([n["as_int"] for n in meta[key]] for key in ("sizes", "strides"))
    offset, dtype = meta["storage_offset"]["as_int"], _TYPES[meta["dtype"]]
    if 0 in sizes:
        return torch.empty(sizes, dtype=dtype)
    return torch.frombuffer(bytearray(content), dtype=dtype).as_strided(sizes, strides, offset)
