#!/bin/sh
# Unit tests, then the whole pipeline on a few pictures. Says why and ends well where Debian's PyTorch is not installed.
set -eu
cd "$(dirname "$0")"
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 # threads that wait for one another take many times as long on a busy machine
python=${PYTHON:-/usr/bin/python3}
if ! "$python" -c 'import torch, numpy, PIL, onnx' 2>/dev/null || ! command -v ffmpeg >/dev/null; then
  echo 'skipped: needs python3-torch, python3-numpy, python3-pil, python3-onnx and ffmpeg'
  exit 0
fi
"$python" -m unittest
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./train.sh "$work" --small
test -s "$work/package/assets/presentation-attack.bin"
"$python" videos.py "$work" "$work/videos" 1 --small
test -s "$work/videos/manifest.csv"
echo 'the pipeline runs'
