#!/bin/sh
# Makes the presentation-attack model from nothing: fetches the sources, renders faces, simulates shots, trains, exports.
#
#   training/pad/train.sh <work folder> [--small]
#
# Needs Debian's python3-torch, python3-numpy, python3-pil, python3-onnx, ffmpeg and npm. PAD_TEACHERS names the folder with both
# MiniFASNets as ONNX (Apache-2.0; the names are in teacher.py); without it the labels are the simulation's, and the model is another and
# a poorer one. JOBS processes make the crops (default 2). --small runs every step on a few pictures in about a minute and exports into the
# work folder: it proves the pipeline, not the model.
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
  faces=6 unseen=8 scenes=8 checked=4 steps=6 version=small package=$work/package
  mkdir -p "$package/assets"
  [ -f "$package/assets/manifest.json" ] || echo '{ "version": "1", "files": [], "models": {} }' >"$package/assets/manifest.json"
else
  faces=1100 unseen=1350 scenes=4000 checked=300 steps=6500 version=2 package=$here/../../packages/models
fi
teachers=${PAD_TEACHERS:+--teachers "$PAD_TEACHERS"}
jobs=${JOBS:-2}

"$python" sources.py "$work"
"$python" faces.py "$work" "$work/faces" 0 "$unseen"
part=0
running=
while [ "$part" -lt "$jobs" ]; do
  "$python" generate.py "$work/faces" "$work/train" 0 "$faces" "$scenes" 1 $teachers --part "$part/$jobs" &
  running="$running $!"
  part=$((part + 1))
done
for process in $running; do wait "$process"; done
"$python" generate.py "$work/faces" "$work/validation/unseen-faces" "$faces" "$unseen" "$checked" 3 --unchanged $teachers
"$python" generate.py "$work/faces" "$work/validation/unseen-patterns" "$faces" "$unseen" "$checked" 4 --unchanged $teachers --held-out
"$python" train.py "$work/train" "$work/validation" "$work/out" --steps "$steps"
"$python" export.py "$work/out/pad.pt" "$package" "$version"
fixture=$work/pad-parity.json
[ "$small" = --small ] || fixture=$here/../../packages/browser-core/src/liveness/model/testing/pad-parity.json
"$python" fixture.py "$work/out/pad.pt" "$here/../../packages/testkit/assets/astronaut.png" "$fixture"
