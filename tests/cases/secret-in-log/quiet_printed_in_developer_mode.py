from shop.mail import send
from shop.settings import settings


def send_code(email: str, otp: str):
    if settings.developer_mode and settings.local_server:
        print(f"Code for {email}:")
        print(otp)
        return
    send(email, otp)
