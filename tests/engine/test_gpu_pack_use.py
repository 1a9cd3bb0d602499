"""Which pack is offered, what its test finds, and that PyTorch comes from it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fdiwn.api.errors import GpuPackError
from fdiwn.api.gpu_pack import State
from fdiwn.api.resources import resource
from fdiwn.cli.main import app
from fdiwn.diagnostics import self_test
from fdiwn.gpu_pack import driver, lock, manage, probe, store
from fdiwn.gpu_pack.activate import activate
from fdiwn.gpu_pack.install import install
from fdiwn.gpu_pack.lock import Pack, choose_pack, read_lock
from fdiwn.gpu_pack.probe_child import is_built_for
from tests.engine import fake_pack

ROOT = Path(__file__).parents[2]
FAIR = fake_pack.TORCH


@pytest.fixture(autouse=True)
def computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """One with a driver for CUDA 12.8, and a program with the made-up PyTorch."""
    monkeypatch.setattr(driver, "driver_cuda", lambda: (12, 8))
    version = "__version__ = '9.9.0+cpu'\ncuda: Optional[str] = None\n"
    monkeypatch.setattr(store, "_version_file", lambda: version)


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    return folder


def bring(
    wheels: Path, monkeypatch: pytest.MonkeyPatch, torch: str = FAIR, version: str = "9.9.0"
) -> Pack:
    """Write the wheels, and put their pack into the lock."""
    files = fake_pack.wheels(torch)
    for name, data in files.items():
        (wheels / name).write_bytes(data)
    pack = fake_pack.pack(files, "http://127.0.0.1:9", torch=version)
    monkeypatch.setattr(manage, "read_lock", lambda: (pack,))
    return pack


USE = """
import sys
from fdiwn.gpu_pack import driver, store
driver.driver_cuda = lambda: {driver}
store._version_file = lambda: "__version__ = '9.9.0+cpu'"
import multiprocessing, fdiwn.service.client.child as main
sys.modules["stand_in"] = type(sys)("stand_in")
def run(pipe):
    import torch
    pipe.send(torch.__file__)
sys.modules["stand_in"].run = run
main.ENGINE = "stand_in"
ours, theirs = multiprocessing.Pipe()
main.run_child(theirs)
said = ours.recv()
while not isinstance(said, str):
    print(said.text, file=sys.stderr)
    said = ours.recv()
