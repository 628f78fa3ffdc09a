import logging

logger = logging.getLogger(__name__)


def connect(host: str, user: str, password: str) -> None:
    conn_string = f"host={host} user={user} password={password}"
    logger.debug("connecting to %s", conn_string)  # expect: password
