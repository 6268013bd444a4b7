#!/bin/sh
# Opens the lessons of Whose Words?. No rights of an administrator are needed.
# What follows the name goes to start.py, for example:  sh start.sh fresh
cd "$(dirname "$0")" || exit 1
for python in ./python-macos/bin/python3 ./python-linux/bin/python3 \
  python3.13 python3.14 python3.12 python3.11 python3; do
  if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    exec "$python" start.py "$@"
  fi
done
echo "There is no Python 3.11 or newer here. README.txt says how to get one without being an administrator."
exit 1
