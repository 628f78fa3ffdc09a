from litestar import Controller, post
from litestar.exceptions import NotFoundException, ValidationException

from desk.models import Account, policy


class AccountController(Controller):
    path = "/accounts"

    @post("/login")
    async def login(self, data: dict) -> dict:
        account = await Account.find_one(Account.name == data["name"])
        if account is None:
            raise NotFoundException("no such account")
        if not account.verify(data["password"]):
            raise NotFoundException("no such account")  # expect: login() raises NotFoundException
        return account.public

    @post("/password")
    async def choose(self, data: dict) -> dict:
        if not policy.verify(data["password"]):
            raise ValidationException("too short")
        return {}

    @post("/email")
    async def confirm(self, data: dict) -> dict:
        if not policy.verify(data["address"]):
            raise ValidationException("no address")
        return {}
