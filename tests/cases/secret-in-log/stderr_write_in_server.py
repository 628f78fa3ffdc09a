import socketserver
import sys


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        command, _, token = self.rfile.readline().decode().strip().partition(" ")
        sys.stderr.write("client sent token " + token + "\n")  # expect: token
        self.wfile.write(b"OK\n" if self.server.allows(token) else b"NO\n")


if __name__ == "__main__":
    socketserver.ThreadingTCPServer(("", 7000), Handler).serve_forever()
