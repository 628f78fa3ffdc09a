import logging
import subprocess

logger = logging.getLogger(__name__)


class Settings:
    def database_source(self, command):
        url = subprocess.check_output([command], stderr=subprocess.STDOUT)
        url = url.strip()
        logger.debug("New database URL is %s", url)  # expect: the database URL reaches logger.debug()
        return url


def begin(uri):
    logger.info(f"Broker URL: {uri}")  # expect: the database URL reaches logger.info()
