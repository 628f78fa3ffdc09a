"""A command-line tool shows what it was asked for."""
import argparse
import getpass
import sys

import click


@click.command()
@click.option("--length", default=20)
def generate(length):
    password = make_password(length)
    click.echo(password)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--token")
    args = parser.parse_args()
    print("token:", args.token)
    print(args)
    sys.stdout.write(args.token)


if __name__ == "__main__":
    main()
