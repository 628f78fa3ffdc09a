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
            log.debug("Server response: %s", answer)
            raise ApiError(answer.get("error_description"))
        return answer["access_token"]

    def call_api(self, path, token):
        while True:
            response = requests.get(path, headers={"Authorization": token})
            if response.status_code < 400:
                return response.json()
            elif response.status_code == 429:
                continue
            else:
                log.debug(response.text)
                raise ApiError("API request failed")

    def request_token(self, url, token):
        response = requests.get(url, headers={"Authorization": token})
        answer = response.json()
        if 200 <= answer["Code"] < 400:
            return answer
        log.debug(response.text)
        raise ApiError("API request failed")

    def decoded(self, url, token):
        response = requests.post(url, headers={"Authorization": token})
        try:
            return response.json()
        except ValueError:
            log.debug("answered %s", response.text)
            raise ApiError("not JSON") from None

    def refresh_token(self, url, data):
        answer = requests.post(url, json=data).json()
        if not (refresh_token := answer.get("token")):
            log.debug(answer)
            raise ApiError("no token")
        return refresh_token

    def session_token(self, url, data):
        answer = requests.post(url, json=data).json()
        if not answer.get("access_token"):
            log.debug(answer)
            raise ApiError("no token")
        return answer["access_token"]

    def logged_in(self, url, data):
        response = requests.post(url, data=data)
        if response.is_redirect:
            return response.headers["Location"]
        log.error("OAuth sign-in failed: %s", response.text)
        raise ApiError("sign-in failed")

    def login_or_fail(self, url, data):
        answer = requests.post(url, json=data).json()
        if answer.get("isError"):
            log.debug(answer)
            raise ApiError(answer)
        return answer["access_token"]
