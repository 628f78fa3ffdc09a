from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    def take_role_of_provider(self, mapped):
        if mapped == "admin":
            self.is_superuser = True  # expect: a change of rights leaves no security record
            self.is_staff = True
        else:
            self.is_superuser = False
            self.is_staff = False
        self.save(update_fields=["is_superuser", "is_staff"])
        return True
