'use strict';
// Areas: pale where they are inferred, stronger where reports speak; contested land hatched, unknown land bare.
(() => {
  Frontline.paintAreas = (paint, scene) => {
    const { areas, told } = scene;
    Frontline.data.map.holders.forEach((holder, number) => {
      if (!areas[number]) return;
      if (holder.status === 'contested') {
        paint.fill(areas[number], Frontline.hatchOf(paint.context, holder.sides, paint.ratio), 0.75);
        return;
      }
      const colour = Frontline.colourOfHolder(holder);
      const isPatterned = Frontline.state.layers.patterns;
      if (isPatterned) paint.fill(areas[number], Frontline.patternOf(paint.context, holder.sides[0], paint.ratio, 0.2), 1);
      else paint.fill(areas[number], colour, 0.2);
      if (told[number]) paint.fill(told[number], colour, 0.3);
    });
  };

  // Land that is another's than at the earlier moment, outlined, and filled with who has it now; in grey what is nobody's.
  Frontline.paintGains = (paint, then, now) => {
    const { regions, land } = Frontline;
    const all = Int32Array.from(land.left.keys());
    const around = (labels, count) => regions.directed(labels, count, all).map((arcs) => arcs.length ? regions.pathAround(arcs, land) : null);
    const [lost] = around(now.held.map((holder, cell) => holder < 0 && then.held[cell] >= 0 ? 0 : -1), 1);
    if (lost) paint.stroke(lost, '#555', 1.4, [2, 3]);
    const gained = now.held.map((holder, cell) => holder >= 0 && holder !== then.held[cell] ? holder : -1);
    around(gained, Frontline.data.map.holders.length).forEach((path, number) => {
      if (!path) return;
      paint.fill(path, Frontline.colourOfHolder(Frontline.data.map.holders[number]), 0.35);
      paint.stroke(path, '#ffffff', 3.5, []);
      paint.stroke(path, '#b00020', 1.8, [5, 3]);
    });
  };
})();
