"""The code of a login on another device: who runs the command is to type it in there."""

import time

import requests


class Login:
    def __init__(self, base_url):
        self.base_url = base_url

    def run(self):
        started = requests.post(f"{self.base_url}/device", timeout=10).json()
        device_code = started["device_code"]
        print(f"Your code is {device_code}, please type it in at {started['address']}")
        time.sleep(5)
        return started["interval"]
