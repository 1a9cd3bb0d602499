"""Published figures of the paper and its authors, all of them.

PSNR in dB and SSIM on luma; parameters in thousands; multiply-adds in 1e9, for a result of 1280x720
by the paper's count, which is less than what the published code executes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fdiwn.network.config import ABLATIONS, Ablation

ABLATION_SCALE = 2
SLIDES = "slides of the paper, AAAI 2022"
PAGE = "the authors' page, github.com/24wenjie-li/FDIWN"
_SOURCES = {2: PAGE, 3: SLIDES, 4: SLIDES}
DATASETS = ("Set5", "Set14", "B100", "Urban100", "Manga109")
"""In the order of the tables."""
_ALIASES = {"bsd100": "B100", "bsds100": "B100"} | {name.casefold(): name for name in DATASETS}

# Model, parameters, multiply-adds; then PSNR/SSIM on the first of DATASETS, as far as published.
_X2 = """
FDIWN-M|433|73.6|38.03/0.9606 33.60/0.9179 32.17/0.8995 32.19/0.9284
FDIWN|629|112.0|38.07/0.9608 33.75/0.9201 32.23/0.9003 32.40/0.9305 38.85/0.9774
"""
_X3 = """
SRCNN (Dong et al. 2015)|57|52.7|32.75/0.9090 29.30/0.8215 28.41/0.7863 26.24/0.7889
FSRCNN (Dong, Loy, and Tang 2016)|12|5.0|33.16/0.9140 29.43/0.8242 28.53/0.7910 26.43/0.8080
VDSR (Kim, Lee, and Lee 2016a)|665|612.6|33.67/0.9210 29.78/0.8320 28.83/0.7990 27.14/0.8290
DRCN (Kim, Lee, and Lee 2016b)|1774|17974.3|33.82/0.9226 29.76/0.8311 28.80/0.7963 27.15/0.8276
IDN (Hui, Wang, and Gao 2018)|590|105.6|34.11/0.9253 29.99/0.8354 28.95/0.8013 27.42/0.8359
CARN-M (Ahn, Kang, and Sohn 2018)|412|46.1|33.99/0.9236 30.08/0.8367 28.91/0.8000 27.55/0.8385
CARN (Ahn, Kang, and Sohn 2018)|1592|118.8|34.29/0.9255 30.29/0.8407 29.06/0.8034 28.06/0.8493
IMDN (Hui et al. 2019)|703|71.5|34.36/0.9270 30.32/0.8417 29.09/0.8046 28.17/0.8519
AWSRN-M (Wang, Li, and Shi 2019)|1143|116.6|34.42/0.9275 30.32/0.8419 29.13/0.8059 28.26/0.8545
MADNet (Lan et al. 2020)|930|88.4|34.16/0.9253 30.21/0.8398 28.98/0.8023 27.77/0.8439
RFDN (Liu, Tang, and Wu 2020)|541|55.4|34.41/0.9273 30.34/0.8420 29.09/0.8050 28.21/0.8525
MAFFSRN (Muqeet et al. 2020)|418|34.2|34.32/0.9269 30.35/0.8429 29.09/0.8052 28.13/0.8521
LAPAR-A (Li et al. 2021)|594|114|34.36/0.9267 30.34/0.8421 29.11/0.8054 28.15/0.8523
FDIWN-M|446|35.9|34.46/0.9274 30.35/0.8423 29.10/0.8051 28.16/0.8528
FDIWN|645|51.5|34.52/0.9281 30.42/0.8438 29.14/0.8065 28.36/0.8567
"""
_X4 = """
SRCNN (Dong et al. 2015)|57|52.7|30.48/0.8628 27.49/0.7503 26.90/0.7101 24.52/0.7221
FSRCNN (Dong, Loy, and Tang 2016)|12|4.6|30.71/0.8657 27.59/0.7535 26.98/0.7150 24.62/0.7280
VDSR (Kim, Lee, and Lee 2016a)|665|612.6|31.35/0.8838 28.01/0.7674 27.29/0.7251 25.18/0.7524
DRCN (Kim, Lee, and Lee 2016b)|1774|17974.3|31.53/0.8854 28.02/0.7670 27.23/0.7233 25.14/0.7510
LapSRN (Lai et al. 2017)|813|149.4|31.54/0.8850 28.19/0.7720 27.32/0.7280 25.21/0.7560
IDN (Hui, Wang, and Gao 2018)|590|81.9|31.82/0.8903 28.25/0.7730 27.41/0.7297 25.41/0.7632
CARN-M (Ahn, Kang, and Sohn 2018)|412|32.5|31.92/0.8903 28.42/0.7762 27.44/0.7304 25.62/0.7694
CARN (Ahn, Kang, and Sohn 2018)|1592|90.9|32.13/0.8937 28.60/0.7806 27.58/0.7349 26.07/0.7837
IMDN (Hui et al. 2019)|715|40.9|32.21/0.8948 28.58/0.7811 27.56/0.7353 26.04/0.7838
AWSRN-M (Wang, Li, and Shi 2019)|1254|72.0|32.21/0.8954 28.65/0.7832 27.60/0.7368 26.15/0.7884
MADNet (Lan et al. 2020)|1002|54.1|31.95/0.8917 28.44/0.7780 27.47/0.7327 25.76/0.7746
RFDN (Liu, Tang, and Wu 2020)|550|31.6|32.24/0.8952 28.61/0.7819 27.57/0.7360 26.11/0.7858
MAFFSRN (Muqeet et al. 2020)|441|19.3|32.18/0.8948 28.58/0.7812 27.57/0.7361 26.04/0.7848
ECBSR (Zhang, Zeng, and Zhang 2021)|603|34.73|31.92/0.8946 28.34/0.7817 27.48/0.7393 25.81/0.7773
LAPAR-A (Li et al. 2021)|659|94|32.15/0.8944 28.61/0.7818 27.61/0.7366 26.14/0.7871
FDIWN-M|454|19.6|32.17/0.8941 28.55/0.7806 27.58/0.7364 26.02/0.7844
FDIWN|664|28.4|32.23/0.8955 28.66/0.7829 27.62/0.7380 26.28/0.7919
"""
_TABLES = {2: _X2, 3: _X3, 4: _X4}


@dataclass(frozen=True)
class Published:
    """One row. scores: PSNR in dB and SSIM by benchmark. ablation: a form of FDIWN that only shows
    the effect of its parts."""

    scale: int
    model: str
    parameters: int
    multiply_adds: float
    scores: Mapping[str, tuple[float, float]]
    source: str
    ablation: bool = False


def published(scale: int) -> list[Published]:
    """The rows of a scale in the paper's order, ablations last."""
    rows = [_row(line, scale, _SOURCES[scale]) for line in _lines(_TABLES[scale])]
    return [*rows, *map(_ablation, ABLATIONS.values())] if scale == ABLATION_SCALE else rows


