"""Model files: the table, loading, importing, finding and verifying."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from typer.testing import CliRunner

from fdiwn.api.catalog import (
    MODELS,
    ModelInfo,
    find_model,
    installed,
    models_dirs,
    models_home,
    read_metadata,
    table_model,
)
from fdiwn.api.errors import ModelNotFound, WeightsError
from fdiwn.api.model_care import model_sha256, verify_model
from fdiwn.cli.models import models_app
from fdiwn.models.weights import import_checkpoint, load_network, save_network
from fdiwn.network.network import FDIWN, FDIWNConfig

PAPER = [info for info in MODELS if info.url]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty models folder of the user's choice, and no models that come with the program."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setattr("fdiwn.api.catalog.resource", lambda name: tmp_path / "none")
    monkeypatch.setenv("FDIWN_MODELS_DIR", str(folder))
    return folder


@pytest.fixture(scope="module")
def small_network() -> FDIWN:
    torch.manual_seed(0)
    return FDIWN(FDIWNConfig.for_scale(3, "FDIWN-M")).eval()


def authors_file(shared: Path, scale: int) -> Path:
    return shared / "weights" / f"fdiwn_x{scale}_authors.pt"


def test_the_table_is_complete_and_unambiguous() -> None:
    assert {info.scale for info in PAPER} == {2, 3, 4}
    hashes = [info.sha256 for info in MODELS] + [i.origin.sha256 for i in PAPER if i.origin]
    assert len(set(hashes)) == len(hashes)
    assert all(len(digest) == 64 for digest in hashes)
    assert len({info.name for info in MODELS}) == len({info.file for info in MODELS}) == len(MODELS)
    assert all("without a licence" in info.licence for info in PAPER)


@pytest.mark.parametrize("info", PAPER, ids=lambda info: info.name)
def test_the_authors_files_become_what_the_table_says(
    shared: Path, home: Path, info: ModelInfo
) -> None:
    source = authors_file(shared, info.scale)
    assert info.origin is not None
    assert (source.stat().st_size, model_sha256(source)) == (info.origin.bytes, info.origin.sha256)
    path = import_checkpoint(source, home)
    assert path == home / info.file
    assert (path.stat().st_size, model_sha256(path)) == (info.bytes, info.sha256)
    ours, theirs = load_network(path).state_dict(), load_network(source).state_dict()
    assert [name for name, tensor in theirs.items() if not torch.equal(ours[name], tensor)] == []
    with safe_open(path, "pt") as file:
        metadata = file.metadata()
    assert (metadata["scale"], metadata["variant"]) == (str(info.scale), "FDIWN")
    assert metadata["licence"] == info.licence
    assert import_checkpoint(path, home / "again").read_bytes() == path.read_bytes()


def test_a_saved_network_loads_again_and_saves_to_the_same_bytes(
    tmp_path: Path, small_network: FDIWN
) -> None:
    save_network(small_network, tmp_path / "a.safetensors", {"name": "a", "source": "here"})
    loaded = load_network(tmp_path / "a.safetensors")
    assert loaded.config == small_network.config
    assert not loaded.training
    before, after = small_network.state_dict(), loaded.state_dict()
    assert [name for name, tensor in before.items() if not torch.equal(after[name], tensor)] == []
    save_network(loaded, tmp_path / "b.safetensors", {"source": "here", "name": "a"})
    assert (tmp_path / "a.safetensors").read_bytes() == (tmp_path / "b.safetensors").read_bytes()
    assert len(list(tmp_path.glob("*.safetensors"))) == 2
    assert not list(tmp_path.glob(".*"))


def test_an_own_model_keeps_its_name(home: Path, tmp_path: Path, small_network: FDIWN) -> None:
    save_network(small_network, tmp_path / "mine.safetensors", {"licence": "CC0"})
    path = import_checkpoint(tmp_path / "mine.safetensors", home)
    assert path == home / "mine.safetensors"
    (model,) = installed(3)
    assert (model.info.name, model.info.variant, model.info.licence) == ("mine", "FDIWN-M", "CC0")
    assert find_model("mine", 3) == find_model(None, 3) == path
    verify_model(model.info, path)


def test_a_taken_name_is_not_overwritten(home: Path, tmp_path: Path, small_network: FDIWN) -> None:
    for name in (PAPER[0].name, "mine"):
        save_network(small_network, tmp_path / f"{name}.safetensors", {})
    with pytest.raises(WeightsError, match="published model"):
        import_checkpoint(tmp_path / f"{PAPER[0].name}.safetensors", home)
    import_checkpoint(tmp_path / "mine.safetensors", home)
    save_network(small_network, tmp_path / "mine.safetensors", {"source": "changed"})
    with pytest.raises(WeightsError, match="another model"):
        import_checkpoint(tmp_path / "mine.safetensors", home)


def damaged(kind: str, folder: Path, network: FDIWN) -> Path:
    path = folder / f"{kind}.safetensors"
    save_network(network, path, {})
    content = path.read_bytes()
    state = dict(network.state_dict())
    if kind == "missing":
        path.unlink()
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "text":
        path.write_text("these are not weights")
    elif kind == "truncated":
        path.write_bytes(content[:-100])
    elif kind == "other":
        torch.save({"conv.weight": torch.zeros(3)}, path)
    elif kind == "pickled":
        torch.save(Path("an object that is not a tensor"), path)
    elif kind == "infinite":
        broken = FDIWN(network.config)
        broken.load_state_dict(state)
        with torch.no_grad():
            broken.head.bias[0] = float("nan")  # type: ignore[index]  # it has a bias
        save_network(broken, path, {})
    return path


@pytest.mark.parametrize(
    "kind", ["missing", "empty", "text", "truncated", "other", "pickled", "infinite"]
)
def test_what_is_no_sound_model_is_refused(
    tmp_path: Path, home: Path, small_network: FDIWN, kind: str
) -> None:
    path = damaged(kind, tmp_path, small_network)
    for act in (load_network, lambda p: import_checkpoint(p, home)):
        with pytest.raises(WeightsError) as caught:
            act(path)
        assert path.name in str(caught.value)
        assert "\n" not in str(caught.value)
    assert list(home.iterdir()) == []


def test_a_truncated_authors_file_is_refused(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pt").write_bytes(authors_file(shared, 2).read_bytes()[:100_000])
    with pytest.raises(WeightsError):
        load_network(tmp_path / "a.pt")


def test_the_folders_are_searched_in_order(
    home: Path, tmp_path: Path, small_network: FDIWN, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = tmp_path / "bundled"
    monkeypatch.setattr("fdiwn.api.catalog.resource", lambda name: bundled)
    chosen, user, last = models_dirs()
    assert (chosen, last) == (home, bundled)
    assert models_home() == home
    for folder in (last, user, chosen):
        folder.mkdir(parents=True, exist_ok=True)
        save_network(small_network, folder / "mine.safetensors", {})
        assert find_model("mine", 3) == folder / "mine.safetensors"
    monkeypatch.delenv("FDIWN_MODELS_DIR")
    assert models_dirs() == [user, bundled]
    assert find_model(None, 3) == user / "mine.safetensors"


def test_the_best_model_comes_first(home: Path, small_network: FDIWN) -> None:
    save_network(small_network, home / "a-mine.safetensors", {})
    paper = table_model("fdiwn-x3-paper")
    assert paper is not None
    save_network(small_network, home / paper.file, {})
    assert [model.info.name for model in installed(3)] == ["fdiwn-x3-paper", "a-mine"]
    assert installed(2) == []
    assert find_model(None, 3) == home / paper.file


def test_a_path_is_a_model_too(tmp_path: Path, small_network: FDIWN, shared: Path) -> None:
    save_network(small_network, tmp_path / "a.safetensors", {})
    assert find_model(str(tmp_path / "a.safetensors"), 3) == tmp_path / "a.safetensors"
    assert find_model(str(authors_file(shared, 4)), 4) == authors_file(shared, 4)
    with pytest.raises(WeightsError, match="does not fit scale 2") as caught:
        find_model(str(tmp_path / "a.safetensors"), 2)
    assert "--scale 3" in caught.value.todo


@pytest.mark.parametrize(
    ("name", "word"),
    [
        (None, "fetch fdiwn-x4-paper"),
        ("fdiwn-x4-paper", "fetch fdiwn-x4-paper"),
        ("nonsense", "models list"),
        ("/nowhere/a.pt", "models list"),
    ],
)
def test_a_model_that_is_not_there_says_how_to_get_it(
    home: Path, name: str | None, word: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("fdiwn.api.catalog.resource", lambda name: tmp_path / "none")
    with pytest.raises(ModelNotFound) as caught:
        find_model(name, 4)
    assert word in caught.value.todo


def test_any_file_in_the_folder_is_harmless(home: Path, tmp_path: Path) -> None:
    (home / "text.safetensors").write_text("no header at all")
    (home / "list.safetensors").write_bytes((2).to_bytes(8, "little") + b"[]")
    (home / "huge.safetensors").write_bytes(b"\xff" * 100)
    (home / "folder.safetensors").mkdir()
    assert [model for model in installed() if model.path.parent == home] == []
    assert read_metadata(home / "nothing.safetensors") is None


def test_the_command_line_imports_lists_and_verifies(shared: Path, home: Path) -> None:
    run = CliRunner()
    imported = run.invoke(models_app, ["import", str(authors_file(shared, 2))])
    assert imported.exit_code == 0, imported.output
    assert "Licence: none" in imported.output
    assert "fdiwn-x2-paper" in imported.output
    listed = json.loads(run.invoke(models_app, ["list", "--json"]).stdout)
    by_name = {record["name"]: record for record in listed}
    assert by_name["fdiwn-x2-paper"]["installed"] == str(home / "fdiwn-x2-paper.safetensors")
    assert by_name["fdiwn-x4-paper"]["installed"] is None
    assert "without a licence" in run.invoke(models_app, ["list"]).stdout
    assert run.invoke(models_app, ["verify"]).exit_code == 0
    path = home / "fdiwn-x2-paper.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    verified = run.invoke(models_app, ["verify", "fdiwn-x2-paper"])
    assert verified.exit_code == 1
    assert "damaged" in verified.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["import", "missing.pt"], 1),
        (["fetch", "nonsense"], 1),
        (["verify", "nonsense"], 1),
        (["fetch"], 2),
        (["nonsense"], 2),
    ],
)
def test_the_command_line_fails_in_one_message(home: Path, arguments: list[str], code: int) -> None:
    result = CliRunner().invoke(models_app, arguments)
    assert result.exit_code == code
    assert result.stdout == ""
    if code == 1:
        assert result.stderr.startswith("Error: ")
        assert result.stderr.count("\n") == 1


def test_a_changed_own_model_fails_verification(home: Path, small_network: FDIWN) -> None:
    path = home / "mine.safetensors"
    save_network(small_network, path, {})
    content = bytearray(path.read_bytes())
    content[-3] ^= 4
    path.write_bytes(content)
    (model,) = [model for model in installed(3) if model.path == path]
    with pytest.raises(WeightsError, match="damaged"):
        verify_model(model.info, path)
