import logging

logger = logging.getLogger(__name__)


def rewind(config, parameters):
    dsn = config.format_dsn({**parameters, "password": None})
    logger.info("running rewind from %s", dsn)


def clone(make_url, host, user):
    database_url = make_url(host=host, user=user, password="")
    logger.info("cloning %s", database_url)
