"""The style sheet of the whole window; `app.look.theme` has the colours and puts it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.look.theme.controls import controls
from fdiwn.api.resources import resource

if TYPE_CHECKING:
    from app.look.theme.scheme import Colours


def stylesheet(c: Colours) -> str:
    """What a palette cannot say."""
    return f"""
    QMenuBar {{ background: {c.window}; padding: 2px 4px; }}
    QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {c.raised}; }}
    QMenu {{ background: {c.panel}; border: 1px solid {c.border}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.accent}; color: {c.accent_text}; }}
    QMenu::item:disabled {{ color: {c.faint}; background: transparent; }}
    QMenu::separator {{ height: 1px; background: {c.border}; margin: 4px 8px; }}
    QToolTip {{
        background: {c.raised}; color: {c.text}; border: 1px solid {c.border}; padding: 4px;
    }}

    #rail, #options {{ background: {c.panel}; }}
    #rail {{ border: 0; border-right: 1px solid {c.window}; outline: 0; }}
    #options {{ border-left: 1px solid {c.window}; }}
    #heading {{ color: {c.muted}; font-weight: 600; }}
    #muted {{ color: {c.muted}; }}
    #on_surround {{ color: {c.on_surround}; }}
    #headline {{ font-size: 17px; }}
    #error {{ color: {c.error}; }}
    #notice {{ background: {c.raised}; border: 0; border-bottom: 1px solid {c.window}; }}
    #notice QLabel {{ background: transparent; }}
    #missing {{ background: {c.raised}; border: 1px solid {c.border}; border-radius: 6px; }}
    #missing QLabel {{ background: transparent; }}

    QPushButton {{
        background: {c.raised}; border: 1px solid {c.border}; border-radius: 6px;
        padding: 0 16px; min-height: 30px;
    }}
    QPushButton:hover {{ background: {c.border}; }}
    QPushButton:pressed {{ background: {c.window}; }}
    QPushButton:focus {{ border: 1px solid {c.focus}; }}
    QPushButton:disabled {{ color: {c.faint}; background: {c.panel}; }}
    QPushButton#primary {{
        background: {c.accent}; color: {c.accent_text}; border-color: {c.accent};
        font-weight: 600; min-height: 38px;
    }}
    QDialog QPushButton#primary {{ min-height: 30px; }}
    QPushButton#primary:hover {{ background: {c.accent_hover}; }}
    QPushButton#primary:pressed {{ background: {c.accent}; }}
    QPushButton#primary:focus {{ border: 2px solid {c.accent_text}; }}
    QPushButton#primary:disabled {{
        background: {c.raised}; color: {c.faint}; border-color: {c.raised};
    }}

    QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 3px 6px; }}
    QToolButton:hover {{ background: {c.raised}; }}
    QToolButton:pressed {{ background: {c.border}; }}
    QToolButton:focus {{ border-color: {c.focus}; }}
    QToolButton:disabled {{ color: {c.faint}; }}
    QToolButton[popupMode="2"] {{ padding-right: 20px; }}
    QToolButton::menu-indicator {{
        image: url("{resource("icons/chevron-down.svg").as_posix()}");
        subcontrol-origin: padding; subcontrol-position: right center;
        width: 12px; height: 12px; right: 5px;
    }}
    QToolButton#more {{ padding: 3px 6px; }}
    QToolButton#more::menu-indicator {{ image: none; }}
    QToolButton#segment {{
        background: {c.raised}; border: 1px solid {c.border}; border-radius: 0;
        min-height: 30px; padding: 0 6px; font-weight: 600; color: {c.muted};
    }}
    QToolButton#segment[place="first"] {{
        border-top-left-radius: 6px; border-bottom-left-radius: 6px;
    }}
    QToolButton#segment[place="last"] {{
        border-top-right-radius: 6px; border-bottom-right-radius: 6px;
    }}
    QToolButton#segment[place="middle"], QToolButton#segment[place="last"] {{ border-left: 0; }}
    QToolButton#segment:hover {{ color: {c.text}; }}
    QToolButton#segment:checked {{
        background: {c.accent}; border-color: {c.accent}; color: {c.accent_text};
    }}
    QToolButton#segment:focus {{ border-color: {c.focus}; }}
    QToolButton#segment:disabled {{ color: {c.faint}; }}

    QComboBox {{
        background: {c.raised}; border: 1px solid {c.border}; border-radius: 6px;
        padding: 0 8px; min-height: 30px;
    }}
    QComboBox:hover {{ background: {c.border}; }}
    QComboBox:focus {{ border-color: {c.focus}; }}
    QComboBox::drop-down {{ border: 0; width: 28px; }}
    QComboBox::down-arrow {{
        image: url("{resource("icons/chevron-down.svg").as_posix()}"); width: 16px; height: 16px;
    }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView {{
        background: {c.panel}; border: 1px solid {c.border}; outline: 0; padding: 4px;
    }}
    QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 8px; border-radius: 4px; }}
    QComboBox QAbstractItemView::item:selected {{
        background: {c.accent}; color: {c.accent_text};
    }}

    QProgressBar {{
        background: {c.border}; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px;
    }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    QStatusBar {{ background: {c.window}; color: {c.muted}; }}
    QStatusBar::item {{ border: 0; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{
        background: {c.border}; border-radius: 4px; min-height: 32px; margin: 1px;
    }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    {controls(c)}
    """
