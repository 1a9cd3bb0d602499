"""Batches on a cluster: of real processes where it matters, of an answering stand-in elsewhere."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest
from typer.testing import CliRunner

from fdiwn.api.errors import ClusterError
from fdiwn.api.names import VERSION
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import never
from fdiwn.batch.cluster import crew as batch_cluster_crew
from fdiwn.batch.cluster.crew import Crew
from fdiwn.batch.cluster.start import checked_address, open_cluster
from fdiwn.batch.cluster.worker import Question, model_marks, probe, reply
from fdiwn.batch.records.events import Advanced, Event, Finished, Started, State
from fdiwn.batch.records.plan import BatchOptions
from fdiwn.batch.records.report import Summary
from fdiwn.batch.session import Listeners, carry_out
from fdiwn.cli.main import app
from tests.engine.batch_folder import ROOT, draw, draw_many, results

invoke = CliRunner().invoke
WAIT = 60.0  # seconds that something may take at most
posix = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.fixture
def options(bicubic_models: dict[int, Path], tmp_path: Path) -> BatchOptions:
    (tmp_path / "in").mkdir()
    upscale = UpscaleOptions(2, str(bicubic_models[2]), "cpu", backend="torch")
    return BatchOptions((tmp_path / "in",), tmp_path / "out", upscale)


@pytest.fixture(scope="module")
def dask() -> None:
    """A thread of distributed's, which it keeps until the program ends, is there before a test."""
    from distributed import utils

    utils._offload_executor.submit(int).result()


def workers() -> list[psutil.Process]:
    """The processes of a cluster of this computer."""
    found = psutil.Process().children()
    return [process for process in found if "spawn_main" in " ".join(process.cmdline())]


def on_cluster(
    options: BatchOptions, on_event: Callable[[Event], object] = lambda event: None
) -> Summary:
    with open_cluster("local:2", options, never) as executor:
        return carry_out(options, Listeners(on_event), executor=executor)


def states(summary: Summary) -> dict[str, State]:
    return {record.key: record.state for record in summary.records}


def hidden(output: Path) -> list[str]:
    """What is left beside the journal of what nobody should see."""
    found = [path for path in output.rglob(".fdiwn-*") if path.name != ".fdiwn-batch"]
    return [path.name for path in [*found, *output.glob(".fdiwn-batch/probe-*")]]


@posix
@pytest.mark.usefixtures("dask")
def test_a_lost_worker(options: BatchOptions, tmp_path: Path) -> None:
    """What it had is done again, and the results are those of a single process."""
    draw_many(options.folders[0], 12)
    alone = replace(options, output=tmp_path / "alone")
    assert carry_out(alone, Listeners()).exit_code == 0
    killed: list[int] = []
    events: list[Event] = []

    def on_event(event: Event) -> None:
        events.append(event)
        if isinstance(event, Finished) and not killed:
            victim = workers()[0]
            killed.append(victim.pid)
            victim.kill()

    summary = on_cluster(options, on_event)
    assert killed
    assert Counter(states(summary).values()) == {State.DONE: 12}
    assert results(options.output) == results(alone.output)
    assert hidden(options.output) == []
    keys = {record.key for record in summary.records}
    assert {event.key for event in events if isinstance(event, Started)} == keys
    assert {event.key for event in events if isinstance(event, Advanced)} == keys
    assert on_resumed(options) == {State.DONE_BEFORE: 12}


def on_resumed(options: BatchOptions) -> Counter[State]:
    """What a single process makes of the journal."""
    summary = carry_out(replace(options, resume=True), Listeners())
    return Counter(states(summary).values())


