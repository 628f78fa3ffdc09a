import logging

import jwt

logger = logging.getLogger(__name__)


def form_errors(form):
    for field, errors in form.errors.items():
        logger.info("field %s: %s", field, errors)


def password_form(form):
    if not form.is_valid():
        logger.info("password change refused: %s", form.errors)


def verify(token, key):
    try:
        claims = jwt.decode(token, key, algorithms=["RS256"])
    except jwt.ExpiredSignatureError:
        logger.info("token expired")
        return None
    except jwt.InvalidTokenError as error:
        logger.info("token invalid: %s", error.__class__.__name__)
        return None
    logger.info("token of %s, expires %s", claims["sub"], claims["exp"])
    return claims


def oauth_start(client_id, redirect_uri, scope):
    logger.info("authorizing client %s for %s, back to %s", client_id, scope, redirect_uri)


def attempt(user, attempts_left):
    logger.warning("wrong pin for %s, %d attempts left", user.id, attempts_left)


def otp_sent(user, channel):
    logger.info("one-time code sent to user %s by %s", user.id, channel)


def api_key_created(key):
    logger.info("created api key %s (%s) for %s", key.id, key.name, key.owner_id)


def csrf_failed(request, reason):
    logger.warning("csrf check failed: %s", reason)


def signature_ok(signature, expected):
    logger.info("signature ok: %s", signature == expected)


def zxcvbn_score(password):
    score = zxcvbn(password)["score"]
    logger.info("password strength %s", score)
