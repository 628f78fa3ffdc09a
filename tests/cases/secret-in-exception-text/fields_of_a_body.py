"""urllib3 puts fields into the address of a GET, which its errors repeat, and into the body of a POST, which they do not."""

import urllib3

http = urllib3.PoolManager()


def signed_in(url, api_key):
    fields = {"grant_type": "apikey", "apikey": api_key}
    try:
        return http.request("POST", url, fields=fields, encode_multipart=False)
    except Exception as error:
        raise RuntimeError(f"cannot sign in: {error}") from error


def looked_up(url, api_key):
    fields = {"name": "lake", "apikey": api_key}
    try:
        return http.request("GET", url, fields=fields)
    except Exception as error:
        raise RuntimeError(f"cannot look it up: {error}") from error  # expect: API key
