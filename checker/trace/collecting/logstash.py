"""Logstash: what an input makes of a line, filters in their order and under their conditions, the outputs (Logstash's reference, 8.x)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from checker.logconfig.model import Setting
from checker.model import Span
from checker.monitoring.model import Collector, Input, Output
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.carried import Carried, may_be_json, objects, opposite
from checker.trace.collecting.dissecting import dissected
from checker.trace.collecting.grok import grokked
from checker.trace.collecting.keeping import handed, indexed, nowhere, raw
from checker.trace.collecting.logstash_conditions import condition
from checker.trace.collecting.mutating import mutate, sprintf
from checker.trace.collecting.options import Options, below, is_on, pairs, text, texts
from checker.trace.collecting.sources import Source
from checker.trace.wording import Match, every, known

KIND = "logstash"
_PAUSE = 5.0
"""Seconds after which a batch is sent at the latest, where few records come (``pipeline.batch.delay`` is less)."""
_ADDING = frozenset(("date", "geoip", "useragent", "uuid", "dns", "fingerprint", "urldecode", "syslog_pri", "translate", "kv", "csv", "xml",
                     "anonymize", "cidr", "de_dot", "elapsed", "environment", "http", "jdbc_static", "memcached", "metricize", "sleep",
                     "elasticsearch", "cipher", "bytes", "i18n", "tld", "truncate", "json_encode"))  # fmt: skip
"""Filters that add fields, or change one, and lose nothing."""
_QUIET = frozenset(("date", "geoip", "useragent", "uuid", "dns", "fingerprint", "sleep", "metricize", "elapsed", "syslog_pri", "de_dot"))
"""Those that leave a record's own fields alone."""


def arrivals(collector: Collector, taken: Input, source: Source) -> list[Arrival]:
    """What each output whose conditions may hold gets."""
    carried = _taken(taken, source)
    decided: dict[Span, Match] = {}
    for name, span, options in _plugins(collector):
        chosen = _chosen(options, carried, decided)
        if chosen.outcome is not False and not carried.lost:
            _filter(name, span, options, carried, chosen)
    if carried.dropped is not None:
        return [Arrival((carried.dropped,))]
    found = [one for output in collector.outputs for one in _sent(output, taken, carried, decided)]
    return found or nowhere(taken, KIND, "no output takes it", collector.partial)


def _taken(taken: Input, source: Source) -> Carried:
    if source.carried is not None:
        carried = Carried(dict(source.carried), open=source.line.open)
    else:
        line, _ = raw(source, taken)
        carried = Carried({"message": line.text})
        codec = str(taken.parser.value) if taken.parser is not None and taken.parser.value else ""
        if codec.startswith("json"):
            _read("message", "", carried)
            if "message" in carried.fields and objects(line.text) is not None and "message" not in (objects(line.text) or {}):
                carried.remove("message")
    if "type" in taken.options and carried.at("type") is None:
        carried.put("type", known(text(taken.options, "type")))
    _tagged(taken.options, "tags", carried)
    _common(taken.options, carried)
    return carried


def _plugins(collector: Collector) -> Iterator[tuple[str, Span, Options]]:
    """Each filter once, though it may be several stages."""
    told: set[Span] = set()
    for stage in collector.stages:
        plugin = stage.options.get("@plugin")
        if plugin is not None and plugin.span not in told:
            told.add(plugin.span)
            yield str(plugin.value), plugin.span, stage.options


def _chosen(options: Options, carried: Carried, decided: dict[Span, Match]) -> Match:
    """Whether all conditions around a plugin hold; each is decided once, when it is first met."""
    found = []
    for key, one in options.items():
        if key.startswith(("@if.", "@unless.")):
            if one.span not in decided:
                decided[one.span] = condition(str(one.value), carried)
            found.append(opposite(decided[one.span]) if key.startswith("@unless.") else decided[one.span])
    return every(found)


def _filter(name: str, span: Span, options: Options, carried: Carried, chosen: Match) -> None:
    if name == "drop":
        share = text(options, "percentage")
        if share and share != "100":
            carried.doubt = carried.doubt or "drop keeps only a part"
        else:
            carried.decide(chosen, KIND, "drop", span)
        return
    if chosen.outcome is None:
        if name not in _QUIET:
            carried.unsure(f"whether {name} in line {span.line} is done with it is not known: {chosen.why}")
        return
    step = _STEPS.get(name)
    if step is not None:
        if step(options, carried):
            _common(options, carried)
    elif name in ("throttle", "aggregate", "ruby", "clone", "split", "prune", "multiline", "metrics", "alter", "range", "grok_discovery"):
        carried.unsure(f"what {name} in line {span.line} makes of it is not known")
    elif name in _ADDING:
        carried.open = carried.open or name not in _QUIET
        _common(options, carried)
    else:
        carried.unsure(f"what {name} makes of it is not followed")


