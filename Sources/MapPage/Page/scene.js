'use strict';
// All shapes of one moment at one fineness, made when they are first asked for and kept for a while.
(() => {
  const kept = new Map();
  const most = 6;
  const positions = new Map();

  // The vertices on a grid about as fine as the screen's: what falls together there is drawn once. Every ring and line takes
  // the same positions, so neighbours still meet.
  const onGrid = (step) => {
    if (positions.has(step)) return positions.get(step);
    const { land } = Frontline;
    const scale = 2 ** (step / 2) / gridInPixels(2 ** (step / 2));
    const snap = (values) => {
      const snapped = new Float32Array(values.length);
      for (let i = 0; i < snapped.length; i++) snapped[i] = Math.round(values[i] * scale) / scale;
      return snapped;
    };
    if (positions.size > 5) positions.clear();
    positions.set(step, { x: snap(land.x), y: snap(land.y) });
    return positions.get(step);
  };

  const isDense = (scale) => {
    const { land } = Frontline;
    return land.x.length / Math.max(1, land.width * land.height * scale * scale) > 0.15;
  };

  // Whether vertices lie so close together on the screen that much of what is drawn would be lost there.
  Frontline.isDense = () => isDense(Frontline.view.now.scale * Frontline.view.size.ratio);

  // Just below a pixel, or above one where vertices lie closer together than that anyway.
  const gridInPixels = (scale) => isDense(scale) ? 1.6 : 0.9;

  class Scene {
    constructor(number, step) {
      this.moment = Frontline.moment(number);
      this.step = step;
      this.made = {};
    }

    once(name, make) {
      if (!(name in this.made)) this.made[name] = make();
      return this.made[name];
    }

    // The holder of each cell, where it is somebody; and the same where reports speak of its place.
    get held() { return this.once('held', () => this.label(() => true)); }

    get toldLabels() {
      const { inferred } = Frontline.calls.table;
      return this.once('toldLabels', () => this.label((kind) => !inferred[kind]));
    }

    label(counts) {
      const { calls, data, land } = Frontline;
      const { speaker, kind } = this.moment;
      const ofKind = Int16Array.from(calls.table.holder, (holder, i) =>
        data.map.holders[holder].sides.length && counts(i) ? holder : -1);
      const labels = new Int16Array(land.cells);
      for (let cell = 0; cell < labels.length; cell++) labels[cell] = speaker[cell] < 0 ? -1 : ofKind[kind[speaker[cell]]];
      return labels;
    }

    paths(labels) {
      const grid = onGrid(this.step);
      return Frontline.regions.directed(labels, Frontline.data.map.holders.length, this.borders)
        .map((arcs) => arcs.length ? Frontline.regions.pathAround(arcs, grid) : null);
    }

    get areas() { return this.once('areas', () => this.paths(this.held)); }

    get told() { return this.once('told', () => this.paths(this.toldLabels)); }

    get borders() { return this.once('borders', () => Frontline.regions.borders(this.moment)); }

    get fronts() { return this.once('fronts', () => Frontline.regions.fronts(this.moment, this.borders)); }

    get front() { return this.once('front', () => Frontline.regions.pathAlong(this.fronts.certain, onGrid(this.step))); }

    get likelyFront() { return this.once('likely', () => Frontline.regions.pathAlong(this.fronts.likely, onGrid(this.step))); }

    // The land where the line may run: strokes as wide as the doubt, in steps of a seventh.
    get bands() {
      return this.once('bands', () => {
        // Bands have no sharp edge to lose.
        const grid = onGrid(this.step - 2);
        const widths = { half: new Map(), nineInTen: new Map() };
        const one = new Int32Array(1);
        for (const arcs of [this.fronts.certain, this.fronts.likely]) {
          for (const arc of arcs) {
            const doubt = Frontline.doubt(this.moment, arc);
            one[0] = arc;
            for (const name of ['half', 'nineInTen']) {
              const width = Math.round(Math.log(Math.max(doubt[name], 10)) / Math.log(1.15));
              let path = widths[name].get(width);
              if (!path) widths[name].set(width, path = new Path2D());
              Frontline.regions.addLine(path, one, 1, grid.x, grid.y);
            }
          }
        }
        const list = (map) => Array.from(map, ([width, path]) => ({ metres: 1.15 ** width, path }));
        return { half: list(widths.half), nineInTen: list(widths.nineInTen) };
      });
    }
  }

  Frontline.scene = (number) => {
    // Two steps for each doubling of the scale, the finer one.
    const step = Math.ceil(2 * Math.log2(Frontline.view.now.scale * Frontline.view.size.ratio));
    const key = number + '/' + step;
    if (!kept.has(key)) {
      if (kept.size >= most) kept.delete(kept.keys().next().value);
      kept.set(key, new Scene(number, step));
    }
    return kept.get(key);
  };
})();
