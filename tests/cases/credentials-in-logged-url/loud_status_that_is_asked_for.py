"""The error of a status repeats the address with its key."""

import logging

import requests
from requests import HTTPError


class Weather:
    def __init__(self, api_key):
        self.api_key = api_key

    def temperature(self, latitude):
        url = f"https://weather.example/data?appid={self.api_key}"
        try:
            answer = requests.get(f"{url}&lat={latitude}", timeout=10)
            answer.raise_for_status()
        except HTTPError as error:
            logging.exception(error)  # expect: API key
            return {}
        return answer.json()
