import logging

import requests

log = logging.getLogger(__name__)


async def handle_ping(payload, headers, query_params, tasks):
    log.debug("ping, headers seen: %s, query_params: %s, tasks: %s", len(headers), query_params, tasks)
    requests.get("https://example.com/ping", timeout=5)
