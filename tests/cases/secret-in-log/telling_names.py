import logging

log = logging.getLogger(__name__)


def a(token, access_token, refresh_token, id_token):
    log.info("t %s", token)  # expect: token
    log.info("t %s", access_token)  # expect: token
    log.info("t %s", refresh_token)  # expect: token
    log.info("t %s", id_token)  # expect: token


def b(authorization, jwt, cookie, pwd, otp, dsn, private_key, passphrase):
    log.info("t %s", authorization)  # expect: authorization header
    log.info("t %s", jwt)  # expect: JWT
    log.info("t %s", cookie)  # expect: cookie
    log.info("t %s", pwd)  # expect: password
    log.info("t %s", otp)  # expect: reach
    log.info("t %s", dsn)
    log.info("t %s", private_key)  # expect: secret key
    log.info("t %s", passphrase)  # expect: password


def c(api_key, apikey, apiKey, secret, client_secret, secret_key, aws_secret_access_key):
    log.info("t %s", api_key)  # expect: API key
    log.info("t %s", apikey)  # expect: API key
    log.info("t %s", apiKey)  # expect: API key
    log.info("t %s", secret)  # expect: secret
    log.info("t %s", client_secret)  # expect: secret
    log.info("t %s", secret_key)  # expect: secret key
    log.info("t %s", aws_secret_access_key)  # expect: secret key


def e(card_number, cvv, ssn, iban, credit_card):
    log.info("t %s", card_number)
    log.info("t %s", cvv)
    log.info("t %s", ssn)
    log.info("t %s", iban)
    log.info("t %s", credit_card)


def f(user):
    log.info("t %s", user.password)  # expect: password
    log.info("t %s", user["password"])  # expect: password
    log.info("t %s", user.get("password"))  # expect: password
    log.info("t %s", user.credentials.token)  # expect: credentials
    log.info("t %s", user.get_password())  # expect: password


def g(value):
    connect(password=value)
    log.info("t %s", value)  # expect: password


def h(pin_code, user_pin, otp_code, security_code, verification_code, reset_token):
    log.info("t %s", pin_code)  # expect: PIN
    log.info("t %s", user_pin)  # expect: PIN
    log.info("t %s", otp_code)  # expect: reach
    log.info("t %s", security_code)  # expect: reach
    log.info("t %s", verification_code)  # expect: reach
    log.info("t %s", reset_token)  # expect: token


def i(userPassword, dbPassword, ACCESS_TOKEN, new_password, password1, plaintext_password, hashed_token_secret):
    log.info("t %s", userPassword)  # expect: password
    log.info("t %s", dbPassword)  # expect: password
    log.info("t %s", ACCESS_TOKEN)  # expect: token
    log.info("t %s", new_password)  # expect: password
    log.info("t %s", password1)  # expect: password
    log.info("t %s", plaintext_password)  # expect: password


def j(auth_header, bearer_token, set_cookie, x_api_key, basic_auth, connection_string, totp_secret, recovery_codes, mnemonic, seed_phrase):
    log.info("t %s", auth_header)  # expect: authorization header
    log.info("t %s", bearer_token)  # expect: token
    log.info("t %s", set_cookie)  # expect: cookie
    log.info("t %s", x_api_key)  # expect: API key
    log.info("t %s", basic_auth)  # expect: credentials
    log.info("t %s", connection_string)
    log.info("t %s", totp_secret)  # expect: secret
    log.info("t %s", recovery_codes)  # expect: reach
    log.info("t %s", mnemonic)  # expect: recovery phrase
    log.info("t %s", seed_phrase)  # expect: recovery phrase
