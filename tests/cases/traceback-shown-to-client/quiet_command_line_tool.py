import sys
import traceback


def main(arguments):
    try:
        return run(arguments)
    except Exception:
        print(traceback.format_exc(), file=sys.stderr)
        return 1


def run(arguments):
    return len(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
