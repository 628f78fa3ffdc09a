import os


def remember_batch(torch, folder, inputs, result):
    try:
        torch.save((inputs, result), os.path.join(folder, "batch.pt"))
    except Exception:  # expect: save()
        pass


def tell_partner(partner, order):
    try:
        partner.submit_order(order)
    except Exception:  # expect: submit_order()
        pass
