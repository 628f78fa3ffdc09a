"""Accounts, passwords, one-time codes and sessions."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
from dataclasses import dataclass, field

import structlog

from shop import audit, mailer
from shop.config import load_settings
from shop.db import Account, Operator, find_account, session

logger = logging.getLogger(__name__)
events = structlog.get_logger("shop.events")

HASH_ROUNDS = 600_000


class RegistrationRefused(Exception):
    """The form cannot become an account."""


@dataclass
class Registration:
    """What somebody filled in to get an account."""

    username: str
    email: str
    password: str = field(repr=False)


@dataclass
class OneTimeCode:
    """A code that was sent and waits to be typed in."""

    account_id: int
    code: str
    attempts: int = 0

    def __repr__(self) -> str:
        return f"OneTimeCode(account={self.account_id}, attempts={self.attempts})"


_waiting: dict[int, OneTimeCode] = {}


def hash_password(password: str, salt: bytes | None = None) -> str:
    """PBKDF2 with a salt of its own."""
    salt = salt or secrets.token_bytes(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, HASH_ROUNDS)
    return f"{salt.hex()}${digest.hex()}"


def fingerprint(token: str) -> str:
    """What stands for a token in the log: equal for equal tokens, and no way back."""
    return hashlib.sha256(token.encode()).hexdigest()[:12]


def verify_password(password: str, stored: str) -> bool:
    """Whether the password is the one that was stored."""
    salt = bytes.fromhex(stored.partition("$")[0])
    return hmac.compare_digest(hash_password(password, salt), stored)


def register(form: Registration) -> Account:
    """Make an account; raises RegistrationRefused."""
    logger.info("new registration: %s", form)
    minimum = load_settings().password_min_length
    if len(form.password) < minimum:
        logger.info("registration refused: password has %d characters, %d needed", len(form.password), minimum)
        raise RegistrationRefused(f"The password needs at least {minimum} characters.")
    account = Account(username=form.username, email=form.email, password_hash=hash_password(form.password))
    with session() as current:
        current.add(account)
    logger.info("registered %s", account)
    return account


def login(username: str, password: str) -> Account | None:
    """The account where the password is right."""
    account = find_account(username)
    if account is None:
        logger.warning("login refused: no account %r", username)
        return None
    correct = verify_password(password, account.password_hash)
    logger.debug("account %d: password given: %s, password correct: %s", account.id, bool(password), correct)
    audit.login(account.id, correct)
    return account if correct and not account.locked else None


def operator_may_enter(operator_id: int, password: str, pin: str) -> bool:
    """Whether somebody of the shop knows both the password and the PIN."""
    with session() as current:
        operator = current.get(Operator, operator_id)
    if operator is None:
        logger.warning("no operator %d", operator_id)
        return False
    return verify_password(password, operator.password_hash) and verify_password(pin, operator.pin_hash)


def send_code(account: Account) -> None:
    """Send a one-time code for the second step of a login."""
    digits = load_settings().otp_digits
    waiting = OneTimeCode(account.id, "".join(secrets.choice("0123456789") for _ in range(digits)))
    _waiting[account.id] = waiting
    mailer.send(account.email, "Your code", f"Your code is {waiting.code}. It is good for ten minutes.")
    logger.info("one-time code sent", extra={"account": account.id, "otp_digits": digits})


def check_code(account_id: int, typed: str) -> bool:
    """Whether the code that was typed in is the one that was sent; three attempts."""
    waiting = _waiting.get(account_id)
    if waiting is None:
        return False
    waiting.attempts += 1
    logger.debug("checking %s", waiting)
    if waiting.attempts > 3:
        del _waiting[account_id]
        return False
    return hmac.compare_digest(waiting.code, typed)


def start_session(account: Account) -> str:
    """A new session's token."""
    token = secrets.token_urlsafe(32)
    log = events.bind(account=account.id, session=fingerprint(token))
    log.info("session_started", lifetime=load_settings().token_lifetime)
    return token


def change_password(account: Account, old: str, new: str) -> bool:
    """Change the password where the old one is right."""
    if not verify_password(old, account.password_hash):
        events.warning("password_change_refused", account=account.id, same_password=old == new)
        return False
    with session() as current:
        current.merge(account).password_hash = hash_password(new)
    audit.password_changed(account.id)
    return True
