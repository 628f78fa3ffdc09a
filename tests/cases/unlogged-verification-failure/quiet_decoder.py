import jwt


def decode(token, key):
    return jwt.decode(token, key, algorithms=["HS256"])


def tokens(text):
    for token in text.split():
        if not token.isalnum():
            return None
        yield token
