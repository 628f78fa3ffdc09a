import logging

logger = logging.getLogger(__name__)


def weather(session, city, key):
    answer = session.get("https://weather.example/now", params={"q": city, "api_key": key})
    if answer.status_code != 200:
        logger.error("%s answered %s", answer.url, answer.status_code)  # expect: the URL with its API key reaches logger.error()
    return answer.json()


def kept(cache, key):
    """What is no client's has an address of its own."""
    page = cache.get("now", params={"api_key": key})
    logger.info("from %s", page.url)
    return page


def forecast(session, city):
    answer = session.get("https://weather.example/days", params={"q": city, "unit": "C"})
    logger.info("%s answered %s", answer.url, answer.status_code)
    return answer.json()
