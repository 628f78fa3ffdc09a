"""Searches of Elasticsearch on what arrives there: words as the store analyses them, terms to the letter (reference, 8.x).

How a field is mapped is seldom known here. Where it would be found both as ``text`` (words, in any case) and as ``keyword`` (the whole
value, in just this case), or neither way, that is certain; where the mapping decides, it is not known. A message is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.monitoring.searches.tree import Asked, Query, Search
from checker.trace.collecting.arrival import Arrival
from checker.trace.matching.names import like
from checker.trace.matching.patterns import matches
from checker.trace.rendering.line import Field, Line
from checker.trace.wording import YES, Match, Text, every, nearly, some

_WORDS = re.compile(r"\w+(?:[.']\w+)*")
_TEXTS = frozenset(("message", "error.message", "log.original", "event.original"))
"""Fields that templates map as text alone."""
_NO_FIELDS = frozenset(("@timestamp", "_index", "_type", "_id", "beat", "agent", "host", "ecs", "@version", "_source"))


def searched(search: Search, index: str, arrival: Arrival) -> Match:
    """Whether a rule's search finds what arrives."""
    if arrival.line is None:
        return Match(outcome=None, why="nothing arrives")
    parts = [_indexed(index, arrival), _query(search.query, arrival.line)]
    if search.kind in ("blacklist", "whitelist"):
        parts.append(_listed(search, arrival.line))
    return every(parts)


def _indexed(pattern: str, arrival: Arrival) -> Match:
    """Whether a pattern of indexes may take the one that it is kept in; of both only the beginning is looked at."""
    kept = arrival.labels.get("_index")
    if kept is None or not pattern:
        return Match(outcome=None, why="in which index it is kept is not known") if arrival.store == "" and kept is None else YES
    name = kept.sample if kept.literal is None else kept.literal
    asked = [re.split(r"[*%{?<]", one.strip())[0] for one in pattern.split(",") if not one.strip().startswith("-")]
    if any(name.startswith(one) or one.startswith(name) for one in asked):
        return YES
    why = f"it is kept in {kept.shown}*, and the rule searches {pattern}"
    return Match(outcome=None if kept.literal is None else False, why=why, near=True)


def _query(query: Query, line: Line) -> Match:
    if isinstance(query, Asked):
        return _asked(query, line)
    parts = [_query(one, line) for one in query.must]
    for one in query.must_not:
        found = _query(one, line)
        why = f"the record has {one}, which the rule excludes"
        parts.append(found if found.outcome is None else Match(outcome=not found.outcome, why=why))
    if query.least:
        parts.append(_enough([_query(one, line) for one in query.should], query.least))
    return every(parts)


def _enough(found: list[Match], least: int) -> Match:
    if least == 1:
        return some(found)
    sure = sum(one.outcome is True for one in found)
    if sure >= least:
        return YES
    possible = sum(one.outcome is not False for one in found)
    return Match(outcome=None if possible >= least else False, why=f"of its {len(found)} alternatives fewer than {least} hold")


def _asked(asked: Asked, line: Line) -> Match:
    if asked.kind == "all":
        return YES
    if asked.kind == "unknown":
        return Match(outcome=None, why=asked.value)
    if asked.field in ("", "*", "_all"):
        return _anywhere(asked, line)
    name = asked.field.removesuffix(".keyword").removesuffix(".raw")
    if "*" in name or "\\" in name:
        return Match(outcome=None, why=f"which fields {name} stands for is not followed")
    held = list(_values(line.fields, name))
    if not held:
        return _missing(name, line)
    if asked.kind == "exists":
        return YES
    if asked.field != name:
        return some(_as_keyword(asked, one, name) for one in held)
    return some(_value(asked, one, name) for one in held)


def _missing(name: str, line: Line) -> Match:
    if line.open or line.form == "" or name.partition(".")[0] in _NO_FIELDS:
        return Match(outcome=None, why=f"whether the record has a field {name} is not known")
    if line.form != "json":
        return Match(outcome=None, why=f"which fields the store has of the line is not known, nor whether {name} is one")
    paths = [path for path, _ in _leaves(line.fields, "")]
    last = {path.rpartition(".")[2]: path for path in paths}
    other = like(name, paths) or last.get(name.rpartition(".")[2]) or last.get(like(name.rpartition(".")[2], last), "")
    return Match(outcome=False, why=f"the record has no field {name}{f', and has {other}' if other else ''}", near=bool(other))


def _values(fields: Mapping[str, Field], name: str) -> Iterator[Text]:
    """The texts of a field; a list has several."""
    held: Field | None = fields.get(name)
    if held is None:
        held = fields
        for part in name.split("."):
            held = held.get(part) if isinstance(held, Mapping) else None
    if isinstance(held, Text):
        yield held
    elif held is not None:
        yield from (one for _, one in _leaves(held, ""))


