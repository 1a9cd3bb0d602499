"""Presets are kept, and survive damage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.settings.order import Destination, Order, Where
from app.settings.preset_store import Presets, built_in
from fdiwn.api.options import SaveOptions, UpscaleOptions

ORDER = Order(UpscaleOptions(2), SaveOptions("avif", 70), Destination(Where.BESIDE))


def test_own_presets_are_kept_in_the_order_of_their_names(tmp_path: Path) -> None:
    presets = Presets(tmp_path / "deep" / "presets.json")
    assert presets.own() == []
    presets.save(" b ", ORDER)
    presets.save("A", Order(UpscaleOptions()))
    again = Presets(tmp_path / "deep" / "presets.json").own()
    assert [(preset.name, preset.built_in) for preset in again] == [("A", False), ("b", False)]
    assert again[1].order == ORDER
    presets.rename("b", "c")
    presets.delete("A")
    assert [p.name for p in Presets(tmp_path / "deep" / "presets.json").own()] == ["c"]


def test_names_that_cannot_be(tmp_path: Path) -> None:
    presets = Presets(tmp_path / "presets.json")
    presets.save("mine", ORDER)
    presets.save("other", ORDER)
    assert "needs a name" in presets.why_not("  ")
    assert "comes with the program" in presets.why_not("web")
    assert presets.why_not("mine") == ""  # replaces it
    assert "already" in presets.why_not("other", "mine")
    assert presets.why_not("mine", "mine") == ""


def test_built_in_ones_leave_destination_and_device() -> None:
    present = Order(
        UpscaleOptions(3, device="cpu", precision="float32"), destination=ORDER.destination
    )
    for preset in built_in(present):
        assert preset.order.destination == ORDER.destination
        assert preset.order.upscale.device == "cpu"
        assert preset.order.upscale.precision == "float32"
    web, print_, archive = (preset.order for preset in built_in(present))
    assert (web.save.format, web.save.strip, web.save.convert) == ("jpeg", "gps", "srgb")
    assert print_.upscale.size is not None
    assert (archive.save.format, archive.save.depth) == ("tiff", "16")


@pytest.mark.parametrize("text", ["nonsense", "[]", '{"version": 9, "presets": []}', "{}"])
def test_a_damaged_file_is_put_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    path = tmp_path / "presets.json"
    path.write_text(text)
    presets = Presets(path)
    assert presets.own() == []
    assert "cannot be read" in caplog.text
    presets.save("a", ORDER)
    assert (tmp_path / "presets.json.damaged").read_text(encoding="utf-8") == text
    assert json.loads(path.read_text(encoding="utf-8"))["presets"][0]["name"] == "a"
