import json


def reserve(order, shelf):
    print("reserve", json.dumps(order))  # expect: print()
    print(f"on shelf {shelf}")  # expect: print()
    return order, shelf
