import logging
import os
from typing import Optional

from pydantic import BaseModel

logger = logging.getLogger(__name__)


class Tool(BaseModel):
    command: str
    env: Optional[dict] = None
    limits: Optional[dict] = None


def parameters(tool: Tool):
    env = dict(tool.env) if tool.env else {}
    for name in ("HTTP_PROXY", "NO_PROXY"):
        if name not in env and name in os.environ:
            env[name] = os.environ[name]
    logger.debug("starting %s with %s", tool.command, env)  # expect: the environment
    made = {"command": tool.command}
    made["env"] = env
    return made
