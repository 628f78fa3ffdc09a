import logging


def collected(archive):
    passwords = [archive.password, *archive.others]
    tried_passwords = []
    for password in passwords:
        if password not in tried_passwords:
            tried_passwords.append(password)
    return tried_passwords


def unpack(archive, library):
    for password in collected(archive):
        logging.info("trying %s", password)  # expect: the password
        library.unpack(archive, password)
