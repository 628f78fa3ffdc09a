import logging
from pathlib import Path

from desks import getLogger

logger = logging.getLogger(__name__)
mine = getLogger(__file__)


class Desk:
    log = logging.getLogger(f"{__name__}.desk")
    here = Path(__file__).parent
