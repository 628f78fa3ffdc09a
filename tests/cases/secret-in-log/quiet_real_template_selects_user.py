import logging

logger = logging.getLogger(__name__)

DROP = ("DROP USER %(user)s CASCADE", "DROP TABLESPACE %(space)s")


def run_all(cursor, statements, parameters):
    for template in statements:
        statement = template % parameters
        logger.info("running %s", statement)
        cursor.execute(statement)


def drop(cursor, settings):
    run_all(cursor, DROP, {"user": settings.user, "password": settings.password, "space": settings.space})
