import logging

from django.utils.tree import Node

logger = logging.getLogger(__name__)


class Search:
    def __init__(self, base: str, scope: int, tree: Node) -> None:
        self.base, self.scope, self.tree = base, scope, tree

    def execute(self) -> None:
        logger.debug("searching %s, scope %s", self.base, self.scope)
