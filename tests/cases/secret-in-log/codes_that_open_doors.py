"""Codes that are typed at a door open it, and a WEP key a network; an error's code opens nothing."""

import logging

logger = logging.getLogger("locks")


class Keypad:
    def __init__(self, bus):
        self.bus = bus

    def learn(self, slot, door_code):
        logger.info("slot %s opens with %s", slot, door_code)  # expect: the
        return self.bus.write(slot, door_code)

    def open_gate(self, gate_code):
        logger.debug("gate: %s", gate_code)  # expect: the

    def join(self, ssid, wep_key):
        logger.debug("joining %s with %s", ssid, wep_key)  # expect: the

    def fail(self, door, error_code):
        logger.error("%s answers with code %s", door.name, error_code)
        logger.debug("door code of slot %s is set: %s", door.slot, door.door_code is not None)
