import json
import logging

logger = logging.getLogger(__name__)


def provision(api, name, password):
    body = {}
    body["name"] = name
    body.update(password=password)
    logger.debug("POST /users %s", json.dumps(body))  # expect: password
    return api.post("/users", json=body)
