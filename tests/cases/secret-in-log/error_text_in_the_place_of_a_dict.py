import logging

import requests

log = logging.getLogger(__name__)


def ask(key):
    try:
        answer = requests.get("https://example.com/x", params={"api_key": key}, timeout=5)
        answer.raise_for_status()
        return answer.json()
    except requests.HTTPError as error:
        return str(error)


def run(key):
    found = ask(key)
    if not isinstance(found, dict):
        log.error("no answer: %s", found)  # expect: API key
        return None
    return found["name"]


def ask_again(key):
    try:
        return requests.get(f"https://example.com/x?api_key={key}", timeout=5).json()
    except requests.RequestException as error:
        return {"success": False, "error": f"cannot ask: {error}"}


def run_again(api_key):
    found = ask_again(api_key)
    if not found.get("success"):
        log.error("no answer: %s", found)  # expect: API key
        return None
    return found["access_token"]
