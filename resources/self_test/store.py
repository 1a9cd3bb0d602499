"""Stores what the self-test's picture must become: ``python -m resources.self_test.store``.

To be run when the bundled model that it uses, the smallest, has changed; a test says so.
"""

from __future__ import annotations

from PIL import Image

from fdiwn.api.catalog import find_model
from fdiwn.api.options import SCALES
from fdiwn.api.progress import never
from fdiwn.backends.choice import REFERENCE
from fdiwn.diagnostics.self_test import enlarged_sample, stored_result
from fdiwn.models.weights import load_network


def main() -> None:
    model = find_model(None, SCALES[0])
    result = enlarged_sample(load_network(model), REFERENCE, never)
    Image.fromarray(result).save(stored_result(model.stem), optimize=True)


if __name__ == "__main__":
    main()
