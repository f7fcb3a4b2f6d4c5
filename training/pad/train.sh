#!/bin/sh
# Makes the presentation-attack model from nothing: fetches the sources, renders faces, simulates shots, trains, exports.
#
#   training/pad/train.sh <work folder> [--small]
#
# Needs Debian's python3-torch, python3-numpy, python3-pil, python3-onnx, ffmpeg and npm. PAD_TEACHER may name
# MiniFASNetV2 as ONNX (Apache-2.0); without it the labels are the simulation's alone. --small runs every step on a few
# pictures in about a minute and exports into the work folder: it proves the pipeline, not the model.
set -eu
work=$1
small=${2:-}
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
mkdir -p "$work"
work=$(cd "$work" && pwd)
cd "$here"

if [ "$small" = --small ]; then
  faces=6 unseen=8 shots=24 checked=12 steps=12 version=small package=$work/package
  mkdir -p "$package/assets"
  [ -f "$package/assets/manifest.json" ] || echo '{ "version": "1", "files": [], "models": {} }' >"$package/assets/manifest.json"
else
  faces=300 unseen=350 shots=2400 checked=120 steps=1200 version=1 package=$here/../../packages/models
fi

"$python" sources.py "$work"
"$python" faces.py "$work" "$work/faces" 0 "$unseen"
"$python" generate.py "$work/faces" "$work/train" 0 "$faces" $((shots / 2)) 1
"$python" generate.py "$work/faces" "$work/train" 0 "$faces" $((shots / 2)) 2
"$python" generate.py "$work/faces" "$work/validation/unseen-faces" "$faces" "$unseen" "$checked" 3
"$python" generate.py "$work/faces" "$work/validation/unseen-patterns" "$faces" "$unseen" "$checked" 4 --held-out
"$python" train.py "$work/train" "$work/validation" "$work" --steps "$steps" ${PAD_TEACHER:+--teacher "$PAD_TEACHER"}
"$python" export.py "$work/pad.pt" "$package" "$version"
fixture=$work/pad-parity.json
[ "$small" = --small ] || fixture=$here/../../packages/browser-core/src/liveness/model/testing/pad-parity.json
"$python" fixture.py "$work/pad.pt" "$here/../../packages/testkit/assets/astronaut.png" "$fixture"
