"""Filebeat: what an input makes of a line, processors in their order, the output (Filebeat's reference, 8.x)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.logconfig.model import Setting
from checker.monitoring.model import Collector, Input
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.carried import Carried, asked, may_be_json, objects, opposite, present, same
from checker.trace.collecting.dissecting import dissected
from checker.trace.collecting.keeping import beginning, handed, indexed, nowhere, raw
from checker.trace.collecting.options import Options, below, heads, is_on, listed, pairs, text, texts
from checker.trace.collecting.sources import Source
from checker.trace.matching.patterns import matches
from checker.trace.rendering.line import Field
from checker.trace.wording import Match, Text, anything, contains, every, known, some

KIND = "filebeat"
_FLUSH = 10.0
"""``scan_frequency``: seconds between two looks at a file; what is read is sent at once."""
_ADDING = frozenset(("add_host_metadata", "add_cloud_metadata", "add_docker_metadata", "add_kubernetes_metadata", "add_process_metadata",
                     "add_observer_metadata", "add_id", "add_locale", "add_nomad_metadata", "add_cloudfoundry_metadata", "community_id",
                     "dns", "registered_domain", "add_session_metadata", "fingerprint", "timestamp", "convert"))  # fmt: skip
"""Processors that add what no rule for the project's own events looks at, and lose nothing."""


def arrivals(collector: Collector, taken: Input, source: Source) -> list[Arrival]:
    """What its output gets."""
    carried = _taken(taken, source)
    for options, key in ((taken.options, "processors"), (collector.settings, "processors")):
        for one in listed(options, key):
            for name in heads(one):
                if not carried.lost:
                    _process(name, below(one, name), carried)
    if carried.dropped is not None:
        return [Arrival((carried.dropped,))]
    if not collector.outputs:
        return nowhere(taken, KIND, "it names no output", collector.partial or "its output is not known")
    arrival = handed(carried, taken, collector.outputs[0], KIND, _FLUSH)
    return [indexed(arrival, _index(collector, taken)) if arrival.store == "elasticsearch" else arrival]


def _index(collector: Collector, taken: Input) -> Text | None:
    """Its own index unless the output, or the input, names another."""
    told = text(taken.options, "index") or text(collector.outputs[0].options, "index", "indices.0.index")
    if not told:
        return known("filebeat-")
    return beginning(told)


def _taken(taken: Input, source: Source) -> Carried:
    line, wrapped = raw(source, taken)
    if wrapped and (taken.kind in ("container", "docker") or _parser(taken.options, "container") is not None):
        line = source.line
    carried = Carried({"message": line.text})
    _filters(taken, carried)
    ndjson = _parser(taken.options, "ndjson")
    old = below(taken.options, "json")
    if ndjson is not None:
        _decode("message", text(ndjson, "target"), carried, keeps=not is_on(ndjson, "overwrite_keys"), taken_away=True, key="")
    elif old:
        target = "" if is_on(old, "keys_under_root") else "json"
        keeps = not is_on(old, "overwrite_keys")
        _decode("message", target, carried, keeps=keeps, taken_away=True, key=text(old, "message_key"))
    _added(taken.options, carried)
    if taken.kind in ("module", "autodiscover", "config"):
        carried.unsure(f"what {taken.kind} {taken.name} makes of it is not known".replace("  ", " "))
    return carried


def _parser(options: Options, name: str) -> dict[str, Setting] | None:
    """The options of a parser of ``filestream``."""
    return next((below(one, name) for one in listed(options, "parsers") if name in heads(one)), None)


def _filters(taken: Input, carried: Carried) -> None:
    """``include_lines`` comes before ``exclude_lines``, whatever their order."""
    kept = listed(taken.options, "include_lines")
    line = carried.text("message") or Text()
    if kept:
        span = kept[0][""].span
        carried.decide(some(_fits(line, one[""]) for one in kept), KIND, "include_lines", span, keeps=True)
    for one in listed(taken.options, "exclude_lines"):
        if not carried.lost:
            carried.decide(_fits(line, one[""]), KIND, "exclude_lines", one[""].span)


def _fits(line: Text, pattern: Setting) -> Match:
    if not isinstance(pattern.value, str):
        return Match(outcome=None, why="the pattern is not known")
    return matches(line, pattern.value)


def _decode(path: str, target: str, carried: Carried, *, keeps: bool, taken_away: bool = False, key: str = "") -> None:
    """Read a field as JSON into the record, or into a field; on failure everything stays as it is."""
    held = carried.text(path)
    if held is None:
        carried.open = carried.open or carried.may_hold(path)
        return
    found = objects(held)
    if found is None:
        carried.open = carried.open or may_be_json(held)
        return
    if taken_away:
        carried.remove(path)
        if key and isinstance(found.get(key), Text):
            carried.put("message", found[key])
    if target:
        carried.put(target, found)
        return
    for name, value in found.items():
        if not (keeps and name in carried.fields):
            carried.fields[name] = value


def _added(options: Options, carried: Carried) -> None:
    """``fields``, below that name unless ``fields_under_root``; what is added is no field of the record's own."""
    prefix = "" if is_on(options, "fields_under_root") else "fields."
    for name, one in pairs(options, "fields"):
        carried.put(f"{prefix}{name}", _value(one, name))
    _tags(options, "tags", carried)


