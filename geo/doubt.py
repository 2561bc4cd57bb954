"""Which values of a layer deserve less trust, by the layer's own rule."""

from __future__ import annotations

import pandas as pd

from geo.measure import Measured


def doubtful(measured: Measured) -> pd.Series:
    """Whether each place's value is of low confidence.

    Parameters
    ----------
    measured : Measured

    Returns
    -------
    Series of bool, indexed by code
        True only where a value was measured here and the layer's ``doubt`` applies to it; a layer without a rule
        doubts nothing. Places without a value have a status instead.

    Examples
    --------
    >>> from geo.measure import measure
    >>> bool(doubtful(measure("internet_users_northeast", "province"))["30"])
    True
    >>> bool(doubtful(measure("density", "province")).any())
    False
    """
    valued, rule = measured.status == "ok", measured.layer.doubt
    nobody = pd.Series(False, index=valued.index)
    if rule is None or (rule.levels and measured.level not in rule.levels):
        return nobody
    if rule.third_party or (rule.older_than is not None and measured.year < rule.older_than):
        return valued
    return valued & (measured.base < rule.base_under) if rule.base_under is not None else nobody
