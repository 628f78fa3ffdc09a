"""A connection's text of which nothing is cut out but its end has its login, whatever it is called; so does the only key of a session."""

import logging

logger = logging.getLogger(__name__)


def trimmed(host: str, password: str) -> str:
    connection = f"HOSTNAME={host};PWD={password};CURRENTSCHEMA=shop;"
    current_schema = connection.strip(";")
    logger.debug("schema: %s", current_schema)  # expect: password
    return current_schema


class Model:
    @staticmethod
    def plain(value):
        return value.get_secret_value()

    def export(self, model, environment):
        key = self.plain(model.key)
        environment["MODEL_KEY"] = key
        logger.info("the model's key is %s", key)  # expect: the secret


class Session:
    def __init__(self, api_key: str) -> None:
        self.access_key = api_key

    def renew(self) -> None:
        logger.info("renewing (access_key=%s)", self.access_key)  # expect: the API key
