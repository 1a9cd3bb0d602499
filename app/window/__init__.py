"""The main window, its menus and its dialogs."""
