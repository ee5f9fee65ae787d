"""Start the program: the window without a command, the command line with one."""

from portfolio_app.app import main

if __name__ == "__main__":
    raise SystemExit(main())
