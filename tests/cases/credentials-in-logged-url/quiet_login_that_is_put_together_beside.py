"""An object whose method pairs its user with its password asks its address with these."""

import logging

from elasticsearch import Elasticsearch

logger = logging.getLogger(__name__)


class Base:
    def __init__(self, dsn: str, params: dict) -> None:
        self.dsn = dsn or make(params)


class Search(Base):
    def __init__(self, dsn: str, params: dict) -> None:
        self.user = params.pop("user")
        self.password = params.pop("password")
        super().__init__(dsn=dsn, params=params)

    def connect(self) -> Elasticsearch:
        arguments = {}
        if self.user:
            arguments["basic_auth"] = (self.user, self.password)
        logger.info("searching at %s", self.dsn)
        return Elasticsearch(hosts=self.dsn, **arguments)