def _common(options: Options, carried: Carried) -> None:
    """What every plugin can do when it succeeds."""
    for name, one in pairs(options, "add_field"):
        carried.put(name, sprintf(str(one.value or ""), carried))
    _tagged(options, "add_tag", carried)
    for path in (*texts(options, "remove_field"), *texts(options, "remove")):
        carried.remove(path)


def _tagged(options: Options, key: str, carried: Carried) -> None:
    held = carried.at("tags")
    count = len(held) if isinstance(held, Mapping) else 0
    for number, tag in enumerate(texts(options, key)):
        carried.put(f"tags.{count + number}", known(tag))


def _failed(tag: str, carried: Carried) -> bool:
    held = carried.at("tags")
    carried.put(f"tags.{len(held) if isinstance(held, Mapping) else 0}", known(tag))
    return False


def _read(path: str, target: str, carried: Carried) -> bool | None:
    held = carried.text(path)
    if held is None:
        return None if carried.may_hold(path) else False
    found = objects(held)
    if found is None:
        return None if may_be_json(held) else False
    if target:
        carried.put(target, found)
    else:
        carried.fields = {**carried.fields, **found}
    return True


def _json(options: Options, carried: Carried) -> bool:
    done = _read(text(options, "source", default="message"), text(options, "target"), carried)
    carried.open = carried.open or done is None
    if done is False and not is_on(options, "skip_on_invalid_json"):
        return _failed(text(options, "tag_on_failure", default="_jsonparsefailure"), carried)
    return bool(done)


def _grok(options: Options, carried: Carried) -> bool:
    """The first pattern that fits takes the fields; a field that is there already keeps both, unless it is to be overwritten."""
    own = {name: str(one.value) for name, one in pairs(options, "pattern_definitions")}
    told = below(options, "match")
    asked = [(path.partition(".")[0], one) for path, one in told.items() if not path.isdigit()] or list(_paired(told))
    overwritten = set(texts(options, "overwrite"))
    for path, pattern in asked:
        held = carried.text(path)
        if held is None:
            continue
        fits, found = grokked(held, str(pattern.value or ""), own)
        if fits is None:
            carried.open = True
            return False
        if fits:
            for name, value in found.items():
                if name == path and name not in overwritten:
                    continue  # it becomes a list of both, the first of which is the old one
                carried.put(name, value)
            return True
    return _failed("_grokparsefailure", carried)


def _paired(told: Options) -> Iterator[tuple[str, Setting]]:
    """``match => ["message", "%{...}"]``"""
    listed = [one for path, one in told.items() if path.isdigit()]
    yield from ((str(name.value), pattern) for name, pattern in zip(listed[::2], listed[1::2], strict=False))


def _dissect(options: Options, carried: Carried) -> bool:
    for path, one in pairs(options, "mapping"):
        held = carried.text(path)
        found = dissected(held, str(one.value or "")) if held is not None else {}
        if found is None:
            carried.open = True
        elif not found:
            return _failed("_dissectfailure", carried)
        for name, value in (found or {}).items():
            carried.put(name, value)
    return True


def _sent(output: Output, taken: Input, carried: Carried, decided: dict[Span, Match]) -> Iterator[Arrival]:
    chosen = _chosen(output.options, carried, dict(decided))
    if chosen.outcome is False or output.sink == "inner":
        return
    doubt = f"whether {output.kind} takes it is not known: {chosen.why}" if chosen.outcome is None else ""
    doubted = Carried(dict(carried.fields), carried.open, carried.doubt or doubt)
    arrival = handed(doubted, taken, output, KIND, _PAUSE)
    if arrival.store in ("elasticsearch", "opensearch"):
        named = text(output.options, "index")
        arrival = indexed(arrival, sprintf(re.sub(r"%\{\+.*?\}.*$", "", named), carried) if named else known("logstash-"))
    yield arrival


_STEPS: Mapping[str, Callable[[Options, Carried], bool]] = {"json": _json, "grok": _grok, "dissect": _dissect, "mutate": mutate}
