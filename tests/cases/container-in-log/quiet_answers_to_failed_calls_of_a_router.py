import requests


class RouterError(Exception):
    pass


class Router:
    def __init__(self, password, logger=None):
        self._password = password
        self._logger = logger
        self._session = requests.Session()

    def request(self, path, data):
        response = self._session.post(f"http://192.168.1.1/{path}", data=data)
        try:
            return response.json()["data"]
        except ValueError as e:
            error = "An unknown response - {}; Response {}".format(e, response.text)
            if self._logger:
                self._logger.debug(error)
            raise RouterError(error)

    def login(self):
        response = self._session.post("http://192.168.1.1/login", data={"password": self._password})
        if response.status_code != 200:
            error = "Response with status; Response {}".format(response.text)
            if self._logger:
                self._logger.debug(error)
            raise RouterError(error)
        return self.request("status", {})
