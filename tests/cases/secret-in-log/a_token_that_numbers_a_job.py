import logging

import requests

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, access_token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {access_token}"

    def run(self, body, user):
        token = self.session.post("/jobs", json=body).json()["token"]
        logger.info("job %s was started for %s", token, user)
        logger.info(f"waiting for job {token}")
        while self.session.get("/jobs", params={"token": token}).json()["status"] != "done":
            logger.debug("%s waits for job %s", user, token)

    def login(self, user, password):
        token = self.session.post("/login", json={"user": user, "password": password}).json()["token"]
        logger.info("job of %s got %s", user, token)  # expect: the token
        logger.info("new token %s", token)  # expect: the token
        return token


def price(session, token):
    logger.debug("price of %s", token)
    return session.get("https://exchange.example.com/price", params={"token": token}).json()
