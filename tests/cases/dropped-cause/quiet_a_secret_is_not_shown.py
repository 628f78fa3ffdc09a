class TokenError(Exception):
    pass


def token(path, read_token):
    try:
        return read_token(path)
    except Exception:
        raise TokenError("the token cannot be read") from None
