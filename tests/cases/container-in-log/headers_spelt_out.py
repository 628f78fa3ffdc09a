import logging
from typing import Dict

import requests

logger = logging.getLogger(__name__)


def ranged(url, first, etag):
    headers: Dict[str, str] = {}
    if first is not None:
        headers["Range"] = "bytes=%d-" % first
    if etag is not None:
        headers["If-Match"] = etag
    try:
        return requests.get(url, headers=headers)
    except OSError:
        logger.debug("ranged GET failed %r", headers)
        raise


class Cursor:
    def execute(self, sql):
        headers = {"X-Presto-Catalog": self._catalog, "X-Presto-User": self._username}
        if self._properties:
            headers["X-Presto-Session"] = ",".join("{}={}".format(k, v) for k, v in self._properties.items())
        logger.debug("Headers: %s", headers)
        return requests.post(self._url, data=sql, headers=headers)

    def again(self, sql, given):
        headers = {"X-Presto-Catalog": self._catalog}
        for name in given:
            headers[name] = given[name]
        logger.debug("Headers: %s", headers)  # expect: headers
        return requests.post(self._url, data=sql, headers=headers)

    def signed(self, sql):
        headers = {}
        if self._token:
            headers["Authorization"] = "Bearer " + self._token
        logger.debug("Headers: %s", headers)  # expect: headers
        return requests.post(self._url, data=sql, headers=headers)
