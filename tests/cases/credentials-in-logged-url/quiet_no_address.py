import logging

logger = logging.getLogger(__name__)


def draw(states: dict[str, str], edges: list[tuple[str, str]]) -> str:
    lines = []
    for start, end in edges:
        conn_string = f"{states[start]} --> {states[end]}"
        lines.append(conn_string)
    diagram = "\n".join(lines)
    logger.debug("diagram:\n%s", diagram)
    return diagram
