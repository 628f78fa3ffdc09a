import base64

from falcon import HTTPUnauthorized


class NoToken(Exception):
    pass


class ReadsCredentials:
    def _read(self, request, header):
        try:
            parts = header.split(" ")
            if len(parts) != 2:
                raise NoToken(f"no token in {len(parts)} parts")
            decoded = base64.b64decode(parts[1]).decode("utf-8")
        except NoToken as error:
            raise HTTPUnauthorized(title=str(error))
        except Exception as error:
            raise HTTPUnauthorized(title=f"no token: {error}")
        request.context.name, request.context.password = decoded.split(":")

    def process_request(self, req, resp):
        header = req.get_header("Authorization")
        if header is not None:
            self._read(req, header)
