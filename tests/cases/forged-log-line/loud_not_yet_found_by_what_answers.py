"""Before it is looked for, and where nobody says that there is none, what a client names is anything."""

import logging

from aiohttp import web

logger = logging.getLogger(__name__)


class Filters(web.View):
    async def get(self) -> web.Response:
        name = self.request.match_info["name"]
        return await self.values_of(self.catalog, name)

    async def values_of(self, catalog, name: str) -> web.Response:
        logger.debug("filter %s is looked for", name)  # expect: match_info
        try:
            values = await catalog.values_of(name)
        except KeyError:
            logger.warning("there is no filter %s", name)  # expect: match_info
            return web.json_response({"error": "no such filter"}, status=404)
        return web.json_response({"values": values})
