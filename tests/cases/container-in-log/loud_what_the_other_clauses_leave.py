import logging
import os

import requests

logger = logging.getLogger(__name__)


def search(term):
    params = {"term": term, "api_key": os.environ["SEARCH_API_KEY"]}
    try:
        answer = requests.get("https://search.example.com/find", params=params, timeout=30)
        answer.raise_for_status()
        return answer.json()
    except requests.exceptions.HTTPError as error:
        logger.warning("status %s", error.response.status_code)
    except requests.exceptions.ConnectionError:
        logger.warning("no connection")
    except Exception:  # an answer that is no JSON, or none in time
        logger.exception("unexpected")
    return None


def ping():
    params = {"api_key": os.environ["SEARCH_API_KEY"]}
    try:
        return requests.get("https://search.example.com/ping", params=params, timeout=30).ok
    except requests.exceptions.ConnectionError:
        logger.warning("no connection")
    except Exception:
        logger.exception("unexpected")
    return False


def count(term):
    params = {"term": term, "api_key": os.environ["SEARCH_API_KEY"]}
    try:
        answer = requests.get("https://search.example.com/count", params=params, timeout=30)
        answer.raise_for_status()
        return answer.json()["count"]
    except requests.exceptions.HTTPError as error:
        logger.warning("status %s", error.response.status_code)
    except Exception:
        logger.exception("unexpected")  # expect: its text shows the API key
    return 0
