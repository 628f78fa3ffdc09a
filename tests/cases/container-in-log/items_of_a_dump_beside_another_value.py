# file: client/logs.py
"""The filter sees no dict where a record is given something else as well."""

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


def send(options: Options, number: int) -> None:
    log.debug("options of call %d: %s", number, options.model_dump(exclude_unset=True))  # expect: shows the API key
