"""An adapter puts a mask into whatever is said."""

import logging
import re

KEYS = re.compile(r"sk-[a-z0-9]+")


class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return KEYS.sub("***", str(msg)), kwargs


log = Adapter(logging.getLogger(__name__), {})


def tier_of(api_key, session):
    log.info(f"tier of {api_key}")
    return session.tier(api_key)
