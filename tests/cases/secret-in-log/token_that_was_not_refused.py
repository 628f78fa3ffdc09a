import logging

from itsdangerous import BadSignature, URLSafeTimedSerializer

logger = logging.getLogger(__name__)
serializer = URLSafeTimedSerializer("x")


def validate(token):
    return serializer.loads(token, max_age=3600)


def invited(token, users):
    try:
        user = validate(token)
        return users.find(user)
    except BadSignature:
        return None
    except ConnectionError:
        logger.exception("cannot ask for the user of the token %s", token)  # expect: token
    finally:
        logger.info("the token was %s", token)  # expect: token


def decoded(access_token, key):
    import jwt

    try:
        return jwt.decode(access_token, key, algorithms=["HS256"])
    except jwt.InvalidTokenError:  # of another audience
        logger.warning("cannot use the token %s", access_token)  # expect: token
    return None
