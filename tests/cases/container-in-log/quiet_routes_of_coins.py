"""What an exchange answers of its coins opens nothing."""

import logging

import requests
from web3 import Web3

logger = logging.getLogger(__name__)


def find(chain, wanted, given):
    response = requests.get("https://routes.example.com/available", params={"chain": chain}, timeout=10)
    routes = response.json()
    for route in routes:
        if route.get("originToken", "").lower() == given.lower() and Web3.is_address(wanted):
            logger.debug(f"found the route {route}")
            return route
    return None
