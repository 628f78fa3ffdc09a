import logging

logger = logging.getLogger(__name__)


def board(passenger, seat):
    logger.info("passenger %s took seat %s", passenger, seat)


def route(bypass, passthrough_port):
    logger.debug("bypass=%s passthrough=%s", bypass, passthrough_port)


def staff(secretary, secretariat_name):
    logger.info("secretary of the board: %s (%s)", secretary, secretariat_name)


def estimate(value, uncertainty, certainty_factor):
    logger.info("value %s +- %s (%s)", value, uncertainty, certainty_factor)


def run_pass(pass_number, passes, first_pass, pass_rate):
    logger.info("pass %d of %d, first=%s, rate=%.2f", pass_number, passes, first_pass, pass_rate)


def report_tests(passed, failed, skipped, pass_fail):
    logger.info("%d passed, %d failed, %d skipped (%s)", passed, failed, skipped, pass_fail)


def compass(compass_heading, trespass, password_less):
    logger.info("%s %s %s", compass_heading, trespass, password_less)


def scramble(spinning, pinned, pinterest_board):
    logger.info("%s %s %s", spinning, pinned, pinterest_board)
