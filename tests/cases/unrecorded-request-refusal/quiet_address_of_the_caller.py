"""The address that is refused is that of who asks, and not one that the program would ask: that is a denied access."""

import ipaddress


class ForbiddenRequest(Exception):
    pass


def ip_in_allow_list(host, networks):
    address = ipaddress.ip_address(host)
    return any(address in network for network in networks)


class Message:
    def __init__(self, networks, peer_addr):
        self.networks = networks
        self.peer_addr = peer_addr

    def proxy_access_check(self):
        if self.networks and not ip_in_allow_list(self.peer_addr[0], self.networks):
            raise ForbiddenRequest(self.peer_addr[0])
