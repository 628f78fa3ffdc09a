"""What a script prints in its main part somebody has run it for; what its methods print is left from looking for a fault."""

import logging

import requests

logger = logging.getLogger(__name__)


class TokenManager:
    def __init__(self, address: str) -> None:
        self.address = address

    def get_token(self) -> str:
        token = requests.get(self.address, timeout=10).json()["token"]
        logger.debug("asked %s", self.address)
        print("got", token)  # expect: the token reaches print()
        return token


manager = TokenManager("https://shop.example.org/login")

if __name__ == "__main__":
    token = manager.get_token()
    print(token)
