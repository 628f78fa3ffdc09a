import logging

import requests

logger = logging.getLogger(__name__)


class Import:
    def __init__(self, fields, delimiter):
        self.fields, self.delimiter = fields, delimiter

    def run(self, name):
        header_list = self._top_row(name)
        if self._match(header_list):
            requests.post("https://tables.example.com/rows", json=header_list, timeout=5)

    def _top_row(self, name):
        with open(name) as file:
            line = file.readline().strip()
            return line.split(self.delimiter)

    def _match(self, header_list):
        if len(self.fields) != len(header_list):
            logger.warning("headers of the file: %s, fields: %s", header_list, self.fields)
            return False
        return True
