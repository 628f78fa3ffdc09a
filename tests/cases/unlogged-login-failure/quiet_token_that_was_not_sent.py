from fastapi import HTTPException, Request, status


def get_token(request: Request) -> str:
    if token := request.headers.get("x-auth-token"):
        return token
    raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="Token missing")
