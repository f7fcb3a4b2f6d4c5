#!/bin/sh
# Unit tests, then the whole pipeline on a few lines. Says why and ends well where Debian's PyTorch or its fonts are not installed.
set -eu
cd "$(dirname "$0")"
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 # threads that wait for one another take many times as long on a busy machine
python=${PYTHON:-/usr/bin/python3}
if ! "$python" -c 'import torch, numpy, PIL, sys, fonts; sys.exit(len(fonts.missing()))' 2>/dev/null; then
  echo 'skipped: needs python3-torch, python3-numpy, python3-pil and the fonts of training/README.md'
  exit 0
fi
"$python" -m unittest
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./train.sh "$work" --small
test -s "$work/package/assets/document-reader-mrz.bin"
test -s "$work/package/assets/document-reader-text.bin"
echo 'the pipeline runs'
