"""Tornado is told a status alone, or nothing of the error; or shows the reason to the client and writes none."""

import json

from tornado import web


class BuildHandler(web.RequestHandler):
    async def post(self):
        try:
            result = await self.application.builder.build(self.get_argument("name"))
        except Exception:  # expect: answered with 500
            raise web.HTTPError(500)
        self.finish(json.dumps(result))

    async def delete(self):
        try:
            await self.application.builder.cancel()
        except Exception as error:  # expect: answered with 500
            raise web.HTTPError(500, "could not cancel") from error
        self.set_status(204)

    async def patch(self):
        try:
            await self.application.builder.again()
        except Exception as error:  # expect: answered with 500
            raise web.HTTPError(500, reason=str(error))
        self.set_status(204)
