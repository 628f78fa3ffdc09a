import logging

import httpx
import requests

logger = logging.getLogger(__name__)
BASE = "https://rates.example/v1"


async def rates_of(day):
    async with httpx.AsyncClient(timeout=30) as client:
        try:
            answer = await client.get(f"{BASE}/{day}")
            answer.raise_for_status()
            return answer.json()
        except Exception as error:
            logger.error("no rates of %s: %s", day, error)
            return None


def send_rate(day, rate):
    try:
        answer = requests.post(BASE, json={"day": day, "rate": rate}, timeout=10)
        answer.raise_for_status()
    except Exception as error:
        logger.error("rate of %s was not sent: %s", day, error)
