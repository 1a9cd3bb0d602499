"""Strength and sharpening: of the whole file in stripes, and of any part alike."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from fdiwn.api.errors import Cancelled
from fdiwn.api.finishing import AS_MADE, Finish, parse_sharpening
from fdiwn.api.json_records import from_plain, to_plain
from fdiwn.api.options import AS_IT_IS, UpscaleOptions
from fdiwn.api.tiles import Box
from fdiwn.batch.records.plan import settings_hash
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.pixels import finish as finish_module
from fdiwn.pixels.alpha import bled
from fdiwn.pixels.finish import finish_stored, finished_part
from fdiwn.pixels.picture import Picture, Pixels
from fdiwn.pixels.raw_file import open_canvas, stored_as
from fdiwn.pixels.resample import CUBIC, resized
from tests.engine.test_preview import scene

KINDS = [(3, "uint8"), (1, "uint8"), (4, "uint8"), (2, "uint16"), (3, "uint16")]
FINISHES = [
    Finish(strength=60),
    Finish(sharpen="screen"),
    Finish(strength=35, sharpen="print", amount=150),
    Finish(strength=0, sharpen="print"),
]


@pytest.fixture
def many_stripes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of fewer rows than sharpening looks around."""
    for name in ("_LEAST_ROWS", "_MOST_ROWS"):
        monkeypatch.setattr(finish_module, name, 3)


