"""Training: where it starts, what it learns from, that it can be stopped and go on."""

from __future__ import annotations

import json
import math
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image, ImageColor, ImageDraw
from torch._dynamo.exc import TorchDynamoException
from typer.testing import CliRunner

from fdiwn.api.errors import EngineError, InputError
from fdiwn.api.resources import resource
from fdiwn.backends.choice import Place
from fdiwn.cli.main import app
from fdiwn.lab.evaluation.datasets import load_pairs, score
from fdiwn.lab.evaluation.imresize import imresize, imresize_8bit
from fdiwn.lab.training import form, kernels
from fdiwn.lab.training.checkpoint import NAME
from fdiwn.lab.training.data import (
    HELD_OUT,
    PatchSource,
    TrainingImage,
    held_out,
    kept_images,
    load_images,
)
from fdiwn.lab.training.degradation import PhotoDegradation
from fdiwn.lab.training.gradient import Gradients, accelerate, fastest, has_compiler, ways
from fdiwn.lab.training.initial import start_from_bicubic, warm_start
from fdiwn.lab.training.loop import TrainingState, judge, new_state, train, validate
from fdiwn.lab.training.plot import LOSS, PSNR, plot_run, read_log
from fdiwn.lab.training.recipe import Recipe, RunPlan, Way
from fdiwn.models.opening import open_backend
from fdiwn.models.weights import load_fdiwn, load_network, save_network
from fdiwn.network.config import ABLATIONS
from fdiwn.network.network import FDIWN, FDIWNConfig
from fdiwn.network.units import WideResidual
from tests.engine.conftest import smallest

CPU = torch.device("cpu")
SMALL = ["--ablation", "units-48"]
RECIPE = Recipe(
    2, ablation="units-48", steps=4, patch=12, batch=2, warmup=2, learning_rate=5e-4, seed=5
)


def blobs(few: NDArray[np.uint8], side: int) -> Image.Image:
    """Soft blobs: a few pixels, enlarged."""
    return Image.fromarray(few).resize((side, side), Image.Resampling.BICUBIC)


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three pictures of soft blobs and sharp lines, one of them grey."""
    folder = tmp_path_factory.mktemp("photos")
    random = np.random.default_rng(11)
    for n in range(3):
        image = blobs(random.integers(0, 256, (6, 6, 3), np.uint8), 96)
        draw = ImageDraw.Draw(image)
        for _ in range(25):
            a, b = (tuple(int(v) for v in random.integers(0, 96, 2)) for _ in range(2))
            colour = tuple(int(v) for v in random.integers(0, 256, 3))
            draw.line((a, b), colour)
        (image.convert("L") if n == 2 else image).save(folder / f"{n}.png")
    return folder


@pytest.fixture(scope="module")
def benchmark(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture in colour and a grey one, to measure on."""
    folder = tmp_path_factory.mktemp("benchmark")
    (folder / "HR").mkdir()
    for name in ("0.png", "2.png"):
        shutil.copy(photos / name, folder / "HR")
    return folder


def plan_for(photos: Path, output: Path, **more: Any) -> RunPlan:
    """On the CPU in one way, so that nothing has to be timed first."""
    return RunPlan(photos, output, "cpu", **{"way": Way(shards=2), **more})


def weights(state: TrainingState) -> dict[str, torch.Tensor]:
    averages = {
        f"average {decay} {name}": value
        for decay, average in state.averages.items()
        for name, value in average.items()
    }
    return {**state.network.state_dict(), **averages}


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_a_new_network_is_bicubic(scale: int) -> None:
    network = FDIWN(FDIWNConfig.for_scale(scale, "FDIWN-M"))
    start_from_bicubic(network)
    image = torch.rand(1, 3, 20, 24) * 255
    with torch.no_grad():
        output = network(image)
    expected = imresize(image, Fraction(scale))
    inner = slice(2 * scale, -2 * scale)  # the network pads with zeros, imresize repeats the edge
    assert torch.allclose(output[..., inner, inner], expected[..., inner, inner], atol=1e-2)


