"""The speed benchmark: measures all ways to enlarge in turn, round by round.

Each contestant has its own process, so that its peak memory is its own and none slows the next
down. They run in turn, in an order that rotates with each round, so that a slow phase of the
computer affects all of them. The ratios are medians of those within each round.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from fdiwn.api.errors import Cancelled, EngineError
from fdiwn.api.progress import ShouldStop, never
from fdiwn.diagnostics.speed_child import serve
from fdiwn.diagnostics.speed_contestants import all_contestants, export_onnx, prepare_material
from fdiwn.diagnostics.speed_records import (
    RUN,
    STOP,
    Contestant,
    Failed,
    Kind,
    Material,
    Outcome,
    Peak,
    Ready,
    Report,
    Result,
)
from fdiwn.diagnostics.speed_report import this_machine
from fdiwn.models.weights import load_fdiwn

WARM_UP = 2
"""Rounds that are not counted."""
_PATIENCE = 5.0  # seconds for a process to end when told
_LOOK = 0.1  # seconds between two checks whether to stop

OnStep = Callable[[float, str], object]
"""Called with the share done, 0..1, and the next step."""
Target = Callable[[Connection, Contestant, Material], None]


def bench(
    model: Path,
    size: tuple[int, int],
    rounds: int,
    on_step: OnStep,
    should_stop: ShouldStop = never,
) -> Report:
    """Measures a model on a picture of ``size`` (width, height).

    Raises WeightsError and Cancelled.
    """
    network = load_fdiwn(model)
    with tempfile.TemporaryDirectory() as folder:
        on_step(0.0, "counting operations, exporting to ONNX")
        material = prepare_material(model, *size, Path(folder))
        no_onnx = ""
        try:
            export_onnx(network, material.graph)
        except EngineError as error:
            no_onnx = str(error)
        contestants = all_contestants(network, *size, no_onnx)
        outcomes = measure(contestants, material, rounds, on_step, should_stop)
    megapixels = size[0] * size[1] * network.scale**2 / 1e6
    results = tuple(results_of(outcomes, megapixels))
    return Report(this_machine(), model.name, network.scale, *size, rounds, WARM_UP, results)


class _Child:
    """One contestant's process, controlled through a pipe. Once ``failed`` is set, it has ended."""

    def __init__(
        self, contestant: Contestant, material: Material, target: Target, should_stop: ShouldStop
    ) -> None:
        self.contestant, self.failed = contestant, contestant.absent
        self._should_stop = should_stop
        self.seconds: list[float] = []
        self._ready, self._ready_seconds = Ready(), 0.0
        context = multiprocessing.get_context("spawn")
        self._pipe, self._other_end = context.Pipe()
        self._process = context.Process(
            target=target, args=(self._other_end, contestant, material), daemon=True
        )

    def start(self) -> None:
        started = time.perf_counter()
        self._launch()
        self._other_end.close()  # so that its end is noticed here
        answer = self._answer()
        if isinstance(answer, Ready):
            self._ready, self._ready_seconds = answer, time.perf_counter() - started

    def run(self) -> None:
        answer = self._ask(RUN)
        if isinstance(answer, float):
            self.seconds.append(answer)

    def finish(self, warm_up: int) -> Outcome:
        """Gets the peak memory, ends the process, and drops the first runs."""
        peak = None if self.failed else self._ask(STOP)
        self.end()
        if self.failed or not isinstance(peak, Peak):
            return Outcome(self.contestant, failed=self.failed)
        return Outcome(
            self.contestant,
            tuple(self.seconds[warm_up:]),
            ready_seconds=self._ready_seconds,
            measure_seconds=self._ready.measure_seconds,
            peak=peak,
        )

    def end(self) -> None:
        """Ends the process in any case. May be called twice."""
        self._pipe.close()
        self._other_end.close()
        if self._process.pid is None:
            return
        self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _launch(self) -> None:
        """Holds Ctrl+C back meanwhile: it is heard afterwards, but never by the child process,
        which inherits that. On Windows the child itself ignores it."""
        if sys.platform == "win32":
            self._process.start()
            return
        resource_tracker.ensure_running()  # starting it would let Ctrl+C through
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _ask(self, what: str) -> object:
        try:
            self._pipe.send(what)
        except OSError:
            pass  # it has ended; the answer says so
        return self._answer()

    def _answer(self) -> object:
        try:
            while not self._pipe.poll(_LOOK):
                if self._should_stop():
                    raise Cancelled
            answer = self._pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            answer = Failed(f"its process ended with code {self._process.exitcode}")
        if isinstance(answer, Failed):
            self.failed = answer.reason
            self.end()
        return answer


