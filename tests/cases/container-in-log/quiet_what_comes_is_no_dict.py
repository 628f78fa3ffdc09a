import json
import logging

import requests

logger = logging.getLogger(__name__)


class Api:
    def set_password(self, user, password):
        return self._post(f"/users/{user}/password", payload=dict(password=password))

    def _post(self, url, payload):
        return requests.post(url, json=self._serialized(payload))

    def _serialized(self, found):
        if not isinstance(found, dict):
            logger.debug("setting the object %s", found)
            self._changed = found
        return json.loads(json.dumps(found, default=vars))
