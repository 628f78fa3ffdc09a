"""ElastAlert's rules become alert rules with the receivers that they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.monitoring.model import AlertRule, Routing
from tests.monitoring.reading import facts_of

_FILES = Path(__file__).resolve().parent / "files"


def test_a_rule_and_whom_it_tells() -> None:
    """Name, query and priority are the rule's; each alerter has the options that begin with its name, and its own."""
    made = facts_of("many_logins.yaml", (_FILES / "elastalert.yaml").read_text(encoding="utf-8"))
    (alert,) = [one for one in made if isinstance(one, AlertRule)]
    (routing,) = [one for one in made if isinstance(one, Routing)]
    assert (alert.source, alert.language, alert.name, alert.span.line, alert.group) == (
        "elastalert",
        "lucene",
        "Many refused logins",
        1,
        "auth-*",
    )
    assert (alert.expression.value, alert.labels["severity"].value) == ("event.action:login AND NOT user.name:probe", 1)
    (receiver,) = routing.receivers.values()
    assert [(one.kind, sorted(one.options)) for one in receiver.integrations] == [
        ("slack", ["slack_webhook_url"]),
        ("email", ["email", "email_reply_to"]),
    ]
    assert routing.route is None
    assert receiver.span.line == 15


def test_the_global_configuration() -> None:
    """What is said of the store for all rules is kept with its places."""
    text = "rules_folder: rules\nrun_every: {minutes: 1}\nes_host: es\nes_password: secret-4711\n"
    (found,) = facts_of("config.yaml", text)
    assert isinstance(found, Routing)
    assert (found.kind, found.settings["es_password"].value, found.settings["es_password"].span.line) == ("elastalert", "secret-4711", 4)


@pytest.mark.parametrize(
    "text",
    [
        "name: x\ntype: any\n",
        "type: object\nname: a\nindex: 3\nfilter: []\n",
        "alert: A\nindex: b\ntype: c\n",
        "- {name: a, type: frequency, index: 1}\n",
    ],
)
def test_other_mappings_are_no_rules(text: str) -> None:
    """A mapping without the keys or a type of ElastAlert is passed over."""
    assert facts_of("some.yaml", text) == ()
