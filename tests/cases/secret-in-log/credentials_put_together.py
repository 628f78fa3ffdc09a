import logging

logger = logging.getLogger(__name__)


def confirmed(request, make):
    credentials = dict(client_id=request["client_id"], client_secret=request["client_secret"])
    logger.debug("the client said %r", credentials)  # expect: credentials
    credentials = make(request)
    logger.debug("the client said %r", credentials)  # expect: credentials
