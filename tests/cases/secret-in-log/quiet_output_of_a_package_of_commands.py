# file: shopcli/registry.py
import sys

from shopcli.api import client


def show_password():
    password = client().login()["password"]
    sys.stdout.write(password)
# file: shop/deploy.py
import sys

from shop.base import BasicCommand


class LoginPassword(BasicCommand):
    def run(self, arguments):
        password = self.client.login()["password"]
        sys.stdout.write(password)
