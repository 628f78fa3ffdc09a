"""Promtail: labels of its targets, relabelling, the stages of a job."""

from __future__ import annotations

import re

from checker.monitoring.model import Collector, Input
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.loki_stages import Passing, counted, mismatched, through
from checker.trace.collecting.sources import Source
from checker.trace.model import Hop, Verdict
from checker.trace.wording import Hole, Text, anything, known

KIND = "promtail"
_BATCH = 1.0
"""``batchwait``: seconds that a client waits for more, where nothing else is said."""
_SERVICE = "__meta_docker_container_label_com_docker_compose_service"
_CONTAINER = "__meta_docker_container_name"


def arrivals(collector: Collector, taken: Input, source: Source) -> list[Arrival]:
    """What its clients get."""
    labels, open_ = _labels(taken, source)
    stages = [stage for stage in collector.stages if stage.match == taken.name]
    passing = through(stages, Passing(source.line, labels, open_), KIND)
    if passing.dropped is not None:
        return [Arrival((passing.dropped,)), *counted(passing, KIND, _BATCH)]
    why = f"the job {taken.name} reads it" if taken.name else "it reads it"
    why = f"{why}{mismatched(passing)}"
    hop = Hop("shipper", Verdict.UNKNOWN if passing.doubt else Verdict.OK, KIND, passing.doubt or why, taken.span, _BATCH)
    sink = Hop("sink", Verdict.UNKNOWN, "loki", "it names no client")
    if collector.outputs:
        sink = Hop("sink", Verdict.OK, "loki", "it is sent to Loki", collector.outputs[0].span, shown=_shown(passing))
    own = passing.mismatch if taken.paths and source.destination.kind == "file" else None
    line = Arrival((hop, sink), passing.line, passing.labels, passing.open, "loki", own)
    return [line, *counted(passing, KIND, _BATCH)]


def _shown(passing: Passing) -> str:
    labels = ", ".join(f'{name}="{value.shown}"' for name, value in sorted(passing.labels.items()))
    return f"{{{labels}}} {passing.line.text.shown}"


def _labels(taken: Input, source: Source) -> tuple[dict[str, Text], bool]:
    """Those that a target has before any stage, and whether there may be others."""
    held: dict[str, Text] = {}
    open_ = False
    for key, one in taken.options.items():
        if key.startswith("labels."):
            held[key.removeprefix("labels.")] = anything(key) if one.unknown else known(str(one.value))
    if taken.paths:
        held["filename"] = Text((Hole("the file", source.destination.target or "zzfilezz"),))
        held.setdefault("job", known(taken.name))
    discovered = not taken.paths
    if discovered:
        held["job"] = known(taken.name)
    rules = _relabellings(taken)
    for rule in rules:
        open_ = _relabel(rule, held, source) or open_
    return held, open_ or taken.kind in ("other", "file_sd_configs", "loki_push_api")


def _relabellings(taken: Input) -> list[dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for key, one in taken.options.items():
        _, number, name = (*key.split(".", 2), "", "")[:3]
        if key.startswith("relabel_configs.") and name:
            found.setdefault(number, {})[name] = str(one.value)
    return list(found.values())


def _relabel(rule: dict[str, str], held: dict[str, Text], source: Source) -> bool:
    """Do what one rule does; ``True`` where it may add labels that are not known."""
    action = rule.get("action", "replace").lower()
    target = rule.get("target_label", "")
    if action == "labelmap":
        return True
    if action in ("labeldrop", "labelkeep"):
        return False
    if action != "replace" or not target or target.startswith("__"):
        return False
    sources = [value for key, value in rule.items() if key.startswith("source_labels")]
    replacement = rule.get("replacement", "$1")
    if not sources:
        held[target] = known(replacement) if "$" not in replacement else anything(f"the label {target}")
        return False
    plain = replacement in ("$1", "${1}", "$$1") and rule.get("regex", "(.*)") in ("(.*)", "/(.*)", ".*", "/?(.*)")
    held[target] = _meta(sources, source) if plain else anything(f"the label {target}")
    if "$" not in replacement:
        held[target] = known(replacement)
    return False


def _meta(sources: list[str], source: Source) -> Text:
    """What discovery knows of a container, as far as a compose file tells it."""
    if len(sources) == 1 and len(source.services) == 1:
        service = source.services[0]
        if sources[0] == _SERVICE:
            return known(service.name)
        if sources[0] == _CONTAINER and service.container:
            return known(service.container)
        if sources[0] == _CONTAINER:
            return Text((Hole("the project's name", "zzprojectzz-"), service.name, "-1"))
    return anything(re.sub(r"^_+meta_", "", sources[0]) if sources else "a label")
