import logging

import requests

logger = logging.getLogger(__name__)

BASE_URL = "https://api.example"


def get(path):
    url = f"{BASE_URL}/{path}"
    logger.info("GET %s", url)
    answer = requests.get(url, timeout=5)
    logger.info("%s answered %d", url, answer.status_code)
    token_url, login_url, db_log_url = f"{BASE_URL}/token", f"{BASE_URL}/login", f"{BASE_URL}/db/log"
    logger.debug("endpoints: %s, %s, %s", token_url, login_url, db_log_url)
    return answer
