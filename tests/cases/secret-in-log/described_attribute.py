import json
import logging

import luigi

logger = logging.getLogger(__name__)


class Portal(luigi.Config):
    username = luigi.Parameter(default="admin")
    password = luigi.Parameter(default=None)


def request() -> str:
    portal = Portal()
    text = json.dumps({"username": portal.username, "password": portal.password})
    logger.debug("asking with {0}".format(text))  # expect: the password reaches logger.debug()
    return text
