"""A model whose serializer puts a mask in the token's place."""

import logging

from pydantic import BaseModel, field_serializer

logger = logging.getLogger(__name__)


class Upstream(BaseModel):
    host: str
    token: str

    @field_serializer("token")
    def hide(self, value: str) -> str:
        return "***"


def connect(upstream: Upstream) -> None:
    logger.info("connecting by %s", upstream.model_dump())
    logger.info("connecting by %s", upstream.model_dump_json())
