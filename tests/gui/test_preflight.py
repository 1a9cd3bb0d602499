"""What is refused before a run, what is only said, and what it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from app.options.preflight.check import Known, Preflight, check, steps_of
from app.options.preflight.items import Item
from app.options.preflight.words import lines, shortened, summary
from app.settings.order import Destination, Order, Where
from fdiwn.api.options import AS_IT_IS, SaveOptions, UpscaleOptions
from fdiwn.api.reports import Device
from fdiwn.api.size_text import parse_factor
from fdiwn.api.sizing import Frame

HOME = Path("/photos")
OUT = Path("/out")
MODELS = {"two": 2, "three": 3, "four": 4}
KNOWN = Known(MODELS, {}, "2026-05-31", Path("/scratch/session"))
SMALL = (1000, 500)
FOUR = UpscaleOptions(4, "four")
ASK = Destination()


@pytest.fixture(autouse=True)
def english_numbers() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


class FakeDisks:
    """Disks of a test: what lies in which folder, and how much is free."""

    def __init__(
        self,
        names: Mapping[Path, frozenset[str]] | None = None,
        free: int = 10**12,
        read_only: bool = False,
    ) -> None:
        self._names = names if names is not None else {HOME: frozenset(), OUT: frozenset()}
        self._free, self._read_only = free, read_only

    def free(self, folder: Path) -> int | None:
        return self._free

    def names(self, folder: Path) -> frozenset[str] | None:
        return self._names.get(folder)

    def writable(self, folder: Path) -> bool:
        return not self._read_only


def item(
    number: int = 1,
    name: str = "a.png",
    size: tuple[int, int] = SMALL,
    upscale: UpscaleOptions = FOUR,
    save: SaveOptions = AS_IT_IS,
    destination: Destination = ASK,
    bands: int = 3,
) -> Item:
    return Item(number, HOME / name, size, Order(upscale, save, destination), bands)


def of(*items: Item, known: Known = KNOWN, disks: FakeDisks | None = None) -> Preflight:
    return check(items, known, disks or FakeDisks())


def test_all_well() -> None:
    found = of(item())
    assert found.cleared == (1,)
    assert found.findings == ()
    assert found.estimates[1].size == (4000, 2000)
    assert found.file_bytes == pytest.approx(8_000_000 * 1.15)
    assert found.seconds is None
    assert "unknown until" in summary(found)


@pytest.mark.parametrize(
    ("wanted", "size", "bands", "text", "todo"),
    [
        (SaveOptions("webp"), (4096, 10), 3, "WebP ends at 16,383 pixels", "PNG or TIFF"),
        (SaveOptions("jpeg"), (16_384, 10), 3, "JPEG ends at 65,500 pixels", "PNG or TIFF"),
        (SaveOptions("avif"), (10, 4097), 3, "AVIF ends at 16,384 pixels", "PNG or TIFF"),
        (SaveOptions("jpeg", depth="16"), SMALL, 3, "JPEG cannot hold 16 bits", "PNG or TIFF"),
        (SaveOptions("jpeg", lossless=True), SMALL, 3, "never lossless", "AVIF"),
        (SaveOptions("jpeg"), SMALL, 4, "cannot hold transparency", "background"),
        (SaveOptions(background=(9, 9, 8)), SMALL, 2, "grey", "grey background"),
    ],
)
def test_what_a_format_cannot_do_is_refused(
    wanted: SaveOptions, size: tuple[int, int], bands: int, text: str, todo: str
) -> None:
    found = of(item(save=wanted, size=size, bands=bands))
    assert found.cleared == ()
    (finding,) = found.refused
    assert text in finding.text
    assert todo in finding.todo
    assert summary(found) == ""


def test_the_original_s_format_gives_way_with_a_warning() -> None:
    found = of(item(name="a.webp", size=(5000, 10)))
    assert found.cleared == (1,)
    (finding,) = found.warnings
    assert finding.text == "Written as PNG: WebP ends at 16,383 pixels a side"
    assert of(item(name="a.webp", size=(10, 10))).findings == ()


def test_sizes_out_of_range_are_refused() -> None:
    large = of(item(upscale=UpscaleOptions(size=Frame(17_000))))
    assert "17 times as large" in large.refused[0].text
    reduced = of(item(upscale=UpscaleOptions(size=Frame(951))))
    assert reduced.refused[0].text == "Already larger than this"
    hardly = of(item(upscale=UpscaleOptions(size=Frame(1_050))))
    assert "enlarging begins at 1.1 times" in hardly.refused[0].text
    assert large.refused[0].todo == "Choose a smaller size"
    small = of(item(upscale=UpscaleOptions(size=Frame(1001))))
    assert "begins at 1.1" in small.refused[0].text
    assert small.refused[0].todo == "Choose a larger size"


def test_missing_models_and_devices_are_refused() -> None:
    wanted = item(upscale=UpscaleOptions(size=parse_factor("2.5")))
    assert steps_of(wanted, KNOWN) == (3,)
    found = of(wanted, known=replace(KNOWN, models={"two": 2, "four": 4}))
    assert "no model for 3" in found.refused[0].text
    assert "no model other" in of(item(upscale=UpscaleOptions(4, "other"))).refused[0].text
    cpu = Device("cpu", "A CPU", True, "openvino", ("float32",), "float32")
    known = replace(KNOWN, devices=(Device("cuda"), cpu))
    assert of(item(), known=known).cleared == (1,)
    no_gpu = of(item(upscale=UpscaleOptions(4, "four", "cuda")), known=known)
    assert no_gpu.refused[0].todo == "Choose Automatic under Device"
    half = of(item(upscale=UpscaleOptions(4, "four", precision="bfloat16")), known=known)
    assert half.refused[0].text == "A CPU does not compute in bfloat16"


def test_folders_that_do_not_do() -> None:
    into = Destination(Where.FOLDER, OUT)
    assert of(item(destination=into)).cleared == (1,)
    missing = of(item(destination=into), disks=FakeDisks({}))
    assert missing.refused[0].text == f"There is no folder {OUT}"
    shut = of(item(destination=into), disks=FakeDisks(read_only=True))
    assert "cannot be written" in shut.refused[0].text
    none = of(item(destination=Destination(Where.FOLDER)))
    assert none.refused[0].text == "No folder is chosen for the results"
    # Where the user is asked, no folder matters.
    assert of(item(), disks=FakeDisks({}, read_only=True)).findings == ()


def test_names_that_are_taken() -> None:
    taken = FakeDisks({HOME: frozenset({"a_4x.png"})})
    number = of(item(destination=Destination(Where.BESIDE)), disks=taken)
    assert [f.text for f in number.warnings] == ["The name is taken; the result gets a number"]
    replaced = of(item(destination=Destination(Where.BESIDE, overwrite=True)), disks=taken)
    assert [f.text for f in replaced.warnings] == ["A file of this name will be replaced"]
    itself = Destination(Where.BESIDE, None, "{name}", overwrite=True)
    original = of(item(destination=itself), disks=FakeDisks({HOME: frozenset({"a.png"})}))
    assert original.refused[0].text == "The result would replace the original itself"


def test_two_results_of_one_name() -> None:
    into = Destination(Where.FOLDER, OUT, "x", overwrite=True)
    found = of(item(1, destination=into), item(2, "b.png", destination=into))
    assert found.cleared == (1,)
    assert "Two results" in found.refused[0].text
    numbered = replace(into, overwrite=False)
    found = of(item(1, destination=numbered), item(2, "b.png", destination=numbered))
    assert found.cleared == (1, 2)
    assert [f.id for f in found.warnings] == [2]


def test_room_for_unfinished_work_and_for_files() -> None:
    full = of(item(), disks=FakeDisks(free=50_000_000))
    assert full.cleared == ()
    assert "88.0 MB on the disk, and 50.0 MB are free" in full.refused[0].text
    tight = of(item(1), item(2, "b.png"), disks=FakeDisks(free=140_000_000))
    assert tight.cleared == (1, 2)
    assert [f.id for f in tight.warnings] == [2]
    wide = item(
        size=(4000, 4000), save=SaveOptions(depth="16"), destination=Destination(Where.BESIDE)
    )

    class SmallTarget(FakeDisks):
        def free(self, folder: Path) -> int | None:
            return 10**12 if folder == KNOWN.scratch else 100_000_000

    refused = of(wide, disks=SmallTarget())
    assert "are free" in refused.refused[0].text


def test_time_comes_from_measured_speed() -> None:
    speeds = {"auto/auto/auto/normal/four": 100_000.0}
    known = replace(KNOWN, speeds=speeds)
    found = of(item(1), item(2, "b.png"), known=known)
    assert found.seconds == pytest.approx(10.0)
    assert "Takes about 10\N{NO-BREAK SPACE}s" in summary(found)
    assert "16.0 MP" in summary(found)
    best = item(upscale=UpscaleOptions(4, "four", quality="best"))
    assert of(best, known=known).seconds is None


def test_many_findings_in_few_words() -> None:
    wrong = SaveOptions("webp")
    items = [item(n, f"{n}.png", (5000, 10), save=wrong) for n in range(3)]
    found = of(*items, item(7, "s.png", upscale=UpscaleOptions(size=Frame(99_000))), item(8))
    assert found.cleared == (8,)
    names = {each.id: each.source.name for each in items} | {7: "s.png"}
    said = lines(found.refused, names)
    assert said[0] == (
        "Skipped: 0.png and 2 more. "
        "WebP ends at 16,383 pixels a side. Choose PNG or TIFF, or a smaller size."
    )
    assert said[1].startswith("Skipped: s.png. That is 99 times")
    assert lines(found.refused, names, most=20)[0].startswith("Skipped: 0.png, 1.png, 2.png. ")
    assert lines(found.refused)[1].startswith("That is 99 times")
    assert shortened(["a", "b", "c", "d"]) == "a\nb\n… and 2 more"


def test_templates_that_cannot_be_used_are_refused() -> None:
    long = item(destination=Destination(template="x" * 300))
    assert "too long" in of(long).refused[0].text
