"""
The value types that every stage takes and returns: frozen, exact, and free of behaviour.

`text` article, sentence, token - `numbers` mention, quantity - `language` a compiled pack -
`rules` a compiled rule - `verdicts` claim, fact, finding, report.
"""

from checker.model.language import (
    DateTerm,
    DateWords,
    Discourse,
    Language,
    NumberWords,
    QuantityWords,
    SentenceWords,
)
from checker.model.numbers import Bound, Change, Form, Hedge, Kind, Mention, Quantity
from checker.model.rules import (
    Compare,
    Example,
    Expected,
    Facet,
    FacetValue,
    Rule,
    RuleKind,
    Sample,
    Severities,
    Tolerance,
)
from checker.model.text import Article, Mark, Sentence, Skipped, Span, Token, TokenKind
from checker.model.verdicts import (
    Camp,
    Claim,
    Coverage,
    Explanation,
    FacetMatch,
    Fact,
    Finding,
    Period,
    Polarity,
    Relation,
    Report,
    Severity,
    Tool,
    Verdict,
)

__all__ = [
    "Article",
    "Bound",
    "Camp",
    "Change",
    "Claim",
    "Compare",
    "Coverage",
    "DateTerm",
    "DateWords",
    "Discourse",
    "Example",
    "Expected",
    "Explanation",
    "Facet",
    "FacetMatch",
    "FacetValue",
    "Fact",
    "Finding",
    "Form",
    "Hedge",
    "Kind",
    "Language",
    "Mark",
    "Mention",
    "NumberWords",
    "Period",
    "Polarity",
    "Quantity",
    "QuantityWords",
    "Relation",
    "Report",
    "Rule",
    "RuleKind",
    "Sample",
    "Sentence",
    "SentenceWords",
    "Severities",
    "Severity",
    "Skipped",
    "Span",
    "Token",
    "TokenKind",
    "Tolerance",
    "Tool",
    "Verdict",
]
