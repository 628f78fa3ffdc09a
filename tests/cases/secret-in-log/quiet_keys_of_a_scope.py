import logging

logger = logging.getLogger(__name__)


class Prompts:
    def __init__(self, workspace):
        self._workspace = workspace

    def exists(self, scope, secret_key):
        try:
            self._workspace.secrets.get_secret(scope, secret_key)
        except KeyError:
            logger.debug(f"{secret_key} is not in {scope}")
            return False
        logger.info(f"found {secret_key} in {scope}")
        return True

    def store(self, scope, secret_key, secret_value):
        logger.debug(f"storing {secret_key} in {scope}")
        self._workspace.keep(scope=scope, key=secret_key, text=secret_value)

    def store_all(self, scope, secrets):
        for key, value in secrets.items():
            secret_key = key
            logger.debug(f"processing {secret_key}")
            self.store(scope, secret_key, value)
