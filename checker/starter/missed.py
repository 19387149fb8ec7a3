"""The example of a number that a rule misses, as YAML to add to its file."""

from __future__ import annotations

from checker.model import Quantity, Sample
from checker.starter.plan import Sketch
from checker.starter.samples import finds_of
from checker.starter.writing import write_example


def draft_example(sample: Sample, quantity: Quantity, rule: str, read: str) -> str:
    """
    Write the example that a rule does not meet yet; `read` is what it does read, as stated.

    The author widens the words of the rule until the example holds.
    """
    sketch = Sketch((sample,), finds=finds_of(quantity, ()))
    stated = " ".join(read.split())
    return (
        f"# To be added to the rule {rule}, which reads “{stated}” in another report and does\n"
        "# not read this one. If it is the same figure, widen its words until the example holds.\n"
        f"examples:\n{write_example(sketch)}\n"
    )
