"""rsyslog's way from a file or the system's socket through rulesets and templates to Loki, Elasticsearch and other shippers."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.monitoring.syslog import statements
from checker.trace.collecting.carried import Carried
from checker.trace.collecting.rsyslogd.conditions import holds
from checker.trace.collecting.rsyslogd.message import Message
from checker.trace.collecting.rsyslogd.templates import filled
from checker.trace.model import Chain, Verdict
from checker.trace.wording import known
from tests.trace.projects import ALERTMANAGER, LOGGER, PLAIN, end, rule, traced

CONF = r"""
module(load="imfile")
module(load="omhttp")
template(name="loki" type="list") {
  constant(value="{\"stream\":{\"app\":\"shop\",\"tag\":\"")
  property(name="programname")
  constant(value="\"},\"values\":[[\"1\",\"")
  property(name="msg" format="json")
  constant(value="\"]]}")
}
input(type="imfile" File="/var/log/shop/*.log" Tag="shop:" ruleset="shop" facility="local3" severity="warning")
ruleset(name="shop") {
  RULES
  action(type="omhttp" server="loki.shop.net" serverport="443" useHttps="on" restpath="loki/api/v1/push" template="loki"
         queue.type="LinkedList" queue.filename="loki" batch="on")
}
"""


def chain(folder: Path, expression: str, rules: str = "", logs: str = PLAIN, conf: str = CONF) -> Chain:
    """The chain of a failed login that rsyslog carries to Loki."""
    files = {
        "shop/accounts.py": LOGGER, "shop/logs.py": logs, "deploy/rsyslog.conf": conf.replace("RULES", rules),
        "deploy/loki-rules.yaml": rule(f"count_over_time({expression} [5m]) > 5"), "deploy/alertmanager.yml": ALERTMANAGER,
    }  # fmt: skip
    (found,) = traced(folder, files).of("authn_login_fail")
    return found


@pytest.mark.parametrize(
    ("expression", "rules", "verdict", "why"),
    [
        ('{app="shop", tag="shop"} |= "login failed"', "", Verdict.OK, ""),
        ('{app="shop"} |= "Login failed"', "", Verdict.BROKEN, "case"),
        ('{app="shop", tag="web"} |= "login failed"', "", Verdict.BROKEN, "tag"),
        ('{app="shop"} |= "login failed"', 'if $msg contains "login failed" then stop', Verdict.BROKEN, "stops it"),
        ('{app="shop"} |= "login failed"', 'if $msg contains "Login" then stop', Verdict.OK, ""),
        ('{app="shop"} |= "login failed"', 'if not ($msg contains "login") then { stop }', Verdict.OK, ""),
        ('{app="shop"} |= "login failed"', 'if $msg contains "health" then { continue } else { stop }', Verdict.BROKEN, "stops it"),
        (
            '{app="shop"} |= "login failed"',
            'if re_match($msg, "login (failed|refused)") and $syslogseverity <= 4 then stop',
            Verdict.BROKEN,
            "stops it",
        ),
        ('{app="shop"} |= "login failed"', "if $syslogseverity > 4 then stop", Verdict.OK, ""),
        ('{app="shop"} |= "login failed"', ':msg, contains, "login failed" stop', Verdict.BROKEN, "stops it"),
        ('{app="shop"} |= "login failed"', ':programname, !isequal, "shop" stop', Verdict.OK, ""),
        ('{app="shop"} |= "login failed"', "local3.warning stop", Verdict.BROKEN, "stops it"),
        ('{app="shop"} |= "login failed"', "local3.err stop", Verdict.OK, ""),
        ('{app="shop"} |= "login failed"', 'if $msg contains "anna" then stop', Verdict.OK, ""),
        ('{app="shop"} |= "login failed"', 'if exec_template("x") == "y" then stop', Verdict.UNKNOWN, ""),
    ],
)
def test_a_file_to_loki(tmp_path: Path, expression: str, rules: str, verdict: Verdict, why: str) -> None:
    """A rule of Loki matches exactly what the ruleset lets through, in the form and with the labels that the template writes."""
    found = chain(tmp_path, expression, rules)
    assert found.verdict is verdict, [(hop.kind, hop.verdict.value, hop.why) for hop in found.hops]
    assert why in (found.way.hop("rule") or end(found)).why


def test_another_ruleset(tmp_path: Path) -> None:
    """Rules of a ruleset that the input is not bound to are not passed, unless they are called."""
    further = 'ruleset(name="other") { if $msg contains "login" then stop }'
    assert chain(tmp_path / "one", '{app="shop"} |= "login failed"', conf=CONF + further).verdict is Verdict.OK
    called = chain(tmp_path / "two", '{app="shop"} |= "login failed"', "call other", conf=CONF + further)
    assert called.verdict is Verdict.BROKEN


def test_rules_in_other_files(tmp_path: Path) -> None:
    """What no rule of the file takes may be taken by one of another, as long as the input's ruleset is not whole in it."""
    conf = CONF.partition("ruleset(name")[0]
    found = chain(tmp_path, '{app="shop"} |= "login failed"', conf=conf)
    assert end(found).verdict is Verdict.UNKNOWN


