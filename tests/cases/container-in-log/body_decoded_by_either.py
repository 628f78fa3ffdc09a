import functools
import json
import logging

import yaml
from aiohttp import web

log = logging.getLogger(__name__)


def check_params(checker, loads=None):
    def wrap(handler):
        @functools.wraps(handler)
        async def wrapped(request: web.Request, *args, **kwargs):
            if request.can_read_body:
                body = await request.text()
                if request.content_type == "text/yaml":
                    params = yaml.load(body, Loader=yaml.BaseLoader)
                else:
                    params = (loads or json.loads)(body)
            else:
                params = dict(request.query)
            stripped = params.copy()
            stripped.pop("owner_access_key", None)
            log.debug("stripped raw params: %s", stripped)  # expect: the request's body reaches log.debug()
            return await handler(request, checker.check(stripped), *args, **kwargs)

        return wrapped

    return wrap
