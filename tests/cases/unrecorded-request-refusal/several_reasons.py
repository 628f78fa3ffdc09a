import ipaddress
import socket

import requests


class Refused(Exception):
    pass


def checked(url, host):
    address = ipaddress.ip_address(socket.gethostbyname(host))
    if address.is_private:
        raise Refused("private")  # expect: refuses an address
    if address.is_loopback:
        raise Refused("loopback")
    if address.is_multicast:
        raise Refused("multicast")
    return requests.get(url, timeout=3)
