class Connection:
    def __init__(self, transport, protocol):
        self.transport = transport
        self.protocol = protocol

    def send_data(self):
        for data in self.protocol.data_to_send():
            if data:
                self.transport.write(data)
            elif self.transport.can_write_eof():
                try:
                    self.transport.write_eof()
                except Exception:
                    pass
            else:
                self.transport.close()
