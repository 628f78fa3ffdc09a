from shop.keys import validate_api_key


class TokenMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        headers = dict(scope["headers"])
        given = headers.get(b"authorization", b"").decode()
        if not validate_api_key(given):
            await send({"type": "http.response.start", "status": 401, "headers": []})
            await send({"type": "http.response.body", "body": b"no"})
            return  # expect: failed login
        await self.app(scope, receive, send)


class KeyMiddleware:
    def __init__(self, app, keys):
        self.app = app
        self.keys = keys

    async def __call__(self, scope, receive, send):
        key = dict(scope["headers"]).get(b"x-api-key")
        if key not in self.keys:
            await send({"type": "http.response.start", "status": 401, "headers": []})
            await send({"type": "http.response.body", "body": b"no"})
            return  # expect: failed login
        await self.app(scope, receive, send)
