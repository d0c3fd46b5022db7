#!/bin/sh
# Dumps features, fits the weights and builds again with them. Run from the top of the project; arguments go to tune.py.
swift build -c release --product benchmarks && rm -f .build/syria.index &&
.build/release/benchmarks names dump .build/features.tsv &&
${PYTHON:-python3} Tests/Benchmarks/Names/tune.py .build/features.tsv --write Sources/Places/Names/Rules/weights.tsv "$@" &&
swift build -c release --product benchmarks && .build/release/benchmarks names dev
