import logging

import jwt

logger = logging.getLogger(__name__)


class UnknownTenant(Exception):
    pass


def tenant(token, key, tenants):
    claims = jwt.decode(token, key, algorithms=["RS256"], audience="shop")
    name = claims["tenant"]
    if name not in tenants:
        raise UnknownTenant(f"no tenant called {name}")
    return tenants[name]


def handle(token, key, tenants):
    try:
        return tenant(token, key, tenants)
    except UnknownTenant as error:
        logger.warning("%s", error)
        return None
