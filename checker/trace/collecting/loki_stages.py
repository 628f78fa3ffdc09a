"""The stages that Promtail and Alloy share: what they extract, which labels they set, what they drop (Promtail's reference, 3.x)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from checker.logconfig.model import Setting
from checker.monitoring.expressions.grammar import parse
from checker.monitoring.expressions.tokens import NotAnExpressionError
from checker.monitoring.expressions.tree import Selector
from checker.monitoring.model import Stage
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.derived import Counted, in_stage
from checker.trace.matching.logql import selected
from checker.trace.matching.patterns import matches
from checker.trace.model import Hop, Verdict
from checker.trace.rendering.line import Field, Line, unknown_line
from checker.trace.wording import Text, anything, known


class Passing(msgspec.Struct):
    """A line on its way through stages."""

    line: Line
    labels: dict[str, Text]
    open: bool
    """Whether there may be further labels."""
    extracted: dict[str, Text] = msgspec.field(default_factory=dict)
    extracting: bool = False
    """Whether more may have been extracted than is known."""
    dropped: Hop | None = None
    doubt: str = ""
    counted: list[Counted] = msgspec.field(default_factory=list)
    """The measurements that it is counted in."""
    mismatch: Stage | None = None
    """A stage that parses JSON or logfmt where the line is none."""


def through(stages: Iterable[Stage], passing: Passing, what: str) -> Passing:
    """Send it through; ``what`` is the shipper's name for messages."""
    for stage in stages:
        if passing.dropped is not None:
            break
        chosen = _chosen(stage, passing)
        if chosen is False:
            continue
        if chosen is None and stage.kind == "metrics":
            passing.doubt = passing.doubt or f"whether {stage.kind} sees it is not known"
        elif chosen is None and stage.action in ("drop", "sample"):
            passing.doubt = passing.doubt or f"{stage.kind} may drop it"
            continue
        _stage(stage, passing, what)
    return passing


def _chosen(stage: Stage, passing: Passing) -> bool | None:
    """Whether the selector around a stage takes the line."""
    selector = stage.options.get("selector")
    if selector is None or not selector.value or stage.kind == "match":
        return True
    return _selects(str(selector.value), passing)


def _selects(text: str, passing: Passing) -> bool | None:
    try:
        tree = parse(text)
    except NotAnExpressionError:
        return None
    if not isinstance(tree, Selector):
        return None
    return selected(tree, Arrival((), passing.line, passing.labels, passing.open)).outcome


def _stage(stage: Stage, passing: Passing, what: str) -> None:
    kind = stage.kind
    if kind == "match":
        took = _selects(str(stage.options["selector"].value), passing) if "selector" in stage.options else None
        _drop(stage, passing, what, took)
    elif kind == "drop":
        _drop(stage, passing, what, _drops(stage, passing))
    elif kind in ("sampling", "limit"):
        passing.doubt = passing.doubt or f"{kind} keeps only a part"
    elif kind in ("json", "logfmt"):
        _parse(stage, passing)
    elif kind == "metrics":
        found = in_stage(stage, what, passing.labels, passing.extracted, more=passing.extracting)
        passing.counted += [Counted(metric, stage.span, why or passing.doubt) for metric, why in found]
    elif kind == "regex":
        passing.extracting = True
        for name in _groups(_text(stage.options.get("expression"))):
            passing.extracted[name] = anything(f"what the expression finds as {name}")
    elif kind in ("labels", "static_labels", "structured_metadata"):
        _label(stage, passing)
    elif kind in ("labeldrop", "label_drop"):
        for one in stage.fields:
            passing.labels.pop(str(one.value), None)
    elif kind in ("labelallow", "label_keep"):
        kept = {str(one.value) for one in stage.fields}
        passing.labels = {name: value for name, value in passing.labels.items() if name in kept}
    elif kind == "output":
        source = _text(stage.options.get("source"))
        passing.line = Line(passing.extracted.get(source, anything(f"the extracted {source}")), "text")
    elif kind in ("template", "pack", "tenant", "replace", "decolorize", "eventlogmessage"):
        _other(stage, passing)


def _text(setting: Setting | None) -> str:
    return str(setting.value) if setting is not None and isinstance(setting.value, str) else ""


