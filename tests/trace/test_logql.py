"""What the stages of a LogQL pipeline make of a line: Loki's own examples, and what its source says of lines that do not fit."""

from __future__ import annotations

import pytest

from checker.monitoring.expressions.grammar import parse
from checker.monitoring.expressions.tree import Selector
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.dissecting import patterned
from checker.trace.matching.logql import selected
from checker.trace.rendering.line import Line, json_line
from checker.trace.wording import Hole, Text, anything, hole, known

NGINX = '0.191.12.2 - - [10/Jun/2021:09:14:29 +0000] "GET /api/plugins/versioncheck HTTP/1.1" 200 2 "-" "Go-http-client/2.0" "TLSv1.2"'


def test_the_example_of_lokis_documentation() -> None:
    """The pattern parser takes apart the line of its documentation as that says."""
    pattern = '<ip> - - <_> "<method> <uri> <_>" <status> <size> <_> "<agent>" <_>'
    found = patterned(known(NGINX), pattern)
    assert found is not None
    assert {name: value.literal for name, value in found.items()} == {
        "ip": "0.191.12.2", "method": "GET", "uri": "/api/plugins/versioncheck", "status": "200", "size": "2",
        "agent": "Go-http-client/2.0",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "pattern", "found"),
    [
        ("level=info msg=up", "<_> msg=<msg>", {"msg": "up"}),
        ("level=info msg=up", "msg=<msg>", {}),
        ("level=info msg=up", "level=<level> ts=<ts>", {"level": "info msg=up"}),
        ("level=info msg=up", "level=<level> ", {"level": "info"}),
        ("a:b:c", "<_>:<rest>", {"rest": "b:c"}),
        ("", "<all>", {"all": ""}),
    ],
)
def test_where_a_pattern_does_not_fit(line: str, pattern: str, found: dict[str, str]) -> None:
    """A literal in front must stand in front; a capture whose end is missing takes the rest, and those behind it nothing."""
    made = patterned(known(line), pattern)
    assert made is not None
    assert {name: value.literal for name, value in made.items() if value.parts} == {name: value for name, value in found.items() if value}


def test_a_pattern_on_what_is_not_known() -> None:
    """What depends on a text that may be anything is not known."""
    assert patterned(Text(("error ", Hole("why", "zzwhyzz", free=True))), "error <code>: <_>") is None
    assert patterned(anything("the line"), "level=<level>") is None


def asked(pipeline: str, line: Line, labels: dict[str, str] | None = None, *, open_: bool = False) -> bool | None:
    """Whether a pipeline lets a line through."""
    tree = parse(f'{{app="shop"}} {pipeline}')
    assert isinstance(tree, Selector)
    held = {name: known(value) for name, value in {"app": "shop", **(labels or {})}.items()}
    return selected(tree, Arrival((), line, held, open_)).outcome


JSON = json_line({"level": known("error"), "msg": known("refused"), "_entry": known("level=warn inner line")})
TEXT = Line(known("\x1b[31mERROR\x1b[0m refused"), "text")


@pytest.mark.parametrize(
    ("pipeline", "line", "outcome"),
    [
        ('| json | level="error"', JSON, True),
        ('| unpack | msg="refused" |= "inner line" | logfmt | level="warn"', JSON, True),
        ('| unpack |= "refused"', JSON, False),
        ("| unpack | __error__=``", TEXT, False),
        ("| json | __error__=``", TEXT, False),
        ('| pattern "[<level>] <_>" | __error__=``', TEXT, True),
        ('| pattern "[<level>] <_>" | level="ERROR"', TEXT, False),
        ('| decolorize | pattern "<level> <_>" | level="ERROR"', TEXT, True),
        ('| pattern "<level> <_>" | level="ERROR"', TEXT, False),
        ('| decolorize |= "ERROR refused"', TEXT, True),
        ('|= "ERROR refused"', TEXT, False),
        ('| regexp "(?P<word>refus..)" | word="refused"', TEXT, True),
        ('| regexp "(?P<word>accep...)" | word="refused"', TEXT, False),
        ('| json | line_format "{{.msg}}" |= "error"', JSON, False),
        ('| json | line_format `{{ .level | ToUpper }}: {{- .msg }}` |= "ERROR:refused"', JSON, True),
        ('| json | line_format "{{.nothing}}" |= "refused"', JSON, False),
        ('| json | line_format `{{if .msg}}x{{end}}` |= "refused"', JSON, None),
        ('| json | line_format `{{__line__}} {{.msg | substr 0 3}}` |= "refused"', JSON, True),
        ('| json | line_format `{"kind":"{{.msg}}"}` | json | kind="refused"', JSON, True),
        ('| json | label_format severity=level | severity="error"', JSON, True),
        ('| json | label_format severity=level | level="error"', JSON, False),
        ('| json | label_format level=`{{ upper .level }}` | level="ERROR"', JSON, True),
        ('| json | drop level="info" | level="error"', JSON, True),
        ('| json | drop level="error", msg | level="error"', JSON, False),
        ('| json | keep msg | level="error"', JSON, False),
        ('| json | keep msg | msg="refused"', JSON, True),
    ],
)
def test_stages(pipeline: str, line: Line, outcome: bool | None) -> None:
    """Each stage does what Loki's documentation says, and what is not followed is not known."""
    assert asked(pipeline, line) is outcome


def test_a_label_of_the_stream_is_not_overwritten() -> None:
    """What a parser finds under the name of a stream's label is called ``_extracted``, and the label stays."""
    assert asked('| json | level="info"', JSON, {"level": "info"}) is True
    assert asked('| json | level="error"', JSON, {"level": "info"}) is False
    assert asked('| json | level_extracted="error"', JSON, {"level": "info"}) is True
    assert asked('| json | level_extracted="error"', JSON) is False


LOGIN = Line(Text(("login failed for ", hole("user"), " from ", hole("ip"), " after ", hole("attempts"), " attempts")), "text")


@pytest.mark.parametrize(
    ("pipeline", "outcome"),
    [
        ('|= "login failed for"', True),
        ('|= "login failed for admin"', None),
        ('|= "failed for admin from"', None),
        ('|= "failed for admin at"', False),
        ('|= "from 10.0.0."', None),
        ('|= "10.0.0."', None),
        ('|= "from home"', False),
        ('|= "after 5"', None),
        ('|= "after five"', False),
        ('|= "root from"', None),
        ('|= "password"', False),
        ('|= "${WORDS}"', None),
        ('|~ "{{ .Values.words }}"', None),
        ('|~ "failed for (root|admin)"', None),
        ('|~ "(?i)LOGIN FAILED FOR ad[a-z]+ from"', None),
        ('|~ "failed for (root|admin) at"', False),
        ('|~ "from 10\\\\.0\\\\."', None),
        ('|~ "after [5-9] attempts"', None),
        ('|~ "after [a-f]+ attempts"', False),
        ('|~ "after \\\\d{3,} attempts$"', True),
        ('|~ "^after [5-9]"', False),
        ('|~ "denied|refused"', False),
        ('!= "${WORDS}"', None),
    ],
)
def test_words_that_a_value_may_hold(pipeline: str, outcome: bool | None) -> None:
    """What begins in the words around a value and ends in it, an address, and what is filled in elsewhere is not known."""
    assert asked(pipeline, LOGIN) is outcome
