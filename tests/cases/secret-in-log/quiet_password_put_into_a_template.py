import logging

log = logging.getLogger(__name__)
GRANT = "CREATE USER 'shop' IDENTIFIED BY '<PASSWORD>'"


def grant(cursor, password):
    log.debug("running %s", GRANT.replace("<PASSWORD>", "***"))
    cursor.execute(GRANT.replace("<PASSWORD>", password))
