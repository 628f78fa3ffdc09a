import logging

logger = logging.getLogger(__name__)


def import_book(book, author, authority, authored, co_authors, authenticated):
    logger.info("%s by %s, with %s", book.title, author, ", ".join(co_authors))
    logger.info("authority %s, written %s", authority, authored)
    logger.info("authenticated: %s, authorized: %s", authenticated, book.is_authorized)
    oauth_provider, auth_method, auth_backend = "example", "basic", "ldap"
    logger.info("login through %s by %s in %s", oauth_provider, auth_method, auth_backend)
