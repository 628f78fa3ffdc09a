"""A serializer that masks nothing, and a text that asks no serializer."""

import logging

from pydantic import BaseModel, field_serializer

logger = logging.getLogger(__name__)


class Upstream(BaseModel):
    host: str
    token: str

    @field_serializer("token")
    def hide(self, value: str) -> str:
        return value.strip()


class Written(BaseModel):
    host: str
    token: str

    @field_serializer("token")
    def hide(self, value: str) -> str:
        return "***"


def connect(upstream: Upstream, other: Written) -> None:
    logger.info("connecting by %s", upstream.model_dump())  # expect: its text shows the token
    logger.info("connecting by %s", other)  # expect: its text shows the token
