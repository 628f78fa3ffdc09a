import logging

logger = logging.getLogger(__name__)


def create(api, name, password):
    body = {"name": name, "password": password}
    if not api.create(body):
        raise RuntimeError(f"could not create {body}")  # expect: password


def create_all(api, users):
    for name, password in users:
        try:
            create(api, name, password)
        except RuntimeError as error:
            logger.error(str(error))
