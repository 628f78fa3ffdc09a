"""rsyslog: a message through the rules of its input's ruleset to each action that takes it (rsyslog's manual, 8.x)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.monitoring.fields import flag
from checker.monitoring.model import Collector, Input, Output
from checker.monitoring.syslog import Statement
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.carried import Carried, objects
from checker.trace.collecting.keeping import nowhere, reading
from checker.trace.collecting.options import text
from checker.trace.collecting.rsyslogd.conditions import holds
from checker.trace.collecting.rsyslogd.message import Message
from checker.trace.collecting.rsyslogd.templates import filled
from checker.trace.collecting.sources import Source
from checker.trace.model import Hop, Verdict
from checker.trace.rendering.line import Line, is_list
from checker.trace.wording import Text, anything, every, known

KIND = "rsyslog"
_QUEUE = 1.0
_DEEPEST = 6
"""Rulesets that call each other."""
_STORES = {"omelasticsearch": ("StdJSONFmt", "elasticsearch"), "omhttp": ("StdJSONFmt", ""), "omfwd": ("RSYSLOG_ForwardFormat", ""),
           "omrelp": ("RSYSLOG_ForwardFormat", "")}  # fmt: skip
"""Actions that send lines away: the template where none is named, and the store."""


def arrivals(collector: Collector, taken: Input, source: Source) -> list[Arrival]:
    """What each action that takes the message sends; lost ones say where it ends."""
    message = _message(taken, source)
    way = _Way(collector, taken, message)
    way.through(text(taken.options, "ruleset"), 0)
    found = way.found
    away = [one for one in found if one.store or one.onward or one.hops[-1].verdict is Verdict.OK]
    if away or found:
        return away or found
    sure = bool(way.ended) and ".d/" not in taken.span.path
    doubt = collector.partial or ("" if sure else _elsewhere(collector, taken)) or message.carried.doubt
    return nowhere(taken, KIND, way.ended or "no action takes it", doubt)


def _elsewhere(collector: Collector, taken: Input) -> str:
    """A ruleset that another file may hold; rules that stand in none may be added to by any."""
    name = text(taken.options, "ruleset")
    there = any(one.name == "ruleset" and one.text("name") == name for one in collector.program)
    return "" if there else "another file may hold further rules"


def _message(taken: Input, source: Source) -> Message:
    if taken.kind == "imfile":
        facility, severity = text(taken.options, "facility", default="local0"), text(taken.options, "severity", default="notice")
        tag = text(taken.options, "tag")
        return Message(source.line.text, tag.removesuffix(":"), facility.lower(), severity.lower())
    return Message(source.line.text, whole=False)


class _Way:
    """A message on its way through rulesets."""

    def __init__(self, collector: Collector, taken: Input, message: Message) -> None:
        self.collector = collector
        self.taken = taken
        self.message = message
        self.outputs = {one.span: one for one in collector.outputs}
        self.found: list[Arrival] = []
        self.ended = ""

    def through(self, ruleset: str, depth: int) -> bool:
        """Whether the message goes on behind a ruleset."""
        for one in self.collector.program:
            if one.ruleset != ruleset or one.name not in ("action", "stop", "call", "set", "unset", "reset"):
                continue
            match = every(holds(condition, self.message) for condition in one.conditions)
            if match.outcome is False:
                continue
            doubt = match.why if match.outcome is None else ""
            if one.name == "stop" and not doubt:
                self.ended = f"a rule in line {one.span.line} stops it"
                return False
            if not self._done(one, doubt, depth):
                return False
        return True

    def _done(self, one: Statement, doubt: str, depth: int) -> bool:
        carried = self.message.carried
        if one.name == "stop":
            carried.doubt = carried.doubt or f"the rule in line {one.span.line} may stop it: {doubt}"
        elif one.name == "call":
            return depth >= _DEEPEST or self.through(one.text("value"), depth + 1) or bool(doubt)
        elif one.name in ("set", "unset", "reset"):
            carried.open = True
        elif one.text("type").startswith("mm"):
            self._parsed(one)
        else:
            output = self.outputs.get(one.span)
            self.found += [] if output is None else self._sent(output, doubt)
        return True

    def _parsed(self, one: Statement) -> None:
        """``mmjsonparse`` takes JSON apart that begins with its cookie."""
        cookie = one.parameters.get("cookie")
        bare = cookie is not None and cookie.value == ""
        held = objects(self.message.line) if one.text("type") == "mmjsonparse" and bare else None
        if held is not None:
            self.message.carried.fields = {**self.message.carried.fields, **held}
        elif one.text("type") != "mmjsonparse" or not bare:
            self.message.carried.open = True

    def _sent(self, output: Output, doubt: str) -> Iterator[Arrival]:
        carried = Carried({}, doubt=self.message.carried.doubt or doubt)
        hop = reading(carried, self.taken, KIND, _QUEUE)
        if output.kind == "omfile":
            yield self._kept(output, hop)
            return
        if output.kind not in _STORES:
            why = f"it is kept by {output.kind} {text(output.options, 'file')}".rstrip()
            yield Arrival(
                (hop, Hop("sink", Verdict.UNKNOWN, output.kind, f"{why}, and whether anything reads that is not known", output.span))
            )
            return
        default, store = _STORES[output.kind]
        made = filled(text(output.options, "template", default=default), self.collector.program, self.message)
        line = _line(made if made is not None else anything("the template"))
        if store:
            sink = Hop("sink", Verdict.OK, store, f"it is sent to {store}", output.span, shown=line.text.shown[:400])
            index = text(output.options, "searchindex", default="system")
            dynamic = flag(output.options.get("dynsearchindex"), default=False)
            yield Arrival((hop, sink), line, {} if dynamic else {"_index": known(index)}, True, store)
        elif output.kind == "omhttp":
            yield self._posted(output, hop, line)
        else:
            why = f"it is sent on by {output.kind}, to what is not in this project"
            sink = Hop("sink", Verdict.UNKNOWN, output.kind, why, output.span, None)
            yield Arrival((hop, sink), replace(line, open=True), {}, True, "", onward="relp" if output.kind == "omrelp" else "syslog")

    def _kept(self, output: Output, hop: Hop) -> Arrival:
        """In a file, which another shipper may read: a name with properties in it is not followed."""
        path = text(output.options, "file")
        template = text(output.options, "template", default="RSYSLOG_TraditionalFileFormat")
        made = filled(template, self.collector.program, self.message)
        why = f"it is kept by omfile {path}".rstrip() + ", and whether anything reads that is not known"
        sink = Hop("sink", Verdict.UNKNOWN, "omfile", why, output.span)
        line = _line(made if made is not None else anything("the template"))
        if not path.startswith("/"):
            return Arrival((hop, sink))
        return Arrival((hop, sink), line, {}, True, "", onward="file", tag=path)

    @staticmethod
    def _posted(output: Output, hop: Hop, line: Line) -> Arrival:
        """To Loki, whose form of streams and values the template writes; to something else as it is."""
        path = text(output.options, "restpath")
        if "loki/api" not in path:
            sink = Hop(
                "sink",
                Verdict.UNKNOWN,
                "http",
                f"it is posted to {path or 'an address'}, and what takes it is not known",
                output.span,
                None,
            )
            return Arrival((hop, sink), line, {}, True)
        sink = Hop("sink", Verdict.OK, "loki", "it is sent to Loki", output.span, shown=line.text.shown[:400])
        labels, written = _of_loki(line)
        return Arrival((hop, sink), written or Line(line.text, "", open=True), labels or {}, labels is None, "loki")


def _of_loki(line: Line) -> tuple[dict[str, Text] | None, Line | None]:
    """Labels and text of ``{"stream": {...}, "values": [[time, text]]}``, with or without ``streams`` around it."""
    stream, values = line.fields.get("stream"), line.fields.get("values")
    if stream is None or values is None or isinstance(stream, Text) or isinstance(values, Text):
        return None, None
    first = values.get("0")
    told = first.get("1") if first is not None and not isinstance(first, Text) and is_list(first) else None
    labels = {name: value for name, value in stream.items() if isinstance(value, Text)}
    return labels, _line(told) if isinstance(told, Text) else None


def _line(made: Text) -> Line:
    fields = objects(made)
    return Line(made, "json", fields) if fields is not None else Line(made, "text" if made.free is None else "")
