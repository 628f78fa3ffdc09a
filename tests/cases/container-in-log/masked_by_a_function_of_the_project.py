import copy
import logging
from pprint import pformat

import requests

logger = logging.getLogger(__name__)
HIDDEN = ["access_token", "password"]
STARS = "***"


def clean_headers(headers):
    cleaned = headers.copy()
    authorization = headers.get("Authorization")
    if authorization:
        shown = "****" + authorization[-4:]
        cleaned["Authorization"] = shown
    return cleaned


def for_eyes(info):
    if info is None:
        return info
    whole = copy.deepcopy(info)
    inner = whole["result"] if "result" in whole else whole
    if isinstance(inner, list):
        for item in inner:
            for key in HIDDEN:
                if key in item:
                    item[key] = STARS
    return whole


def emptied(info, keys):
    whole = copy.deepcopy(info)
    for key in keys:
        whole[key] = None
    return whole


def call(url, headers, body, token):
    headers.update({"Authorization": "Bearer " + token})
    logger.debug("Headers: {headers}".format(headers=pformat(clean_headers(headers))))
    response = requests.post(url, headers=headers, json=body)
    logger.debug("Headers: {headers}".format(headers=pformat(clean_headers(response.headers))))
    logger.debug("Body: %s", for_eyes(body))
    logger.debug("Headers: %s", pformat(headers))  # expect: headers
    return response
