import logging
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


@dataclass
class Compiled:
    parameters: dict = field(default_factory=dict)


def key_of(arguments):
    if "workflow" not in arguments:
        return None
    workflow: Compiled = arguments["workflow"]
    if not isinstance(workflow.parameters, dict):
        logger.debug("Got non-dict parameters, '%s'", workflow.parameters)
        return None
    return workflow.parameters.get("core.api_key")


def headers_of(request, Headers):
    if isinstance(request.headers, Headers):
        return request.headers.to_dict()
    logger.warning(f"Invalid request.headers type, not Headers: {request.headers}")
    return {}
