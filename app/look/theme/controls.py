"""The style of the controls in the options; `app.look.theme` puts it under its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fdiwn.api.resources import resource

if TYPE_CHECKING:
    from app.look.theme.scheme import Colours


def controls(c: Colours) -> str:
    """Boxes, sliders and lines of text, in these colours."""
    check = resource("icons/check.svg").as_posix()
    return f"""
    #sections {{ background: {c.panel}; }}
    #foot {{ border-top: 1px solid {c.border}; background: {c.panel}; }}
    QLineEdit, QAbstractSpinBox {{
        background: {c.raised}; border: 1px solid {c.border}; border-radius: 6px;
        padding: 0 8px; min-height: 28px; selection-background-color: {c.accent};
        selection-color: {c.accent_text};
    }}
    QAbstractSpinBox {{ padding: 0; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: 0; }}
    QAbstractSpinBox QLineEdit {{
        border: 0; padding: 0; min-height: 0; background: transparent;
    }}
    QLineEdit:focus, QAbstractSpinBox:focus {{ border-color: {c.focus}; }}
    QComboBox:disabled {{ color: {c.faint}; }}
    QCheckBox {{ spacing: 8px; min-height: 26px; border: 1px solid transparent; }}
    QCheckBox:focus {{ border-color: {c.focus}; border-radius: 4px; }}
    QCheckBox:disabled {{ color: {c.faint}; }}
    QCheckBox::indicator {{
        width: 16px; height: 16px; border: 1px solid {c.faint}; border-radius: 4px;
        background: {c.raised};
    }}
    QCheckBox::indicator:checked {{
        background: {c.accent}; border-color: {c.accent}; image: url("{check}");
    }}
    QCheckBox::indicator:disabled {{ border-color: {c.border}; background: {c.panel}; }}
    QSlider {{ min-height: 24px; border: 1px solid transparent; border-radius: 4px; }}
    QSlider:focus {{ border-color: {c.focus}; }}
    QSlider::groove:horizontal {{ height: 4px; background: {c.border}; border-radius: 2px; }}
    QSlider::sub-page:horizontal {{ background: {c.accent}; border-radius: 2px; }}
    QSlider::handle:horizontal {{
        width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: {c.muted};
    }}
    QSlider::handle:horizontal:hover {{ background: {c.text}; }}
    #checks {{ background: {c.panel}; border: 1px solid {c.border}; border-radius: 6px; }}
    #checks::item {{ padding: 3px 6px; }}
    """
