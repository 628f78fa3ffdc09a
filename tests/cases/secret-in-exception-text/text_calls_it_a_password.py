import logging

log = logging.getLogger(__name__)


def checked(value):
    if len(value) < 8:
        raise ValueError(f"weak password: {value}")  # expect: password
    if value.isdigit():
        raise ValueError("password '%s' is too simple" % value)  # expect: password
    if not value:
        raise ValueError(f"password of length {len(value)}")
    return value


def change(account, value):
    try:
        account.change(checked(value))
    except ValueError as error:
        log.error("refused: %s", error)
        raise


def named(value):
    try:
        if value not in ("argon2", "bcrypt"):
            raise LookupError(f"no scheme of passwords: {value}")
        if value == "argon2":
            raise LookupError(f"hashed password: {value}")
    except LookupError as error:
        log.error("refused: %s", error)
