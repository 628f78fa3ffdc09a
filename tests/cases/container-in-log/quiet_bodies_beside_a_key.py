import json
import logging

import requests

LOGGER = logging.getLogger(__name__)


class Provider:
    def __init__(self, api_key, api_endpoint):
        self.api_key = api_key
        self.api_endpoint = api_endpoint

    def _request(self, action="GET", url="/", data=None, query_params=None):
        if data:
            data = json.dumps(data)
        LOGGER.debug("Request: %s %s with data %s", action, url, data)
        return requests.request(action, self.api_endpoint + url, params=query_params, data=data, headers={"API-Key": self.api_key})

    def records(self, data):
        response = requests.post(self.api_endpoint, data=json.dumps({**data, "authToken": self.api_key}))
        answer = response.json()
        LOGGER.debug("status: %s", answer)
        return answer
