# file: shop/use_cases/commands/rights.py
from shop.bus import Handler


class SetRoleCommand:
    user_id: str
    role: str


class SetRoleCommandHandler(Handler):
    def __init__(self, gateway):
        self.gateway = gateway

    async def __call__(self, context, command: SetRoleCommand, /):
        async with self.gateway.transaction():
            await self.gateway.roles.set_role(command.user_id, command.role)  # expect: a change of rights
# file: shop/bus.py
class Handler:
    pass
# file: shop/http.py
from litestar import Controller, post

from shop.use_cases.commands.rights import SetRoleCommand


class RoleController(Controller):
    path = "/roles"

    @post("/")
    async def set(self, data: dict, bus) -> None:
        await bus.send(SetRoleCommand(**data))
