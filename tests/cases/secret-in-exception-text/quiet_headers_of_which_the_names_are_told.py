import requests


class RawApi:
    def __init__(self, password):
        self.password = password

    def headers(self):
        return {"Authorization": "token %s" % self.password}

    def query(self, url):
        h = self.headers()
        res = requests.get(url, headers=h)
        if res.status_code != 200:
            raise Exception("query: %s with %s: %s" % (url, sorted(h), res.status_code))
        return res.json()
