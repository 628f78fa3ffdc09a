import logging

logger = logging.getLogger(__name__)


def descend(node, trail, depth=0):
    if depth > 20:
        logger.warning("gave up at %s", trail)  # expect: password
        return None
    for child in node.children:
        descend(child, f"{trail}/{child.name}", depth + 1)
    return trail


def export(tree, password):
    return descend(tree, f"root:{password}")
