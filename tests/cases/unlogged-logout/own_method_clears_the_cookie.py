from aiohttp import web


class Cabinet:
    def _clear_account_cookie(self, response):
        response.del_cookie("account", path="/")

    async def logout(self, request: web.Request) -> web.Response:
        response = web.json_response({"ok": True})
        self._clear_account_cookie(response)  # expect: a logout leaves no security record
        return response

    async def reset(self, request: web.Request) -> web.Response:
        response = web.json_response({"ok": True})
        self._clear_account_cookie(response)
        return response
