import json
import logging

import requests


class Client:
    def login(self, user, password):
        answer = requests.post("https://subtitles.example/login", json={"user": user, "password": password})
        log_request_response(answer)
        return answer.json()["token"]


def log_request_response(response):
    sent = json.loads(response.request.body)
    if "password" in sent:
        sent["password"] = "redacted"
    logging.debug(f"Request Body: {json.dumps(sent)}")
    logging.debug(f"Response Status Code: {response.status_code}")
    logging.debug(f"Response Body: {response.text}")  # expect: the response's body reaches logging.debug()
