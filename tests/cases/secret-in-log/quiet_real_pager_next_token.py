import logging

logger = logging.getLogger(__name__)


def every_page(client):
    next_token = None
    while True:
        page = client.list_jobs(next_token=next_token, limit=100)
        yield from page["jobs"]
        next_token = page.get("next_token")
        if not next_token:
            return
        logger.debug("continuing the listing at %s", next_token)
