"""An error that is made anew of the one that was caught repeats its command."""

import subprocess


def copy_to_till(source: str, till: str, password: str) -> None:
    command = f"sshpass -p '{password}' scp {source} {till}:/var/prices"
    try:
        subprocess.check_output(command, shell=True)
    except subprocess.CalledProcessError as error:
        raise subprocess.CalledProcessError(error.returncode, error.cmd, error.output)  # expect: the password stands in the text of
