"""The sample picture is what its script draws."""

from __future__ import annotations

import numpy as np
from PIL import Image

from fdiwn.api.resources import resource
from resources.sample.draw_sample import draw


def test_the_script_draws_the_committed_picture() -> None:
    with Image.open(resource("sample/sample.png")) as file:
        committed = np.asarray(file)
    np.testing.assert_array_equal(draw(), committed)
    assert committed.shape == (320, 480, 3)
    assert resource("sample/sample.png").stat().st_size < 400_000
