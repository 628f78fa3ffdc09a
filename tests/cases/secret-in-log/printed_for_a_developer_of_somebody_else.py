from shop.mail import send
from shop.settings import settings


def send_code(email: str, otp: str):
    if settings.developer_accounts:
        print(otp)  # expect: one-time code
    send(email, otp)
