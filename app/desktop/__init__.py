"""The desktop: drag and drop, clipboard, recent files, task bar, sleep, notifications."""
