import logging

log = logging.getLogger(__name__)


def migrate(settings):
    db_url = str(settings.get_engine().url)
    log.info("migrating %s", db_url)


def create(cfg, eng):
    log.info("creating %r from %s", cfg.db.url, eng.url)
