import argparse


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    for name in arguments.files:
        print(name)
    print(f"{len(arguments.files)} files")


if __name__ == "__main__":
    main()
