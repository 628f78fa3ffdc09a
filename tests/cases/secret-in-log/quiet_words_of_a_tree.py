import logging

from portal.users import session_of

logger = logging.getLogger(__name__)


class Paths:
    def visit(self, node):
        token = node.children[0]
        logger.debug("visiting %s", token)
        return session_of(token.lstrip("."))
