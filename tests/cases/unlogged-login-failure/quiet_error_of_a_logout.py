from aiohttp import web


class AuthHandler:
    async def api_logout(self, request):
        try:
            response = web.json_response({"message": "Logout successful"}, status=202)
            await request.app["sessions"].forgot(request, response)
            request.app.logger.info("logout of %s", request["user"])
            return response
        except Exception as error:
            raise web.HTTPUnauthorized(reason=f"Logout Error {error}")
