def answer(connection, packet):
    service = packet[40]
    print(service)  # expect: standard output
    if service > 0x50 and not packet.empty:
        print("register", packet)  # expect: standard output
        connection.send(packet)


class Console:
    def forward(self, lines):
        for line in lines:
            print(line)
