import logging

import requests

log = logging.getLogger(__name__)


class ApiError(Exception):
    pass


class TokenClient:
    def login(self, url, data):
        response = requests.post(url, data=data)
        answer = response.json()
        if response.status_code != 200:
            raise ApiError(answer.get("error_description"))
        log.debug("Server response: %s", answer)  # expect: its text shows the token
        return answer["access_token"]

    def request_token(self, url, token):
        response = requests.get(url, headers={"Authorization": token})
        if response.status_code == 429:
            raise ApiError("too many requests")
        elif 200 <= response.status_code < 300:
            log.debug("answered %s", response.text)  # expect: the response's body reaches log.debug()
            return response.json()["token"]
        else:
            raise ApiError("API request failed")

    def refresh_token(self, url, data):
        answer = requests.post(url, json=data).json()
        if refresh_token := answer.get("token"):
            log.debug(answer)  # expect: its text shows the token
            return refresh_token
        raise ApiError("no token")
