import base64

import falcon


class Basic:
    scheme = "basic"

    def token_of(self, header):
        parts = header.split()
        if parts[0].lower() != self.scheme:
            raise falcon.HTTPUnauthorized(title="Another scheme")
        if len(parts) != 2:
            raise falcon.HTTPUnauthorized(title="Two words, please")
        return parts[1]

    def credentials(self, req, resp):
        token = self.token_of(req.get_header("Authorization"))
        try:
            token = base64.b64decode(token).decode("utf-8")
        except Exception:
            raise falcon.HTTPUnauthorized(title="Not readable")
        return token.split(":", 1)
