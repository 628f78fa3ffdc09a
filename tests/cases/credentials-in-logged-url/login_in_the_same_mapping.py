import logging
from urllib import parse

log = logging.getLogger(__name__)


class Client:
    def use(self, proxy_settings, session):
        proxy_addr = proxy_settings.get("address")
        proxy_url = parse.urlsplit(proxy_addr)
        log.debug("using proxy %s", proxy_url)
        user, password = proxy_settings.get("username"), proxy_settings.get("password")
        session.proxies = {"https": "%s://%s:%s@%s" % (proxy_url.scheme, user, password, proxy_url.netloc)}

    def plain(self, proxy_settings, session):
        proxy_url = proxy_settings.get("address")
        log.debug("using proxy %s", proxy_url)  # expect: the proxy URL
        session.proxies = {"https": proxy_url}

    def stored(self, config, session):
        database_url = config.get("database_url")
        log.debug("using %s", database_url)  # expect: the database URL
        session.login(config.get("username"), config.get("password"))
