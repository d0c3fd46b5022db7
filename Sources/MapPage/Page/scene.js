'use strict';
// All shapes of one moment, made once and kept for a while: paths in local units.
(() => {
  const kept = new Map();

  const make = (number) => {
    const { regions, calls, land, data } = Frontline;
    const moment = Frontline.moment(number);
    const count = data.map.holders.length;
    const held = new Int16Array(land.cells);
    const told = new Int16Array(land.cells);
    for (let cell = 0; cell < land.cells; cell++) {
      const place = moment.speaker[cell];
      const holder = place < 0 ? -1 : calls.table.holder[moment.kind[place]];
      const named = holder >= 0 && data.map.holders[holder].sides.length > 0;
      held[cell] = named ? holder : -1;
      told[cell] = named && !calls.table.inferred[moment.kind[place]] ? holder : -1;
    }
    const paths = (labels) => regions.directed(labels, count).map((arcs) => arcs.length ? regions.path(regions.rings(arcs)) : null);
    const lines = (arcs) => {
      const path = new Path2D();
      for (const chain of regions.chains(arcs)) regions.addLine(path, chain, false);
      return path;
    };
    const { certain, likely } = regions.fronts(moment);
    return {
      moment, held, areas: paths(held), told: paths(told),
      fronts: { certain, likely }, front: lines(certain), likelyFront: lines(likely), bands: null,
    };
  };

  Frontline.scene = (number) => {
    if (!kept.has(number)) {
      if (kept.size > 5) kept.delete(kept.keys().next().value);
      kept.set(number, make(number));
    }
    return kept.get(number);
  };

  // The land where the line may run: strokes as wide as the doubt, in steps of a tenth.
  Frontline.bands = (scene) => {
    if (scene.bands) return scene.bands;
    const widths = { half: new Map(), nineInTen: new Map() };
    for (const arc of [...scene.fronts.certain, ...scene.fronts.likely]) {
      const doubt = Frontline.doubt(scene.moment, arc);
      for (const name of ['half', 'nineInTen']) {
        const step = Math.round(Math.log(Math.max(doubt[name], 10)) / Math.log(1.1));
        if (!widths[name].has(step)) widths[name].set(step, new Path2D());
        Frontline.regions.addLine(widths[name].get(step), [arc], false);
      }
    }
    const list = (map) => Array.from(map, ([step, path]) => ({ metres: 1.1 ** step, path }));
    scene.bands = { half: list(widths.half), nineInTen: list(widths.nineInTen) };
    return scene.bands;
  };
})();
