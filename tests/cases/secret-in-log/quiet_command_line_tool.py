import argparse
import secrets
import string


def main():
    parser = argparse.ArgumentParser(description="Make a password.")
    parser.add_argument("--length", type=int, default=20)
    arguments = parser.parse_args()
    password = "".join(secrets.choice(string.ascii_letters) for _ in range(arguments.length))
    print(password)


if __name__ == "__main__":
    main()
