"""Rewrites convolutions for which ONNX Runtime's WebGPU provider gives wrong results.

Found by comparing with its CPU provider, in onnxruntime-ep-webgpu 0.4.0: kernels larger than 1x1
whose input channels are divisible by 3 but not by 4, except 3 itself, and whose output channels are
divisible by 4. See https://github.com/microsoft/onnxruntime/issues/29651. With zero channels
appended, such a convolution takes another path, with the same result.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import helper, numpy_helper

_MULTIPLE = 4


def without_wrong_convolutions(content: bytes) -> bytes:
    """The model's bytes, or those of an equivalent model without such convolutions."""
    model = onnx.load_from_string(content)
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    nodes, changed = [], False
    for node in graph.node:
        weight = weights.get(node.input[1]) if node.op_type == "Conv" else None
        if weight is not None and _is_wrong(node, weight.dims):
            nodes.append(_widened(node, weight, graph))
            changed = True
        nodes.append(node)
    if not changed:
        return content
    del graph.node[:]
    graph.node.extend(nodes)
    widened: bytes = model.SerializeToString()
    return widened


def _is_wrong(node: Any, dims: Any) -> bool:
    made, given, *kernel = dims
    groups = next((a.i for a in node.attribute if a.name == "group"), 1)
    odd = given > 3 and given % 3 == 0 and given % _MULTIPLE != 0
    return groups == 1 and odd and made % _MULTIPLE == 0 and max(kernel) > 1


def _widened(node: Any, weight: Any, graph: Any) -> Any:
    """Gives ``node`` wider weights; returns the node that widens its input."""
    array = numpy_helper.to_array(weight)
    more = -array.shape[1] % _MULTIPLE
    name = f"{node.output[0]}_wide"
    pads = np.array([0, 0, 0, 0, 0, more, 0, 0], np.int64)
    wide = np.pad(array, ((0, 0), (0, more), (0, 0), (0, 0)))
    graph.initializer.append(numpy_helper.from_array(wide, f"{name}_weights"))
    graph.initializer.append(numpy_helper.from_array(pads, f"{name}_pads"))
    padding = helper.make_node("Pad", [node.input[0], f"{name}_pads"], [name])
    node.input[0], node.input[1] = name, f"{name}_weights"
    return padding
