import enum


class Error(enum.Enum):
    INVALID_INVITATION_TOKEN = ("The invitation token is invalid.", 400)
    MISSING_AUTH_TOKEN = "no-token", 401


class BusinessError(Exception):
    def __init__(self, error):
        super().__init__(error)


def check(payload, wanted):
    if payload["id"] != wanted:
        raise BusinessError(Error.INVALID_INVITATION_TOKEN)


def open_up(access_token):
    raise BusinessError(f"not let in with {access_token}")  # expect: token
