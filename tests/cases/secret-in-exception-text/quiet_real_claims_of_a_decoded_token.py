import logging
from collections.abc import Mapping

logger = logging.getLogger(__name__)


def nested(data, path):
    for part in path.split("."):
        data = data[part]
    return data


def agent_of(token: Mapping[str, object], field: str):
    return nested(token, field)


def resolve(jwt_valid_token: dict, agents, field):
    claim = agent_of(jwt_valid_token, field)
    agent = agents.get(claim)
    if agent is None:
        raise PermissionError(f"no agent has the claim {claim}")
    return agent
