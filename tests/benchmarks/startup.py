"""What `fdiwn upscale` takes beside the network: the whole command, and its stages one by one.

    python -m tests.benchmarks.startup PHOTO [PHOTO...] [--model NAME|PATH] [--runs N]

All photographs are enlarged x4 in one call of the command, N times, each time in three processes:
the command as it is; the same with a clock around its stages; and the network alone, on as many
pixels as the photographs have, in its largest windows, without margins. Caches are used as they
are found, so the first run may compile and the others load.

Prints one JSON object a run. Seconds: wall, and cpu of the whole process (user + sys), which other
programs on the computer disturb less; of a stage also main, the cpu of its own thread. Stages lie
inside one another and side by side, so they do not add up. share: what the command takes beside
the network, as a share of the network's time.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STAGES = {
    "open the back end": "fdiwn.enlarge.pipeline:open_backend",
    "read": "fdiwn.enlarge.stages:read_picture",
    "load a graph": "fdiwn.backends.openvino_backend:OpenVINOBackend._compile",
    "measure": "fdiwn.enlarge.tile_loop:freeze",
    "wait for a tile": "fdiwn.backends.openvino_backend:OpenVINOBackend._result",
    "check a tile": "fdiwn.enlarge.tile_loop:check_tile",
    "keep the average": "fdiwn.enlarge.tile_loop:keep_average",
    "round a tile": "fdiwn.enlarge.tile_loop:to_depth",
    "place a tile": "fdiwn.pixels.raw_file:Canvas.place",
    "fidelity": "fdiwn.enlarge.pipeline:compare",
    "write": "fdiwn.enlarge.stages:write_picture",
    "a file": "fdiwn.enlarge.stages:upscale_file",
}
"""What is timed, by name: where it stands."""
Figures = dict[str, Any]


def clocked(stage: str, call: Callable[..., Any], record: list[Figures]) -> Callable[..., Any]:
    @functools.wraps(call)
    def run(*args: Any, **kwargs: Any) -> Any:
        wall, cpu, main = time.perf_counter(), time.process_time(), time.thread_time()
        try:
            return call(*args, **kwargs)
        finally:
            record.append(
                {
                    "stage": stage,
                    "at": wall,
                    "wall": time.perf_counter() - wall,
                    "cpu": time.process_time() - cpu,
                    "main": time.thread_time() - main,
                }
            )

    return run


def in_child(arguments: list[str], started: float) -> None:
    """The command with clocks inside; prints its stages on stderr."""
    record: list[Figures] = []
    load = clocked("import", importlib.import_module, record)
    for where in STAGES.values():
        load(where.partition(":")[0])
    for stage, where in STAGES.items():
        module, _, path = where.partition(":")
        *inside, name = path.split(".")
        owner = functools.reduce(getattr, inside, importlib.import_module(module))
        setattr(owner, name, clocked(stage, getattr(owner, name), record))
    from fdiwn.cli.main import app

    app(arguments, standalone_mode=False)
    stages: dict[str, Figures] = {}
    for entry in record:
        sums = stages.setdefault(
            entry["stage"], {"times": 0, "wall": 0.0, "cpu": 0.0, "main": 0.0, "each": []}
        )
        sums["times"] += 1
        for clock in ("wall", "cpu", "main"):
            sums[clock] = round(sums[clock] + entry[clock], 3)
        sums["each"].append((round(entry["at"] - started, 2), round(entry["wall"], 2)))
    for sums in stages.values():
        if sums["times"] > 4:
            del sums["each"]
    print(json.dumps(stages), file=sys.stderr)


def network_alone(photos: list[str], model: str | None) -> None:
    """Prints what the passes take whose windows have as many pixels as the photographs."""
    import numpy as np

    from fdiwn.api.catalog import find_model
    from fdiwn.api.options import UpscaleOptions
    from fdiwn.backends.choice import choose
    from fdiwn.codec import read_picture
    from fdiwn.enlarge.fallback import Attempt, manner_of
    from fdiwn.enlarge.pipeline import Upscaler
    from fdiwn.enlarge.statistics import SAMPLE_CUT, SAMPLE_SIDE

    options, place = UpscaleOptions(4, model), choose("auto", "auto")
    backend = Upscaler().backend(find_model(model, 4), place)
    _, gates = backend.measure(
        np.full((16, 3, SAMPLE_SIDE, SAMPLE_SIDE), 99, np.float32), (SAMPLE_CUT, SAMPLE_CUT)
    )
    wall = cpu = 0.0
    for photo in photos:
        picture = read_picture(Path(photo))
        height, width = picture.pixels.shape[:2]
        window = manner_of(options, picture, Attempt(place)).tiles(width, height)[0].window
        pixels = picture.pixels[: window.height, : window.width]
        given = np.ascontiguousarray(pixels.transpose(2, 0, 1)[None], np.float32), gates
        list(backend.run([given]))
        count = round(width * height / window.area)
        start = time.perf_counter(), time.process_time()
        for _ in backend.run([given] * count):
            pass
        share = width * height / (window.area * count)
        wall += (time.perf_counter() - start[0]) * share
        cpu += (time.process_time() - start[1]) * share
    print(json.dumps({"wall": round(wall, 3), "cpu": round(cpu, 3)}))


def timed(command: list[str]) -> tuple[Figures, str, str]:
    """Runs a process to its end: its figures, and what it printed."""
    before, started = os.times(), time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    wall, after = time.perf_counter() - started, os.times()
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    return {"wall": round(wall, 3), "cpu": round(cpu, 3)}, done.stdout, done.stderr


def one_run(photos: list[str], model: str | None) -> Figures:
    own = [sys.executable, "-m", "tests.benchmarks.startup", *photos]
    own += ["--model", model] if model else []
    with tempfile.TemporaryDirectory() as folder:
        upscale = ["upscale", *photos, "-o", f"{folder}/", "--json", "--overwrite"]
        upscale += ["--model", model] if model else []
        command, printed, _ = timed([sys.executable, "-m", "fdiwn", *upscale])
        inside = ["--inside", json.dumps(upscale), "--since", str(time.perf_counter())]
        _, _, stages = timed([*own, *inside])
    _, network, _ = timed([*own, "--network"])
    alone = json.loads(network)
    return {
        "command": command,
        "files": [json.loads(line)["seconds"] for line in printed.splitlines()],
        "network": alone,
        "share": {clock: round(command[clock] / alone[clock] - 1, 3) for clock in alone},
        "stages": json.loads(stages.splitlines()[-1]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("photos", nargs="+")
    parser.add_argument("--model")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    parser.add_argument("--since", type=float, help=argparse.SUPPRESS)
    parser.add_argument("--network", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        in_child(json.loads(given.inside), given.since)
    elif given.network:
        network_alone(given.photos, given.model)
    else:
        for _ in range(given.runs):
            print(json.dumps(one_run(given.photos, given.model)), flush=True)


if __name__ == "__main__":
    main()
