import logging
import requests
logger = logging.getLogger(__name__)

def shown(method, url, headers):
    result = [f"> {method} {url}"]
    for k, v in headers.items():
        if k.lower() == "authorization":
            v = "Bearer " + "*" * 64
        result.append(f"> {k}: {v}")
    return result

def send(method, url, headers, token):
    headers["Authorization"] = f"Bearer {token}"
    logger.debug("\n%s", "\n".join(shown(method, url, headers)))
    return method(url, headers=headers)

def hidden(password):
    logger.debug("password %s", "*" * len(password))
