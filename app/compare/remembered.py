"""What the compare view shows at the next start: mode, magnifications, left side, panes."""

from __future__ import annotations

from app.compare.choice import Against, Choice, restored, stored
from app.compare.picture_view import PictureView
from app.compare.side import FACTORS, LOUPE_ZOOMS, Mode
from app.compare.view import CompareView
from app.settings.settings import Settings

LEFTS = tuple(against for against in Against if against not in (Against.MODEL, Against.FILE))
"""Those that every picture has."""


def restore(settings: Settings, view: CompareView, picture: PictureView) -> None:
    """Show the last choices again; invalid ones keep their defaults."""
    if settings.compare_mode in {mode.value for mode in Mode}:
        view.set_mode(Mode(settings.compare_mode))
    if settings.difference_factor in FACTORS:
        view.set_factor(settings.difference_factor)
    if settings.loupe_zoom in LOUPE_ZOOMS:
        view.set_loupe_zoom(settings.loupe_zoom)
    if settings.compare_left in {against.value for against in LEFTS}:
        picture.left = Choice(Against(settings.compare_left))
    picture.panes = restored(settings.compare_panes)


def remember(settings: Settings, view: CompareView, picture: PictureView) -> None:
    """Store the choices in the settings."""
    settings.compare_mode = view.mode.value
    settings.difference_factor = view.factor
    settings.loupe_zoom = view.loupe_zoom
    settings.compare_panes = stored(picture.panes)
    if picture.left.against in LEFTS:
        settings.compare_left = picture.left.against.value
