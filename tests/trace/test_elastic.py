"""Ways to Elasticsearch: Filebeat's processors, Logstash's filters, one behind the other; ElastAlert's rules on what arrives."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.trace.model import Chain, Verdict
from tests.trace.projects import JSON, LOGGER, PLAIN, end, traced

FILEBEAT = """
    filebeat.inputs:
      - type: filestream
        id: shop
        paths: [/var/log/shop/*.log]
    output.elasticsearch:
      hosts: ["https://es.shop.net:9200"]
"""
ELASTALERT = """
    name: LoginFailures
    type: frequency
    index: filebeat-*
    num_events: 5
    timeframe: {minutes: 5}
    filter:
      - query_string: {query: 'QUERY'}
    alert: [slack]
    slack_webhook_url: "https://hooks.slack.com/services/T0/B0/x"
"""


def chain(folder: Path, query: str, logs: str = PLAIN, **shippers: str) -> Chain:
    """The chain of a failed login that goes to Elasticsearch, with one rule of ElastAlert."""
    files = {"filebeat.yml": FILEBEAT, **{f"{name}.{'conf' if name == 'logstash' else 'yml'}": text for name, text in shippers.items()}}
    rule = query if "num_events:" in query else ELASTALERT.replace("QUERY", query)
    made = {
        "shop/accounts.py": LOGGER,
        "shop/logs.py": logs,
        "rules/login.yaml": rule,
        **{f"deploy/{name}": one for name, one in files.items()},
    }
    (found,) = traced(folder, made).of("authn_login_fail")
    return found


def test_a_whole_chain_through_elasticsearch(tmp_path: Path) -> None:
    """A failed login that Filebeat sends to Elasticsearch and a rule of ElastAlert finds reaches whom the rule names, with every place."""
    found = chain(tmp_path, 'message:"login failed"')
    assert found.verdict is Verdict.OK, end(found).why
    assert [(hop.kind, hop.what) for hop in found.hops][4:] == [
        ("shipper", "filebeat"), ("sink", "elasticsearch"), ("rule", "LoginFailures"), ("route", "LoginFailures"),
        ("receiver", "LoginFailures"), ("runbook", ""),
    ]  # fmt: skip
    assert all(hop.span is not None for hop in found.hops)


NDJSON = FILEBEAT.replace("paths:", "parsers: [{ndjson: {target: ''}}]\n        paths:")
DECODED = FILEBEAT + """
    processors:
      - decode_json_fields: {fields: [message], target: app}
      - drop_fields: {fields: [app.asctime]}
      - rename: {fields: [{from: app.levelname, to: log.level}]}
"""  # fmt: skip


@pytest.mark.parametrize(
    ("query", "shipper", "logs", "verdict", "why"),
    [
        ('message:"Login Failed"', FILEBEAT, PLAIN, Verdict.OK, ""),
        ('message:"failed login"', FILEBEAT, PLAIN, Verdict.BROKEN, "wording"),
        ("message:failed AND NOT message:billing", FILEBEAT, PLAIN, Verdict.OK, ""),
        ("message:failed AND NOT message:warning", FILEBEAT, PLAIN, Verdict.BROKEN, "excludes"),
        ("levelname:WARNING", FILEBEAT, PLAIN, Verdict.BROKEN, "no field levelname"),
        ("levelname:WARNING", NDJSON, JSON, Verdict.OK, ""),
        ("levelname:warning", NDJSON, JSON, Verdict.UNKNOWN, "how the store maps it"),
        ("levelname.keyword:warning", NDJSON, JSON, Verdict.BROKEN, "case"),
        ("level_name:WARNING", NDJSON, JSON, Verdict.BROKEN, "has levelname"),
        ("app.levelname:WARNING", DECODED, JSON, Verdict.BROKEN, "has log.level"),
        ("log.level:WARNING AND app.name:accounts", DECODED, JSON, Verdict.OK, ""),
        ("log.level:(ERROR OR WARNING) AND app.message:login*", DECODED, JSON, Verdict.OK, ""),
    ],
)
def test_filebeat(tmp_path: Path, query: str, shipper: str, logs: str, verdict: Verdict, why: str) -> None:
    """The search finds the record exactly as Filebeat's parsers and processors leave it, and else says what failed."""
    found = chain(tmp_path, query, logs, filebeat=shipper)
    hop = found.way.hop("rule")
    assert hop is not None
    assert (hop.verdict, found.verdict) == (verdict, verdict), hop.why
    assert why in hop.why


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("processors: [{drop_event: {when: {contains: {message: 'login failed'}}}}]", "drop_event drops it"),
        ("processors: [{drop_event: {when: {not: {regexp: {message: 'ERROR|CRITICAL'}}}}}]", "drop_event drops it"),
        ("processors: [{drop_event: {when.and: [{has_fields: [message]}, {not.contains.message: healthy}]}}]", "drop_event drops it"),
        ("processors: [{drop_event: {when: {contains: {message: 'GET /health'}}}}]", ""),
    ],
)
def test_filebeat_drops(tmp_path: Path, more: str, why: str) -> None:
    """A condition that holds of the record drops it there, with the line; one that does not lets it pass."""
    found = chain(tmp_path, "message:login", filebeat=f"{FILEBEAT}    {more}\n")
    assert (end(found).kind == "shipper") is bool(why), end(found).why
    assert why in end(found).why


TO_LOGSTASH = FILEBEAT.replace(
    'output.elasticsearch:\n      hosts: ["https://es.shop.net:9200"]', 'output.logstash:\n      hosts: ["logstash:5044"]'
)
LOGSTASH = """
    input { beats { port => 5044 } }
    filter {
      FILTER
    }
    output { elasticsearch { hosts => ["https://es.shop.net:9200"] index => "filebeat-%{+YYYY.MM.dd}" } }
"""
GROK = 'grok { match => { "message" => "%{TIMESTAMP_ISO8601:time} %{LOGLEVEL:level} %{NOTSPACE:logger} %{GREEDYDATA:text}" } }'


@pytest.mark.parametrize(
    ("filters", "query", "logs", "verdict", "why"),
    [
        (GROK, "level:WARNING AND logger:accounts", PLAIN, Verdict.OK, ""),
        (GROK, "level:ERROR", PLAIN, Verdict.BROKEN, "'ERROR'"),
        (GROK, 'text:"login failed"', JSON, Verdict.BROKEN, "no field text"),
        (GROK + ' if "_grokparsefailure" in [tags] { drop { } }', "message:login", JSON, Verdict.BROKEN, "drop drops it"),
        ('json { source => "message" target => "app" }', "app.levelname:WARNING", JSON, Verdict.OK, ""),
        ('json { source => "message" } mutate { rename => { "levelname" => "[log][level]" } lowercase => ["[log][level]"] }',
         "log.level:WARNING AND levelname:*", JSON, Verdict.BROKEN, "no field levelname"),
        ('if [message] =~ /login failed/ { mutate { add_field => { "event_type" => "auth" } } } else { drop { } }',
         "event_type:auth", PLAIN, Verdict.OK, ""),
        ('if "WARNING" in [message] and !("billing" in [message]) { drop { } }', "message:login", PLAIN, Verdict.BROKEN, "drop drops it"),
        ('if [message] =~ "WARN" { drop { } }', "message:login", PLAIN, Verdict.BROKEN, "drop drops it"),
        ('if [level] not in ["ERROR"] { drop { } }', "message:login", PLAIN, Verdict.BROKEN, "drop drops it"),
        ('ruby { code => "event.cancel if rand > 0.5" }', "message:login", PLAIN, Verdict.UNKNOWN, ""),
        ('dissect { mapping => { "message" => "%{day} %{clock} %{level} %{logger} %{rest}" } }', "level:WARNING", PLAIN, Verdict.OK, ""),
    ],
)  # fmt: skip
def test_logstash_behind_filebeat(tmp_path: Path, filters: str, query: str, logs: str, verdict: Verdict, why: str) -> None:
    """What Filebeat hands on goes through Logstash's filters under their conditions, and a search finds what they leave."""
    found = chain(tmp_path, query, logs, filebeat=TO_LOGSTASH, logstash=LOGSTASH.replace("FILTER", filters))
    assert found.verdict is verdict, [(hop.kind, hop.verdict, hop.why) for hop in found.hops]
    assert [hop.what for hop in found.hops if hop.kind == "shipper"][-1] == "logstash"
    assert why in (found.way.hop("rule") or end(found)).why


DETECTION = """
[rule]
name = "Login Failures"
type = "query"
language = "kuery"
index = ["filebeat-*", "logs-*"]
risk_score = 47
severity = "medium"
query = '''
QUERY
'''
"""


@pytest.mark.parametrize(
    ("query", "shipper", "logs", "verdict", "why"),
    [
        ('message : "login failed"', FILEBEAT, PLAIN, Verdict.UNKNOWN, "it matches"),
        ("message : (login and failed) and not message : billing", FILEBEAT, PLAIN, Verdict.UNKNOWN, "it matches"),
        ("message : (logout or failed) AND NOT message : warning", FILEBEAT, PLAIN, Verdict.BROKEN, "excludes"),
        ('message : "failed login" or log.level : error', FILEBEAT, PLAIN, Verdict.BROKEN, "wording"),
        ("levelname : WARN* and name : *", NDJSON, JSON, Verdict.UNKNOWN, "it matches"),
        ("levelname : ERROR or not name : *", NDJSON, JSON, Verdict.BROKEN, "'ERROR'"),
        ("level_name : WARNING", NDJSON, JSON, Verdict.BROKEN, "has levelname"),
        ("log.level : (ERROR or WARNING) and app.message : login*", DECODED, JSON, Verdict.UNKNOWN, "it matches"),
        ("app : { name : accounts }", DECODED, JSON, Verdict.UNKNOWN, "nested"),
    ],
)
def test_detection_rules(tmp_path: Path, query: str, shipper: str, logs: str, verdict: Verdict, why: str) -> None:
    """A detection rule in KQL finds what arrives, or what failed is told; whom it tells is decided in Kibana."""
    files = {"shop/accounts.py": LOGGER, "shop/logs.py": logs, "deploy/filebeat.yml": shipper}
    (found,) = traced(tmp_path, {**files, "rules/login.toml": DETECTION.replace("QUERY", query)}).of("authn_login_fail")
    hop = found.way.hop("rule")
    assert hop is not None
    assert found.verdict is verdict, hop.why
    assert why in hop.why


def test_another_index(tmp_path: Path) -> None:
    """A rule that searches indexes in which the record is not kept finds nothing."""
    found = chain(tmp_path, ELASTALERT.replace("QUERY", "message:login").replace("filebeat-*", "auth-*"))
    assert end(found).why == "it does not match: it is kept in filebeat-*, and the rule searches auth-*"
