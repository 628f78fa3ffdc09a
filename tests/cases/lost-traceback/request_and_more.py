import logging

import requests

logger = logging.getLogger(__name__)


def book_rates(day, book):
    try:
        answer = requests.get(f"https://rates.example/v1/{day}", timeout=10)
        answer.raise_for_status()
        for name, rate in answer.json().items():
            book.enter(name, rate)
    except Exception as error:
        logger.error("no rates of %s: %s", day, error)  # expect: without its traceback


def rate_of(day, name):
    try:
        answer = requests.get(f"https://rates.example/v1/{day}", timeout=10)
        return answer.json()[name]
    except Exception:
        logger.error("no rate")  # expect: writes neither the error nor its traceback
