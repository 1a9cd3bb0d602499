"""Models that were added can be removed; those of the program stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from fdiwn.api.catalog import InstalledModel, table_model
from fdiwn.api.errors import WeightsError
from fdiwn.api.model_care import removable, remove_model
from fdiwn.api.resources import resource


def test_an_added_model_is_removed(tmp_path: Path) -> None:
    info = table_model("fdiwn-x4-paper")
    assert info is not None
    model = InstalledModel(info, tmp_path / info.file)
    model.path.touch()
    assert removable(model)
    remove_model(model)
    assert not model.path.exists()
    remove_model(model)  # somebody else was faster


def test_a_model_of_the_program_stays() -> None:
    info = table_model("fdiwn-x4")
    assert info is not None
    model = InstalledModel(info, resource("weights") / info.file)
    assert not removable(model)
    with pytest.raises(WeightsError, match="a part of this program"):
        remove_model(model)
    assert model.path.is_file()


def test_what_cannot_be_removed_says_why(tmp_path: Path) -> None:
    info = table_model("fdiwn-x4-paper")
    assert info is not None
    (tmp_path / info.file).mkdir()
    with pytest.raises(WeightsError, match=r"was not removed.*Delete"):
        remove_model(InstalledModel(info, tmp_path / info.file))
