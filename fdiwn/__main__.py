"""``python -m fdiwn`` is the command ``fdiwn``."""

from fdiwn.cli import main

if __name__ == "__main__":
    main()
