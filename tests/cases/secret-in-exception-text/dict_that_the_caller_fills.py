"""Who calls puts a password into the dict that an error shows."""

import requests


class ApiError(Exception):
    pass


class Client:
    def __init__(self, base):
        self.base = base

    def _post(self, path, fields):
        answer = requests.post(self.base + path, json=fields)
        if not answer.ok:
            raise ApiError(f"POST {path} with {fields} gave {answer.status_code}")  # expect: `fields`
        return answer

    def add_user(self, name, password):
        return self._post("/users", {"name": name, "password": password})


class Catalogue:
    def __init__(self, base):
        self.base = base

    def _put(self, path, entry):
        answer = requests.put(self.base + path, json=entry)
        if not answer.ok:
            raise ApiError(f"PUT {path} with {entry} gave {answer.status_code}")
        return answer

    def rename(self, number, title):
        return self._put(f"/books/{number}", {"title": title})
