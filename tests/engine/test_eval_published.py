"""The published figures come out, measured as the authors measured."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fdiwn.api.options import UpscaleOptions
from fdiwn.lab.evaluation.lab import Work, evaluate
from fdiwn.lab.evaluation.layouts import benchmark
from fdiwn.lab.evaluation.published import published
from fdiwn.lab.evaluation.records import Result


def measured(
    shared: Path,
    scratch: Path,
    scale: int,
    grey: str,
    backend: str = "openvino",
    names: frozenset[str] = frozenset(),
) -> list[Result]:
    """With the authors' weights, in quadrants; Set5 and Set14, or of them the pictures named."""
    found = [benchmark(shared / "benchmarks" / name, scale) for name in ("Set5", "Set14")]
    if names:
        found = [
            replace(each, entries=tuple(e for e in each.entries if e.name in names))
            for each in found
        ]
    options = UpscaleOptions(scale, None, "cpu", None, backend, "float32")
    weights = shared / "weights" / f"fdiwn_x{scale}_authors.pt"
    work = Work(found, [str(weights)], options, "quadrants", grey)
    results = evaluate(work, scratch, lambda share, text: None, lambda: False)
    return [each for each in results if each.model]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("scale", [2, 3, 4])
def test_set5_and_set14_agree_with_the_paper(shared: Path, tmp_path: Path, scale: int) -> None:
    (paper,) = [row for row in published(scale) if row.model == "FDIWN" and not row.ablation]
    for result in measured(shared, tmp_path, scale, "rgb"):
        psnr, ssim = paper.scores[result.dataset]
        assert result.psnr == pytest.approx(psnr, abs=0.03), result.dataset
        assert result.ssim == pytest.approx(ssim, abs=0.001), result.dataset


@pytest.mark.parametrize(
    ("grey", "bridge"), [("rgb", (25.479, 0.6434)), ("grey", (24.157, 0.6223))]
)
def test_single_pictures_have_the_figures_of_those_runs(
    shared: Path, tmp_path: Path, grey: str, bridge: tuple[float, float]
) -> None:
    """Of Set5 at x4 that with the least, of Set14 the grey one: a fast part of the test above."""
    names = frozenset({"butterfly", "bridge"})
    set5, set14 = measured(shared, tmp_path, 4, grey, "torch", names)
    assert (set5.psnr, set5.ssim) == pytest.approx((28.787, 0.9263), abs=5e-3)
    assert (set14.psnr, set14.ssim) == pytest.approx(bridge, abs=5e-3)
