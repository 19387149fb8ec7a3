"""Rule files as text to `Rule` values: parents merged in, everything checked, nothing read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from checker.errors import DataFileError, Problem
from checker.model import (
    Compare,
    Example,
    Expected,
    Facet,
    FacetValue,
    Rule,
    Sample,
    Severities,
    Tolerance,
)
from checker.rules.checks import Draft, Values, check_rule, facet_type
from checker.rules.known import Known, RuleSet
from checker.rules.shape import RULE
from checker.schema import INVALID, Node, convert, problem_at, read_yaml, suggestion
from checker.values import field, frozen, replace


@frozen
class _Files:
    """
    The rule files read so far: nodes by id, and what is wrong with which path.

    `below` gives, by the path of a node, the node with its id in the layer below.
    """

    layers: Mapping[str, int]
    nodes: dict[str, Node] = field(default_factory=dict)
    below: dict[str, Node] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def compile_rules(files: Mapping[str, str], known: Known, layers: Mapping[str, int]) -> RuleSet:
    """Compile rule files as `load_rules` says; of two rules with one id the first is kept."""
    drafts, problems = read_drafts(files, known, layers)
    rules = sorted((rule_of(draft) for draft in drafts), key=lambda rule: rule.id)
    return RuleSet(tuple(rules), problems)


def read_drafts(
    files: Mapping[str, str], known: Known, layers: Mapping[str, int]
) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Return the rule files in which nothing is wrong, in order, and the problems of the others."""
    read = _Files(layers)
    for path in sorted(files, key=lambda path: layers.get(path, 0)):
        _read_file(path, files[path], read)
    drafts: list[Draft] = []
    for node in read.nodes.values():
        merged, problems = _with_parents(node, read)
        if merged is not None:
            draft, found = _checked(merged, known)
            problems = [*problems, *found]
            drafts += [draft] if draft and not problems else []
        read.problems.extend(problems)
    # A fault of a parent is seen again in each of its children.
    return tuple(drafts), tuple(sorted(set(read.problems)))


def _read_file(path: str, text: str, read: _Files) -> None:
    """Read one file; of two with the same id the first is kept."""
    stem = PurePath(path).stem
    try:
        node = read_yaml(text, path)
    except DataFileError as error:
        read.problems.extend(error.problems)
        read.broken.add(stem)
        return
    found = node.get("id")
    name = found.text if found is not None and found.kind == "text" else stem
    if name in read.nodes and _overrides(node, read.nodes[name], read):
        read.below[path] = read.nodes[name]
        read.nodes[name] = node
    elif name in read.nodes:
        first = read.nodes[name].file.path
        message = f"the id `{name}` is already that of {first}"
        advice = "Rename one of the two."
        if _layer(node, read) > _layer(read.nodes[name], read):
            advice = f"Rename it, or write `extends: {name}` to change that one."
        read.problems.append(problem_at(found or node, message, advice))
    else:
        read.nodes[name] = node


def _overrides(node: Node, other: Node, read: _Files) -> bool:
    """Whether a rule is meant to change one of an earlier source: it extends its own id."""
    parent = node.get("extends")
    is_own = parent is not None and parent.text == PurePath(node.file.path).stem
    return is_own and _layer(node, read) > _layer(other, read)


def _layer(node: Node, read: _Files) -> int:
    return read.layers.get(node.file.path, 0)


def _with_parents(node: Node, read: _Files) -> tuple[Node | None, list[Problem]]:
    """Merge the rules that `node` extends, the farthest first; None when one is missing."""
    chain = [node]
    while (parent := chain[-1].get("extends")) is not None and parent.kind == "text":
        found = _parent(chain[-1], parent.text, read)
        if found is None and parent.text in read.broken:
            # The problem of that file is already reported.
            return None, []
        if found is None:
            others = [name for name, other in read.nodes.items() if other is not node]
            advice = suggestion(parent.text, others, "Rules") if others else ""
            return None, [problem_at(parent, f"unknown rule `{parent.text}`", advice)]
        if any(found is seen for seen in chain):
            return None, [problem_at(parent, f"`{parent.text}` extends itself in a circle")]
        chain.append(found)
    merged = chain.pop()
    while chain:
        merged = _merge(merged, chain.pop(), ("id", "extends"))
    return merged, []


def _parent(child: Node, name: str, read: _Files) -> Node | None:
    """Return the rule called `name`; for one that extends its own id, that of the layer below."""
    own = child.get("id")
    if own is not None and own.text == name:
        return read.below.get(child.file.path, child)
    return read.nodes.get(name)


