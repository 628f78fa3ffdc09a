"""What nobody may change here is no matter of somebody's rights."""

from quart import Quart, abort, request

app = Quart(__name__)


class Routes:
    def __init__(self, server):
        self.server = server

    async def change(self, user):
        may_change = self.server.instance_config.data.get("system", {}).get("allow_modify_login_info", True)
        if not may_change:
            abort(403)
        await self.server.users.rename(user, (await request.json)["name"])
        return {}


routes = Routes(app)
app.add_url_rule("/me", view_func=routes.change, methods=["POST"])
