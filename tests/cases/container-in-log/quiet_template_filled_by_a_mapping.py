import logging

logger = logging.getLogger(__name__)


class User:
    def __init__(self, name, password):
        self.name = name
        self.password = password


class Provider:
    address = "https://shop.example/{name}"

    def __init__(self, name, password):
        self.user = User(name, password)

    def access(self):
        url = self.address.format(**self.user.__dict__)
        logger.info("asking %s", url)
        logger.info("asking %s", "https://shop.example/{name}".format(**vars(self.user)))


class Plain:
    def __init__(self, name, password):
        self.user = User(name, password)

    def access(self):
        logger.info("user %s", self.user.__dict__)  # expect: password
