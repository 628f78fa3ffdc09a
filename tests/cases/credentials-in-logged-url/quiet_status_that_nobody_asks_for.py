"""What repeats the address is raised by `raise_for_status()` alone, which nobody calls."""

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
        except HTTPError as error:
            logging.exception(error)
            return {}
        return answer.json()