@pytest.mark.parametrize(("source", "target"), [(2, 3), (4, 2), (2, 4)])
def test_warm_start_takes_over_the_trunk(source: int, target: int) -> None:
    torch.manual_seed(1)
    old, new = (FDIWN(FDIWNConfig.for_scale(s, "FDIWN-M")) for s in (source, target))
    left_out = warm_start(new, old.state_dict())
    assert {name.split(".")[0] for name in left_out} <= {"conv1", "conv2", "up1", "up2"}
    body = [net.get_submodule("fswgs.0.wdib1.wirw1") for net in (old, new)]
    assert isinstance(body[0], WideResidual)
    assert isinstance(body[1], WideResidual)
    if source <= target:  # nothing had to be dropped, so the block computes the same
        x = torch.randn(1, 24, 8, 8)
        with torch.no_grad():
            outputs = [b.get_submodule("reduce")(b.get_submodule("expand")(x).relu()) for b in body]
        assert torch.allclose(outputs[0], outputs[1], atol=1e-5)
    else:
        kept = body[1].expand.weight_v.flatten(1)
        known = body[0].expand.weight_v.flatten(1)
        assert all((known == row).all(1).any() for row in kept)


def test_patches_are_aligned_and_deterministic(photos: Path) -> None:
    images = load_images(photos, 2, CPU)
    assert all(i.lr.dtype == torch.uint8 and i.hr.shape[0] == 3 for i in images)
    source = PatchSource(images, 2, 16)
    lr, hr = source.batch(12, torch.Generator().manual_seed(1))
    again = source.batch(12, torch.Generator().manual_seed(1))
    assert torch.equal(lr, again[0])
    assert torch.equal(hr, again[1])
    reduced = imresize(hr, Fraction(1, 2))[..., 2:-2, 2:-2]
    # Rounding and clamping between the passes cost little; any shift or flip would cost much.
    assert (reduced - lr[..., 2:-2, 2:-2]).abs().mean() < 0.6