@posix
@pytest.mark.slow
@pytest.mark.usefixtures("dask")
def test_a_picture_that_ends_its_workers(
    options: BatchOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It fails alone."""
    from tests.engine.cluster_deadly import DEADLY, make_or_die

    monkeypatch.setattr("fdiwn.batch.cluster.worker.make", make_or_die)
    draw_many(options.folders[0], 9)
    draw(options.folders[0] / f"{DEADLY}.png", 99)
    summary = on_cluster(options)
    failed = {record.key: record for record in summary.records if record.state is State.FAILED}
    assert list(failed) == [f"{DEADLY}.png"]
    assert failed[f"{DEADLY}.png"].reason.endswith("3 workers have ended over it.")
    assert Counter(states(summary).values()) == {State.DONE: 9, State.FAILED: 1}
    assert len(results(options.output)) == 9
    assert hidden(options.output) == []
    assert summary.exit_code == 3


@posix
@pytest.mark.slow
def test_ctrl_c(options: BatchOptions) -> None:
    """As in a terminal, where all processes get it."""
    for number in range(12):
        draw(options.folders[0] / f"{number}.png", number, (100, 80))
    command = [sys.executable, "-m", "fdiwn", "batch", *arguments(options), "--cluster", "local:2"]
    with subprocess.Popen(
        command,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        end = time.monotonic() + WAIT
        while not results(options.output):
            assert process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert "--resume continues" in errors
    assert hidden(options.output) == []
    done = len(results(options.output))
    assert 0 < done < 12
    assert on_resumed(options) == {State.DONE_BEFORE: done, State.DONE: 12 - done}


def arguments(options: BatchOptions) -> list[str]:
    upscale = options.upscale
    assert upscale.model
    how = ["--scale", str(upscale.scale), "--model", upscale.model, "--device", "cpu"]
    return [str(options.folders[0]), str(options.output), *how, "--backend", upscale.backend]


def test_nobody_listens(options: BatchOptions) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    done = invoke(app, ["batch", *arguments(options), "--cluster", address])
    assert done.exit_code == 1
    assert f"Error: No scheduler answers at {address}: " in done.stderr
    assert "Start it with 'dask scheduler'" in done.stderr
    assert not options.output.exists()


def test_without_the_extra(options: BatchOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = invoke(app, ["batch", *arguments(options), "--cluster", "local:2"])
    assert done.exit_code == 1
    assert "pip install 'fdiwn-upscaler[cluster]'" in done.stderr


@pytest.mark.parametrize(
    "wrong", ["", "local", "local:0", "local:-1", "host:8786", "tcp://host", "http://host:1"]
)
def test_what_is_no_address(options: BatchOptions, wrong: str) -> None:
    with pytest.raises(ValueError, match="local:N"):
        checked_address(wrong)
    done = invoke(app, ["batch", *arguments(options), "--cluster", wrong])
    assert done.exit_code == 2


def test_addresses() -> None:
    for right in ("local:2", "tcp://10.0.0.1:8786", "tls://host.lan:8786", "tcp://[::1]:8786"):
        assert checked_address(right) == right


@pytest.fixture
def question(options: BatchOptions) -> Question:
    token = options.output / "probe-1"
    options.output.mkdir()
    token.write_text("here")
    marks = model_marks(options.upscale)
    assert set(marks) == {2}
    samples = {options.folders[0]: (draw(options.folders[0] / "a.png", 1),)}
    return Question(token, options.output, samples, options.upscale, marks)


def test_what_a_worker_is_asked(question: Question, bicubic_models: dict[int, Path]) -> None:
    def why(asked: Question, version: str = VERSION) -> str:
        reason, todo = probe(version, pickle.dumps(asked))
        assert bool(reason) == bool(todo)
        return reason

    assert why(question) == ""
    assert reply(question.token).read_text(encoding="utf-8") == "here"
    elsewhere = question.output / "elsewhere"
    assert "cannot see and write" in why(replace(question, token=elsewhere / "probe-1"))
    for folder, some in ((elsewhere, ()), (question.output, (elsewhere,))):
        unseen = why(replace(question, samples={folder: some}))
        assert unseen == f"it does not see what is in {folder}"
    assert "another model" in why(replace(question, marks={2: "other"}))
    assert f"has version {VERSION}" in why(question, "0.0")


class Answer:
    """A future that is done."""

    status = "finished"

    def __init__(self, value: object) -> None:
        self.value = value

    def done(self) -> bool:
        return True

    def result(self, timeout: float) -> object:
        return self.value

    def cancel(self) -> None:
        pass


class StandIn:
    """A client of a scheduler whose workers answer at once."""

    def __init__(self, theirs: str = "2026.1", there: tuple[str, ...] = ("tcp://a:1",)) -> None:
        self.theirs, self.there = theirs, there
        self.answers: dict[str, tuple[str, str]] = {}
        self.deaf = False  # whether what they write is not seen
        self.scheduler = self
        self.address = "tcp://s:1"

    def get_versions(self) -> dict[str, Any]:
        ours = {"packages": {"python": "3.11.7.final.0", "distributed": "2026.1"}}
        other = {"packages": {"python": "3.11.9.final.0", "distributed": self.theirs}}
        return {"client": ours, "scheduler": ours, "workers": {"tcp://a:1": other}}

    def nthreads(self) -> dict[str, int]:
        return dict.fromkeys(self.there, 1)

    def submit(
        self, call: Callable[..., object], version: str, packed: bytes, **more: list[str]
    ) -> Answer:
        if answer := self.answers.get(more["workers"][0]):
            return Answer(answer)
        return Answer(("", "") if self.deaf else call(version, packed))


def test_a_crew(options: BatchOptions, caplog: pytest.LogCaptureFixture) -> None:
    client = StandIn()
    crew = Crew(client, options)
    crew.gather(never)
    assert crew.ready == {"tcp://a:1"}
    client.there = ("tcp://b:1", "tcp://c:1")
    client.answers = {"tcp://c:1": ("it is another one", "Mend it")}
    crew.look()
    assert crew.ready == {"tcp://b:1"}  # one that comes later and does not fit is left out
    assert caplog.messages == ["The worker tcp://c:1 cannot be used: it is another one. Mend it."]
    assert list((options.output / ".fdiwn-batch").iterdir()) == []


def test_other_versions(options: BatchOptions) -> None:
    why = "runs Python 3.11 with distributed 2025.1, and this computer Python 3.11 with distr"
    with pytest.raises(ClusterError, match=why):
        Crew(StandIn(theirs="2025.1"), options).gather(never)


def test_folders_that_are_not_shared(options: BatchOptions) -> None:
    client = StandIn()
    client.deaf = True
    with pytest.raises(ClusterError, match=r"not seen on this computer\. Mount the folder"):
        Crew(client, options).gather(never)
    assert list((options.output / ".fdiwn-batch").iterdir()) == []


def test_no_workers(options: BatchOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_cluster_crew, "_PATIENCE", 0.0)
    with pytest.raises(ClusterError, match=r"has no workers\. Start some with 'dask worker tcp:"):
        Crew(StandIn(there=()), options).gather(never)
