#!/bin/sh
# Makes the document reader from nothing: draws lines of print, shoots them, trains both sets of weights, exports.
#
#   training/reader/train.sh <work folder> [--small]
#
# Needs Debian's python3-torch, python3-numpy, python3-pil and the fonts of training/README.md. --small runs every step on a
# few lines and exports into the work folder: it proves the pipeline, not the model.
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
  lines=60 checked=20 first=6 more=6 version=small package=$work/package fixture=$work/reader-parity.json
  mkdir -p "$package/assets"
  [ -f "$package/assets/manifest.json" ] || echo '{ "version": "1", "files": [], "models": {} }' >"$package/assets/manifest.json"
else
  lines=10000 checked=600 first=650 more=600 version=1 package=$here/../../packages/models
  fixture=$here/../../packages/browser-core/src/document/reading/testing/reader-parity.json
fi

# Zones: two parts of the lines, then once more at a lower rate with a third part that is new.
"$python" generate.py mrz "$work/mrz/validation/unseen.npz" "$checked" 9 --unseen
"$python" generate.py mrz "$work/mrz/train/1.npz" "$lines" 1
"$python" generate.py mrz "$work/mrz/train/2.npz" "$lines" 2
"$python" train.py mrz "$work/mrz" "$work/first" --steps "$first"
"$python" generate.py mrz "$work/mrz/train/3.npz" "$lines" 3
"$python" train.py mrz "$work/mrz" "$work/last" --steps "$more" --rate 3e-3 --from "$work/first/mrz.pt"

# Strokes are strokes: the reader of other print begins where that of zones first ended.
"$python" generate.py text "$work/text/validation/unseen.npz" $((checked / 2)) 29 --unseen
"$python" generate.py text "$work/text/train/1.npz" "$lines" 21
"$python" train.py text "$work/text" "$work/first" --steps $((first * 14 / 13)) --from "$work/first/mrz.pt"
"$python" generate.py text "$work/text/train/2.npz" "$lines" 22
"$python" train.py text "$work/text" "$work/more" --steps "$more" --rate 3e-3 --from "$work/first/text.pt"
"$python" train.py text "$work/text" "$work/again" --steps $((more * 5 / 2)) --rate 4e-3 --from "$work/more/text.pt"
# Then with what cards print small and close together: labels, short values, narrow blanks.
"$python" generate.py text "$work/text/validation/labels.npz" $((checked / 2)) 28 --labels --unseen
"$python" generate.py text "$work/text/train/3.npz" $((lines * 35 / 100)) 23 --labels
"$python" generate.py text "$work/text/train/4.npz" $((lines * 30 / 100)) 24 --labels
"$python" train.py text "$work/text" "$work/last" --steps $((more * 25 / 12)) --rate 3e-3 --from "$work/again/text.pt"

for kind in mrz text; do
  "$python" export.py "$kind" "$work/last/$kind.pt" "$package" "$version"
done
"$python" fixture.py "$fixture" "mrz=$work/last/mrz.pt" "text=$work/last/text.pt"
