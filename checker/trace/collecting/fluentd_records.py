"""What Fluentd's parsers and filters make of a record (Fluentd's manual, 1.x)."""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.logconfig.model import Setting
from checker.monitoring.model import Collector, Output, Stage
from checker.trace.collecting.carried import Carried, asked, may_be_json, objects, opposite
from checker.trace.collecting.options import Options, below, is_on, listed, pairs, text
from checker.trace.matching.patterns import captured, matches
from checker.trace.rendering.line import Field
from checker.trace.wording import Match, Text, anything, every, joined, known, some

_SHIPPER = "fluentd"
_PLACEHOLDER = re.compile(r"\$\{(?P<code>[^}]*)\}|__(?P<old>TAG|HOSTNAME)__")
_RECORD = re.compile(r"^record(?:\[\"?'?(?P<key>[\w.@-]+)'?\"?\]|\.dig\(\"(?P<dug>\w+)\"\))$")
_ADDING = frozenset(("kubernetes_metadata", "geoip", "prometheus", "stdout", "elasticsearch_genid", "numeric_counter",
                     "dedot", "flatten_hash", "ua_parser", "systemd_entry", "datacounter"))  # fmt: skip


def taken_apart(line: Text, parse: Options) -> dict[str, Field] | None:
    """A line by a parser; nothing where the parser does not fit, ``None`` where that is not known."""
    kind = text(parse, "@type", "format").lower()
    if kind in ("", "none"):
        return {text(parse, "message_key", default="message"): line}
    if kind == "json":
        found = objects(line)
        return None if found is None and may_be_json(line) else dict(found or {})
    expression = text(parse, "expression") or (text(parse, "format1") if kind == "multiline" else "")
    if kind.startswith("/") and kind.endswith("/"):
        expression = text(parse, "format")
    if expression:
        return _by_expression(line, expression, text(parse, "time_key", default="time"))
    return None


def _by_expression(line: Text, expression: str, time_key: str) -> dict[str, Field] | None:
    pattern = re.sub(r"\(\?<(?=[A-Za-z_])", "(?P<", re.sub(r"^/(.*)/[imx]*$", r"\1", expression))
    match = matches(line, pattern)
    if match.outcome is None:
        return None
    if not match.outcome:
        return {}
    taken = captured(line, pattern)
    names = [name for name in re.findall(r"\(\?P<(\w+)>", pattern) if name != time_key]
    return {name: taken.get(name) or anything(f"what the expression finds as {name}") for name in names}


def filtered(stage: Stage, collector: Collector, carried: Carried) -> None:
    """What one filter does; the parts of a ``grep`` are decided at its first one."""
    if stage.kind == "grep":
        _grep(stage, collector, carried)
    elif stage.action == "sample":
        carried.doubt = carried.doubt or f"{stage.kind} keeps only a part"
    elif stage.kind in ("record_transformer", "record_modifier"):
        _transform(stage, collector, carried)
    elif stage.kind == "parser":
        _parse(stage, carried)
    elif stage.kind not in _ADDING and stage.kind not in ("concat", "detect_exceptions"):
        carried.unsure(f"what {stage.kind} in line {stage.span.line} makes of it is not followed")


def _grep(stage: Stage, collector: Collector, carried: Carried) -> None:
    """All of ``<regexp>`` must fit and none of ``<exclude>``; within ``<or>`` and ``<and>`` it is one of them, or all."""
    group = stage.options.get("@group")
    if group is None:
        _one(stage, carried)
        return
    together = [one for one in collector.stages if (held := one.options.get("@group")) is not None and held.span == group.span]
    if stage is not together[0]:
        return
    found = [_test(one, carried) for one in together]
    whole = every(found) if group.value == "and" else some(found)
    carried.decide(whole, _SHIPPER, "grep", stage.span, keeps=stage.action == "keep")


def _one(stage: Stage, carried: Carried) -> None:
    carried.decide(_test(stage, carried), _SHIPPER, f"grep by {str(stage.patterns[0].value)!r}", stage.span, keeps=stage.action == "keep")


def _test(stage: Stage, carried: Carried) -> Match:
    pattern, field = stage.patterns[0], str(stage.fields[0].value or "") if stage.fields else ""
    if not isinstance(pattern.value, str) or pattern.open or not field:
        return Match(outcome=None, why="what grep looks for is not known")
    return asked(carried, field, lambda held: matches(held, re.sub(r"^/(.*)/[imx]*$", r"\1", str(pattern.value)), what=field))