def _merge(parent: Node, child: Node, own: tuple[str, ...] = ()) -> Node:
    """Lay `child` over `parent`: mappings merge, all else is replaced; `own` is not inherited."""
    if parent.kind != "mapping" or child.kind != "mapping":
        return child
    pairs = {key.text: (key, value) for key, value in parent.pairs if key.text not in own}
    for key, value in child.pairs:
        before = pairs.get(key.text)
        pairs[key.text] = (key, _merge(before[1], value) if before else value)
    return replace(child, pairs=tuple(pairs.values()))


def _checked(node: Node, known: Known) -> tuple[Draft | None, list[Problem]]:
    """Check one rule; None and its problems when anything is wrong."""
    values, problems = convert(node, RULE)
    if values is INVALID:
        return None, list(problems)
    draft = Draft(node, PurePath(node.file.path).stem, values, known)
    found = [*problems, *check_rule(draft)]
    return (None, found) if found else (draft, [])


def rule_of(draft: Draft) -> Rule:
    """Return the rule that a draft without problems stands for."""
    values = draft.values
    words = values["words"]
    return Rule(
        id=values["id"],
        title=values["title"].strip(),
        unit=values["unit"],
        kind=values["kind"],
        path=draft.node.file.path,
        words={} if isinstance(words, str) else words,
        words_facet=words if isinstance(words, str) else None,
        needs=values.get("needs", {}),
        unless=values.get("unless", {}),
        resumes=values.get("resumes", {}),
        facets=tuple(_facet(name, facet) for name, facet in draft.facets().items()),
        compare=_compare(values.get("compare", {})),
        severity=_severities(values.get("severity", {})),
        about=values.get("about", "").strip(),
        link=values.get("link", ""),
        message=values.get("message", "").strip(),
        metadata=values.get("metadata", {}),
        min_version=values.get("min-version", ""),
        told_before=values.get("told-before", False),
        examples=tuple(_examples(draft)),
    )


def _facet(name: str, facet: Values) -> Facet:
    values = {
        value: FacetValue(
            value,
            stated.get("words", {}),
            stated.get("parts", ()),
            stated.get("whole-unless", ()),
            stated.get("out-of", ()),
            stated.get("complete", False),
            stated.get("several", False),
            stated.get("told-by", ""),
            stated.get("may-be-all", False),
            stated.get("of-people", False),
        )
        for value, stated in facet.get("values", {}).items()
    }
    kind: Any = facet_type(facet)
    required, sole = facet.get("required", False), facet.get("sole", "")
    return Facet(name, kind, values, required, facet.get("default"), sole)


def _compare(stated: Values) -> Compare:
    usual = Compare()
    tolerance = stated.get("tolerance", usual.tolerances)
    return Compare(
        tolerances=(tolerance,) if isinstance(tolerance, Tolerance) else tolerance,
        window_days=stated.get("window"),
        growth=stated.get("growth", usual.growth),
        anchor=stated.get("anchor"),
        unit=stated.get("in"),
        per=stated.get("per"),
        minimum=stated.get("min"),
        scope=stated.get("scope", usual.scope),
        dates=stated.get("dates", usual.dates),
        measures=stated.get("measures", usual.measures),
        fold=stated.get("fold"),
    )


def _severities(stated: Values) -> Severities:
    return Severities(**{key.replace("-", "_"): value for key, value in stated.items()})


def _examples(draft: Draft) -> Iterator[Example]:
    for index, stated in enumerate(draft.values.get("examples", ())):
        place = draft.node.at("examples", index)
        texts = stated["pair"] if "pair" in stated else (stated["text"],)
        yield Example(
            samples=tuple(_sample(text, stated) for text in texts),
            finds=_finds(stated.get("finds")),
            verdict=stated.get("verdict"),
            because=stated.get("because"),
            todo=stated.get("todo"),
            line=place.line,
            column=place.column,
            path=place.file.path,
        )


def _sample(text: str | Values, example: Values) -> Sample:
    """Return one text; what it does not say itself is taken from the example."""
    said = {"text": text} if isinstance(text, str) else text
    both = {key: example[key] for key in ("lang", "date", "outlet") if key in example}
    return Sample(**{**both, **said})


def _finds(stated: str | Values | tuple[Values, ...] | None) -> tuple[Expected, ...] | None:
    if stated is None:
        return None
    if isinstance(stated, str):
        return ()
    claims = stated if isinstance(stated, tuple) else (stated,)
    return tuple(Expected(tuple(claim.items())) for claim in claims)