_SYSLOG = PLAIN.replace(
    '{"class": "logging.FileHandler", "filename": "/var/log/shop/app.log", "formatter": "plain"}',
    '{"class": "logging.handlers.SysLogHandler", "address": "/dev/log", "formatter": "plain"}',
)


def test_the_systems_socket(tmp_path: Path) -> None:
    """What Python's syslog handler sends to the socket is read there, and passes the rules of the default ruleset."""
    conf = (
        CONF.replace('module(load="imfile")', 'module(load="imuxsock")')
        .replace('ruleset(name="shop") {', "")
        .replace('batch="on")\n}', ")")
    )
    conf = "\n".join(line for line in conf.splitlines() if not line.startswith("input("))
    found = chain(tmp_path / "one", '{app="shop"} |= "login failed"', logs=_SYSLOG, conf=conf)
    assert found.verdict is Verdict.OK, [(hop.kind, hop.verdict.value, hop.why) for hop in found.hops]
    lost = chain(tmp_path / "two", '{app="shop"} |= "login failed"', 'if $msg contains "login failed" then stop', _SYSLOG, conf)
    assert lost.verdict is Verdict.BROKEN


def test_elasticsearch_by_a_template(tmp_path: Path) -> None:
    """What stands in Elasticsearch is the template's JSON, in the index that the action names."""
    conf = """
module(load="imfile")
input(type="imfile" File="/var/log/shop/*.log" Tag="shop")
template(name="doc" type="list" option.jsonf="on") {
  property(outname="message" name="msg" format="jsonf")
  property(outname="program" name="programname" format="jsonf")
}
action(type="omelasticsearch" server="es.shop.net" usehttps="on" template="doc" searchIndex="shop-logs")
"""
    elastalert = """
    name: LoginFailures
    type: any
    index: shop-*
    filter: [{query_string: {query: 'program:shop AND message:"login failed"'}}]
    alert: [slack]
    slack_webhook_url: https://hooks.slack.com/services/a/b/c
    """
    files = {"shop/accounts.py": LOGGER, "shop/logs.py": PLAIN, "deploy/rsyslog.conf": conf, "deploy/rules/login.yaml": elastalert}
    (found,) = traced(tmp_path / "one", files).of("authn_login_fail")
    assert (found.way.hop("rule") or end(found)).verdict is Verdict.OK, [(hop.kind, hop.why) for hop in found.hops]
    other = {**files, "deploy/rules/login.yaml": elastalert.replace("program:shop", "program:web")}
    (missed,) = traced(tmp_path / "two", other).of("authn_login_fail")
    assert (missed.way.hop("rule") or end(missed)).verdict is Verdict.BROKEN


MESSAGE = Message(known("login failed for anna"), "shop[7]:", "auth", "warning", carried=Carried({"user": {"name": known("anna")}}))


