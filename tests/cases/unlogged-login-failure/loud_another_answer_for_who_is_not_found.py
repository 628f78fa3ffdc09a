from aiohttp import web


class StateView:
    def __init__(self, auth):
        self.auth = auth

    async def post(self, request):
        form = await request.post()
        user = await self.auth.get_user_by_credentials(form["name"], form["password"])
        state = "refused"
        if user is not None:
            state = "accepted"
        return web.json_response({"state": state})  # expect: a failed login leaves no security record
