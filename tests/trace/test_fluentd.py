"""Fluentd's way from a file to Loki: tags, labels, parsers, filters, outputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.trace.collecting.fluentd_tags import fits
from checker.trace.model import Chain, Verdict
from tests.trace.projects import ALERTMANAGER, JSON, LOGGER, PLAIN, end, rule, traced

CONF = """
    <source>
      @type tail
      path /var/log/shop/*.log
      pos_file /var/lib/fluentd/shop.pos
      tag shop.app
      <parse>
        @type PARSER
      </parse>
    </source>
    FILTERS
    <match shop.**>
      @type loki
      url https://loki.shop.net
      extra_labels {"app":"shop"}
      <label>
        level
      </label>
      <buffer>
        flush_interval 5s
      </buffer>
    </match>
"""
PARSED = r"regexp" + "\n        expression /^(?<time>\\S+ \\S+) (?<level>[A-Z]+) (?<logger>\\S+) (?<message>.*)$/"


def chain(folder: Path, expression: str, parser: str = "none", filters: str = "", logs: str = PLAIN) -> Chain:
    """The chain of a failed login that Fluentd carries to Loki."""
    conf = CONF.replace("PARSER", parser).replace("FILTERS", filters)
    files = {
        "shop/accounts.py": LOGGER, "shop/logs.py": logs, "deploy/fluent.conf": conf,
        "deploy/loki-rules.yaml": rule(f'count_over_time({{app="shop"}} {expression} [5m]) > 5'), "deploy/alertmanager.yml": ALERTMANAGER,
    }  # fmt: skip
    (found,) = traced(folder, files).of("authn_login_fail")
    return found


def _grep(inner: str) -> str:
    return f"<filter shop.**>\n      @type grep\n      {inner}\n    </filter>"


_TRANSFORM = """<filter shop.**>
      @type record_transformer
      remove_keys logger
      <record>
        service shop
        line ${record["message"]}!
      </record>
    </filter>"""
_RETAG = """<match shop.app>
      @type rewrite_tag_filter
      <rule>
        key message
        pattern /KEY/
        tag shop.security
      </rule>
    </match>"""


@pytest.mark.parametrize(
    ("expression", "parser", "filters", "logs", "verdict", "why"),
    [
        ('| json | message=~".*login failed.*"', "none", "", PLAIN, Verdict.OK, ""),
        ('|= "login failed"', "json", "", PLAIN, Verdict.BROKEN, "the parser json does not fit the line"),
        ('| json | levelname="WARNING"', "json", "", JSON, Verdict.OK, ""),
        ('| json | logger="accounts"', PARSED, "", PLAIN, Verdict.OK, ""),
        ('| json | level="WARNING"', PARSED, "", PLAIN, Verdict.OK, ""),
        ('| json | level="warning"', PARSED, "", PLAIN, Verdict.BROKEN, "case"),
        ('|= "login"', PARSED, _grep("<exclude>\n key level\n pattern /INFO|WARNING/\n </exclude>"), PLAIN, Verdict.BROKEN, "grep by"),
        ('|= "login"', PARSED, _grep("<regexp>\n key level\n pattern /ERROR/\n </regexp>"), PLAIN, Verdict.BROKEN, "grep by"),
        ('|= "login"', PARSED, _grep("<regexp>\n key level\n pattern /WARN/\n </regexp>"), PLAIN, Verdict.OK, ""),
        ('|= "login"', PARSED, _grep("<or>\n <regexp>\n key level\n pattern ERROR\n </regexp>\n <regexp>\n key logger\n pattern acc\n"
                                     " </regexp>\n </or>"), PLAIN, Verdict.OK, ""),
        ('|= "login"', PARSED, _grep("<and>\n <exclude>\n key level\n pattern WARN\n </exclude>\n <exclude>\n key logger\n pattern acc\n"
                                     " </exclude>\n </and>"), PLAIN, Verdict.BROKEN, "grep drops it"),
        ('| json | logger="accounts"', PARSED, _TRANSFORM, PLAIN, Verdict.BROKEN, "no field logger"),
        ('| json | service="shop" | line=~"login.*!"', PARSED, _TRANSFORM, PLAIN, Verdict.OK, ""),
        ('|= "login"', "none", _RETAG.replace("KEY", "login failed"), PLAIN, Verdict.OK, ""),
        ('|= "login"', "none", _RETAG.replace("KEY", "Login"), PLAIN, Verdict.BROKEN, "no rule of rewrite_tag_filter takes it"),
        ('|= "login"', "none", "<match shop.app>\n      @type relabel\n      @label @OTHER\n    </match>", PLAIN, Verdict.BROKEN,
         "no match takes the tag shop.app"),
        ('|= "login"', "none", "<filter shop.**>\n      @type our_own\n    </filter>", PLAIN, Verdict.UNKNOWN, ""),
    ],
)  # fmt: skip
def test_fluentd(tmp_path: Path, expression: str, parser: str, filters: str, logs: str, verdict: Verdict, why: str) -> None:
    """A rule of Loki matches exactly what Fluentd's parser and filters leave of the record; where they lose it, the way ends there."""
    found = chain(tmp_path, expression, parser, filters, logs)
    assert found.verdict is verdict, [(hop.kind, hop.verdict, hop.why) for hop in found.hops]
    assert why in (found.way.hop("rule") or end(found)).why


@pytest.mark.parametrize(
    ("pattern", "tag", "holds"),
    [
        ("a.*", "a.b", True), ("a.*", "a.b.c", False), ("a.**", "a", True), ("a.**", "a.b.c", True), ("**.c", "a.b.c", True),
        ("{a,b}.c", "b.c", True), ("{a,b}.c", "c.c", False), ("x a.b", "a.b", True), ("a*.b", "app.b", True), ("a.**.d", "a.d", True),
    ],
)  # fmt: skip
def test_tags(pattern: str, tag: str, holds: bool) -> None:
    """A pattern takes just the tags that Fluentd's manual says it takes."""
    assert fits(pattern, tag) is holds
