import logging

log = logging.getLogger(__name__)
GRANT = "CREATE USER 'shop' IDENTIFIED BY '<PASSWORD>'"


def grant(cursor, password):
    statement = GRANT.replace("<PASSWORD>", password)
    log.debug("running %s", statement)  # expect: the password reaches log.debug()
    cursor.execute(statement)
