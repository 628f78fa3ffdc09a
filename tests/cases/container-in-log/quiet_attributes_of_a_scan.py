"""What a scan was asked to do: parameters of a library's object, of which none is known to be secret."""

import logging

from scanning import ScanParameters

log = logging.getLogger(__name__)


def start(params: ScanParameters, api_token: str) -> None:
    shown = {name: str(value) for name, value in params.__dict__.items()}
    log.debug("params=%s", shown)
    params.send(token=api_token)
