"""Training speed on a CPU: this tree against another checkout, in turns, from trained weights.

    python tests/benchmarks/training_speed.py DATA WEIGHTS [--against CHECKOUT] [--rounds 5]

Every form is a child process of its own; while one takes its steps, the others wait, so that what
else the machine does falls on all alike. Prints LR pixels per second, the median and the best of
the rounds, and the ratio to the first line, which is CHECKOUT's own `Shards` (commit daf7f7a).
DATA is a folder of photographs, WEIGHTS a file of FDIWN x4.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OLD = """
from fdiwn.training.gradient import Shards
from fdiwn.training.initial import warm_start
from fdiwn.network import FDIWN
from fdiwn.network_config import FDIWNConfig
from fdiwn.weights import load_network
from pathlib import Path
import torch
network = FDIWN(FDIWNConfig.for_scale(4))
warm_start(network, load_network(Path(weights)).state_dict())
network.to(memory_format=torch.contiguous_format)
shards = Shards(torch.get_num_threads())
def step(lr, hr):
    shards.step(network, "l1", lr, hr)
"""
NEW = """
from fdiwn.lab.training.gradient import Gradients
from fdiwn.lab.training.initial import warm_start
from fdiwn.lab.training.recipe import Way
from fdiwn.network.config import FDIWNConfig
from fdiwn.network.network import FDIWN
from fdiwn.models.weights import load_network
from pathlib import Path
import torch
network = FDIWN(FDIWNConfig.for_scale(4))
warm_start(network, load_network(Path(weights)).state_dict())
gradients = Gradients(network, Way(**way))
def step(lr, hr):
    gradients.step("l1", lr, hr)
"""
BOTH = """
import sys, time
optimiser = torch.optim.AdamW(network.parameters(), lr=1e-6, betas=(0.9, 0.99), fused=True)
lr, hr = torch.load(batch)
def steps(count):
    for _ in range(count):
        step(lr, hr)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
steps(1)
print("ready", flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    steps(int(line))
    print(int(line) * lr[:, 0].numel() / (time.perf_counter() - start), flush=True)
"""
FORMS: dict[str, dict[str, object]] = {
    "eager, 2 shards": {"fast": True, "shards": 2},
    "compiled, 2 shards": {"fast": True, "compiled": True, "shards": 2},
    "compiled, 1 shard": {"fast": True, "compiled": True, "shards": 1},
}


class Child:
    """One form in a process of its own, warmed up."""

    def __init__(self, code: str, tree: Path, **values: object) -> None:
        lines = [f"{name} = {value!r}" for name, value in values.items()]
        self._process = subprocess.Popen(
            [sys.executable, "-c", "\n".join((*lines, code, BOTH))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"PYTHONPATH": str(tree)},
            cwd=tree,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def measure(self, steps: int) -> float:
        """LR pixels per second over ``steps`` steps."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{steps}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--against", type=Path, help="a checkout of commit daf7f7a")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--forms", default="", help="only forms whose names contain this")
    arguments = parser.parse_args()

    import torch

    from fdiwn.lab.training.data import PatchSource, load_images

    batch = Path(tempfile.mkdtemp()) / "batch.pt"
    images = load_images(arguments.data, 4, torch.device("cpu"))
    generator = torch.Generator().manual_seed(0)
    torch.save(PatchSource(images, 4, 48).batch(arguments.batch, generator), batch)
    common = {"weights": str(arguments.weights.resolve()), "batch": str(batch)}
    children = {}
    if arguments.against:
        children["daf7f7a"] = Child(OLD, arguments.against.resolve(), **common)
    for name, way in FORMS.items():
        if arguments.forms in name:
            children[name] = Child(NEW, Path.cwd(), way=way, **common)
    speeds: dict[str, list[float]] = {name: [] for name in children}
    for turn in range(arguments.rounds):
        for name, child in children.items():
            speeds[name].append(child.measure(arguments.steps))
        print(f"round {turn + 1}:", {n: round(v[-1]) for n, v in speeds.items()}, flush=True)
        time.sleep(0.5)
    first = next(iter(speeds.values()))
    for name, values in speeds.items():
        ratios = [value / base for value, base in zip(values, first, strict=True)]
        print(
            f"{name:20} median {statistics.median(values):7,.0f}  best {max(values):7,.0f} px/s  "
            f"ratio {statistics.median(ratios):.2f}"
        )
    print(json.dumps(speeds))


if __name__ == "__main__":
    main()
