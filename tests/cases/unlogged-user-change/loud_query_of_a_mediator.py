# file: shop/handlers/user.py
from dataclasses import dataclass

from shop.db import Database
from shop.mediator import Handler


class CreateUserQuery:
    login: str
    password: str


@dataclass(slots=True)
class CreateUserHandler(Handler[CreateUserQuery, dict]):
    database: Database
    hasher: object

    async def __call__(self, query: CreateUserQuery) -> dict:
        async with self.database:
            user = await self.database.user.create(  # expect: a created or deleted user
                login=query.login,
                password=self.hasher.hash_password(query.password),
            )
            return user.as_dict()
# file: shop/db.py
from shop.sql import rows


class UserRepository:
    async def create(self, **values):
        return await rows.put("user", values)


class Database:
    user: UserRepository
# file: shop/mediator.py
from typing import Generic, TypeVar

Q = TypeVar("Q")
R = TypeVar("R")


class Handler(Generic[Q, R]):
    pass


def set_up(mediator):
    from shop.handlers import user

    mediator.register(user.CreateUserQuery, user.CreateUserHandler)
