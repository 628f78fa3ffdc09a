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