def bicubic(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    (whole,) = resized(bled(pixels), size, CUBIC, size[1])
    return whole


def finished(enlarged: Pixels, picture: Pixels, how: Finish, folder: Path) -> Pixels:
    """What `finish_stored` makes of an enlargement in memory."""
    height, width = enlarged.shape[:2]
    stored = stored_as(folder / "it.rows", Picture(picture), (width, height))
    with open_canvas(stored) as canvas:
        canvas.place(Box(0, 0, width, height), enlarged)
    finish_stored(stored, picture, how)
    found: Pixels = np.array(stored.pixels())
    return found


def sharper(pixels: Pixels, radius: float, part: float) -> Pixels:
    """The unsharp mask as it is defined, on the whole picture."""
    values = pixels.astype(np.float64)
    side = 2 * round(3 * radius) + 1
    for n in range(3 if pixels.shape[2] >= 3 else 1):
        blur = cv2.GaussianBlur(
            values[..., n].copy(), (side, side), radius, borderType=cv2.BORDER_REPLICATE
        )
        values[..., n] += part * (values[..., n] - blur)
    rounded: Pixels = np.rint(values).clip(0, np.iinfo(pixels.dtype).max).astype(pixels.dtype)
    return rounded


def difference(one: Pixels, other: Pixels) -> int:
    assert (one.shape, one.dtype) == (other.shape, other.dtype)
    return int(np.abs(one.astype(int) - other.astype(int)).max())


@pytest.mark.parametrize(("bands", "dtype"), KINDS)
@pytest.mark.usefixtures("many_stripes")
class TestStripes:
    def test_strength_is_a_mixture_with_bicubic(
        self, bands: int, dtype: str, tmp_path: Path
    ) -> None:
        picture = scene(23, 31, bands, dtype)
        ours = np.flipud(bicubic(picture, (62, 46))).copy()
        found = finished(ours, picture, Finish(strength=70), tmp_path)
        expected = 0.7 * ours + 0.3 * bicubic(picture, (62, 46))
        assert np.abs(found - expected).max() <= 0.51
        assert (found == finished(ours, picture, Finish(strength=70), tmp_path)).all()

    def test_strength_0_is_bicubic(self, bands: int, dtype: str, tmp_path: Path) -> None:
        picture = scene(23, 31, bands, dtype)
        ours = np.zeros((46, 62, bands), dtype)
        found = finished(ours, picture, Finish(strength=0), tmp_path)
        assert difference(found, bicubic(picture, (62, 46))) <= 1  # rounded in other stripes

    @pytest.mark.parametrize(
        ("how", "radius", "part"),
        [
            (Finish(sharpen="screen"), 0.8, 0.6),
            (Finish(sharpen="print"), 1.6, 1.0),
            (Finish(sharpen="print", amount=250), 1.6, 2.5),
        ],
    )
    def test_sharpening_is_an_unsharp_mask_without_seams(
        self, how: Finish, radius: float, part: float, bands: int, dtype: str, tmp_path: Path
    ) -> None:
        enlarged = scene(41, 37, bands, dtype)
        found = finished(enlarged, enlarged, how, tmp_path)
        assert difference(found, sharper(enlarged, radius, part)) <= 1
        if bands in (2, 4):
            assert (found[..., -1] == enlarged[..., -1]).all()
        assert difference(found[..., :1], enlarged[..., :1]) > 5

    @pytest.mark.parametrize("how", FINISHES)
    def test_a_part_is_the_same(self, how: Finish, bands: int, dtype: str, tmp_path: Path) -> None:
        picture = scene(23, 31, bands, dtype)
        ours = scene(46, 62, bands, dtype)
        whole = finished(ours, picture, how, tmp_path)
        for box in (Box(0, 0, 20, 15), Box(17, 9, 40, 33), Box(50, 40, 62, 46)):
            part = finished_part(
                lambda b: ours[b.top : b.bottom, b.left : b.right],
                bled(picture), (62, 46), how, box,
            )  # fmt: skip
            unit = 257 if dtype == "uint16" else 1
            expected = whole[box.top : box.bottom, box.left : box.right]
            assert difference(part, expected) <= (2 if how.sharpens and unit == 1 else unit)


def test_one_row_and_one_column(tmp_path: Path) -> None:
    for shape in ((1, 9, 3), (9, 1, 3), (1, 1, 1)):
        pixels = np.full(shape, 90, np.uint8)
        how = Finish(strength=50, sharpen="print")
        assert (finished(pixels, pixels, how, tmp_path) == 90).all()


def test_a_stop_deletes_the_file(tmp_path: Path) -> None:
    pixels = scene(40, 40)
    stored = stored_as(tmp_path / "it.rows", Picture(pixels), (40, 40))
    with open_canvas(stored) as canvas:
        canvas.place(Box(0, 0, 40, 40), pixels)
    with pytest.raises(Cancelled):
        finish_stored(stored, pixels, Finish(strength=50), should_stop=lambda: True)
    assert not stored.path.exists()


class TestUpscaler:
    @pytest.fixture
    def options(self, bicubic_models: dict[int, Path]) -> UpscaleOptions:
        return UpscaleOptions(2, str(bicubic_models[2]), "cpu", backend="torch")

    def made(self, options: UpscaleOptions, folder: Path, pixels: Pixels, **more: Any) -> Any:
        finish = Finish(**more)
        given = UpscaleOptions(
            options.scale, options.model, options.device, backend=options.backend, finish=finish
        )
        return Upscaler().enlarge(Picture(pixels), given, folder)

    def test_full_strength_costs_nothing(
        self, options: UpscaleOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delattr("fdiwn.enlarge.pipeline.finish_stored")
        done = self.made(options, tmp_path, scene(30, 40))
        assert done.result.finish == ()
        assert done.stored.metadata.provenance.endswith(", x2")

    def test_strength_0_needs_no_network(
        self, options: UpscaleOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delattr(Upscaler, "backend")
        pixels = scene(30, 40, 4)
        done = self.made(options, tmp_path, pixels, strength=0)
        assert difference(np.array(done.stored.pixels()), bicubic(pixels, (80, 60))) == 0
        assert (done.result.model, done.result.finish) == ("bicubic", ("strength 0 %",))
        assert done.stored.metadata.provenance.endswith(", bicubic, x2, strength 0 %")

    def test_it_is_noted(self, options: UpscaleOptions, tmp_path: Path) -> None:
        done = self.made(options, tmp_path, scene(30, 40), strength=60, sharpen="print", amount=120)
        words = "strength 60 %, sharpened for print (120 %)"
        assert ", ".join(done.result.finish) == words
        assert done.stored.metadata.provenance.endswith(f", x2, {words}")

    def test_fidelity_is_that_of_the_enlargement(
        self, options: UpscaleOptions, tmp_path: Path
    ) -> None:
        pixels = scene(60, 80)
        plain = self.made(options, tmp_path, pixels).result
        sharp = self.made(options, tmp_path, pixels, sharpen="print", amount=300).result
        assert sharp.fidelity_psnr == plain.fidelity_psnr
        assert not [note for note in sharp.notes if "Less faithful" in note]

    @pytest.mark.parametrize("how", [Finish(60), Finish(0, "screen")])
    def test_progress_ends_once_all_is_done(
        self, how: Finish, options: UpscaleOptions, tmp_path: Path
    ) -> None:
        seen: list[float] = []
        given = UpscaleOptions(2, options.model, "cpu", 32, "torch", finish=how)
        Upscaler().enlarge(
            Picture(scene(60, 80)), given, tmp_path, lambda done, total: seen.append(done / total)
        )
        assert seen == sorted(seen)
        assert seen[-1] == 1


class TestRecord:
    @pytest.mark.parametrize(
        ("text", "found"),
        [("none", ("none", 100)), ("Screen", ("screen", 100)), ("print:150", ("print", 150)),
         ("print:150%", ("print", 150))],
    )  # fmt: skip
    def test_sharpening_is_parsed(self, text: str, found: tuple[str, int]) -> None:
        assert parse_sharpening(text) == found

    @pytest.mark.parametrize(
        "text", ["", "web", "none:50", "print:", "print:0", "print:301", "print:x"]
    )
    def test_nonsense_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match="print:150"):
            parse_sharpening(text)

    @pytest.mark.parametrize(
        "bad", [{"strength": 101}, {"strength": -1}, {"sharpen": "x"}, {"amount": 0}]
    )
    def test_bad_values_are_refused(self, bad: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="is"):
            Finish(**bad)

    def test_it_survives_json(self) -> None:
        options = UpscaleOptions(finish=Finish(40, "print", 130))
        assert from_plain(to_plain(options), UpscaleOptions) == options

    def test_results_of_earlier_versions_are_known_again(self) -> None:
        """Their hash was made without these options."""
        how = to_plain(UpscaleOptions())
        for name in ("limits", "model", "finish", "crop"):
            del how[name]
        text = json.dumps([how, to_plain(AS_IT_IS)], sort_keys=True)
        assert settings_hash(UpscaleOptions(), AS_IT_IS) == sha256(text.encode()).hexdigest()
        other = UpscaleOptions(finish=Finish(99))
        assert settings_hash(other, AS_IT_IS) != settings_hash(UpscaleOptions(), AS_IT_IS)

    def test_nothing_is_the_default(self) -> None:
        assert UpscaleOptions().finish == AS_MADE
        assert not AS_MADE.changes
        assert AS_MADE.notes == ()
