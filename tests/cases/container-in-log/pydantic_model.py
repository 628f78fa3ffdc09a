import structlog
from pydantic import BaseModel

log = structlog.get_logger()


class SignUp(BaseModel):
    name: str
    password: str


def sign_up(form: SignUp):
    log.info("sign_up", form=form)  # expect: password
