from fastapi import Request
from starlette.responses import RedirectResponse


class Door:
    async def leave(self, request: Request):
        return RedirectResponse("/door")

    async def logout(self, request: Request):
        answer = await self.leave(request)
        answer.delete_cookie("door")  # expect: logout
        return answer

    async def renew(self, request: Request, audit):
        audit.info("password of %s renewed", request.state.guest)
        return await self.logout(request)
