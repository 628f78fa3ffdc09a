import logging

from flask import abort, request, session

log = logging.getLogger(__name__)


def check_form():
    log.info("session %s", dict(session))  # expect: the session's data reaches log.info()
    if session["nonce"] != request.form.get("nonce"):
        abort(403)


def callback(request):
    log.info("before the code is redeemed: %s", request.session)  # expect: the session's data reaches log.info()


def names():
    log.info("session %s", sorted(session.keys()))
    log.info("session of %s", session.get("user_id"))
