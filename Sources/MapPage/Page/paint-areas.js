'use strict';
// Areas: pale where they are inferred, stronger where reports speak; contested land hatched, unknown land bare.
(() => {
  Frontline.paintAreas = (paint, scene) => {
    const { holders } = Frontline.data.map;
    holders.forEach((holder, number) => {
      const all = scene.areas[number];
      if (!all) return;
      if (holder.status === 'contested') {
        paint.fill(all, Frontline.hatchOf(paint.context, holder.sides, paint.ratio), 0.75);
        return;
      }
      const colour = Frontline.colourOfHolder(holder);
      paint.fill(all, colour, 0.2);
      const told = scene.told[number];
      if (told) paint.fill(told, colour, 0.3);
      if (Frontline.state.layers.patterns) {
        paint.fill(all, Frontline.patternOf(paint.context, holder.sides[0], paint.ratio), 0.55);
      }
    });
  };

  // Land that is another's than at the earlier moment, outlined, and filled with who has it now; in grey what is nobody's.
  Frontline.paintGains = (paint, then, now) => {
    const count = Frontline.data.map.holders.length;
    const lost = now.held.map((holder, cell) => holder < 0 && then.held[cell] >= 0 ? 0 : -1);
    const [arcs] = Frontline.regions.directed(lost, 1);
    if (arcs.length) paint.stroke(Frontline.regions.path(Frontline.regions.rings(arcs)), '#555', 1.4, [2, 3]);
    const gained = now.held.map((holder, cell) => holder >= 0 && holder !== then.held[cell] ? holder : -1);
    Frontline.regions.directed(gained, count).forEach((arcs, number) => {
      if (!arcs.length) return;
      const path = Frontline.regions.path(Frontline.regions.rings(arcs));
      paint.fill(path, Frontline.colourOfHolder(Frontline.data.map.holders[number]), 0.35);
      paint.stroke(path, '#ffffff', 3.5, []);
      paint.stroke(path, '#b00020', 1.8, [5, 3]);
    });
  };
})();
