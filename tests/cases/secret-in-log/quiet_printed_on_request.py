# file: shop/cli/tokens.py
def show(token):
    print(token)


# file: shop/make_key.py
import secrets


def make_api_key():
    return secrets.token_urlsafe(32)


if __name__ == "__main__":
    api_key = make_api_key()
    print(api_key)


# file: shop/report.py
import argparse


def show(password):
    print(password)


def arguments():
    return argparse.ArgumentParser().parse_args()
