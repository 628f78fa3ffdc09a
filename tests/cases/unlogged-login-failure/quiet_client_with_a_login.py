"""Clients and forms have the same methods, and decide nothing."""

import requests


class StationClient:
    def __init__(self, address):
        self.address = address
        self.session = requests.Session()

    def login(self, name, password):
        if not self.authenticate(name, password):
            return False
        return True

    def logout(self):
        self.session.post(self.address + "/leave")

    def authenticate(self, name, password):
        return self.session.post(self.address + "/enter", json={"name": name, "password": password}).ok


class LoginScreen:
    def __init__(self, keeper):
        self.keeper = keeper

    def login(self):
        if not self.keeper.check_password(self.name.text, self.password.text):
            return False
        return True

    def logout(self):
        self.show("login")
