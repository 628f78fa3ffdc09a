"""What the settings of a team allow its members is a right of theirs."""

from quart import Quart, abort, request

app = Quart(__name__)


class Routes:
    def __init__(self, server):
        self.server = server

    async def change(self, user):
        may_change = user.team_settings.get("members", {}).get("allow_renaming", True)
        if not may_change:
            abort(403)  # expect: denied access
        await self.server.users.rename(user, (await request.json)["name"])
        return {}


routes = Routes(app)
app.add_url_rule("/me", view_func=routes.change, methods=["POST"])
