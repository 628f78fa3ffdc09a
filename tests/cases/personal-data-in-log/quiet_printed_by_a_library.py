def show(customer):
    print(customer.email, customer.iban)
