# file: shop/client.py
import logging
from dataclasses import dataclass

from shop.setup import CONFIG

logger = logging.getLogger(__name__)


@dataclass
class Parameters:
    api_key: str
    project: str


def start(api_key, project):
    CONFIG.redact(api_key)
    parameters = Parameters(api_key, project)
    logger.debug("starting with %s", parameters)


# file: shop/setup.py
import logging

from shop.output.formatters.file import FileFormatter


class Config:
    def __init__(self):
        self.formatter = FileFormatter("%(asctime)s %(message)s")
        handler = logging.StreamHandler()
        handler.setFormatter(self.formatter)
        logging.getLogger("shop").addHandler(handler)

    def redact(self, text):
        self.formatter.strings_to_redact.add(text)


CONFIG = Config()


# file: shop/output/formatters/file.py
import logging


class FileFormatter(logging.Formatter):
    REDACTED = "*" * 9 + "REDACTED" + "*" * 9

    def __init__(self, form):
        super().__init__(form)
        self.strings_to_redact = set()

    def format(self, record):
        result = super().format(record)
        for text in self.strings_to_redact:
            if text in result:
                result = result.replace(text, self.REDACTED)
        return result
