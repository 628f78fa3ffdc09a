from sanic.request import Request

from keeper.models import Account, Role
from keeper.sessions import authenticate


async def assign_role(name: str, account: Account) -> Role:
    role = await Role.get(name=name)
    await account.roles.add(role)  # expect: change of rights
    return role


async def roles_of(request: Request):
    session = await authenticate(request)
    return await session.account.roles.all()
