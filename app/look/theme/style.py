"""The style sheet of the application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fdiwn.api.resources import resource

if TYPE_CHECKING:
    from app.look.theme.scheme import Colours


def stylesheet(c: Colours) -> str:
    """The style sheet in these colours, for what a palette cannot do. Later rules override earlier
    ones."""
    return _window(c) + _controls(c) + _dialogs(c)


def _window(c: Colours) -> str:
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
    #headline {{ font-size: 17px; }}
    #error {{ color: {c.error}; }}
    #notice {{ background: {c.raised}; border: 0; border-bottom: 1px solid {c.window}; }}
    #notice QLabel {{ background: transparent; }}
    QSplitter::handle {{ background: {c.window}; }}
    QSplitter::handle:hover {{ background: {c.accent}; }}
    #badge {{ background: {c.panel}; border: 1px solid {c.border}; border-radius: 6px; }}
    #badge QLabel {{ background: transparent; }}
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
    QPushButton#step {{ font-weight: 600; min-height: 38px; }}
    QDialog QPushButton#primary {{ min-height: 30px; }}
    QPushButton#primary:hover {{ background: {c.accent_hover}; }}
    QPushButton#primary:pressed {{ background: {c.accent}; }}
    QPushButton#primary:focus {{ border: 2px solid {c.accent_text}; }}
    QPushButton#primary:disabled {{
        background: {c.panel}; color: {c.faint}; border-color: {c.border};
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
    QToolButton#pane {{
        background: rgba(0, 0, 0, 170); color: #ffffff; border: 1px solid transparent;
        border-radius: 4px; padding: 3px 22px 3px 7px; text-align: left;
    }}
    QToolButton#pane:hover, QToolButton#pane:pressed {{ background: rgba(0, 0, 0, 220); }}
    QToolButton#pane:focus {{ border-color: {c.focus}; }}
    QToolButton#pane::menu-indicator {{
        image: url("{resource("icons/chevron-down.svg").as_posix()}"); width: 14px; height: 14px;
        subcontrol-origin: border; subcontrol-position: center right; right: 5px;
    }}
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
    """


if TYPE_CHECKING:
    from app.look.theme.scheme import Colours


def _controls(c: Colours) -> str:
    """Boxes, sliders and text fields."""
    check = resource("icons/check.svg").as_posix()
    return f"""
    #sections {{ background: {c.panel}; }}
    #sections QPushButton {{ padding: 0 10px; }}
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
    QLineEdit[wrong="true"] {{ border-color: {c.error}; color: {c.error}; }}
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


if TYPE_CHECKING:
    from app.look.theme.scheme import Colours


def _dialogs(c: Colours) -> str:
    """Widgets that only dialogs have: tabs, tables, check boxes."""
    return f"""
    QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}

    QTabWidget::pane {{
        background: {c.panel}; border: 1px solid {c.border}; border-radius: 6px; top: -1px;
    }}
    QTabBar::tab {{
        padding: 6px 14px; color: {c.muted}; background: transparent;
        border: 1px solid transparent; border-bottom: 2px solid transparent;
    }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    QTabBar::tab:focus {{ border: 1px solid {c.focus}; border-radius: 4px; }}

    QTreeWidget, QPlainTextEdit, QTextEdit {{
        background: {c.panel}; border: 1px solid {c.border}; border-radius: 6px; padding: 2px;
    }}
    QTreeWidget:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border-color: {c.focus}; }}
    QTabWidget QTreeWidget, QTabWidget QPlainTextEdit {{ background: {c.window}; }}
    #batch {{
        background: {c.panel}; border: 1px solid {c.border}; border-radius: 6px;
        selection-background-color: {c.accent}; selection-color: {c.accent_text};
        outline: 0;
    }}
    #batch:focus {{ border-color: {c.focus}; }}
    #batch::item {{ padding: 0 6px; border: 0; }}
    #batch::item:selected {{ background: {c.accent}; color: {c.accent_text}; }}
    #batch::indicator {{
        width: 14px; height: 14px; border: 1px solid {c.faint}; border-radius: 3px;
        background: {c.raised};
    }}
    #batch::indicator:checked {{
        background: {c.accent}; border-color: {c.accent};
        image: url("{resource("icons/check.svg").as_posix()}");
    }}
    #batch QLineEdit#cell {{
        min-height: 0; border-radius: 0; padding: 0 4px; border-color: {c.focus};
    }}
    #folders, #failures {{
        background: {c.raised}; border: 1px solid {c.border}; border-radius: 6px; padding: 2px;
    }}
    #folders:focus, #failures:focus {{ border-color: {c.focus}; }}
    #folders::item, #failures::item {{ padding: 2px 4px; border: 0; }}
    #folders::item:selected, #failures::item:selected {{
        background: {c.accent}; color: {c.accent_text};
    }}
    #side {{ background: {c.panel}; border: 0; border-right: 1px solid {c.border}; }}

    QTreeWidget::item {{ padding: 3px 4px; border: 0; }}
    QTreeWidget::item:selected {{ background: {c.accent}; color: {c.accent_text}; }}
    QHeaderView::section {{
        background: {c.raised}; color: {c.muted}; padding: 5px 6px; border: 0;
        border-bottom: 1px solid {c.border};
    }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle:horizontal {{
        background: {c.border}; border-radius: 4px; min-width: 32px; margin: 1px;
    }}

    QCheckBox {{ spacing: 8px; padding: 3px; border: 1px solid transparent; border-radius: 4px; }}
    QCheckBox:focus {{ border-color: {c.focus}; }}
    QCheckBox::indicator {{
        width: 16px; height: 16px; border: 1px solid {c.faint}; border-radius: 4px;
        background: {c.raised};
    }}
    QCheckBox::indicator:checked {{
        background: {c.accent}; border-color: {c.accent};
        image: url("{resource("icons/check.svg").as_posix()}");
    }}
    QCheckBox::indicator:disabled {{ background: {c.panel}; border-color: {c.border}; }}
    """
