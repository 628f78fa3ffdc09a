"""The data of a JWT are the claims in it, no credential."""

import logging

log = logging.getLogger(__name__)


def allow(jwt_data: dict, client_jwt: str, identity_key: str) -> None:
    log.info("asked by %s", jwt_data.get(identity_key, "unknown"))
    log.info("asked with %s", client_jwt)  # expect: the JWT reaches log.info()
