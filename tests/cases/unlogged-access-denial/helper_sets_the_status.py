"""A method that is not at hand is given 403, and answers with it."""

from http import HTTPStatus

from shop.handlers import ApiHandler


class RenameHandler(ApiHandler):
    async def post(self, number):
        if self.current_user.role != "admin":
            self.respond_error(HTTPStatus.FORBIDDEN, reason="Only administrators may do that")
            return  # expect: a denied access leaves no security record
        self.keeper.users[number].name = self.get_argument("name")