def _leaves(fields: Mapping[str, Field], before: str) -> Iterator[tuple[str, Text]]:
    for key, value in fields.items():
        if isinstance(value, Text):
            yield f"{before}{key}", value
        else:
            yield from _leaves(value, f"{before}{key}.")


def _anywhere(asked: Asked, line: Line) -> Match:
    """A word without a field is looked for in all of them."""
    held = [(path, one) for path, one in _leaves(line.fields, "")] if line.form == "json" else [("the line", line.text)]
    found = some(_value(asked, one, path) for path, one in held)
    if found.outcome is False and line.open and not found.near:
        return Match(outcome=None, why=f"whether {asked} stands in a further field is not known")
    return found


def _value(asked: Asked, value: Text, name: str) -> Match:
    words = _as_text(asked, value, name)
    if name in _TEXTS or asked.kind == "range" or name == "the line":
        return words
    whole = _as_keyword(asked, value, name)
    if words.outcome is whole.outcome:
        return whole if words.outcome is None or whole.near else words
    if None in (words.outcome, whole.outcome):
        return words if words.outcome is None else whole
    return Match(outcome=None, why=f"whether {name} is found by {asked.value!r} depends on how the store maps it: it holds {value.shown!r}")


def _as_keyword(asked: Asked, value: Text, name: str) -> Match:
    """The whole value, to the letter."""
    if asked.kind == "range":
        return _within(asked, value, name)
    pattern = {"wildcard": lambda: _wild(asked.value), "regex": lambda: asked.value}.get(asked.kind, lambda: re.escape(asked.value))()
    return matches(value, pattern, whole=True, what=f"the field {name}")


def _as_text(asked: Asked, value: Text, name: str) -> Match:
    """Its words, in small letters; a term is not made small, and finds nothing that has large ones."""
    if asked.kind == "range":
        return _within(asked, value, name)
    if _finds(asked, [word.lower() for word in _WORDS.findall(value.sample)]):
        return YES
    near = nearly(value.sample, asked.value.strip("*"))
    if near is not None:
        return Match(outcome=False, why=f"the field {name} has {near[0]!r}, and the rule looks for {asked.value!r}: {near[1]}", near=True)
    if value.free is not None:
        return Match(outcome=None, why=f"whether {asked.value!r} stands in {name} depends on {value.free.name}")
    return Match(outcome=False, why=f"{asked.value!r} does not stand in {name}")


def _finds(asked: Asked, held: list[str]) -> bool:
    """Whether the small words of a text are what is asked for."""
    if asked.kind == "term":
        return asked.value in held
    if asked.kind in ("wildcard", "regex"):
        pattern = _wild(asked.value.lower()) if asked.kind == "wildcard" else asked.value
        return any(matches(Text((word,)), pattern, whole=True).outcome for word in held)
    wanted = [word.lower() for word in _WORDS.findall(asked.value)]
    if asked.kind == "phrase":
        return any(held[at : at + len(wanted)] == wanted for at in range(len(held) - len(wanted) + 1))
    return any(word in held for word in wanted)


def _wild(pattern: str) -> str:
    """``*`` and ``?`` unless a backslash stands before."""
    return "".join(
        ".*" if one == "*" else "." if one == "?" else re.escape(one[1:] if one[:1] == "\\" and len(one) > 1 else one)
        for one in re.split(r"(\\.|[*?])", pattern)
    )


def _within(asked: Asked, value: Text, name: str) -> Match:
    try:
        number = float(value.literal or "")
        low, high = (float(one) if one else None for one in (asked.low, asked.high))
    except ValueError:
        return Match(outcome=None, why=f"how {name} stands to the range is not known")
    above = low is None or number > low or (asked.within[0] and number == low)
    below = high is None or number < high or (asked.within[1] and number == high)
    why = f"{name} is {value.literal}, and the rule wants {asked.low or '*'} to {asked.high or '*'}"
    return YES if above and below else Match(outcome=False, why=why)


def _listed(search: Search, line: Line) -> Match:
    """``blacklist`` alerts where the value stands in the list, ``whitelist`` where it does not."""
    held = list(_values(line.fields, search.compared))
    if not held:
        return _missing(search.compared, line)
    if search.values is None:
        return Match(outcome=None, why=f"the list that {search.compared} is compared with stands in another file")
    literal = held[0].literal
    if literal is None:
        return Match(outcome=None, why=f"the value of {search.compared} is not known")
    within = literal in search.values
    if within is (search.kind == "blacklist"):
        return YES
    return Match(outcome=False, why=f"{search.compared} is {literal!r}, which its {search.kind} {'holds' if within else 'does not hold'}")
