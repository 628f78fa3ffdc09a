import requests


class RawApi:
    BASE_URL = "https://api.example.com"
    BASE_HEADERS = {"Accept": "application/json"}

    def __init__(self, password):
        self.password = password

    def headers(self, headers={}):
        new_headers = headers.copy()
        new_headers.update(self.BASE_HEADERS)
        new_headers["Authorization"] = "token %s" % self.password
        return new_headers

    def query(self, url, headers={}):
        h = self.headers(headers)
        res = requests.get(self.BASE_URL + url, headers=h)
        try:
            res.raise_for_status()
        except Exception as e:
            raise Exception("query: %s %s\n%s" % (self.BASE_URL + url, h, e))  # expect: `new_headers` stands in the text of Exception
        return res.json()
