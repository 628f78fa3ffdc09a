import jwt
from cryptography.fernet import Fernet, InvalidToken


class Refused(Exception):
    pass


def holder(token: str, key: str) -> str:
    try:
        return jwt.decode(token, key, algorithms=["HS256"])["sub"]
    except jwt.PyJWTError as error:
        raise Refused(f"no good token: {token}") from error  # expect: the token stands in the text of Refused


def content(box: Fernet, token: str) -> bytes:
    try:
        return box.decrypt(token.encode())
    except InvalidToken:
        raise Refused("cannot be read: " + token)  # expect: the token stands in the text of Refused
