"""``python -m fdiwn`` is the command ``fdiwn``."""

from fdiwn.cli.main import main

if __name__ == "__main__":
    main()