@pytest.mark.parametrize(
    ("condition", "outcome"),
    [
        ("*.*", True), ("auth.*", True), ("auth,authpriv.warning", True), ("auth.err", False), ("auth.=warning", True),
        ("auth.=info", False), ("auth.!err", False), ("auth.*;auth.!err", True), ("auth.*;auth.!warning", False),
        ("*.info;auth.none", False), ("mail.*", False), ("*.warn", True), ("auth.!=warning", False), ("auth.*;auth.!=info", True),
        ("authpriv,auth.none;*.info", True), ("*.info;auth,mail.none", False), ("*.err;auth.info", True), ("*.debug;auth.!warning", False),
        ('not $msg contains "zz"', False), ('not ($msg contains "zz")', True), ('not $msg contains "zz" and $msg contains "a"', False),
        ('$msg contains "failed"', True), ('$msg contains ["nothing", "failed"]', True), ('$msg startswith "login"', True),
        ('$msg startswith "failed"', False), ('$msg endswith "anna"', True), ('$msg contains_i "LOGIN"', True),
        ('$msg contains "LOGIN"', False), ('$programname == "shop"', True), ('$syslogtag == "shop[7]:"', True),
        ('$programname != "shop"', False), ('$programname == ["web", "shop"]', True), ("$syslogseverity <= 4", True),
        ("$syslogseverity < 4", False), ('$syslogseverity-text == "warning"', True), ('$syslogfacility-text == "auth"', True),
        ('not ($msg contains "login") or $!user!name == "anna"', True), ('$msg contains "a" and $msg contains "zz"', False),
        ('re_match($msg, "^login [a-z]+ for")', True), ('re_match($msg, "^failed")', False), ('$fromhost-ip == "10.0.0.1"', None),
        ("cnum($!n) > 3", None), ("", None), ("(((", None), ('$!nothing == "x"', False),
    ],
)  # fmt: skip
def test_conditions(condition: str, outcome: bool | None) -> None:
    """A selector, filter or expression takes a message as rsyslogd (8.2302) was seen to take it; what is not followed is not known."""
    assert holds(condition, MESSAGE).outcome is outcome


_JSON = """template(name="t" type="list" option.jsonf="on") {
  property(outname="m" name="msg" format="jsonf")
  constant(outname="k" value="x" format="jsonf")
}"""


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('$template t,"%msg%\\n"', "login failed for anna\n"),
        ('template(name="t" type="string" string="<%syslogfacility-text%.%syslogseverity-text%> %programname%: %msg:::json%")',
         "<auth.warning> shop: login failed for anna"),
        ('template(name="t" type="list") { constant(value="a ") property(name="msg") }', "a login failed for anna"),
        ('template(name="t" type="string" string="%$!user!name%")', "anna"),
        ('template(name="t" type="string" string="{%msg:::jsonf%}")', '{"msg":"login failed for anna"}'),
        (_JSON, '{"m":"login failed for anna", "k": "x"}'),
    ],
)  # fmt: skip
def test_templates(template: str, text: str) -> None:
    """A template of each form is filled in with the message's properties."""
    program, whole = statements(template, "rsyslog.conf")
    made = filled("t", program, MESSAGE)
    assert whole
    assert made is not None
    assert made.literal == text
    assert filled("other", program, MESSAGE) is None


TO_FILE = """
module(load="imfile")
template(name="plain" type="string" string="%programname% %msg%\\\\n")
input(type="imfile" File="/var/log/shop/*.log" Tag="shop:" ruleset="shop" facility="local3" severity="warning")
ruleset(name="shop") { action(type="omfile" file="/var/log/central/FILE" template="plain") }
"""
PROMTAIL = """
    clients: [{url: "https://loki.shop.net/loki/api/v1/push"}]
    positions: {filename: /var/lib/promtail/positions.yaml}
    scrape_configs:
      - job_name: central
        static_configs: [{targets: [localhost], labels: {job: central, __path__: /var/log/central/*.log}}]
"""


@pytest.mark.parametrize(
    ("name", "expression", "verdict", "why"),
    [
        ("shop.log", '{job="central"} |= "login failed"', Verdict.OK, ""),
        ("shop.log", '{job="central"} |~ "^shop .*login failed"', Verdict.OK, ""),
        ("shop.log", '{job="central"} |= "Login failed"', Verdict.BROKEN, "case"),
        ("shop.txt", '{job="central"} |= "login failed"', Verdict.UNKNOWN, "whether anything reads that"),
    ],
)
def test_a_file_for_another_shipper(tmp_path: Path, name: str, expression: str, verdict: Verdict, why: str) -> None:
    """What rsyslog writes into a file is followed where another shipper of the project reads just that file."""
    files = {
        "shop/accounts.py": LOGGER, "shop/logs.py": PLAIN, "deploy/rsyslog.conf": TO_FILE.replace("FILE", name),
        "deploy/promtail.yaml": PROMTAIL, "deploy/loki-rules.yaml": rule(f"count_over_time({expression} [5m]) > 5"),
        "deploy/alertmanager.yml": ALERTMANAGER,
    }  # fmt: skip
    (found,) = traced(tmp_path, files).of("authn_login_fail")
    assert found.verdict is verdict, [(hop.kind, hop.what, hop.why) for hop in found.hops]
    assert why in end(found).why
    shippers = [hop.what for hop in found.hops if hop.kind == "shipper"]
    assert shippers == (["rsyslog", "promtail"] if verdict is not Verdict.UNKNOWN else ["rsyslog"])