def measure(
    contestants: Sequence[Contestant],
    material: Material,
    rounds: int,
    on_step: OnStep,
    should_stop: ShouldStop = never,
    *,
    warm_up: int = WARM_UP,
    target: Target = serve,
) -> list[Outcome]:
    """Runs every contestant ``rounds`` times; one that fails is left out afterwards.

    target: runs in the processes; tests pass a fast one. No process is left, however this ends. In
    the main thread only. Raises Cancelled.
    """
    total, done = len(contestants) * (1 + warm_up + rounds), 0
    children: list[_Child] = []
    with ExitStack() as ending:
        for contestant in contestants:
            children.append(_Child(contestant, material, target, should_stop))
            ending.callback(children[-1].end)
        steps = [("preparing", child, child.start) for child in children]
        for number in range(warm_up + rounds):
            task = "warming up" if number < warm_up else f"round {number - warm_up + 1}"
            steps += [(task, child, child.run) for child in _rotated(children, number)]
        for done, (task, child, step) in enumerate(steps):
            if should_stop():
                raise Cancelled
            if not child.failed:
                on_step(done / total, f"{task}: {_title(child.contestant)}")
                step()
        return [child.finish(warm_up) for child in children]


def _rotated(children: list[_Child], by: int) -> list[_Child]:
    first = by % len(children)
    return children[first:] + children[:first]


def _title(contestant: Contestant) -> str:
    return f"{contestant.name}, {contestant.precision} on {contestant.device}"


def results_of(outcomes: Sequence[Outcome], megapixels: float) -> list[Result]:
    """The figures of each outcome. megapixels: of the enlargement."""
    eager = {o.contestant.device: o for o in outcomes if o.contestant.kind == Kind.PUBLISHED}
    ceilings = {
        (o.contestant.device, o.contestant.precision): o
        for o in outcomes
        if o.contestant.kind == Kind.CEILING
    }
    results = []
    for outcome in outcomes:
        contestant = outcome.contestant
        ceiling = ceilings.get((contestant.device, contestant.precision))
        results.append(_result(outcome, eager.get(contestant.device), ceiling, megapixels))
    return results


def _result(
    outcome: Outcome, eager: Outcome | None, ceiling: Outcome | None, megapixels: float
) -> Result:
    own, seconds = outcome.contestant, outcome.seconds
    middle = median(seconds) if seconds else None
    slower = _ratios(eager, outcome)  # the eager form's time relative to ours, in each round
    nearer = _ratios(ceiling, outcome)
    share = None
    if nearer and ceiling is not None:
        share = median(nearer) * own.gflop / ceiling.contestant.gflop
    is_picture = own.kind != Kind.CEILING
    peak = outcome.peak
    return Result(
        kind=own.kind,
        name=own.name,
        device=own.device,
        library=own.library,
        precision=own.precision,
        failed=outcome.failed,
        gflop=own.gflop,
        seconds=seconds,
        median_seconds=middle,
        speedup=median(slower) if slower and is_picture else None,
        megapixels_per_second=megapixels / middle if middle and is_picture else None,
        gflop_per_second=own.gflop / middle if middle else None,
        share_of_ceiling=share if is_picture else None,
        peak_megabytes=peak.process / 1e6 if peak else None,
        device_peak_megabytes=peak.device / 1e6 if peak and peak.device else None,
        ready_seconds=outcome.ready_seconds,
        measure_seconds=outcome.measure_seconds,
    )


def _ratios(other: Outcome | None, own: Outcome) -> list[float]:
    """The other's seconds divided by ours, by round; empty if one of them failed."""
    if other is None or not other.seconds or not own.seconds:
        return []
    return [a / b for a, b in zip(other.seconds, own.seconds, strict=True)]
