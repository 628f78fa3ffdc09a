import logging

from oslo_config import cfg

from shop.settings import settings

LOG = logging.getLogger(__name__)


def started():
    LOG.info("stock in %s", settings.database.url)  # expect: the database URL reaches LOG.info()
    LOG.info("queue in %s", settings.redis.url)  # expect: the database URL reaches LOG.info()
    LOG.info("coordinated by %s", cfg.CONF.coordination.url)  # expect: the database URL reaches LOG.info()


class Store:
    def opened(self):
        LOG.info("opened %s", self.broker.uri)  # expect: the database URL reaches LOG.info()
