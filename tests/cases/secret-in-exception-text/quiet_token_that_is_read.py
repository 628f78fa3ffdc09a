import jwt


class SyntaxProblem(Exception):
    pass


def number(token: str) -> int:
    if not token.isdigit():
        raise SyntaxProblem(f"a number should stand where {token} stands")
    return int(token)


def holder(token: str, key: str) -> str:
    try:
        return jwt.decode(token, key, algorithms=["HS256"])["sub"]
    except jwt.PyJWTError as error:
        raise PermissionError(f"no good token of {len(token)} characters") from error
