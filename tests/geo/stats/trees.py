"""Small trees and tables that several tests of the composite share."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

ASEM = Path(__file__).parents[2] / "reference" / "coinr_asem"


def flat_tree(*indicators: str, **columns: object) -> pd.DataFrame:
    """One index over indicators with equal weights and goalposts 0 and 100; columns (indicators only) may be given."""
    tree = pd.DataFrame({"code": ["index", *indicators], "parent": ["", *["index"] * len(indicators)]})
    given = {"weight": 1.0, "direction": 1, "low": 0.0, "high": 100.0} | columns
    for name, value in given.items():
        values = value if isinstance(value, list) else [value] * len(indicators)
        tree[name] = [False if name in ("log", "required") else 1, *values]
    return tree


def two_dimensions() -> pd.DataFrame:
    """An index of two dimensions, "net" with three indicators and "power" with one."""
    return pd.DataFrame(
        [
            ("index", None, 1, np.nan, np.nan, np.nan),
            ("net", "index", 1, np.nan, np.nan, np.nan),
            ("power", "index", 1, np.nan, np.nan, np.nan),
            ("fixed", "net", 1, 1, 0, 100),
            ("mobile", "net", 1, 1, 0, 100),
            ("delay", "net", 1, -1, 0, 200),
            ("grid", "power", 1, 1, 0, 100),
        ],
        columns=["code", "parent", "weight", "direction", "low", "high"],
    )


def places(**columns: list[float]) -> pd.DataFrame:
    """A table of indicators for places "01", "02", ..."""
    length = len(next(iter(columns.values())))
    return pd.DataFrame(columns, index=[f"{i + 1:02d}" for i in range(length)], dtype=float)


def asem_tree() -> pd.DataFrame:
    """The tree of the ASEM index as COINr ships it."""
    meta = pd.read_csv(ASEM / "asem_imeta.csv").dropna(subset=["Level"])
    return meta.rename(columns={"iCode": "code", "Parent": "parent", "Weight": "weight", "Direction": "direction"})


def asem(name: str) -> pd.DataFrame:
    """One table of the ASEM reference, by country."""
    # "NA" would be read as missing; no country is called that, yet codes stay text.
    return pd.read_csv(ASEM / name, index_col="uCode", dtype={"uCode": str})
