"""Fluentd's configurations become collectors: directives, labels, stores of a copy, and what its patterns of tags take."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.monitoring.directives import directives
from checker.monitoring.model import Collector
from checker.rules.monitoring._tags import covers, fits
from tests.monitoring.reading import facts_of

_FILES = Path(__file__).resolve().parent / "files"


def _collector(name: str, text: str = "") -> Collector:
    (found,) = [one for one in facts_of(name, text or (_FILES / name).read_text(encoding="utf-8")) if isinstance(one, Collector)]
    return found


def test_sources() -> None:
    """Sources with where they listen and who may send, tags, positions and parsers; a comment behind a value is none of it."""
    made = _collector("fluent.conf")
    assert [(one.kind, one.name, one.span.line) for one in made.inputs] == [
        ("forward", "", 6),
        ("tail", "host.auth", 17),
        ("syslog", "net", 27),
    ]
    forward, tail, syslog = made.inputs
    assert forward.listens is not None
    assert forward.listens.host is not None
    assert syslog.listens is not None
    assert (forward.listens.host.value, forward.listens.tls, forward.listens.authenticated) == ("10.0.0.5", True, True)
    assert (syslog.listens.scheme, syslog.listens.authenticated) == ("udp", False)
    assert tail.position is not None
    assert tail.parser is not None
    assert (tail.position.value, tail.parser.value) == ("/var/lib/fluentd/auth.pos", "syslog")
    assert made.partial == "it includes conf.d/*.conf"


def test_filters() -> None:
    """What is dropped and kept with its pattern, fields that go one by one, tags that change."""
    made = _collector("fluent.conf")
    told = [(one.kind, one.action, [str(held.value) for held in (*one.fields, *one.patterns)], one.span.line) for one in made.stages]
    assert told == [
        ("grep", "drop", ["message", "session (opened|closed)"], 37),
        ("grep", "keep", ["level", "^(error|fatal)$"], 42),
        ("record_transformer", "remove", ["$.user.name"], 48),
        ("record_transformer", "remove", ["client_ip"], 48),
        ("rewrite_tag_filter", "rewrite", [], 56),
    ]
    assert made.stages[4].options["tag"].value == "security.…"


def test_outputs() -> None:
    """Each store is an output with its match; addresses in lists, buffers on disk, and what does not check certificates are told."""
    made = _collector("fluent.conf")
    assert [(one.kind, one.sink, one.match, one.buffer, one.span.line) for one in made.outputs] == [
        ("rewrite_tag_filter", "inner", "net.**", "", 54),
        ("forward", "remote", "**", "memory", 83),
        ("elasticsearch", "remote", "**", "disk", 65),
        ("stdout", "debug", "**", "", 78),
    ]
    store, forward = made.outputs[2].target, made.outputs[1].target
    assert store is not None
    assert store.host is not None
    assert store.span is not None
    assert (store.host.value, store.tls, store.verified, store.span.line) == ("es1.shop.net", True, False, 71)
    assert forward is not None
    assert forward.host is not None
    assert (forward.host.value, forward.tls) == ("logs.shop.net", True)
    assert made.outputs[2].options["password"].unknown


def test_a_label_that_is_not_there() -> None:
    """A source that goes to a label which nothing defines is told by its place."""
    made = _collector("fluent.conf", "<source>\n  @type forward\n  @label @STORE\n</source>\n<match **>\n  @type s3\n</match>\n")
    assert [(kind, named.name, named.span.line) for kind, named in made.undefined] == [("label", "@STORE", 3)]


def test_directives_in_a_configmap() -> None:
    """Blocks of a ConfigMap are read in the lines of its file."""
    inner = "    <source>\n      @type tail\n      tag a\n    </source>\n    <match a>\n      @type s3\n    </match>\n"
    text = f"kind: ConfigMap\ndata:\n  fluent.conf: |\n{inner}"
    made = _collector("fluentd.yaml", text)
    assert [(one.kind, one.span.line) for one in made.nodes] == [("tail", 4), ("s3", 8)]


@pytest.mark.parametrize("text", ["<source>", "</match>", "<match a>\n<store>\n</match>", "<filter **>\n  @type x\n</filer>"])
def test_what_breaks_off_is_not_whole(text: str) -> None:
    """Directives that are not closed as they were opened are told."""
    assert not directives(text, "x.conf").whole


def test_other_brackets_are_no_directives() -> None:
    """A web server's configuration and XML are not taken for Fluentd's."""
    assert facts_of("httpd.conf", "<Directory /x>\n  Require all granted\n</Directory>\n<Match a>\n</Match>\n") == ()
    assert facts_of("a.conf", "<root><source>x</source></root>\n") == ()


@pytest.mark.parametrize(
    ("pattern", "tag", "taken"),
    [
        ("*", "app", True), ("*", "app.log", False), ("*.*", "a.b", True), ("**", "a.b.c", True), ("a.**", "a", True),
        ("a.**", "ab", False),
        ("a.*.c", "a.b.c", True), ("a.**.c", "a.c", True), ("a b.{c,d}", "b.d", True), ("a b.{c,d}", "b.e", False), ("x-*", "x-1", True),
        ("kubernetes.**", "kubernetes.*", True), ("a.*", "${tag}.b", True), ("**_kube-*_**", "b", True),
    ],
)  # fmt: skip
def test_patterns_of_tags(pattern: str, tag: str, taken: bool) -> None:
    """A star stands within one part, two for any number of parts, braces for either; what is not known may fit."""
    assert fits(pattern, tag) is taken


@pytest.mark.parametrize(
    ("earlier", "later", "covered"),
    [("**", "a.b", True), ("a.**", "a.b.*", True), ("a.**", "a", True), ("a.*", "a.*", True), ("a.*", "a.b", True), ("a.*", "a.b.c", False),
     ("a b", "b a", True), ("a", "a b", False), ("a.*.c", "a.**", False), ("#{x}", "a", False), ("**", "", False)],
)  # fmt: skip
def test_patterns_that_cover_others(earlier: str, later: str, covered: bool) -> None:
    """Only what is certainly taken counts."""
    assert covers(earlier, later) is covered
