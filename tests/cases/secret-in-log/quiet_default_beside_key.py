"""The second argument of a mapping's ``get()`` is a default, and no name of what is asked for."""

import logging

logger = logging.getLogger(__name__)


async def exchange(request, grant_type=None):
    form_data = await request.form()
    if not grant_type or grant_type == "authorization_code":
        grant_type = form_data.get("grant_type", "authorization_code")
    logger.info("exchanging the code", extra={"grant_type": grant_type})


def method(config):
    logger.info("signs in by %s at %s", config.get("auth_method", "password"), config.get("host"))
