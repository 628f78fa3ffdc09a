import logging

logger = logging.getLogger(__name__)

CREATE = "CREATE USER %(user)s IDENTIFIED BY %(password)s"


def create(cursor, settings):
    statement = CREATE % {"user": settings.user, "password": settings.password}
    logger.info("running %s", statement)  # expect: password
    cursor.execute(statement)
