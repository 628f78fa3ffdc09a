"""The trace tells the truth: what it says of a rule is what the rule finds in what the application really writes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from checker.pipeline import Request, trace
from checker.trace.model import Matrix, Verdict
from tests.trace import real
from tests.trace.questions import KNOWN, QUESTIONS, SEARCHES, SIGMA, Question

pytestmark = pytest.mark.integration
_SHIPPER = """\
server: {http_listen_port: 0}
positions: {filename: /var/lib/promtail/positions.yaml}
clients: [{url: "https://loki.shop.test/loki/api/v1/push"}]
scrape_configs:
  - job_name: containers
    static_configs: [{targets: [localhost], labels: {app: shop, __path__: /var/lib/docker/containers/*/*.log}}]
    pipeline_stages: [{docker: {}}]
"""
_RULE = "Asked"


def followed(folder: Path, application: str, files: dict[str, str]) -> Matrix:
    """The trace of a project of one application."""
    made = real.project(folder, application, files)
    return trace(Request((str(made),), str(made), cache=False, jobs=1)).matrix


def told(matrix: Matrix) -> Verdict:
    """What the trace says of the one rule: whether some event's way passes it; unknown only where none does and one may."""
    ways = [way for chain in matrix.chains for way in (chain.way, *chain.others)]
    found = [hop.verdict for way in ways for hop in way.hops if hop.kind == "rule" and hop.what == _RULE]
    if Verdict.OK in found:
        return Verdict.OK
    return Verdict.UNKNOWN if Verdict.UNKNOWN in found else Verdict.BROKEN


def loki(selected: str) -> dict[str, str]:
    """A shipper and one rule of Loki."""
    rule = {"alert": _RULE, "expr": f'sum(count_over_time({{app="shop"}} {selected} [5m])) > 0'}
    return {"deploy/promtail.yaml": _SHIPPER, "deploy/rules.yaml": json.dumps({"groups": [{"name": "asked", "rules": [rule]}]})}


def elastic(question: Question) -> dict[str, str]:
    """Filebeat, which takes JSON apart, and one rule of ElastAlert."""
    taken = {"type": "container", "paths": ["/var/lib/docker/containers/*/*.log"]}
    if question.application.endswith("json"):
        taken |= {"json.keys_under_root": True, "json.overwrite_keys": True}
    shipper = {"filebeat.inputs": [taken], "output.elasticsearch": {"hosts": ["https://es.shop.test:9200"]}}
    rule = {
        "name": _RULE,
        "type": "any",
        "index": "filebeat-*",
        "filter": [{"query_string": {"query": question.selected}}],
        "alert": ["slack"],
    }
    return {
        "deploy/filebeat.yml": json.dumps(shipper),
        "deploy/rule.yaml": "\n".join(f"{key}: {json.dumps(one)}" for key, one in rule.items()),
    }


def _asked(question: Question) -> Any:
    """A question with its mark; what is known to be answered wrongly fails as soon as it is answered rightly."""
    known = KNOWN.get(str(question))
    return pytest.param(question, id=str(question), marks=[pytest.mark.xfail(reason=known, strict=True)] if known else [])


@pytest.mark.parametrize("question", [*map(_asked, QUESTIONS)])
def test_logql(question: Question, tmp_path: Path) -> None:
    """A LogQL pipeline passes the trace exactly where the same question in plain Python holds of a line that was really written."""
    written = real.lines(question.application)
    assert written
    really = any(map(question.holds, written))
    matrix = followed(tmp_path, question.application, loki(question.selected))
    assert told(matrix) is (Verdict.OK if really else Verdict.BROKEN)


@pytest.mark.parametrize("name", SIGMA)
def test_sigma(name: str, tmp_path: Path) -> None:
    """A Sigma rule passes the trace exactly where pySigma's query finds a line that was really written."""
    application, detection = SIGMA[name]
    rule = real.sigma_rule(_RULE, detection)
    matrix = followed(tmp_path, application, {"deploy/promtail.yaml": _SHIPPER, "deploy/rule.yml": rule})
    assert told(matrix) is (Verdict.OK if real.sigma_finds(rule, real.lines(application)) else Verdict.BROKEN)


@pytest.mark.parametrize("question", SEARCHES, ids=str)
def test_searches(question: Question, tmp_path: Path) -> None:
    """A query of ElastAlert passes the trace exactly where plain Python finds a line that was really written."""
    matrix = followed(tmp_path, question.application, elastic(question))
    really = any(map(question.holds, real.lines(question.application)))
    assert told(matrix) is (Verdict.OK if really else Verdict.BROKEN)


def test_both_answers_occur() -> None:
    """Of each application some rules find something and some do not, so that no answer is right always."""
    answers = Counter((one.application, any(map(one.holds, real.lines(one.application)))) for one in QUESTIONS)
    assert all(answers[application, answer] >= 2 for application in real.SERVED for answer in (True, False))
    searches = Counter(any(map(one.holds, real.lines(one.application))) for one in SEARCHES)
    assert min(searches[True], searches[False]) >= 7
    sigma = Counter(
        real.sigma_finds(real.sigma_rule(_RULE, detection), real.lines(application)) for application, detection in SIGMA.values()
    )
    assert sigma[True] >= 4
    assert sigma[False] >= 3
