"""An address is given a token by `format`, and asks for none."""

import requests


class App:
    _token = "x" * 16

    def wait(self, host, port):
        alive = "http://{host}:{port}/_alive_{token}".format(host=host, port=port, token=self._token)
        if requests.get(alive, timeout=10).text != "Alive":
            url = "http://{host}:{port}".format(host=host, port=port, token=self._token)
            raise OSError("Address '{url}' already in use.".format(url=url))