def _value(one: Setting, name: str) -> Text:
    return known(str(one.value)) if one.value is not None and not one.open else anything(name)


def _tags(options: Options, key: str, carried: Carried) -> None:
    for number, tag in enumerate(texts(options, key)):
        carried.put(f"tags.{number}", known(tag))


def _process(name: str, options: dict[str, Setting], carried: Carried) -> None:
    chosen = condition(below(options, "when"), carried) if any(one == "when" or one.startswith("when.") for one in options) else None
    if name == "drop_event":
        place = next(iter(options.values()), None)
        if chosen is None:
            carried.doubt = carried.doubt or "drop_event stands there without a condition"
        elif place is not None:
            carried.decide(chosen, KIND, "drop_event", place.span)
        return
    if chosen is not None and chosen.outcome is False:
        return
    if chosen is not None and chosen.outcome is None:
        carried.unsure(f"whether {name} is done with it is not known: {chosen.why}")
        return
    known_step = _STEPS.get(name)
    if known_step is not None:
        known_step(options, carried)
    elif name == "rate_limit":
        carried.doubt = carried.doubt or "rate_limit keeps only a part"
    elif name in _ADDING:
        return
    else:
        carried.unsure(f"what {name} makes of it is not followed")


def _decode_json_fields(options: Options, carried: Carried) -> None:
    for path in texts(options, "fields"):
        target = text(options, "target") if "target" in options else path
        _decode(path, target, carried, keeps=not is_on(options, "overwrite_keys"))


def _drop_fields(options: Options, carried: Carried) -> None:
    for path in texts(options, "fields"):
        if path not in ("@timestamp", "type"):
            carried.remove(path)


def _include_fields(options: Options, carried: Carried) -> None:
    kept = Carried({})
    for path in texts(options, "fields"):
        held = carried.at(path)
        if held is not None:
            kept.put(path, held)
    carried.fields = kept.fields


def _moved(options: Options, carried: Carried, *, away: bool) -> None:
    for one in listed(options, "fields"):
        held = carried.remove(text(one, "from")) if away else carried.at(text(one, "from"))
        if held is not None:
            carried.put(text(one, "to"), held)


def _add_fields(options: Options, carried: Carried) -> None:
    target = text(options, "target", default="" if "target" in options else "fields")
    for name, one in pairs(options, "fields"):
        carried.put(f"{target}.{name}" if target else name, _value(one, name))


def _add_labels(options: Options, carried: Carried) -> None:
    for name, one in pairs(options, "labels"):
        carried.put(f"labels.{name}", _value(one, name))


def _dissect(options: Options, carried: Carried) -> None:
    prefix = text(options, "target_prefix", default="" if "target_prefix" in options else "dissect")
    held = carried.text(text(options, "field", default="message"))
    found: Mapping[str, Field] | None = dissected(held, text(options, "tokenizer")) if held is not None else {}
    if found is None:
        carried.unsure("what dissect finds is not known")
        return
    for name, value in found.items():
        carried.put(f"{prefix}.{name}" if prefix else name, value)


def _replace(options: Options, carried: Carried) -> None:
    for one in listed(options, "fields"):
        path = text(one, "field")
        if carried.at(path) is not None:
            carried.put(path, anything(path))


_STEPS: Mapping[str, Callable[[dict[str, Setting], Carried], None]] = {
    "decode_json_fields": _decode_json_fields,
    "drop_fields": _drop_fields,
    "include_fields": _include_fields,
    "rename": lambda options, carried: _moved(options, carried, away=True),
    "copy_fields": lambda options, carried: _moved(options, carried, away=False),
    "add_fields": _add_fields,
    "add_labels": _add_labels,
    "add_tags": lambda options, carried: _tags(options, "tags", carried),
    "dissect": _dissect,
    "replace": _replace,
    "truncate_fields": lambda options, carried: None,
}


def condition(options: Options, carried: Carried) -> Match:
    """A condition of a processor: all that stand beside each other must hold."""
    return every(_conditions(options, carried))


def _conditions(options: Options, carried: Carried) -> Iterator[Match]:
    for name in heads(options):
        inner = below(options, name)
        if name in ("and", "or"):
            found = [condition(one, carried) for one in listed(options, name)]
            yield every(found) if name == "and" else some(found)
        elif name == "not":
            yield opposite(condition(inner, carried))
        elif name in ("equals", "contains", "regexp"):
            yield from (_tested(name, path, one, carried) for path, one in inner.items())
        elif name == "has_fields":
            yield from (present(carried, path) for path in texts(options, name))
        else:
            yield Match(outcome=None, why=f"the condition {name} is not followed")


def _tested(name: str, path: str, wanted: Setting, carried: Carried) -> Match:
    if wanted.value is None:
        return Match(outcome=None, why=f"what {path} must be is not known")
    told = str(wanted.value).lower() if isinstance(wanted.value, bool) else str(wanted.value)
    if name == "regexp":
        return asked(carried, path, lambda held: matches(held, told, what=path))
    if name == "contains":
        return asked(carried, path, lambda held: contains(held, told, what=path))
    return asked(carried, path, lambda held: same(held, told, path))
