from http.server import BaseHTTPRequestHandler


class Events(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            self.wfile.write(b"event: endpoint\ndata: /message\n\n")
            self.wfile.flush()
        except Exception:
            return
        self.server.subscribe(self)
