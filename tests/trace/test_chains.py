from pathlib import Path

import pytest

from checker.trace.model import Verdict
from tests.trace.projects import JSON, LOGGER, PLAIN, PROMTAIL, end, rule, shop, traced


def test_a_whole_chain_reaches_the_receiver(tmp_path: Path) -> None:
    """A failed login that every part lets through reaches the receiver, with a file and line for each hop and the time added up."""
    chain = shop(tmp_path, 'count_over_time({app="shop"} |= "login failed" [5m]) > 5')
    assert chain.verdict is Verdict.OK
    assert [hop.kind for hop in chain.hops] == [
        "emitted", "logger", "handler", "formatter", "shipper", "sink", "rule", "route", "receiver", "runbook",
    ]  # fmt: skip
    assert [hop.span.path for hop in chain.hops if hop.span] == [
        "shop/accounts.py", "shop/logs.py", "shop/logs.py", "shop/logs.py", "deploy/promtail.yaml", "deploy/promtail.yaml",
        "deploy/loki-rules.yaml", "deploy/alertmanager.yml", "deploy/alertmanager.yml", "deploy/loki-rules.yaml",
    ]  # fmt: skip
    assert chain.seconds == 1 + (300 + 30 + 60) + 10, "batch, window, evaluation, for, group wait"


def test_one_event_is_enough_for_a_rule_above_zero(tmp_path: Path) -> None:
    """Where one event makes a rule fire, its window adds no time."""
    assert shop(tmp_path, 'count_over_time({app="shop"} |= "login failed" [5m]) > 0').seconds == 1 + (30 + 60) + 10


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ('count_over_time({app="shop"} |= "Login failed" [5m]) > 5', "case"),
        ('count_over_time({app="shop"} |= "failed login" [5m]) > 5', "wording"),
        ('count_over_time({app="shop"} |= "login-failed" [5m]) > 5', "blanks or punctuation"),
        ('count_over_time({app="shop"} |~ "Login (failed|denied)" [5m]) > 5', "case"),
        ('count_over_time({app="Shop"} |= "login failed" [5m]) > 5', "case"),
        ('count_over_time({application="shop"} |= "login failed" [5m]) > 5', "has app"),
        ('count_over_time({app="shop"} | json | event="login_failed" [5m]) > 5', "json reads nothing"),
        ('count_over_time({app="shop"} |= "login failed" != "WARNING" [5m]) > 5', "excludes"),
    ],
)
def test_the_nearest_miss_names_what_failed(tmp_path: Path, expression: str, why: str) -> None:
    """A rule that does not match breaks the chain at the alert, and the reason is the predicate that failed."""
    chain = shop(tmp_path, expression)
    assert (end(chain).kind, end(chain).verdict) == ("rule", Verdict.BROKEN)
    assert why in end(chain).why


@pytest.mark.parametrize(
    ("expression", "whys"),
    [
        ('count_over_time({app="billing"} |= "login failed" [5m]) > 5', ("the label app is 'shop' and not 'billing'",)),
        ('count_over_time({app="billing"} |= "Login failed" [5m]) > 5', ("they differ in case", "'billing'")),
        (
            'count_over_time({app="shop"} |= "Login failed" |= "of an administrator" [5m]) > 5',
            ("they differ in case", "'of an administrator'"),
        ),
        ('count_over_time({app="billing"} |= "invoice" [5m]) > 5', ()),
    ],
)
def test_a_rule_of_an_ordinary_name_that_comes_nearest_is_named(tmp_path: Path, expression: str, whys: tuple[str, ...]) -> None:
    """Where no rule is meant for an event, the one of whose conditions some hold is named with all that fail."""
    chain = shop(tmp_path, expression, name="Part7")
    assert (end(chain).kind, end(chain).verdict, end(chain).what) == ("rule", Verdict.BROKEN, "")
    assert ("Part7 comes nearest" in end(chain).why) is bool(whys)
    assert all(why in end(chain).why for why in whys)


@pytest.mark.parametrize(
    ("expression", "verdict"),
    [
        ('count_over_time({app="shop"} | json | message=~"login failed.*" [5m]) > 5', Verdict.OK),
        ('count_over_time({app="shop"} | json | levelname="WARNING" |= "login" [5m]) > 5', Verdict.OK),
        ('count_over_time({app="shop"} | json | levelname="warning" [5m]) > 5', Verdict.BROKEN),
        ('count_over_time({app="shop"} | json | level="warning" [5m]) > 5', Verdict.BROKEN),
        (r'count_over_time({app="shop"} |= "\"levelname\": \"WARNING\"" [5m]) > 5', Verdict.OK),
        (r'count_over_time({app="shop"} |= "\"levelname\":\"WARNING\"" [5m]) > 5', Verdict.BROKEN),
    ],
)
def test_json_is_read_as_the_formatter_writes_it(tmp_path: Path, expression: str, verdict: Verdict) -> None:
    """A rule on JSON's fields or text matches exactly where the formatter writes these keys, values and blanks."""
    assert shop(tmp_path, expression, logs=JSON).verdict is verdict


