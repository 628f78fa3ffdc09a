from fastapi import Header, HTTPException, status

USERS_BY_TOKEN = {"696e23458b2b51123e9db44cf233ca3b": "clerk"}


def get_username_by_token(static_token: str = Header(alias="x-auth-token")) -> str:
    if username := USERS_BY_TOKEN.get(static_token):
        return username
    raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="Token invalid")  # expect: a failed login
