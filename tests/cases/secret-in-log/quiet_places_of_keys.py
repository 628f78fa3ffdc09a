import logging
from configparser import ConfigParser

logger = logging.getLogger(__name__)


def write(target, config: ConfigParser):
    logger.debug("Writing private key to %s.", target["privkey"])
    credentials = target["shared"]
    logger.info(f"deleting a profile of the file '{credentials}'")
    logger.info("reading from file: %s", credentials)
    host = config.get("Credentials", "host")
    logger.debug("connecting by %s", host)


def signed(folder, sign):
    private_key = f"{folder}/minion.pem"
    logger.debug("signing with key %s", private_key)
    return sign(private_key)