def published_network(variant: str, scale: int) -> Published | None:
    """The row of one network of the paper, "FDIWN" or "FDIWN-M"."""
    rows = (row for row in published(scale) if row.model == variant and not row.ablation)
    return next(rows, None)


def paper_multiply_adds(variant: str, scale: int) -> float | None:
    """The paper's figures for "FDIWN" or "FDIWN-M"; None for other networks."""
    row = published_network(variant, scale)
    return row.multiply_adds if row else None


def known_name(dataset: str) -> str:
    """A benchmark's name in the tables; unknown names are unchanged."""
    return _ALIASES.get(dataset.casefold(), dataset)


def _lines(table: str) -> list[str]:
    return table.strip().splitlines()


def _row(line: str, scale: int, source: str) -> Published:
    model, parameters, multiply_adds, figures = line.split("|")
    pairs = (figure.split("/") for figure in figures.split())
    scores = {name: (float(p), float(s)) for name, (p, s) in zip(DATASETS, pairs, strict=False)}
    return Published(scale, model, 1000 * int(parameters), float(multiply_adds), scores, source)


def _ablation(row: Ablation) -> Published:
    """Ablations were scored on Set5 only."""
    return Published(
        ABLATION_SCALE,
        f"{row.study}: {row.form}",
        1000 * row.papers_parameters,
        row.papers_multiply_adds,
        {DATASETS[0]: (row.psnr, row.ssim)},
        SLIDES,
        ablation=True,
    )
