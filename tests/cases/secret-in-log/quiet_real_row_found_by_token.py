# file: gate/models.py
from sqlalchemy import Column, Integer, Unicode
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class ApiToken(Base):
    __tablename__ = "api_tokens"
    id = Column(Integer, primary_key=True)
    prefix = Column(Unicode(4))
    hashed = Column(Unicode(255))
    note = Column(Unicode(255))

    def __repr__(self):
        return f"<ApiToken {self.prefix}... {self.note}>"

    @classmethod
    def find(cls, session, token):
        return session.query(cls).filter(cls.prefix == token[:4]).first()
# file: gate/handlers.py
import logging

from gate.models import ApiToken

logger = logging.getLogger(__name__)


def revoke(session, token):
    api_token = ApiToken.find(session, token)
    if api_token is None:
        return False
    logger.info("revoking %s", api_token)
    session.delete(api_token)
    return True
