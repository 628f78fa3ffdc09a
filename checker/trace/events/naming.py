"""What an event is called: by its vocabulary name in the text, by the vocabulary's texts and words."""

from __future__ import annotations

import functools
import re
from itertools import pairwise

from checker.source.lexicon.words import split
from checker.vocabulary import EventText

NAMES = frozenset(
    (
        "authn_login_success", "authn_login_successafterfail", "authn_login_fail", "authn_login_fail_max", "authn_login_lock",
        "authn_password_change", "authn_password_change_fail", "authn_impossible_travel", "authn_token_created",
        "authn_token_revoked", "authn_token_reuse", "authn_token_delete", "authz_fail", "authz_change", "authz_admin",
        "crypt_decrypt_fail", "crypt_encrypt_fail", "excess_rate_limit_exceeded", "excess_sessions_exceeded", "upload_complete",
        "upload_stored", "upload_validation", "upload_delete", "input_validation_fail", "input_validation_discrete_fail",
        "malicious_excess_404", "malicious_extraneous", "malicious_attack_tool", "malicious_sqli", "malicious_cors",
        "malicious_direct_reference", "malicious_csrf", "malicious_csp_violation", "mcp_prompt_injection",
        "mcp_resource_exhaustion", "mcp_tool_poisoning", "privilege_permissions_changed", "sensitive_create", "sensitive_read",
        "sensitive_update", "sensitive_delete", "sequence_fail", "session_created", "session_renewed", "session_expired",
        "session_logout", "session_use_after_expire", "sys_startup", "sys_shutdown", "sys_restart", "sys_crash",
        "sys_monitor_disabled", "sys_monitor_enabled", "user_created", "user_updated", "user_archived", "user_deleted",
    )
)  # fmt: skip
"""The OWASP Logging Vocabulary, all 57."""
ALARMING = frozenset(
    name for name in NAMES
    if name.startswith(("malicious_", "excess_", "mcp_"))
    or name in (
        "authn_login_fail", "authn_login_fail_max", "authn_login_lock", "authn_impossible_travel", "authn_token_reuse", "authz_fail",
        "authn_password_change_fail", "privilege_permissions_changed", "session_use_after_expire", "sequence_fail", "sys_crash",
        "sys_monitor_disabled", "authz_change",
    )
)  # fmt: skip
"""Those that somebody is to be told of; the others are for the record."""
_NAME = re.compile(rf"(?<![a-z_])(?:{'|'.join(sorted(NAMES, key=len, reverse=True))})(?![a-z_])")
_NO_WORD = re.compile(r"[^A-Za-z0-9]+")
_OWN_FAILURE = re.compile(
    r"\b(?:failed to|unable to|could not|couldn't|cannot|can't|error (?:while|when|during)?)\s+"
    r"(?!log ?in|sign ?in|login|authenticate|authorize|verify|validate)[a-z]+",
    re.IGNORECASE,
)
"""A program that tells what it could not do itself."""
_LOOKED_AT, _BETWEEN = 400, 2
"""Words that may stand between those of an event."""


def explicit(text: str) -> str:
    """A vocabulary name that stands in a text, ``""`` for none."""
    match = _NAME.search(text) if "_" in text else None
    return match[0] if match else ""


def by_text(text: str, known: tuple[EventText, ...]) -> str:
    """The event whose text stands in it as it is written."""
    low = text.lower()
    return next((one.event for one in known for part in one.texts if part.lower() in low), "")


def by_words(text: str, known: tuple[EventText, ...]) -> str:
    """The event whose words stand near each other in it; a failure to do something else is none."""
    found, whole = _looked_at(text)
    for one in known if found else ():
        if not one.words or not whole.isdisjoint(one.unless) or any(whole.isdisjoint(group) for group in one.words):
            continue
        width = len(one.words) + _BETWEEN
        windows = (_words(found[at : at + width]) for at in range(max(len(found) - len(one.words) + 1, 1)))
        if any(all(not window.isdisjoint(group) for group in one.words) for window in windows):
            return one.event
    return ""


@functools.lru_cache(maxsize=16_384)  # each event asks it of the texts of each alert
def _looked_at(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a text, in order and with its pairs; none where it tells of a failure to do something else."""
    if _OWN_FAILURE.search(text):
        return (), frozenset()
    found = split(_NO_WORD.sub("_", text[:_LOOKED_AT]))
    return found, _words(found)


def _words(found: tuple[str, ...]) -> frozenset[str]:
    pairs = {f"{one}{other}" for one, other in pairwise(found)}
    return frozenset(found) | pairs
