import netmiko
import tenacity


class Unreachable(Exception):
    pass


class Switch:
    def __init__(self, device_cfg):
        self.device = device_cfg

    def connected(self):
        def connect():
            return netmiko.ConnectHandler(**self.device)

        try:
            return connect()
        except tenacity.RetryError as error:
            raise Unreachable(f"no connection to {self.device}: {error}") from error  # expect: it shows the password