def test_what_depends_on_a_value_is_unknown(tmp_path: Path) -> None:
    """Where the text that a rule looks for may stand in an exception's text, nothing is certain."""
    code = LOGGER.replace('"login failed for %s", user.username', '"login failed: %s", error').replace(
        "password):\n            ", "password):\n            error = user.why()\n            ", 1
    )
    chain = shop(tmp_path, 'count_over_time({app="shop"} |= "account is disabled" [5m]) > 5', code=code)
    hop = chain.way.hop("rule")
    assert hop is not None
    assert (chain.verdict, hop.verdict) == (Verdict.UNKNOWN, Verdict.UNKNOWN)
    assert hop.why == "whether 'account is disabled' stands in the line depends on error"


def test_a_level_that_is_too_low_breaks_it_at_the_logger(tmp_path: Path) -> None:
    """A record below its logger's level is lost there, whatever follows."""
    chain = shop(tmp_path, 'count_over_time({app="shop"} |= "login failed" [5m]) > 5', logs=PLAIN.replace('"INFO"', '"ERROR"'))
    assert (end(chain).kind, end(chain).verdict) == ("logger", Verdict.BROKEN)
    assert "takes nothing below ERROR" in end(chain).why


def test_a_file_that_no_shipper_reads_breaks_it(tmp_path: Path) -> None:
    """A handler's file that no input of any shipper reads ends the way there."""
    chain = shop(
        tmp_path,
        'count_over_time({app="shop"} |= "login failed" [5m]) > 5',
        promtail=PROMTAIL.replace("/var/log/shop/*.log", "/var/log/nginx/access.txt"),
    )
    assert (end(chain).kind, end(chain).verdict) == ("shipper", Verdict.BROKEN)
    assert "no shipper of the project reads file /var/log/shop/app.log" in end(chain).why


def test_a_drop_stage_takes_it(tmp_path: Path) -> None:
    """A stage whose expression fits the line drops it, by file and line."""
    dropping = PROMTAIL + '        pipeline_stages: [{drop: {expression: ".*login failed.*"}}]\n'
    chain = shop(tmp_path, 'count_over_time({app="shop"} |= "login failed" [5m]) > 5', promtail=dropping)
    assert (end(chain).kind, end(chain).verdict, end(chain).why) == ("shipper", Verdict.BROKEN, "the stage drop drops it")


def test_labels_of_stages_count(tmp_path: Path) -> None:
    """A label that a stage takes from JSON has the value that the formatter writes, case and all."""
    stages = PROMTAIL + "        pipeline_stages: [{json: {expressions: {level: levelname}}}, {labels: {level: }}]\n"
    files = {"logs": JSON, "promtail": stages}
    assert shop(tmp_path / "a", 'count_over_time({app="shop", level="WARNING"} |= "login failed" [5m]) > 5', **files).verdict is Verdict.OK
    broken = shop(tmp_path / "b", 'count_over_time({app="shop", level="warning"} |= "login failed" [5m]) > 5', **files)
    assert "they differ in case" in end(broken).why


def test_a_receiver_without_integrations_ends_it(tmp_path: Path) -> None:
    """An alert that is routed to a receiver that tells nobody ends there."""
    empty = "\nroute: {receiver: team}\nreceivers: [{name: team}]\n"
    chain = shop(tmp_path, 'count_over_time({app="shop"} |= "login failed" [5m]) > 5', alertmanager=empty)
    receiver = chain.way.hop("receiver")
    assert receiver is not None
    assert receiver.verdict is Verdict.BROKEN


def test_without_rules_nothing_is_known(tmp_path: Path) -> None:
    """A project without alert rules may have them elsewhere: that is not known, and not broken."""
    files = {"shop/accounts.py": LOGGER, "shop/logs.py": PLAIN, "deploy/promtail.yaml": PROMTAIL}
    (chain,) = traced(tmp_path, files).of("authn_login_fail")
    assert chain.verdict is Verdict.UNKNOWN
    assert end(chain).why == "there are no alert rules in this project"


_METRIC = """
    from prometheus_client import Counter
    LOGINS = Counter("login_attempts", "Logins", ["result"])

    def login(user, password):
        if not user.check_password(password):
            LOGINS.labels(result="failed").inc()
            return None
        LOGINS.labels("ok").inc()
        return user
"""


@pytest.mark.parametrize(
    ("expression", "verdict", "why"),
    [
        ('rate(login_attempts_total{result="failed"}[5m]) > 5', Verdict.UNKNOWN, ""),
        ('rate(login_attempts{result="failed"}[5m]) > 5', Verdict.BROKEN, "exposed as login_attempts_total"),
        ('rate(login_attempts_total{result="Failed"}[5m]) > 5', Verdict.BROKEN, "case"),
        ('rate(login_attempts_total{result="failure"}[5m]) > 5', Verdict.BROKEN, "'failed' and not 'failure'"),
    ],
)
def test_metrics_are_matched_as_they_are_exposed(tmp_path: Path, expression: str, verdict: Verdict, why: str) -> None:
    """A counter is exposed with `_total`, and a label has the values that the code gives it."""
    files = {"shop/accounts.py": _METRIC, "deploy/rules.yaml": rule(expression)}
    matrix = traced(tmp_path, files)
    (chain,) = matrix.of("authn_login_fail")
    assert chain.verdict is verdict
    assert why in end(chain).why
    assert bool(matrix.unfed) is (verdict is Verdict.BROKEN)
