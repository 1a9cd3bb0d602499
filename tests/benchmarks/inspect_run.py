"""What `train_on_gpu.sh` wants to know of a run of `fdiwn train`.

python tests/benchmarks/inspect_run.py trained RUN    seconds its checkpoint has been trained for
python tests/benchmarks/inspect_run.py falls RUN      fails unless the loss is finite and has fallen
python tests/benchmarks/inspect_run.py summary RUN    one line: steps, minutes, loss, PSNR
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from fdiwn.lab.training.checkpoint import load_checkpoint
from fdiwn.lab.training.plot import read_log

TOO_SHORT = 3
"""Exit code of a run too short to be judged."""
_FEWEST = 6  # lines of a log


def trained(run: Path) -> str:
    """Whole seconds."""
    return f"{load_checkpoint(run)['seconds']:.0f}"


def falls(run: Path) -> str:
    """Compares the last third of the log with its first. Exits if the run has learnt nothing."""
    losses = [record["loss"] for record in read_log(run / "log.jsonl")]
    if not all(math.isfinite(loss) for loss in losses):
        raise SystemExit(f"the loss of {run} is not finite")
    if len(losses) < _FEWEST:
        print(f"{run} is too short to be judged: {len(losses)} lines of log", file=sys.stderr)
        raise SystemExit(TOO_SHORT)
    third = len(losses) // 3
    first, last = fmean(losses[:third]), fmean(losses[-third:])
    if not last < first:
        raise SystemExit(f"the loss of {run} does not fall: {first:.3f}, then {last:.3f}")
    return f"the loss falls from {first:.3f} to {last:.3f}"


def summary(run: Path) -> str:
    """The end of the log in words."""
    record = read_log(run / "log.jsonl")[-1]
    psnr = f", PSNR-Y {record['psnr']:.3f} dB" if "psnr" in record else ""
    return (
        f"{record['step']} steps in {record['seconds'] / 60:.1f} minutes, "
        f"loss {record['loss']:.3f}{psnr}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser()
    questions = {"trained": trained, "falls": falls, "summary": summary}
    parser.add_argument("question", choices=questions)
    parser.add_argument("run", type=Path)
    given = parser.parse_args(arguments)
    print(questions[given.question](given.run))


if __name__ == "__main__":
    main()
