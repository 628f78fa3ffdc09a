import sys
import textwrap


class Passphrase(str):
    @classmethod
    def offer_to_show(cls, passphrase):
        if yes("Shall the passphrase be shown, so that you can check it? [yN]: ", retry=True):
            shown = textwrap.dedent(
                f"""\
                Your passphrase (between double quotes): "{passphrase}"
                Make sure that it is exactly what you wanted.
                """
            )
            print(shown, file=sys.stderr)


def yes(question, retry):
    answer = sys.stdin.readline() if retry else ""
    return bool(question) and answer.strip().lower() in ("y", "yes")
