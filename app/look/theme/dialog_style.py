"""How the parts look that only dialogs have: tabs, tables, check boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fdiwn.api.resources import resource

if TYPE_CHECKING:
    from app.look.theme.scheme import Colours


def rules(c: Colours) -> str:
    """To follow those of `app.look.theme.stylesheet`."""
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
