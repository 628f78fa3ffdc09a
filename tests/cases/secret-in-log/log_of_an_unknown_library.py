from edgehost import log
from numpy import log as logarithm


def write_log(text, level="notice"):
    log(text, level=level)


def connect(driver, password):
    write_log(f"connecting with {password}")  # expect: password
    write_log("connected", level="debug")
    return driver.connect(password=password)


def weigh(token_counts):
    return logarithm(token_counts)
