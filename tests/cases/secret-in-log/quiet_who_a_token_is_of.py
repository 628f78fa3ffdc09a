"""The identity in a JWT is a user's name, and the id that stands before a key is a service's."""

import logging

from flask_jwt_extended import get_jwt_identity

logger = logging.getLogger(__name__)


def current(load):
    user_name = get_jwt_identity()
    user = load(user_name)
    if not user:
        logger.error(f"no user for {user_name}")
    return user


class Client:
    def __init__(self, api_key, base_url):
        service_id = api_key[-73:-37]
        api_key = api_key[-36:]
        self.base_url = base_url
        self.service_id = service_id
        self.api_key = api_key

    def versions(self, template):
        return self.get(f"service/{self.service_id}/template/{template}/versions")

    def get(self, url):
        logger.debug("request %s", url)
        return self.session.get(self.base_url + url, headers={"Authorization": sign(self.api_key)})
