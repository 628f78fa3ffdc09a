"""Where a program listens is for who starts it to say."""

import ipaddress

import httpx


class Sidecar:
    def __init__(self, bind_address, upstream):
        address = ipaddress.ip_address(bind_address)
        if address.is_unspecified or address.is_multicast:
            raise ValueError("bind_address must be that of one interface")
        self._bind_address = str(address)
        self._client = httpx.Client(base_url=upstream)
