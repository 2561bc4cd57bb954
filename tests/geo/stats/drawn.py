"""Places as hypothesis draws them: values and people of the sizes that layers have, ties and zeros included."""

from hypothesis import strategies as st

amounts = st.one_of(st.just(0.0), st.sampled_from([1.0, 50.0, 100.0]), st.floats(1e-3, 1e6))
positive = st.one_of(st.sampled_from([1.0, 50.0, 100.0]), st.floats(1e-3, 1e6))
residents = st.one_of(st.just(0), st.integers(1, 5_000_000))


@st.composite
def places(draw, values=amounts, smallest=1):
    """Columns of values and people, where people live somewhere and have something."""
    n = draw(st.integers(smallest, 25))
    column = draw(st.lists(values, min_size=n, max_size=n))
    people = draw(st.lists(residents, min_size=n, max_size=n))
    where = draw(st.integers(0, n - 1))
    column[where] = column[where] or 1.0
    people[where] = people[where] or 1
    return column, people


@st.composite
def ranked_places(draw, values=amounts):
    """Columns of values, incomes (with ties) and people."""
    column, people = draw(places(values))
    incomes = draw(st.lists(st.integers(-5, 5), min_size=len(column), max_size=len(column)))
    return column, incomes, people
