import logging
from dataclasses import asdict, dataclass

from messages import Message

log = logging.getLogger(__name__)


class AccessTokenResponse(Message):
    schema = {"access_token": str, "expires_in": int}


class SearchResponse(Message):
    schema = {"words": list}


@dataclass
class TokenResponse:
    count: int

    def to_dict(self):
        return asdict(self)


def grant(info):
    answer = AccessTokenResponse(**info)
    log.info("answer: %s", answer.to_dict())  # expect: token endpoint's response
    log.info("answer: %s", type(answer).__name__)
    log.info("found: %s", SearchResponse(**info).to_dict())
    log.info("counted: %s", TokenResponse(len(info)).to_dict())


class OwnMessage:
    def __init__(self, **fields):
        self.fields = {}
        self.read(fields)

    def read(self, fields):
        for name, value in fields.items():
            self.fields[name] = value

    def to_dict(self):
        return {name: str(value) for name, value in self.fields.items()}


class LoginResponse(OwnMessage):
    pass


class SearchAnswer(OwnMessage):
    pass


def sign_in(info):
    log.info("answer: %s", LoginResponse(**info).to_dict())  # expect: token endpoint's response
    log.info("found: %s", SearchAnswer(**info).to_dict())
