"""Tornado writes at warning what its exception is told behind the status."""

import json

from tornado import web


class BuildHandler(web.RequestHandler):
    async def post(self):
        try:
            result = await self.application.builder.build(self.get_argument("name"))
        except Exception as e:
            raise web.HTTPError(500, str(e)) from None
        self.finish(json.dumps(result))

    async def delete(self):
        try:
            await self.application.builder.cancel()
        except Exception as error:
            raise web.HTTPError(500, log_message=f"not cancelled: {error}") from error
        self.set_status(204)
