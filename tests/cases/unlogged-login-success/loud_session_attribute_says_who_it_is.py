import logging

from litestar import Controller, post
from litestar.exceptions import NotFoundException

from desk.models import Account, Session

logger = logging.getLogger(__name__)


class AccountController(Controller):
    path = "/accounts"

    @post("/login")
    async def login(self, data: dict, session: Session) -> dict:
        account = await Account.find_one(Account.name == data["name"])
        if account is None or not account.verify(data["password"]):
            logger.warning("failed login of %r", data["name"])
            raise NotFoundException("no such account")
        session.user_id = account.id  # expect: login() sets session.user_id
        await session.save()
        return account.public