def _transform(stage: Stage, collector: Collector, carried: Carried) -> None:
    """``<record>`` first, then the keys that are removed or kept; a removal of several keys is several stages."""
    same = [one for one in collector.stages if one.options is stage.options]
    if same and stage is not same[0]:
        return
    options = stage.options
    made = {
        name: _value(one, carried, ruby=is_on(options, "enable_ruby") or stage.kind == "record_modifier")
        for name, one in pairs(options, "record")
    }
    if is_on(options, "renew_record"):
        kept = re.findall(r"[^\s,\"'\[\]]+", text(options, "keep_keys"))
        carried.fields = {name: one for name, one in carried.fields.items() if name in kept}
    for name, value in made.items():
        carried.fields = {**carried.fields, name: value}
    for name in re.findall(r"[^\s,\"'\[\]]+", text(options, "remove_keys")):
        carried.remove(name)
    allowed = re.findall(r"[^\s,\"'\[\]]+", text(options, "whitelist_keys"))
    if allowed:
        carried.fields = {name: one for name, one in carried.fields.items() if name in allowed}


def _value(one: Setting, carried: Carried, *, ruby: bool) -> Text:
    """A text with ``${record["user"]}`` in it; other Ruby is not run."""
    if one.value is None or one.open:
        return anything("an expression")
    template, made, at = str(one.value), list[Text](), 0
    for match in _PLACEHOLDER.finditer(template):
        told = _RECORD.match(match["code"] or "")
        held = carried.text(told["key"] or told["dug"]) if told is not None else None
        made += [known(template[at : match.start()]), held if held is not None else anything(match["code"] or match["old"])]
        at = match.end()
    return joined((*made, known(template[at:])))


def _parse(stage: Stage, carried: Carried) -> None:
    """The filter ``parser`` reads one key; what does not fit is an error and goes to ``@ERROR`` unless ``reserve_data``."""
    options = stage.options
    key, target = text(options, "key_name", default="message"), text(options, "hash_value_field")
    parse = below(options, "parse") or {name: one for name, one in options.items() if name.startswith("format")}
    several = [below(one, "") or one for one in listed(options, "parse.pattern")]
    held = carried.text(key)
    found = taken_apart(held, parse) if held is not None and not several else None
    if held is not None and found is None:
        carried.open = True
        return
    if not found:
        kept = is_on(options, "reserve_data") or not is_on(options, "emit_invalid_record_to_error", default=True)
        if not kept and not carried.open:
            carried.lose(_SHIPPER, f"the filter parser does not fit {key}, and sends it to @ERROR", stage.span)
        return
    prefix = text(options, "inject_key_prefix")
    made: dict[str, Field] = {f"{prefix}{name}": one for name, one in found.items()}
    base = dict(carried.fields) if is_on(options, "reserve_data") else {}
    if is_on(options, "remove_key_name_field"):
        base.pop(key, None)
    carried.fields = {**base, target: made} if target else {**base, **made}


def _fits(pattern: str) -> Callable[[Text], Match]:
    bare = re.sub(r"^/(.*)/[imx]*$", r"\1", pattern)
    return lambda held: matches(held, bare)


def retagged(output: Output, collector: Collector, tag: str, label: str, carried: Carried) -> str | None:
    """The tag that the record is sent back with: ``""`` where no rule takes it, ``None`` where that is not followed."""
    if output.kind in ("detect_exceptions", "rewrite"):
        prefix = text(output.options, "remove_tag_prefix")
        return tag.removeprefix(f"{prefix}.") if prefix and tag.startswith(f"{prefix}.") else None
    if output.kind == "retag":
        return text(output.options, "tag") or f"{text(output.options, 'add_prefix')}.{tag}".strip(".")
    if output.kind != "rewrite_tag_filter":
        return None
    for rule in collector.stages:
        if rule.kind != "rewrite_tag_filter" or rule.match != output.match or text(rule.options, "@scope") != label:
            continue
        key, pattern = text(rule.options, "key"), text(rule.options, "pattern")
        match = asked(carried, key, _fits(pattern))
        match = opposite(match) if is_on(rule.options, "invert") else match
        if match.outcome is None:
            return None
        if match.outcome:
            return text(rule.options, "tag").replace("\u2026", tag).replace("__TAG__", tag)
    return ""
