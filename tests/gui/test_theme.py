"""The theme can be changed while widgets that nobody holds any more wait for Python's collector."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import gc
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from app.look import theme
from app.look.theme.scheme import DARK, LIGHT

class Listener(QWidget):
    def changeEvent(self, event: QEvent) -> None:
        [[] for _ in range(2000)]  # so much that Python collects
        super().changeEvent(event)

application = QApplication([])
appearance = theme.Appearance(application, "dark", application)
gc.disable()
listeners = []
for _ in range(50):
    listeners.append(Listener())
    listeners[-1].ensurePolished()
    lost = QWidget()
    QLabel("lost", lost).ensurePolished()
    lost.ensurePolished()
    lost.itself = lost
    del lost
gc.enable()
gc.set_threshold(500)
before = len(application.allWidgets())
{change}
assert gc.isenabled()
gc.collect()
assert (before, len(application.allWidgets())) == (150, 50)
"""


@pytest.mark.parametrize(
    "change", ["theme.apply(application, LIGHT)", "appearance.choose('light')"]
)
def test_widgets_are_not_collected_while_the_theme_changes(change: str) -> None:
    """Qt walks through all widgets and tells each; one that went meanwhile would crash it."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", PROGRAM.replace("{change}", change)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
