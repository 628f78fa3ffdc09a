import logging

from aiohttp import web

logger = logging.getLogger(__name__)


class FlowView:
    def __init__(self, auth, results):
        self.auth = auth
        self.results = results

    async def answer(self, request, result):
        if result["type"] != "done":
            logger.warning("authn_login_fail outcome=failure source=%r", request.remote)
            return web.json_response(result)
        user = await self.auth.get_user_by_credentials(result["credentials"])  # None: they were never linked to anybody
        if user is not None and not user.is_active:
            logger.warning("authn_login_fail outcome=failure reason=inactive source=%r", request.remote)
            return web.json_response({"message": "blocked"}, status=403)
        self.results.touch(request)
        result["result"] = self.results.keep(result)
        return web.json_response(result)