def test_pictures_are_kept_until_they_change(photos: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(photos, tmp_path / "photos")
    keep = tmp_path / "kept.pt"
    fresh = load_images(folder, 2, CPU)
    for _ in range(2):
        for image, kept in zip(fresh, kept_images(folder, 2, keep), strict=True):
            assert torch.equal(kept.lr, image.lr)
            assert torch.equal(kept.hr, image.hr)
            assert kept.number == image.number
        keep.write_bytes(keep.read_bytes()[:-100])  # cut off: read anew
    (folder / "0.png").unlink()
    assert len(kept_images(folder, 2, keep)) < len(fresh)
    assert not list(tmp_path.glob(".*"))  # nothing unfinished


def test_detail_is_drawn_more_often() -> None:
    flat = torch.full((3, 64, 64), 90, dtype=torch.uint8)
    busy = flat.clone()
    busy[:, :, 32:] = torch.randint(0, 256, (3, 64, 32), dtype=torch.uint8)
    image = load_like(busy)
    source = PatchSource([image], 2, 8)
    lr, _ = source.batch(300, torch.Generator().manual_seed(0))
    share = (lr.flatten(1).std(1) > 5).float().mean()
    assert share > 0.85
    assert share < 1


def load_like(hr: torch.Tensor) -> TrainingImage:
    return TrainingImage(imresize_8bit(hr, Fraction(1, 2)), hr)


def test_an_empty_folder_and_too_large_patches_are_refused(photos: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No pictures"):
        load_images(tmp_path, 2, CPU)
    with pytest.raises(InputError, match="large enough"):
        PatchSource(load_images(photos, 2, CPU), 2, 64)


def test_the_loss_falls(photos: Path, tmp_path: Path) -> None:
    images = load_images(photos, 2, CPU)
    recipe = replace(RECIPE, steps=16, batch=4)
    trained = train(recipe, plan_for(photos, tmp_path / "run"), images).network
    lr, hr = PatchSource(images, 2, 24).batch(8, torch.Generator().manual_seed(9))
    start = FDIWN(recipe.config())
    start_from_bicubic(start)
    with torch.no_grad():
        before, after = ((network(lr) - hr).abs().mean() for network in (start, trained))
    assert after < 0.97 * before


def test_shards_give_the_gradient_of_the_whole_batch(photos: Path) -> None:
    torch.manual_seed(3)
    # In float64: processors differ in the order in which they add up, and L1 has steps.
    network = FDIWN(smallest(2)).double()
    lr, hr = PatchSource(load_images(photos, 2, CPU), 2, 12).batch(4, torch.Generator())
    lr, hr = lr.double(), hr.double()
    gradients, losses = [], []
    for count in (1, 2, 3):
        with Gradients(network, Way(shards=count)) as shards:
            losses.append(float(shards.step("l1", lr, hr)))
        gradients.append([p.grad.clone() for p in network.parameters() if p.grad is not None])
    assert losses[1:] == pytest.approx([losses[0]] * 2, rel=1e-4)
    for one, two, three in zip(*gradients, strict=True):
        scale = one.abs().max() + 1e-6
        assert (one - two).abs().max() < 1e-3 * scale
        assert (one - three).abs().max() < 1e-3 * scale


def trained_network() -> FDIWN:
    return load_fdiwn(resource("weights/fdiwn-x2.safetensors")).requires_grad_()


def narrow_network(scale: int, n_fswg: int) -> FDIWN:
    """Random, with everything the published network has, in fewer channels; no gate is shut."""
    torch.manual_seed(3)
    config = replace(
        FDIWNConfig.for_scale(scale), width_wirw=12, width_expand=14, width_fuse=24, n_tail=32,
        n_fswg=n_fswg, n_channels=12,
    )  # fmt: skip
    network = FDIWN(config)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    return network


def gradient(network: FDIWN, way: Way, lr: torch.Tensor, hr: torch.Tensor) -> torch.Tensor:
    with Gradients(network, way) as gradients:
        gradients.step("l1", lr, hr)
    return torch.cat([p.grad.flatten() for p in network.parameters() if p.grad is not None])


@pytest.mark.parametrize("scale", [2, 4])  # x4 removes the mean before the skip
def test_the_fast_form_is_the_published_network(scale: int, photos: Path) -> None:
    """In float64, where rounding cannot hide a difference: output, and every gradient."""
    network = narrow_network(scale, 2).double()
    lr, hr = PatchSource(load_images(photos, scale, CPU), scale, 8).batch(3, torch.Generator())
    lr, hr = lr.double(), hr.double()
    with torch.no_grad():
        fast = form.forward(network, kernels.prepare(network), lr)
        assert torch.allclose(fast, network(lr), rtol=0, atol=1e-9)
    published = gradient(network, Way(), lr, hr)
    assert len(published) == sum(p.numel() for p in network.parameters())
    for shards in (1, 2):
        ours = gradient(network, Way(fast=True, shards=shards), lr, hr)
        assert (ours - published).norm() < 1e-9 * published.norm()


def test_the_fast_form_in_float32_and_bfloat16(photos: Path) -> None:
    network = trained_network()
    lr, hr = PatchSource(load_images(photos, 2, CPU), 2, 12).batch(2, torch.Generator())
    published = gradient(network, Way(), lr, hr)
    single = gradient(network, Way(fast=True), lr, hr)
    half = gradient(network, Way(fast=True, bf16=True), lr, hr)
    assert (single - published).norm() < 2e-3 * published.norm()
    assert torch.cosine_similarity(half, published, dim=0) > 0.99


def test_ablations_without_a_fast_form_train_as_published() -> None:
    known = {
        name: kernels.has_form(FDIWN(ablation.config(2))) for name, ablation in ABLATIONS.items()
    }
    assert any(known.values())
    assert not all(known.values())
    for name, has_form in known.items():
        network = FDIWN(ABLATIONS[name].config(2))
        assert any(way.fast for way in ways(network)) == has_form
        if not has_form:
            with pytest.raises(ValueError, match="no form"):
                kernels.prepare(network)


def test_the_fastest_way_is_taken_and_a_broken_compiler_passed_over(
    photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(function: Callable[..., Any], **options: Any) -> Callable[..., Any]:
        def fail(*arguments: Any) -> Any:
            raise TorchDynamoException("no compiler")

        return fail

    monkeypatch.setattr(torch, "compile", broken)
    network = narrow_network(2, 1)
    lr, hr = PatchSource(load_images(photos, 2, CPU), 2, 12).batch(2, torch.Generator())
    eager = [Way(), Way(fast=True)]
    speeds = fastest(network, "l1", lr, hr, [Way(fast=True, compiled=True), *eager])
    assert set(speeds) == set(eager)
    assert list(speeds.values()) == sorted(speeds.values(), reverse=True)
    assert all(p.grad is None for p in network.parameters())


@pytest.mark.slow
@pytest.mark.skipif(not has_compiler(), reason="there is no C++ compiler here")
@pytest.mark.filterwarnings("ignore")  # what the compiler's own modules warn of is not ours
@pytest.mark.timeout(600)
def test_compiled_pieces_keep_the_gradient(photos: Path) -> None:
    network = trained_network()
    lr, hr = PatchSource(load_images(photos, 2, CPU), 2, 24).batch(4, torch.Generator())
    published = gradient(network, Way(), lr, hr)
    compiled = gradient(network, Way(fast=True, compiled=True, shards=2), lr, hr)
    assert (compiled - published).norm() < 2e-3 * published.norm()


def test_the_rate_stays_and_falls_over_the_last_fifth() -> None:
    recipe = Recipe(2, steps=100, warmup=10, learning_rate=1.0, patch=48, batch=16)
    rates = [recipe.rate(step, recipe.progress(step, 0)) for step in range(101)]
    assert rates[:3] == pytest.approx([0.1, 0.2, 0.3])
    assert rates[10:81] == pytest.approx([1.0] * 71)
    assert all(a > b for a, b in pairwise(rates[80:]))
    assert rates[100] == 0
    assert [recipe.side(progress) for progress in (0, 0.5, 0.89, 0.95)] == [48, 48, 48, 96]
    assert recipe.count(96) == 4
    decay = replace(recipe, decay=True)
    assert decay.rate(0, 0.0) == 1.0
    assert decay.rate(25, 0.25) == pytest.approx(0.5)
    endless = replace(recipe, steps=None)
    assert endless.progress(10**6, 1e9) == 0
    assert endless.rate(10**6, 0.0) == 1.0


def test_a_copy_is_decayed_and_the_run_is_left_alone(photos: Path, tmp_path: Path) -> None:
    images = load_images(photos, 2, CPU)
    endless = replace(RECIPE, steps=None)
    counted = iter(range(100))
    plan = plan_for(photos, tmp_path / "run")
    run = train(endless, plan, images, should_stop=lambda: next(counted) >= 3)
    assert run.step == 3
    before = (tmp_path / "run" / NAME).read_bytes()
    copy = plan_for(photos, tmp_path / "decayed", state=tmp_path / "run")
    decayed = train(replace(RECIPE, steps=3, decay=True), copy, images)
    assert decayed.step == 3
    assert decayed.pixels > run.pixels
    assert (tmp_path / "run" / NAME).read_bytes() == before
    log = tmp_path / "decayed" / "log.jsonl"
    rates = [json.loads(line)["rate"] for line in log.read_text(encoding="utf-8").splitlines()]
    assert rates[-1] == 0


def test_photographs_are_held_out_and_choose_the_average(photos: Path, tmp_path: Path) -> None:
    image = load_images(photos, 2, CPU)[0]
    many = [replace(image, number=n) for n in range(2 * HELD_OUT)]
    learnt, pairs = held_out(many, 2)
    assert len(pairs) == 2
    assert len(learnt) == len(many) - 2
    assert held_out(many[:3], 2) == (many[:3], [])
    recipe = replace(RECIPE, averages=(0.5, 0.9))
    state = new_state(recipe, plan_for(photos, tmp_path / "run"), CPU)
    state.averages[0.5]["up2.bias"] += 9  # the worse one
    judged = judge(state, pairs)
    assert state.best == 0.9
    assert judged == pytest.approx(validate(state, pairs))
    assert judge(state, []) is None


@pytest.mark.filterwarnings("ignore:The .grad attribute of")  # torch's compiler looks at it
def test_acceleration_compiles_once_and_keeps_the_gradient(photos: Path) -> None:
    """What is done on a GPU, on the CPU and with a compiler that only counts."""
    plain, fast = (trained_network() for _ in range(2))
    graphs: list[int] = []

    def count(graph: torch.fx.GraphModule, inputs: object) -> Callable[..., Any]:
        graphs.append(len(graph.graph.nodes))
        return graph.forward

    accelerate(fast, "cpu", count)
    lr, hr = PatchSource(load_images(photos, 2, CPU), 2, 12).batch(1, torch.Generator())
    gradients = []
    for network in (plain, fast):
        network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        with Gradients(network, Way()) as shards:
            shards.step("l1", lr.contiguous(memory_format=torch.channels_last), hr)
            grads = [p.grad.flatten() for p in network.parameters() if p.grad is not None]
            gradients.append(torch.cat(grads))
    assert sum(nodes > 100 for nodes in graphs) == 1  # of nine blocks, used eighteen times
    # In bf16 throughout it would be 0.7 or less.
    assert torch.cosine_similarity(gradients[0], gradients[1], dim=0) > 0.99
    assert list(fast.state_dict()) == list(plain.state_dict())


def test_a_loss_that_is_no_number_ends_the_run(photos: Path, tmp_path: Path) -> None:
    plan = plan_for(photos, tmp_path / "run")
    with pytest.raises(EngineError, match="loss is nan"):
        train(replace(RECIPE, learning_rate=math.inf), plan, load_images(photos, 2, CPU))
    assert not (tmp_path / "run" / NAME).exists()


def test_stopped_and_resumed_equals_not_stopped(photos: Path, tmp_path: Path) -> None:
    images = load_images(photos, 2, CPU)
    whole = train(RECIPE, plan_for(photos, tmp_path / "whole"), images)
    seen: list[int] = []

    def stop() -> bool:
        seen.append(1)
        return len(seen) > 2

    plan = plan_for(photos, tmp_path / "parts")
    part = train(RECIPE, plan, images, should_stop=stop)
    assert part.step == 2
    with pytest.raises(InputError, match="holds an earlier training"):
        train(RECIPE, plan, images)
    resumed = train(RECIPE, replace(plan, resume=True), images)
    assert resumed.step == whole.step == RECIPE.steps
    for name, value in weights(whole).items():
        assert torch.equal(value, weights(resumed)[name]), name


def test_validation_measures_what_the_product_gives(
    photos: Path, benchmark: Path, tmp_path: Path
) -> None:
    state = new_state(RECIPE, plan_for(photos, tmp_path / "run"), CPU)
    state.averages[state.best]["up2.bias"] += 4  # so that it matters which weights are measured
    before = {name: value.clone() for name, value in weights(state).items()}
    pairs = load_pairs(benchmark, 2)
    measured = validate(state, pairs)
    assert all(torch.equal(value, before[name]) for name, value in weights(state).items())
    assert all(p.requires_grad for p in state.network.parameters())
    state.use_average()
    save_network(state.network, tmp_path / "own.safetensors", {})
    engine = open_backend(
        load_network(tmp_path / "own.safetensors"), Place("cpu", "torch", "float32")
    )
    product = score(engine, pairs)
    assert product.psnr.keys() == {"0", "2"}  # one in colour, one grey
    assert measured == pytest.approx(product.mean, abs=1e-6)


def test_a_missing_or_damaged_checkpoint_is_an_input_error(photos: Path, tmp_path: Path) -> None:
    images = load_images(photos, 2, CPU)
    plan = plan_for(photos, tmp_path / "run", resume=True)
    with pytest.raises(InputError, match="No checkpoint"):
        train(RECIPE, plan, images)
    (tmp_path / "run" / NAME).write_bytes(b"not a checkpoint")
    with pytest.raises(InputError, match="cannot be read"):
        train(RECIPE, plan, images)


@pytest.mark.parametrize("scale", [2, 4])
def test_photo_degradation(scale: int) -> None:
    random = np.random.default_rng(2)
    small = random.integers(0, 256, (24, 8, 8, 3), np.uint8)
    large = [np.asarray(blobs(i, 16 * scale)) for i in small]
    hr = torch.from_numpy(np.stack(large)).permute(0, 3, 1, 2).float()
    degrade = PhotoDegradation(scale)
    lr = degrade(hr, torch.Generator().manual_seed(4))
    assert lr.shape == (24, 3, 16, 16)
    assert torch.equal(lr, lr.round())
    assert lr.min() >= 0
    assert lr.max() <= 255
    assert torch.equal(lr, degrade(hr, torch.Generator().manual_seed(4)))
    error = (lr - imresize(hr, Fraction(1, scale))).abs().mean((1, 2, 3))
    assert error.min() < 2.5  # some hardly touched
    assert error.max() > 4  # some damaged
    assert (lr.mean((2, 3)) - hr.mean((2, 3))).abs().max() < 4  # no shift of colour


def test_the_command_trains_exports_and_plots(
    photos: Path, benchmark: Path, tmp_path: Path
) -> None:
    output = tmp_path / "run"
    arguments = ["train", str(photos), "-o", str(output), "--scale", "2", *SMALL]
    arguments += ["--steps", "3", "--patch", "12", "--batch", "2", "--device", "cpu"]
    arguments += ["--validation", str(benchmark)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    network = load_network(output / "fdiwn-units-48-x2.safetensors")
    assert network.scale == 2
    records = [
        json.loads(line) for line in (output / "log.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert records[-1]["step"] == 3
    assert records[-1]["psnr"] > 15
    with Image.open(output / "loss.png") as drawn:
        assert drawn.size == (900, 480)


def test_the_command_refuses_nonsense(photos: Path, tmp_path: Path) -> None:
    base = ["train", str(photos), "-o", str(tmp_path / "x")]
    assert CliRunner().invoke(app, [*base, "--decay", str(tmp_path)]).exit_code == 2  # no end
    assert CliRunner().invoke(app, [*base, "--steps", "1", "--loss", "l7"]).exit_code == 2


def test_without_matplotlib_training_ends_well_and_says_what_is_missing(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    arguments = ["train", str(photos), "-o", str(tmp_path / "run"), "--scale", "2", "--steps", "1"]
    arguments += ["--patch", "12", "--batch", "2", "--device", "cpu", *SMALL]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "pip install 'fdiwn-upscaler[plots]'" in result.output
    assert (tmp_path / "run" / "fdiwn-units-48-x2.safetensors").exists()
    assert not (tmp_path / "run" / "loss.png").exists()


def test_the_plot_survives_a_torn_log(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    lines = [{"step": n, "loss": 10 - n / 10, "psnr": 28 + n / 10} for n in range(1, 20)]
    log.write_text("\n".join(map(json.dumps, lines)) + '\n{"step": 2')
    assert len(read_log(log)) == 19
    plot_run(log, tmp_path / "loss.png")
    with Image.open(tmp_path / "loss.png") as image:
        drawn = np.asarray(image.convert("RGB"))
    height, width = drawn.shape[:2]
    assert (width, height) == (900, 480)
    for colour in map(ImageColor.getrgb, (LOSS, PSNR)):
        inside = drawn[:, width // 9 : -width // 9].astype(int)  # without the axes' names
        columns = np.flatnonzero((np.abs(inside - colour).max(2) < 12).any(0))
        assert columns[0] < width / 4 < width / 2 < columns[-1]
