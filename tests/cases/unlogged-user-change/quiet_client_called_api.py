"""A library that asks a server: whoever is deleted is deleted there, and recorded there."""

import requests


class RemoteAPI:
    def __init__(self, base, token):
        self.base = base
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def request(self, method, path, json=None, params=None):
        answer = self._session.request(method, f"{self.base}/{path}", json=json, params=params)
        answer.raise_for_status()
        return answer.json()

    def delete(self, path, params=None):
        return self.request("DELETE", path, params=params)


class Directory(RemoteAPI):
    def delete_user(self, name):
        return self.delete("users", params={"name": name})

    def user_deactivate(self, name):
        return self.request("PUT", f"users/{name}", json={"active": False})

    def user_disable(self, name):
        return self.user_deactivate(name)


class OwnAccount(RemoteAPI):
    def delete(self):
        return super().delete("users/me")


class Seats:
    def __init__(self, parent):
        self.parent = parent

    def remove_user(self, name):
        return self.parent.delete(f"seats/{name}")
