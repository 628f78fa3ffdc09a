from shop.keys import validate_api_key
from starlette.responses import JSONResponse


class KeyMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if not validate_api_key(dict(scope["headers"]).get(b"x-api-key")):
            response = JSONResponse({"error": "no"}, status_code=401)
            await response(scope, receive, send)
            return  # expect: failed login
        await self.app(scope, receive, send)


class OtherMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if not validate_api_key(dict(scope["headers"]).get(b"x-api-key")):
            return await JSONResponse({"error": "no"}, status_code=401)(scope, receive, send)  # expect: failed login
        await self.app(scope, receive, send)
