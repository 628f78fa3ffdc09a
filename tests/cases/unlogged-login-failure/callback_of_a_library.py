from flask_httpauth import HTTPBasicAuth

from shop.people import Person

basic = HTTPBasicAuth()


@basic.verify_password
def verify_password(name, password):
    person = Person.query.filter_by(name=name).first()
    if person and person.check_password(password):  # expect: verify_password()
        return person