def _drop(stage: Stage, passing: Passing, what: str, took: bool | None) -> None:
    if took:
        passing.dropped = Hop("shipper", Verdict.BROKEN, what, f"the stage {stage.kind} drops it", stage.span)
    elif took is None:
        passing.doubt = passing.doubt or f"{stage.kind} may drop it"


def _drops(stage: Stage, passing: Passing) -> bool | None:
    """All that a drop stage asks for must hold."""
    options = stage.options
    if options.keys() & {"older_than", "longer_than"} and not options.keys() & {"expression", "value"}:
        return False  # what comes at once is neither old nor long
    source = _text(options.get("source"))
    text = passing.extracted.get(source) if source else passing.line.text
    if text is None:
        return None if passing.extracting else False
    if "value" in options:
        value = str(options["value"].value)
        return text.literal == value if text.literal is not None else None if text.free else False
    pattern = options.get("expression")
    if pattern is None or not isinstance(pattern.value, str):
        return None
    return matches(text, pattern.value).outcome


def _parse(stage: Stage, passing: Passing) -> None:
    """``json`` with its expressions, JMESPath of names and dots."""
    source = _text(stage.options.get("source"))
    line = passing.line
    if source and source in passing.extracted:
        passing.extracting = True
        return
    if line.form != stage.kind:
        if line.form in ("text", "json", "logfmt"):
            passing.mismatch = passing.mismatch or stage
        passing.extracting = passing.extracting or line.form == ""
        return
    for key, one in stage.options.items():
        for prefix in ("expressions.", "mapping."):
            if key.startswith(prefix):
                name = key.removeprefix(prefix)
                value = field_of(line.fields, str(one.value) if one.value else name)
                if value is not None:
                    passing.extracted[name] = value
                elif line.open:
                    passing.extracted[name] = anything(name)
    if not any(key.startswith(("expressions", "mapping")) for key in stage.options):
        passing.extracting = True


def field_of(fields: Mapping[str, Field], path: str) -> Text | None:
    """The text at a path with dots, quotes around names allowed."""
    held: Field | None = fields.get(path.strip('"'))
    if isinstance(held, Text):
        return held
    held = fields
    for name in path.split("."):
        if isinstance(held, Text) or held is None:
            return None
        held = held.get(name.strip('"'))
    return held if isinstance(held, Text) else None


def _label(stage: Stage, passing: Passing) -> None:
    for key, one in stage.options.items():
        name = key.removeprefix("values.")
        if name in ("selector", ""):
            continue
        if stage.kind == "static_labels":
            passing.labels[name] = known(str(one.value)) if not one.unknown else anything(name)
            continue
        source = str(one.value) if one.value else name
        value = passing.extracted.get(source)
        if value is not None:
            passing.labels[name] = value
        elif passing.extracting:
            passing.labels[name] = anything(f"the label {name}")


def _other(stage: Stage, passing: Passing) -> None:
    if stage.kind == "template":
        source = _text(stage.options.get("source"))
        template = _text(stage.options.get("template")).replace(" ", "")
        held = passing.extracted.get(source)
        changed = {
            "{{ToLower.Value}}": str.lower,
            "{{ToUpper.Value}}": str.upper,
            "{{.Value|ToLower}}": str.lower,
            "{{.Value|ToUpper}}": str.upper,
        }
        if held is not None and held.literal is not None and template in changed:
            passing.extracted[source] = known(changed[template](held.literal))
        elif source:
            passing.extracted[source] = anything(f"the extracted {source}")
    elif stage.kind in ("pack", "replace"):
        passing.line = unknown_line(passing.line.text, f"what {stage.kind} makes of the line")


def _groups(pattern: str) -> list[str]:
    return [part.partition(">")[0] for part in pattern.split("(?P<")[1:]]


def mismatched(passing: Passing) -> str:
    """What to say of a parser that does not fit the line; ``""`` for none."""
    stage = passing.mismatch
    if stage is None:
        return ""
    return f"; the stage {stage.kind} in line {stage.span.line} finds nothing, because the line is {passing.line.form}"


def counted(passing: Passing, shipper: str, seconds: float) -> list[Arrival]:
    """What Prometheus can read of it."""
    return [Arrival((one.hop(shipper, seconds),), metric=one.metric) for one in passing.counted]
