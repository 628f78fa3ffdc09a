"""Who calls a service records what it does, or the service does; what is private is a part of something else."""

import logging

from shop.app import app, session
from shop.models import User

log = logging.getLogger("shop.audit")


class UserService:
    async def delete_user(self, number):
        user = await session.get(User, number)
        await session.delete(user)
        await session.commit()

    async def remove_account(self, number):
        user = await session.get(User, number)
        await session.delete(user)
        log.info("account %d was deleted", number)

    async def _drop_user(self, number):
        await session.delete(await session.get(User, number))


@app.delete("/users/{number}")
async def delete(number: int, service: UserService):
    await service.delete_user(number)
    log.info("user %d was deleted", number)
