"""Numbers that others have published, with where they stand."""

import libpysal
import numpy as np
import pytest

from geo.stats.clusters import local_moran, moran
from geo.stats.equity import atkinson, fgt, gini
from geo.stats.smallarea import empirical_bayes, wilson

approx = pytest.approx


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_ranges_of_newcombe(successes, trials, low, high):
    # Newcombe (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17,
    # 857-872, Table I, method 3 (score, no continuity correction), 95 %.
    assert [round(end, 4) for end in wilson(successes, trials)] == [low, high]


def test_poverty_gaps_of_the_world_bank_handbook():
    # Haughton and Khandker (2009), Handbook on Poverty and Inequality, World Bank, pages 70 and 72: country C, line
    # 125. Gaps 25/125 = 0.20 and 15/125 = 0.12; P1 = 0.32 / 4; P2 = (0.04 + 0.0144) / 4.
    country_c = [100, 110, 150, 160]
    assert [fgt(country_c, None, 125, power) for power in (0, 1, 2)] == approx([0.5, 0.08, 0.0136])


def test_atkinson_of_ten_incomes():
    # Example of ineq() in the R package ineq (Zeileis), repeated as Atkinson() in DescTools, whose manual page prints
    # 0.1796591 for parameter 0.5.
    incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
    assert round(atkinson(incomes, epsilon=0.5), 7) == 0.1796591
    # Gini of the same incomes from its definition, sum of (2 i - n - 1) x_i over n sum x: those under the middle give
    # -4,869 - 10,241 - 12,225 - 10,314 - 4,437, those over it 5,401 + 19,176 + 41,520 + 83,328 + 200,349.
    assert gini(incomes) == approx((349_774 - 42_086) / 665_860)


def gal(name):
    weights = libpysal.io.open(libpysal.examples.get_path(name)).read()
    return {code: weights.neighbors[code] for code in weights.id_order}


def test_moran_of_homicides_around_st_louis():
    # Messner et al. (1999), 78 counties, HR8893; documentation of esda.Moran: I 0.244, expected -0.012987.
    rates = np.array(libpysal.io.open(libpysal.examples.get_path("stl_hom.txt")).by_col["HR8893"])
    answer = moran(rates, gal("stl.gal"))
    assert round(answer.statistic, 3) == 0.244
    assert answer.expected == approx(-0.012987012987012988)
    # The same page gives p 0.00027 under normality; 999 deals cannot go under 0.002.
    assert answer.p_value == approx(0.002)


def test_moran_of_sudden_infant_deaths_in_north_carolina():
    # 100 counties, SIDR74, as computed by OpenGeoDa; documentation of esda.Moran: I 0.248.
    rates = np.array(libpysal.io.open(libpysal.examples.get_path("sids2.dbf")).by_col("SIDR74"))
    assert round(moran(rates, gal("sids2.gal")).statistic, 3) == 0.248


def test_quadrants_of_the_textbook_of_de_smith():
    # De Smith, Goodchild and Longley, Geospatial Analysis, 10 places; documentation of esda.Moran_Local:
    # quadrants 4 4 4 2 3 3 1 4 3 3 (1 high-high, 2 low-high, 3 low-low, 4 high-low).
    values = np.array(libpysal.io.open(libpysal.examples.get_path("desmith.txt")).by_col["z"])
    names = {1: "high-high", 2: "low-high", 3: "low-low", 4: "high-low"}
    # With fdr 1 every place shows its quadrant.
    quadrants = local_moran(values, gal("desmith.gal"), fdr=1)["quadrant"].tolist()
    assert quadrants == [names[number] for number in (4, 4, 4, 2, 3, 3, 1, 4, 3, 3)]


def test_shrunk_homicide_rates_around_st_louis():
    # Documentation of esda.smoothing.Empirical_Bayes: first eight counties.
    table = libpysal.io.open(libpysal.examples.get_path("stl_hom.csv"), "r")
    rates = empirical_bayes(np.array(table[:, 10], dtype=float), np.array(table[:, 13], dtype=float))
    published = [2.36718950, 4.54539167, 4.78114019, 2.76907146, 6.58989323, 3.66494122, 5.79952721, 2.03064590]
    assert (rates[:8] * 1e5).tolist() == approx(published, abs=1e-8)
