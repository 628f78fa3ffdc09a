import requests


class FetchError(Exception):
    pass


def fetch(url, params):
    try:
        return requests.get(url, params=params, timeout=5).json()
    except requests.RequestException as error:
        raise FetchError(f"no answer: {error}") from error  # expect: `params` stands in the text of FetchError, which whoever catches it may log: it shows the API key


def look_up(address, settings):
    params = {"api_key": settings["service_api_key"], "q": address}
    return fetch("https://example.org/api", params)
