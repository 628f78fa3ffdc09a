import logging

import requests

log = logging.getLogger(__name__)


def split_by(parts, tokenizer, control_token):
    number = tokenizer.get_special_token(control_token)
    parts = parts[number:]
    log.debug("split at %s", control_token)
    return parts


def load(name, tokenizer, access_token):
    log.debug("loading with %s", access_token)  # expect: the token reaches
    return requests.get(name, headers={"Authorization": f"Bearer {access_token}"})
