"""Records that go through a project's own log function, or are JSON by themselves."""

from pathlib import Path

from checker.trace.model import Verdict
from tests.trace.projects import PLAIN, end, shop

_OWN = """
    import json
    import logging

    log = logging.getLogger("audit")

    def record(event_type, **fields):
        log.warning(json.dumps({"event_type": event_type, "ip": fields.get("ip")}))

    def login(request, user, password):
        if not user.check_password(password):
            record("login_failed", ip=request.ip)
            return None
        return user
"""
_BARE = PLAIN.replace('"format": "%(asctime)s %(levelname)s %(name)s %(message)s"', '"format": "%(message)s"')


def test_the_caller_decides_what_is_written(tmp_path: Path) -> None:
    """A call of a log function of the project's own emits what it hands on, and JSON in the message is read as JSON."""
    chain = shop(tmp_path, 'count_over_time({app="shop"} | json | event_type="login_failed" [5m]) > 5', code=_OWN, logs=_BARE)
    assert (chain.event.span.line, chain.event.logger, chain.verdict) == (12, "audit", Verdict.OK)


def test_a_format_around_it_makes_it_text(tmp_path: Path) -> None:
    """JSON behind a time and a level is text, of which a JSON parser reads nothing."""
    chain = shop(tmp_path, 'count_over_time({app="shop"} | json | event_type="login_failed" [5m]) > 5', code=_OWN, logs=PLAIN)
    assert end(chain).verdict is Verdict.BROKEN
    assert "json reads nothing" in end(chain).why
