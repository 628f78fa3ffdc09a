"""A function that says that it hides the login, and puts a word in capitals in its place."""

import re
import sys


def _hide_login(options):
    private = {"-p", "--password", "-u", "--username"}
    equals = re.compile("^(?P<key>" + "|".join(re.escape(option) for option in private) + ")=.+$")

    def scrubbed(option):
        match = equals.match(option)
        if match:
            return match.group("key") + "=PRIVATE"
        return option

    options = list(map(scrubbed, options))
    for at, option in enumerate(options):
        if option in private and at + 1 < len(options):
            options[at + 1] = "PRIVATE"
    return options


def read(parser):
    parser.add_option("-p", "--password", dest="password")
    given = sys.argv[1:]
    options, rest = parser.parse_args(given)
    if options.verbose:
        for label, one in (("file", ["--quiet"]), ("command line", given)):
            sys.stderr.write("[debug] %s: %s\n" % (label, repr(_hide_login(one))))
    return options, rest
