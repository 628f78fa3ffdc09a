import smtplib


def send(host, user, password, message):
    with smtplib.SMTP(host) as server:
        server.set_debuglevel(1)  # expect:
        server.login(user, password)
        server.send_message(message)
