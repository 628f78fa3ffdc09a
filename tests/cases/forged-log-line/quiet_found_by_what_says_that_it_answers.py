"""A function that says it gives a server's answer, and answers that there is no such thing, has found what it goes on with."""

import logging

from aiohttp import web

logger = logging.getLogger(__name__)


class Filters(web.View):
    async def get(self) -> web.Response:
        name = self.request.match_info["name"]
        return await self.values_of(self.catalog, name)

    async def values_of(self, catalog, name: str) -> web.Response:
        try:
            values = await catalog.values_of(name)
        except KeyError:
            return web.json_response({"error": "no such filter"}, status=404)
        logger.debug("filter %s has %d values", name, len(values))
        return web.json_response({"name": name, "values": values})
