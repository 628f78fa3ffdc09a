"""Vector's way from a file through its programs to Loki and Elasticsearch."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.trace.collecting.carried import Carried
from checker.trace.collecting.vrl.doing import Program, condition
from checker.trace.model import Chain, Verdict
from checker.trace.wording import known
from tests.trace.projects import ALERTMANAGER, JSON, LOGGER, PLAIN, end, rule, traced

CONF = """
data_dir: /var/lib/vector
sources:
  shop: {type: file, include: [/var/log/shop/*.log]}
transforms:
  parsed:
    type: remap
    inputs: [shop]
    source: |
      SOURCE
  chosen:
    type: filter
    inputs: [parsed]
    condition: 'CONDITION'
sinks:
  loki:
    type: loki
    inputs: [chosen]
    endpoint: https://loki.shop.net
    encoding: {codec: json}
    labels: {app: shop, level: "{{ level }}"}
"""
DECODED = '. = parse_json!(.message)\n      .level = downcase(del(.levelname)) ?? "none"'
SPLIT = ". |= parse_regex!(.message, r'^(?P<day>\\S+) (?P<clock>\\S+) (?P<level>\\w+) (?P<logger>\\S+)')"

_OWN = "pyld, err = parse_json(.message)\n      if err == null { .level = pyld.levelname }"


def chain(folder: Path, expression: str, source: str, told: str, logs: str = PLAIN) -> Chain:
    """The chain of a failed login that Vector carries to Loki."""
    conf = CONF.replace("SOURCE", source).replace("CONDITION", told.replace("'", "''"))
    files = {
        "shop/accounts.py": LOGGER, "shop/logs.py": logs, "deploy/vector.yaml": conf,
        "deploy/loki-rules.yaml": rule(f"count_over_time({expression} [5m]) > 5"), "deploy/alertmanager.yml": ALERTMANAGER,
    }  # fmt: skip
    (found,) = traced(folder, files).of("authn_login_fail")
    return found


@pytest.mark.parametrize(
    ("expression", "source", "told", "logs", "verdict", "why"),
    [
        ('{app="shop"} |= "login failed"', ".seen = now()", 'contains(string!(.message), "login")', PLAIN, Verdict.OK, ""),
        ('{app="shop"} |= "login failed"', ".seen = now()", 'contains(string!(.message), "Login")', PLAIN, Verdict.BROKEN,
         "chosen drops it"), ('{app="shop", level="warning"} |= "login"', DECODED, '.level != "info"', JSON, Verdict.OK, ""),
        ('{app="shop", level="WARNING"} |= "login"', DECODED, "true", JSON, Verdict.BROKEN, "case"),
        ('{app="shop"} | json | levelname="WARNING"', DECODED, "true", JSON, Verdict.BROKEN, "levelname"),
        ('{app="shop"} | json | logger="accounts"', SPLIT, '.level == "WARNING" && !match(string!(.message), r\'GET|POST\')', PLAIN,
         Verdict.OK, ""),
        ('{app="shop"} |= "login"', SPLIT, '.level == "ERROR" || .logger == "audit"', PLAIN, Verdict.BROKEN, "chosen drops it"),
        ('{app="shop"} |= "login"', 'if contains(string!(.message), "WARNING") {\n        abort\n      }', "true", PLAIN, Verdict.BROKEN,
         "drops it by abort"),
        ('{app="shop"} | json | message=~".*login.*"', "., err = parse_json(.message)\n      if err != null { .broken = true }", "true",
         PLAIN, Verdict.OK, ""),
        ('{app="shop"} | json | broken="true"', "parsed, err = parse_json(.message)\n      if err != null { .broken = true }", "true",
         PLAIN, Verdict.OK, ""),
        ('{app="shop"} | json | level="WARNING"', _OWN, "true",
         JSON, Verdict.OK, ""),
        ('{app="shop"} | json | level="warning"', ".level = parse_json!(.message).levelname", "true", JSON, Verdict.BROKEN, "case"),
        ('{app="shop"} |= "login"', "for_each(.) -> |k, v| { .x = v }", "true", PLAIN, Verdict.UNKNOWN, ""),
    ],
)  # fmt: skip
def test_vector(tmp_path: Path, expression: str, source: str, told: str, logs: str, verdict: Verdict, why: str) -> None:
    """A rule of Loki matches exactly what Vector's program and filter leave of the record; what they cannot be followed in is unknown."""
    found = chain(tmp_path, expression, source, told, logs)
    assert found.verdict is verdict, [(hop.kind, hop.verdict, hop.why) for hop in found.hops]
    assert why in (found.way.hop("rule") or end(found)).why


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ('.a == "x"', True), ('.a != "x"', False), ('.b == "x"', False), ("exists(.b)", False), ("!exists(.b)", True),
        ('includes(["y", "x"], .a)', True), ('starts_with(string!(.a), "y")', False), ('.a == "y" ||\n  .a == "x"', True),
        ('string!(.b) == "x"', False), ("custom(.a)", None), ('upcase(.a) == "X"', True), ('.a == "x" && exists(.b)', False),
    ],
)  # fmt: skip
def test_conditions(told: str, outcome: bool | None) -> None:
    """A condition holds, holds not or is not known, as Vector's reference says; a function that fails makes it false."""
    assert condition(told, Carried({"a": known("x")})).outcome is outcome


def test_depth() -> None:
    """A condition in a dozen parentheses is followed; one in a thousand is not, and does not raise."""
    carried = Carried({"a": known("x")})
    assert condition("(" * 12 + '.a == "x"' + ")" * 12, carried).outcome is True
    assert condition("(" * 1000 + '.a == "x"' + ")" * 1000, carried).outcome is None


def test_parts_of_own_names() -> None:
    """A part of a value that has a name of its own is read and set, and what is not there is null."""
    carried = Carried({"message": known('{"user": {"name": "anna"}}')})
    Program(carried).run(
        'held = parse_json!(.message)\nheld.user.role = "admin"\n.who = held.user.name\n.role = held.user.role\n.x = held.y'
    )
    assert {name: one.literal for name, one in carried.fields.items() if name != "message"} == {"who": "anna", "role": "admin"}


@pytest.mark.parametrize("text", ['.a = "', "((((", "if { }", "x -> y", ". = ", "parse_json!(", "\x00", "{", "if .a == 1 {"])
def test_what_is_no_program_is_unknown(text: str) -> None:
    """A program that cannot be read leaves the record in doubt, and never raises."""
    carried = Carried({"a": known("x")})
    Program(carried).run(text)
    assert carried.doubt
