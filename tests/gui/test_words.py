"""Sizes, times and counts in words: of whole and of broken numbers, in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app.batch import words as batch_words
from app.look import translation, words
from app.options.foot import Foot
from app.options.preflight.check import Preflight
from app.options.preflight.items import Estimate
from app.options.preflight.words import summary
from app.queue import words as queue_words
from app.queue.job import Job, JobState
from app.queue.pace import Pace
from app.queue.progress import QueueProgress
from app.settings.settings import load
from fdiwn.api.options import UpscaleOptions
from fdiwn.batch.records.plan import Action, BatchOptions, Entry, Plan

LANGUAGES = list(translation.LANGUAGES)
POINT = {"en": ".", "de": ",", "fr": ",", "es": ",", "ja": ".", "zh_CN": "."}
SECONDS = (
    0, 0.0, 0.04, 1, 1.0, 2, 2.0, 2.4, 3, 4.5, 5, 9, 9.94, 9.96, 10, 10.5, 59, 59.7, 60, 60.0, 89.9,
    199, 200.5, 599.6, 600, 3599, 3599.7, 3600, 1e6, 10**9,
)  # fmt: skip
COUNTS = (0, 1, 2, 999, 1000, 999_999, 1_000_000, 5_000_000_000, 10**13)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    owner, before = QObject(), QLocale()
    translation.install(request.param, owner)
    yield request.param
    for translator in owner.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def preflight(seconds: float | None, count: int = 1) -> Preflight:
    estimate = Estimate((4000, 3000), None, 5, 5, 5, seconds)
    ids = tuple(range(count))
    return Preflight(ids, (), dict.fromkeys(ids, estimate))


def plan(speed: float, result_bytes: int) -> tuple[Plan, list[Entry]]:
    target = Path("/out/a.png")
    entry = Entry(
        "a.png", Path("/in/a.png"), target, target, Action.ENLARGE,
        result=(400, 300), result_bytes=result_bytes, work=1200,
    )  # fmt: skip
    options = BatchOptions((Path("/in"),), Path("/out"), UpscaleOptions())
    return Plan(options, (entry,), free=result_bytes, speed=speed), [entry]


def test_all_words_of_time(language: str) -> None:
    ways: tuple[Callable[[float], str], ...] = (
        words.duration,
        words.about,
        lambda seconds: summary(preflight(seconds)),
        lambda seconds: summary(preflight(seconds, 3)),
        lambda seconds: batch_words.plan_line(*plan(1200 / max(seconds, 1e-3), 7)),
    )
    for way in ways:
        for seconds in SECONDS:
            assert way(seconds), (way, seconds)
        assert way(3) == way(3.0) == way(Fraction(3))  # type: ignore[arg-type]  # also a number


def test_times_are_what_a_person_would_say(language: str) -> None:
    point = POINT[language]
    said = {seconds: words.duration(seconds) for seconds in SECONDS}
    gap = "\N{NO-BREAK SPACE}"
    assert said[3] == f"3{point}0{gap}s"
    assert said[9.96] == said[10] == f"10{gap}s"
    assert said[59.7] == said[60] == f"1{gap}min"
    assert said[599.6] == said[600] == f"10{gap}min"
    assert said[3599.7] == said[3600] == f"1{gap}h 0{gap}min"
    assert words.duration(200) == f"3{gap}min 20{gap}s"
    assert f"5{point}0{gap}s" in summary(preflight(5))


def test_no_line_ends_between_a_number_and_its_unit(language: str) -> None:
    for seconds in SECONDS:
        for said in (words.duration(seconds), words.about(seconds)):
            assert not re.search(r"\d [^\W\d]", said), said


def test_all_words_of_size(language: str) -> None:
    point = POINT[language]
    for count in COUNTS:
        for way in (words.megabytes, words.file_size, lambda n: batch_words.plan_line(*plan(1, n))):
            assert way(count), (way, count)
        assert words.file_size(count) == words.file_size(float(count))
        assert words.megapixels(count, 1)
    assert words.megapixels(2_000_000, 1) == f"2{point}0 MP"
    assert words.megabytes(2_000_000) == f"2{point}0 MB"


def test_all_words_of_count(language: str) -> None:
    for count in (0, 1, 2, 5, 1000):
        assert re.search(r"\d", words.pictures(count))
        assert words.pixels(count, count)
        assert re.search(r"\d", words.whole(count))
        assert words.whole(count) == words.whole(float(count))
        for places in (0, 1, 2):
            assert words.decimal(count, places) == words.decimal(float(count), places)
    assert words.whole(5_000_000_000).count("0") == 9


def test_the_progress_of_the_list(language: str, qapp: QApplication) -> None:
    foot = Foot()
    for seconds in (None, *SECONDS):
        for pixels in (0, 1, 5.5, 10, 12.0, 1000):
            foot.show_progress(QueueProgress(1, 2, 0, 1.0, pixels, seconds, 1, paused=False))
            assert foot.progress_line.text()
            assert foot.progress_line.toolTip()
    foot.deleteLater()


def test_all_states_of_a_row(language: str) -> None:
    job = Job(1, Path("/a.png"), size=(40, 30))
    for state in JobState:
        for done, total in ((0, 0), (0, 4), (1, 3), (4, 4)):
            pace = Pace.start(0.0).next(1, 2).next(2, 4)
            at = replace(job, state=state, done=done, total=total, pace=pace)
            assert queue_words.state_words(at)


def test_only_one_module_gives_numbers_to_qt() -> None:
    """There each of them is made what the formatter needs."""
    app = Path(words.__file__).parents[1]
    calls = re.compile(r"\.toString\(\s*[^)\s]|formattedDataSize|QLocale\(\)\.to")
    found = [
        path.relative_to(app).as_posix()
        for path in app.rglob("*.py")
        if calls.search(path.read_text(encoding="utf-8")) and path != Path(words.__file__)
    ]
    # Keys and addresses, which are no numbers
    assert sorted(found) == ["desktop/file_manager.py", "window/shortcuts_dialog.py"]


def test_speeds_that_make_no_sense_are_not_read(tmp_path: Path) -> None:
    """From these, times would come that no words are for."""
    path = tmp_path / "settings.json"
    path.write_text(
        '{"version": 2, "speeds": {"a": 1e-320, "b": Infinity, "c": NaN, "d": 5, "e": true}}'
    )
    assert load(path).speeds == {"d": 5.0}
