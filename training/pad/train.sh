#!/bin/sh
# Makes the presentation-attack model from nothing: fetches the sources, renders faces, simulates shots, trains, exports.
#
#   training/pad/train.sh <work folder> [--small]
#
# Needs Debian's python3-torch, python3-numpy, python3-pil, python3-onnx, ffmpeg and npm. PAD_TEACHERS names the folder with both
# MiniFASNets as ONNX (Apache-2.0; the names are in teacher.py); without it the labels are the simulation's, and the model is another and
# a poorer one. JOBS processes render the faces and take the photographs (default 2). A GPU is used where there is one; PAD_STEPS,
# PAD_NARROWING_STEPS and PAD_BATCH say how long and on how many crops at once. --small runs every step on a few pictures in about
# a minute and exports into the work folder: it proves the pipeline, not the model.
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
  faces=6 unseen=8 scenes=8 checked=4 steps=6 narrowing=4 batch=8 version=small package=$work/package
  mkdir -p "$package/assets"
  [ -f "$package/assets/manifest.json" ] || echo '{ "version": "1", "files": [], "models": {} }' >"$package/assets/manifest.json"
else
  faces=1100 unseen=1350 scenes=2000 checked=100 steps=${PAD_STEPS:-12000} narrowing=${PAD_NARROWING_STEPS:-6000} batch=${PAD_BATCH:-16} version=6 package=$here/../../packages/models
fi
teachers=${PAD_TEACHERS:+--teachers "$PAD_TEACHERS"}
jobs=${JOBS:-2}

in_parts() { # <script> <arguments>: as many at once as there are jobs
  part=0
  running=
  while [ "$part" -lt "$jobs" ]; do
    "$python" "$@" --part "$part/$jobs" &
    running="$running $!"
    part=$((part + 1))
  done
  for process in $running; do wait "$process"; done
}
photograph() { # <folder> <first face> <last face> <scenes> <seed> [--held-out]
  in_parts generate.py "$work/faces" "$work/surroundings" "$@"
}
towers() { # <out folder> <steps> [--wide folder]
  out=$1 count=$2
  shift 2
  running=
  for tower in 0 1; do
    "$python" train.py "$work/photographs" "$work/validation" "$out" $teachers --steps "$count" --batch "$batch" --tower "$tower" "$@" &
    running="$running $!"
  done
  for process in $running; do wait "$process"; done
}

"$python" sources.py "$work"
in_parts faces.py "$work" "$work/faces" 0 "$unseen"
in_parts masks.py "$work" "$work/faces" 0 "$unseen"
photograph "$work/photographs" 0 "$faces" "$scenes" 1
photograph "$work/validation/unseen-faces" "$faces" "$unseen" "$checked" 3
photograph "$work/validation/unseen-patterns" "$faces" "$unseen" "$checked" 4 --held-out
towers "$work/wide" "$steps"
towers "$work/out" "$narrowing" --wide "$work/wide"
"$python" export.py "$work/out" "$package" "$version"
fixture=$work/pad-parity.json
[ "$small" = --small ] || fixture=$here/../../packages/browser-core/src/liveness/model/testing/pad-parity.json
"$python" fixture.py "$work/out" "$here/../../packages/testkit/assets/astronaut.png" "$fixture"
