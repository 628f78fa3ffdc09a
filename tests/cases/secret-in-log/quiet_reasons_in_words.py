import logging
from types import MappingProxyType

from shop.packets import ANSWER, END

logger = logging.getLogger(__name__)


class Reason:
    names: MappingProxyType | dict = MappingProxyType({
        132: {"unsupported protocol version": [ANSWER]},
        134: {"bad user name or password": [ANSWER]},
        135: {"not authorized": [ANSWER, END]},
    })

    def __init__(self, value, packet=ANSWER):
        self.value = value
        self.packet = packet

    def name(self):
        names = self.names[self.value]
        fitting = [name for name in names if self.packet in names[name]]
        return fitting[0]

    def __str__(self):
        return self.name()


def refused(packet):
    reason = Reason(packet[0])
    logger.debug("the broker refused: %s", reason)
