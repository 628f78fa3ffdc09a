"""A mapping is logged, and the class above reads a password of it."""

import logging

LOG = logging.getLogger(__name__)


class SiteStore:
    def create_site(self, context, site):
        login = site["login"]
        return self.add(name=site["name"], password=login.pop("password"))


class SitePlugin(SiteStore):
    def create_site(self, context, site):
        LOG.debug("site to be created: %s", site)  # expect: its text shows the
        created = site["site"]
        created["id"] = self.number()
        return super(SitePlugin, self).create_site(context, created)