print(said)
"""


def torch_of_the_engine(cuda: str = "(12, 8)", said: str = "") -> Path:
    """Where the engine's process, begun as the window begins it, imports PyTorch from.

    said: what the window's log gets.
    """
    done = subprocess.run(
        [sys.executable, "-c", USE.format(driver=cuda)],
        check=True, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert said in done.stderr
    assert bool(said) == bool(done.stderr.strip())
    return Path(done.stdout.strip().splitlines()[-1])


def test_the_engine_takes_the_packs_torch(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = bring(wheels, monkeypatch)
    assert manage.look().state is State.OFFERED
    report = manage.add([wheels])
    assert (report.state, report.gpu, report.id) == (State.GOOD, "Made-up GPU", pack.id)
    folder = store.home() / pack.id
    assert torch_of_the_engine() == folder / "torch" / "__init__.py"
    other = torch_of_the_engine("(12, 9)", "not used: the NVIDIA driver has changed")
    assert folder not in other.parents
    assert folder not in torch_of_the_engine("None", "no NVIDIA driver").parents
    assert manage.remove().state is State.OFFERED
    assert folder not in torch_of_the_engine().parents


@pytest.mark.parametrize(
    ("torch", "why"),
    [
        (FAIR.replace("CUDA, ARCH", "CUDA, ARCH").replace("= True,", "= False,"), "finds no GPU"),
        (FAIR.replace('"sm_80", "sm_90"', '"sm_90"'), "capability 8.6"),
        (FAIR.replace(", 0.0", ", 0.5"), "computes wrongly: off by 0.5"),
        (FAIR.replace(", 0.0", ", float('nan')"), "computes wrongly"),
        ("raise ImportError('libcudart.so.12: cannot open')", "libcudart.so.12: cannot open"),
        ("import os, sys; print('no CUDA', file=sys.stderr); os._exit(3)", "exit code 3: no CUDA"),
        ("print('not what was asked for'); raise SystemExit", "exit code 0"),
    ],
)
def test_a_failed_test_leaves_the_cpu(
    wheels: Path, monkeypatch: pytest.MonkeyPatch, torch: str, why: str
) -> None:
    bring(wheels, monkeypatch, torch)
    report = manage.add([wheels])
    assert report.state is State.UNUSED
    assert why in report.reason
    assert activate().startswith("it failed its test")
    assert not any(str(store.home()) in entry for entry in sys.path)


def test_a_test_that_hangs_is_ended(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "TIMEOUT", 0.0)
    bring(wheels, monkeypatch, "import time; time.sleep(100)")
    assert "did not answer" in manage.add([wheels]).reason


def test_only_a_tested_pack_is_used(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = bring(wheels, monkeypatch)
    install(pack, [wheels])
    assert activate() == "it has not been tested yet"
    (found,) = store.installed()
    store.keep_test(found, store.Outcome(True, gpu="Made-up GPU", driver="12.2"))
    assert "driver has changed" in activate()
    store.keep_test(found, store.Outcome(True, gpu="Made-up GPU", driver="12.8"))
    assert activate() == "PyTorch was loaded before it", "as it was, in this process"
    monkeypatch.setattr(driver, "driver_cuda", lambda: None)
    assert "no NVIDIA driver" in activate()


def test_a_pack_of_another_version_is_offered_for_deletion(
    wheels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = bring(wheels, monkeypatch, version="9.8.0")
    install(pack, [wheels])
    report = manage.look()
    assert (report.state, report.outdated) == (State.NONE, (pack.id,))
    assert "another version" in activate()
    with pytest.raises(GpuPackError, match="Install it first"):
        manage.retest()
    result = CliRunner().invoke(app, ["gpu-pack", "status"])
    assert f"not used: {pack.id}" in result.output
    assert manage.remove().outdated == ()


def test_the_command(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = bring(wheels, monkeypatch)
    run = CliRunner()
    assert "Not installed: torch-9.9.0-cu126" in run.invoke(app, ["gpu-pack", "status"]).output
    done = run.invoke(app, ["gpu-pack", "install", "--from-file", str(wheels)])
    assert done.exit_code == 0, done.output
    assert "It is used: it passed its test on Made-up GPU." in done.output
    told = json.loads(run.invoke(app, ["gpu-pack", "status", "--json"]).stdout)
    assert (told["state"], told["id"], told["driver"]) == ("installed", pack.id, "12.8")
    assert run.invoke(app, ["gpu-pack", "probe"]).exit_code == 0
    monkeypatch.setattr(driver, "driver_cuda", lambda: (13, 0))
    warned = run.invoke(app, ["models", "list"])
    assert warned.exit_code == 0
    assert "The GPU pack is not used: the NVIDIA driver has changed" in warned.stderr
    assert "No GPU pack" in run.invoke(app, ["gpu-pack", "remove"]).output
    assert run.invoke(app, ["gpu-pack", "probe"]).exit_code == 1


def test_the_self_test_tells_of_the_pack(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(self_test._gpu_pack()) == []
    bring(wheels, monkeypatch)
    manage.add([wheels])
    (check,) = self_test._gpu_pack()
    assert check.details == "torch-9.9.0-cu126, not used: not started with it"
    monkeypatch.setattr(driver, "driver_cuda", lambda: None)
    (check,) = self_test._gpu_pack()
    assert check.details.endswith("not used: no NVIDIA driver is found")


def test_what_is_left_can_be_seen_and_removed(
    wheels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = bring(wheels, monkeypatch)
    assert not manage.look().leftover
    receipt = install(pack, [wheels]) / store.RECEIPT
    assert not manage.look().leftover
    receipt.write_text("damaged")
    assert manage.look().leftover
    assert "gpu-pack remove" in CliRunner().invoke(app, ["gpu-pack", "status"]).output
    with pytest.raises(GpuPackError, match="Remove it first"):
        manage.add([wheels])
    assert not manage.remove().leftover
    assert manage.add([wheels]).state is State.GOOD


def test_nothing_is_offered_without_a_driver(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(wheels, monkeypatch)
    monkeypatch.setattr(driver, "driver_cuda", lambda: None)
    assert manage.look().state is State.NO_DRIVER
    done = CliRunner().invoke(app, ["gpu-pack", "install", "--from-file", str(wheels)])
    assert done.exit_code == 1
    assert "no NVIDIA driver is found" in done.stderr
    assert store.installed() == []


def test_nothing_is_offered_to_a_torch_with_cuda(
    wheels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(wheels, monkeypatch)
    version = "__version__ = '9.9.0+cu128'\ncuda: Optional[str] = '12.8'\n"
    monkeypatch.setattr(store, "_version_file", lambda: version)
    assert manage.look().state is State.BUILT_IN
    with pytest.raises(GpuPackError, match="no need"):
        manage.add([wheels])


def test_the_newest_line_that_the_driver_knows_is_chosen(
    wheels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = bring(wheels, monkeypatch)
    new = replace(old, id="newer", cuda=(12, 8))
    others = (replace(old, id="a", system="other"), replace(old, id="b", python="cp39"))
    packs = (*others, old, new, replace(old, id="c", cuda=(13, 0)))
    assert choose_pack(packs, "9.9.0", (12, 8)) == new
    assert choose_pack(packs, "9.9.0", (12, 7)) == old
    assert choose_pack(packs, "9.9.0", (12, 5)) is None
    assert choose_pack(packs, "9.9.1", (12, 8)) is None


@pytest.mark.parametrize(
    ("capability", "architectures", "fits"),
    [
        ((8, 6), ["sm_80"], True),
        ((8, 0), ["sm_86"], False),
        ((12, 0), ["sm_90", "compute_90"], True),
        ((12, 0), ["sm_90"], False),
        ((12, 0), ["sm_100", "sm_120"], True),
        ((9, 0), ["sm_90a"], False),
        ((7, 5), [], False),
    ],
)
def test_architectures(capability: tuple[int, int], architectures: list[str], fits: bool) -> None:
    assert is_built_for(capability, architectures) is fits


def test_the_lock_that_ships_is_sound() -> None:
    packs = read_lock()
    assert packs
    for pack in packs:
        assert pack.id.startswith(f"torch-{pack.torch}-cu{pack.cuda[0]}{pack.cuda[1]}-")
        assert pack.unpacked > pack.download > 10**8
        for wheel in pack.wheels:
            assert wheel.origin.url.startswith("https://download.pytorch.org/whl/")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"format": 1', '"format": 2'),
        ('"sha256": "8', '"sha256": "'),
        ('"id": "torch', '"id": "../torch'),
        (".whl", ".exe"),
        ('"bytes": 2', '"bytes": -2'),
        ('"packs"', '"sacks"'),
        ("{", "["),
    ],
)
def test_a_wrong_lock_is_refused(tmp_path: Path, old: str, new: str) -> None:
    text = resource(lock.LOCK).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "lock.json"
    path.write_text(text.replace(old, new))
    with pytest.raises(GpuPackError, match="cannot be read"):
        read_lock(path)


def test_the_bundled_torch_is_known_without_loading_it() -> None:
    program = (
        "import sys; from fdiwn.gpu_pack.store import bundled_torch; print(bundled_torch())\n"
        "print('torch' in sys.modules); import torch; print(torch.__version__.split('+')[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=ROOT
    )
    named, loaded, true = done.stdout.split()
    assert (named, loaded) == (true, "False")
