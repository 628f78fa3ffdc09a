import logging

from shop.settings import settings

LOG = logging.getLogger(__name__)


def started(request):
    LOG.info("serves %s", settings.site.url)
    LOG.info("stock called %s", settings.database.name)
    LOG.info("asked for %s", request.page.url)


class Store:
    def cloned(self):
        LOG.info("cloned %s", self.repo.url)
