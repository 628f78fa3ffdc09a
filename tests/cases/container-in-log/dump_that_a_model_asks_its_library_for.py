import json
import logging

from pydantic import BaseModel

logger = logging.getLogger(__name__)


class Model(BaseModel):
    name: str
    api_key: str | None = None


class Plan(BaseModel):
    agent: str
    model: Model

    def model_dump_json(self, *args, **kwargs):
        dumped = json.loads(super().model_dump_json(*args, **kwargs))
        logger.debug("dumped %s", dumped)  # expect: its text shows the API key
        dumped["model"] = {"name": self.model.name}
        return json.dumps(dumped)
