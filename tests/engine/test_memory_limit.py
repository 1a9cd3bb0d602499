"""The user's limit on memory."""

from __future__ import annotations

import psutil
import pytest

from fdiwn.api.memory import LIMIT_VARIABLE, free_memory
from fdiwn.backends.hardware import MIN_AREA, available_memory, window_area


def test_a_limit_leaves_less_than_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    used = psutil.Process().memory_info().rss
    monkeypatch.setenv(LIMIT_VARIABLE, str(used + 100_000_000))
    assert 0 < free_memory() <= 150_000_000
    assert available_memory("cpu") <= 150_000_000
    monkeypatch.setenv(LIMIT_VARIABLE, "1")
    assert free_memory() == 0
    assert window_area("cpu", 1000.0) == MIN_AREA, "the work goes on, in the smallest parts"


@pytest.mark.parametrize("text", ["", "0", "much", "-5"])
def test_no_limit(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(LIMIT_VARIABLE, text)
    assert free_memory() > 1_000_000
