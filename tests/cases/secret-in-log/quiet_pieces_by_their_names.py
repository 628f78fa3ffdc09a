"""What is cut out of a connection's text and called its schema is no login; nor is a setting by the type that it is kept in."""

import logging

logger = logging.getLogger(__name__)

SCHEMA = "CURRENTSCHEMA="


def schema_of(host: str, password: str) -> str:
    connection = f"HOSTNAME={host};PWD={password};CURRENTSCHEMA=shop;"
    start = connection.find(SCHEMA)
    current_schema_value = connection[start + len(SCHEMA) : connection.find(";", start)]
    logger.debug("schema: %s", current_schema_value)
    return current_schema_value


class Model:
    @staticmethod
    def plain(value):
        if hasattr(value, "get_secret_value"):
            return value.get_secret_value()
        return str(value)

    def export(self, model, environment):
        base_url = self.plain(model.base_url)
        environment["MODEL_BASE"] = base_url
        logger.info("the model is at %s", base_url)


class Session:
    """Of an access key and a secret key the first says who asks."""

    def __init__(self, api_key: str, secret_key: str) -> None:
        self.access_key = api_key
        self.secret_key = secret_key

    def renew(self) -> None:
        logger.info("renewing (access_key=%s)", self.access_key)
