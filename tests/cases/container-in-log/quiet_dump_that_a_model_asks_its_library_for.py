import json
import logging

from pydantic import BaseModel

logger = logging.getLogger(__name__)


class Model(BaseModel):
    name: str
    api_key: str | None = None

    def model_dump(self, *args, **kwargs):
        dumped = super().model_dump(*args, **kwargs)
        dumped["api_key"] = "***"
        return dumped

    def model_dump_json(self, *args, **kwargs):
        return super().model_dump_json(*args, exclude={"api_key"}, **kwargs)


class Plan(BaseModel):
    agent: str
    model: Model

    def model_dump_json(self, *args, **kwargs):
        dumped = json.loads(super().model_dump_json(*args, **kwargs))
        dumped["model"] = {"name": self.model.name}
        logger.debug("dumped %s", dumped)
        return json.dumps(dumped)


def shown(model: Model):
    logger.debug("uses %s", model.model_dump())
    logger.debug("uses %s", model.model_dump_json())
