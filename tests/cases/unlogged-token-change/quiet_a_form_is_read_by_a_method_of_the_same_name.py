import logging

from aiohttp import web

logger = logging.getLogger(__name__)


class TokenView(web.View):
    def __init__(self, request, grants):
        super().__init__(request)
        self.grants = grants

    async def post(self, request: web.Request) -> web.Response:
        form = await request.post()
        if form.get("grant_type") != "refresh_token":
            return web.json_response({"error": "unsupported_grant_type"}, status=400)
        return await self.grants.renew(form["refresh_token"])
