import logging

from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer

logger = logging.getLogger(__name__)
serializer = URLSafeTimedSerializer("x")


def validate(token):
    return serializer.loads(token, max_age=3600)


def invited(token):
    try:
        return validate(token)
    except SignatureExpired:
        logger.exception("the token has expired: %s", token)
    except BadSignature:
        logger.exception("bad signature of the token: %s", token)
    return None
