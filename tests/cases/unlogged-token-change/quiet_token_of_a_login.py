"""Who was let in just before gets what a login gives."""

from litestar import Controller, Response, post
from litestar.security.jwt import JWTAuth

from shop.accounts import authenticate_user, find

jwt_auth = JWTAuth(retrieve_user_handler=find, token_secret="")


class AuthController(Controller):
    path = "/authorization"

    @post("/token")
    async def get_token(self, data: dict) -> Response:
        user = await authenticate_user(data["login"], data["password"])
        token = jwt_auth.create_token(identifier=str(user.id))
        return Response({"access_token": token})
