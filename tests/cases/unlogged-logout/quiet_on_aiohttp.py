import logging

from aiohttp import web
from aiohttp_security import authorized_userid, forget

log = logging.getLogger(__name__)


class Logout(web.View):
    async def get(self):
        name = await authorized_userid(self.request)
        response = web.HTTPNoContent()
        await forget(self.request, response)
        log.info("%s logged out from %s", name, self.request.remote)
        raise response
