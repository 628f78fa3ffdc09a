import logging

logger = logging.getLogger(__name__)


class Factory:
    def __init__(self, hosts, client_options):
        shown = dict(client_options)
        if "basic_auth_password" in shown:
            shown["basic_auth_password"] = "*****"
        if "http_auth" in shown:
            shown["http_auth"] = (client_options["http_auth"][0], "*****")
        logger.info("connecting to %s with %s", hosts, shown)
        self.client_options = client_options

    def create(self):
        user, password = self.client_options.pop("basic_auth_user"), self.client_options.pop("basic_auth_password")
        self.client_options["http_auth"] = (user, password)
