import sys


class Passphrase(str):
    @classmethod
    def offer_to_show(cls, passphrase, retry):
        if retry:
            print("checking again", file=sys.stderr)
        print(f"checked {passphrase}", file=sys.stderr)  # expect: the password reaches print()
