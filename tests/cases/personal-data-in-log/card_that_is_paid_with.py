"""The number of a card by which somebody pays, in a module that says enough of what it is about."""

import logging

log = logging.getLogger(__name__)

TIMEOUT = 60


class Declined(Exception):
    """What the terminal refuses."""


def wait_for_terminal(device, timeout, interval, standby=False):
    deadline, attempts = device.clock() + timeout, 0
    while device.clock() < deadline:
        attempts += 1
        state = device.parse("show platform", standby)
        if all(slot["state"] == "ok" for slot in state["slots"].values()):
            return attempts
        device.sleep(interval)
    raise Declined("terminal is not up")


def charge(device, card_number, amount, currency, timeout=TIMEOUT):
    try:
        answer = device.execute(card_number, amount, currency, timeout=timeout, pattern=[".*Command cannot be executed.*"])
    except Declined as error:
        log.error(f"card {card_number} declined: {error}")  # expect: card number
        raise
    return answer.splitlines()


def reload(device, ports, region, interface, neighbor, uplink, hostname, prompt, dialog, console, firmware):
    device.configure([f"interface {interface}", f"access {region}", "shutdown", "no shutdown"], prompt, dialog)
    for port in ports:
        device.ping(neighbor, uplink, port, console, firmware, hostname)


def bring_up(device, supervisor, transceiver, breakout, speed, duplex, mtu, bandwidth, tunnel, multicast, spanning, loopback, gateway):
    device.configure([f"system mtu {mtu}", f"spanning-tree {spanning}", f"ip multicast {multicast}", f"interface tunnel {tunnel}"])
    device.configure([f"speed {speed}", f"duplex {duplex}", f"bandwidth {bandwidth}", f"interface loopback {loopback}"])
    device.upgrade(supervisor, transceiver, breakout, gateway)
