import socket


class ProxiedConnection:
    debuglevel = 0

    def __init__(self, host, port, proxy_host, proxy_password):
        self.host, self.port = host, port
        self.proxy_host, self.proxy_password = proxy_host, proxy_password

    def connect(self):
        if self.debuglevel > 0:
            print("connect:", (self.host, self.port))
            print("proxy:", (self.proxy_host, self.proxy_password))
        self.sock = socket.create_connection((self.host, self.port))
