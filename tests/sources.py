"""Regular expressions to try two engines with."""

from hypothesis import strategies as st


def sources(*leaves: str) -> st.SearchStrategy[str]:
    """Make patterns of some pieces: one after another, repeated, in groups, looked ahead at."""
    return st.recursive(
        st.sampled_from(leaves),
        lambda part: st.one_of(
            st.lists(part, min_size=1, max_size=4).map("".join),
            st.tuples(part, st.sampled_from(["?", "+", "*", "{2}", "{1,2}", "+?"])).map(
                lambda pair: f"(?:{pair[0]}){pair[1]}"
            ),
            st.lists(part, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
            part.map(lambda one: f"({one})"),
            part.map(lambda one: f"(?={one})"),
        ),
        max_leaves=8,
    )
