"""``python -m app``."""

import sys

if __name__ == "__main__":  # the engine process runs this file again under another name
    from app.main import main

    sys.exit(main())
