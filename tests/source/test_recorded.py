"""What leaves a record is told as well as what leaves none: nobody may say that all is right where nothing was looked at."""

from __future__ import annotations

from pathlib import Path

from checker.pipeline import Request, check
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome

LOGIN = """\
import logging

from django.contrib.auth import authenticate, login

logger = logging.getLogger(__name__)


def sign_in(request):
    user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
    if user is None:
        logger.warning("login failed")
        return refused(request)
    login(request, user)
    logger.info("login of %s", user.pk)
    return welcome(request)


def quiet(request):
    user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
    if user is None:
        return refused(request)
    logger.info("login of %s", user.pk)
    login(request, user)
    return welcome(request)
"""


def facts(folder: Path, text: str) -> set[tuple[str, str, str, int, int | None]]:
    """Kind, event, function, line and the line of the record."""
    (folder / "views.py").write_text(text)
    found = check(Request((str(folder),), cwd=str(folder), today="2026-01-01", cache=False, jobs=1)).facts
    return {
        (
            type(fact).__name__,
            fact.event,
            fact.function,
            fact.span.line,
            fact.by.line if isinstance(fact, RecordedOutcome) and fact.by else None,
        )
        for fact in found
        if isinstance(fact, AuthOutcome | RecordedOutcome)
    }


def test_each_way_out_is_told_with_its_record(tmp_path: Path) -> None:
    """A failed login and a login with a record are facts that name it; the failure without one is a fact as before."""
    assert facts(tmp_path, LOGIN) == {
        ("RecordedOutcome", "authn_login_fail", "sign_in", 12, 11),
        ("RecordedOutcome", "authn_login_success", "sign_in", 13, 14),
        ("AuthOutcome", "authn_login_fail", "quiet", 21, None),
        ("RecordedOutcome", "authn_login_success", "quiet", 23, 22),
    }


def test_a_signal_records_for_all(tmp_path: Path) -> None:
    """Where a receiver of the signal records, no call on the way does, and the fact names none."""
    receiver = """
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver


@receiver(user_login_failed)
def failed(sender, credentials, **rest):
    logger.warning("login failed")
"""
    told = facts(tmp_path, LOGIN + receiver)
    assert ("RecordedOutcome", "authn_login_fail", "quiet", 21, None) in told
    assert not any(kind == "AuthOutcome" for kind, *_ in told)
