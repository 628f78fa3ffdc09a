import argparse
import logging

log = logging.getLogger(__name__)


class Pipelines:
    def configure(self, args):
        log.debug("configuring with %s", args)  # expect: its text shows the token
        return self.store(args.token)

    def stop(self, args):
        log.debug("stopping %s", args)
        return args.pipeline

    def copy(self, args):
        log.debug("copying %s", args)
        return args.source, args.target


def connect(args):
    return open_session(args.user, args.password)


def announce(args):
    log.info("called with %s", args)  # expect: its text shows the password


def main(argv):
    args = parse(argv)
    announce(args)
    connect(args)


def commands():
    parser = argparse.ArgumentParser()
    several = parser.add_subparsers()
    pipelines = Pipelines()
    one = several.add_parser("config")
    one.add_argument("--token")
    one.set_defaults(func=pipelines.configure)
    two = several.add_parser("stop")
    two.add_argument("pipeline")
    two.set_defaults(func=pipelines.stop)
    return parser
