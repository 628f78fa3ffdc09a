from fastapi import Depends, Request
from starlette.responses import RedirectResponse

from gate.hashing import check_password
from gate.people import current


class DoorProvider:
    def leave(self, request: Request):
        return RedirectResponse("/door")

    async def logout(self, request: Request):
        answer = self.leave(request)
        answer.delete_cookie("door")  # expect: logout
        return answer

    async def password(self, request: Request, old: str, guest=Depends(current)):
        if not check_password(old, guest.password):
            return RedirectResponse("/door/password")
        return await self.logout(request)
