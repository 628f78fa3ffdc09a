# file: client/logs.py
"""A filter puts masks into the items of the one dict that a record is given."""

import logging


class KeysFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, dict) and "api_key" in record.args:
            record.args["api_key"] = "<redacted>"
        return True


# file: client/base.py
import logging

from pydantic import BaseModel

from client.logs import KeysFilter

log = logging.getLogger(__name__)
log.addFilter(KeysFilter())


class Options(BaseModel):
    method: str
    url: str
    api_key: str


def send(options: Options) -> None:
    log.debug("options: %s", options.model_dump(exclude_unset=True))
