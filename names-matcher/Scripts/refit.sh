#!/bin/sh
# Builds, dumps features, fits the weights and builds again with them. Arguments go to tune.py.
cd "$(dirname "$0")/.." && swift build -c release 2>&1 | grep -E 'error|Compiling|Build' | tail -3
rm -f syria.idx; .build/release/names-eval dump features.tsv &&
${PYTHON:-python3} Scripts/tune.py features.tsv --write Sources/NameMatching/Rules/weights.tsv "$@" &&
swift build -c release 2>&1 | grep -E 'error'; .build/release/names-eval dev
