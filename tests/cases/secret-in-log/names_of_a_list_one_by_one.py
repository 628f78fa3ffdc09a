import logging

from shop.settings import read

logger = logging.getLogger(__name__)
SHOWN = ("smtp_host", "smtp_password")


class Server:
    def __init__(self, config, **options):
        for name in ("debug", "compress", "cookie_secret"):
            options[name] = options.get(name, config[name])
            logger.debug("have %s = %s", name, options[name])  # expect: the secret reaches logger.debug()


def tell(settings):
    for name in ["host", "db_password"]:
        logger.info("%s is %s", name, getattr(settings, name))  # expect: the password reaches logger.info()
    for name in SHOWN:
        logger.info("%s is %s", name, read("mail").get(name))  # expect: the password reaches logger.info()
