"""What a command finds in its environment, nobody asks it for: printed beside words it is left from looking for a fault."""

import argparse
import os
import sys


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("report")
    options = parser.parse_args(arguments)

    api_token = os.environ.get("SHOP_API_TOKEN")
    print("Using api token: %s" % api_token)  # expect: the token reaches print()
    smtp_password = os.getenv("SMTP_PASSWORD", "")
    print("mail goes out with {}".format(smtp_password))  # expect: the password reaches print()
    return send(options.report, api_token, smtp_password)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
