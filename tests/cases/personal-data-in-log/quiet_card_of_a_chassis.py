"""The number of a card in a chassis says where it stands."""

import logging

log = logging.getLogger(__name__)

TIMEOUT = 60
PATTERN = r".*Proceed with power cycle of module? [confirm]"


class CommandFailure(Exception):
    """What a switch or a router refuses to execute."""


def wait_for_boot(device, timeout, interval, standby=False):
    deadline, attempts = device.clock() + timeout, 0
    while device.clock() < deadline:
        attempts += 1
        state = device.parse("show platform", standby)
        if all(slot["state"] == "ok" for slot in state["slots"].values()):
            return attempts
        device.sleep(interval)
    raise CommandFailure("slots are not up")


def power_cycle(device, card_number, switch_id=None, timeout=TIMEOUT):
    command = f"hw-module subslot {card_number} oir power-cycle"
    if switch_id:
        command = f"hw-module switch {switch_id} subslot {card_number} oir power-cycle"
    try:
        output = device.execute(command, reply=PATTERN, timeout=timeout, append_error_pattern=[".*Command cannot be executed.*"])
    except CommandFailure as error:
        log.error(f"Failed to execute {command}: {error}")
        raise
    return output.splitlines()


def reload_linecard(device, card_number, ports, vlan, interface, neighbor, uplink, hostname, prompt, dialog, console, firmware):
    log.info("reloading card %s of %s", card_number, hostname)
    device.configure([f"interface {interface}", f"switchport access vlan {vlan}", "shutdown", "no shutdown"], prompt, dialog)
    for port in ports:
        device.ping(neighbor, uplink, port, console, firmware)


def bring_up(device, supervisor, transceiver, breakout, speed, duplex, mtu, bandwidth, tunnel, multicast, spanning, loopback, gateway):
    device.configure([f"system mtu {mtu}", f"spanning-tree {spanning}", f"ip multicast {multicast}", f"interface tunnel {tunnel}"])
    device.configure([f"speed {speed}", f"duplex {duplex}", f"bandwidth {bandwidth}", f"interface loopback {loopback}"])
    device.upgrade(supervisor, transceiver, breakout, gateway)
