import logging

import requests

logger = logging.getLogger(__name__)


class Transfer:
    def __init__(self, token, delimiter, fields):
        self.token = token
        self.delimiter = delimiter
        self.fields = fields

    def fetch(self, url, path):
        answer = requests.get(url, headers={"Authorization": f"Bearer {self.token}"})
        with open(path, "w") as out:
            out.write(answer.text)
        return self._match_headers(self._top_row(path))

    def _top_row(self, path):
        with open(path) as lines:
            header_line = lines.readline().strip()
            return header_line.split(self.delimiter)

    def _match_headers(self, header_list):
        if len(self.fields) != len(header_list):
            logger.warning("count mismatch: %s in the file, %s expected", header_list, list(self.fields))
            return False
        return all(one.lower() == other.lower() for one, other in zip(header_list, self.fields))
