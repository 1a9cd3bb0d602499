"""Presets: three built-in ones, and the user's own in a file."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from app.look.translation import tr
from app.settings import order_json
from app.settings.json_file import rename_damaged, write_file
from app.settings.order import Order
from fdiwn.api.finishing import AS_MADE
from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.api.size_text import parse_paper

VERSION = 1


@dataclass(frozen=True)
class Preset:
    """order: all options. Built-in presets keep the current destination, device and precision."""

    name: str
    order: Order
    built_in: bool = False


def built_in(present: Order) -> list[Preset]:
    """The built-in presets, based on the current options."""
    return [
        Preset(name, make(present), built_in=True)
        for name, make in (
            (tr("Web"), _web),
            (tr("Print"), _print),
            (tr("Archive 16 bit"), _archive),
        )
    ]


def _web(present: Order) -> Order:
    save = SaveOptions(
        format="jpeg",
        quality=85,
        depth="8",
        strip="gps",
        background=(255, 255, 255),
        convert="srgb",
    )
    return replace(present, upscale=_sized(present, 2), save=save)


def _print(present: Order) -> Order:
    upscale = replace(_sized(present, 4), size=parse_paper("20x30cm@300"), model=None)
    return replace(present, upscale=upscale, save=SaveOptions(format="tiff"))


def _archive(present: Order) -> Order:
    return replace(present, upscale=_sized(present, 4), save=SaveOptions(format="tiff", depth="16"))


def _sized(present: Order, scale: int) -> UpscaleOptions:
    return replace(present.upscale, scale=scale, size=None, quality="normal", finish=AS_MADE)


class Presets:
    """The user's own presets, in one JSON file. Built-in names are reserved."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._own: dict[str, Order] = {}
        self._load()

    def own(self) -> list[Preset]:
        """Sorted by name."""
        return [Preset(name, self._own[name]) for name in sorted(self._own, key=str.casefold)]

    def why_not(self, name: str, renamed: str = "") -> str:
        """Why a preset cannot have this name; empty if it can.

        renamed: the preset to rename. A new one may replace another.
        """
        name = name.strip()
        if not name:
            return tr("A preset needs a name.")
        if name.casefold() in {p.name.casefold() for p in built_in(Order(UpscaleOptions()))}:
            return tr("A preset that comes with the program has this name.")
        if renamed and name != renamed and name in self._own:
            return tr("There is a preset of this name already.")
        return ""

    def save(self, name: str, order: Order) -> None:
        """Add a preset, or replace the one of this name."""
        self._own[name.strip()] = order
        self._write()

    def rename(self, old: str, new: str) -> None:
        if old in self._own:
            self._own[new.strip()] = self._own.pop(old)
            self._write()

    def delete(self, name: str) -> None:
        if self._own.pop(name, None) is not None:
            self._write()

    def _load(self) -> None:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
            if stored["version"] != VERSION:
                raise ValueError(f"version {stored['version']}")
            kept = {str(each["name"]): each["order"] for each in stored["presets"]}
        except FileNotFoundError:
            return
        except (OSError, ValueError, TypeError, KeyError) as error:
            rename_damaged(self._path, error)
            return
        self._own = {name: order_json.from_json(order) for name, order in kept.items()}

    def _write(self) -> None:
        presets = [{"name": p.name, "order": order_json.to_json(p.order)} for p in self.own()]
        record = {"version": VERSION, "presets": presets}
        write_file(self._path, json.dumps(record, indent=2))
