# file: shop/web/client.py
import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Parameters:
    api_key: str
    project: str


def start(api_key, project):
    parameters = Parameters(api_key, project)
    logger.debug("starting with %s", parameters)  # expect: API key


# file: shop/tools/report/setup.py
import logging

from shop.output.formatters.file import FileFormatter


def prepare():
    handler = logging.StreamHandler()
    handler.setFormatter(FileFormatter("%(asctime)s %(message)s"))
    logging.getLogger("shop.tools.report").addHandler(handler)


# file: shop/output/formatters/file.py
import logging


class FileFormatter(logging.Formatter):
    def format(self, record):
        return super().format(record).replace("secret", "*****")
