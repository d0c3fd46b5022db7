#!/bin/sh
# Dumps features, fits weights and activity, and builds again with them. Run from the top of the project.
# usage: refit.sh FOREIGN-DUMP [options of tune.py]; FOREIGN-DUMP: names of places elsewhere, in the form of GeoNames.
foreign=$1
shift
swift build -c release --product benchmarks && rm -f .build/syria.index &&
.build/release/benchmarks names dump .build/features.tsv "$foreign" &&
${PYTHON:-python3} Tests/Benchmarks/Names/tune.py .build/features.tsv ../shared/data Sources/Places/Names/Rules --write "$@" &&
swift build -c release --product benchmarks && .build/release/benchmarks names dev
