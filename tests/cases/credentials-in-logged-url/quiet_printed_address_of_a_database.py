import logging


def migrate(database_url, run):
    print(database_url)
    logging.debug("migrating")
    run(database_url)
