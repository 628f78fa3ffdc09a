try:
    import readline
except Exception:
    pass

try:
    text = unicode
except Exception:
    pass


def describe(node, names):
    try:
        node.parent
    except Exception:
        pass
    try:
        label = names[node]
    except Exception:
        label = ""
    try:
        sheet = "orders"
    except ValueError:
        pass
    try:
        count = 1
    except Exception:
        count = 2
    return label, count, sheet
