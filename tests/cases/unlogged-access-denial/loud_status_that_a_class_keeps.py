from fastapi import HTTPException
from starlette.requests import Request
from starlette.status import HTTP_403_FORBIDDEN

from hall.people import who_asks


class Permission:
    denied_status = HTTP_403_FORBIDDEN
    denied_text = "That is not for you"

    def has_permission(self, request: Request) -> bool:
        raise NotImplementedError

    def __init__(self, request: Request):
        self.role = who_asks(request).role
        if not self.has_permission(request):
            raise HTTPException(status_code=self.denied_status, detail=self.denied_text)  # expect: denied access
