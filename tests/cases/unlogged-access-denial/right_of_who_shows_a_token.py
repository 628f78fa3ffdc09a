import jwt
from fastapi import HTTPException, Request


class Guard:
    def __init__(self, key):
        self._key = key

    def user_of(self, request: Request):
        try:
            return jwt.decode(request.cookies["session"], self._key, algorithms=["HS256"])
        except jwt.PyJWTError:
            return None

    def admin_required(self, request: Request) -> None:
        user = self.user_of(request)
        if user is not None and user.is_admin():
            return
        raise HTTPException(403)  # expect: admin_required() raises HTTPException(403)
