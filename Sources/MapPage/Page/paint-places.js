'use strict';
// Places by size in the colour of their holder, ringed where they are inferred; labels in Latin and in the place's script.
(() => {
  const radii = [1.6, 2.3, 4, 5.5];

  Frontline.placeShown = (place, zoom) => Frontline.places.size[place] >= (zoom < 8 ? 3 : zoom < 9.3 ? 2 : zoom < 10 ? 1 : 0);

  Frontline.haloText = (context, text, x, y, colour, align) => {
    context.textAlign = align;
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = 'rgba(255, 255, 255, 0.9)';
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };

  Frontline.paintPlaces = (paint, scene) => {
    const { context } = paint;
    const { places, calls, view } = Frontline;
    const { width, height } = view.size;
    const zoom = view.zoom();
    const [full, ring] = [new Map(), new Map()];
    const grown = Math.max(0.8, Math.min(1.4, (zoom - 6) / 4));
    for (let place = 0; place < places.count; place++) {
      if (!Frontline.placeShown(place, zoom)) continue;
      const { x, y } = view.toScreen(places.x[place], places.y[place]);
      if (x < -8 || y < -8 || x > width + 8 || y > height + 8) continue;
      const holder = Frontline.holderOf(scene.moment, place);
      const colour = Frontline.colourOfHolder(holder);
      const isTold = holder.sides.length > 0 && !calls.table.inferred[scene.moment.kind[place]];
      const map = isTold ? full : ring;
      if (!map.has(colour)) map.set(colour, new Path2D());
      const radius = radii[places.size[place]] * grown;
      map.get(colour).moveTo(x + radius, y);
      map.get(colour).arc(x, y, radius, 0, 7);
    }
    context.lineWidth = 1.1;
    for (const [colour, path] of ring) {
      context.fillStyle = '#fff';
      context.fill(path);
      context.strokeStyle = colour;
      context.stroke(path);
    }
    for (const [colour, path] of full) {
      context.fillStyle = colour;
      context.fill(path);
      context.strokeStyle = '#fff';
      context.stroke(path);
    }
  };

  const widths = new Map();
  const widthOf = (context, text) => {
    const key = context.font + text;
    if (!widths.has(key)) widths.set(key, context.measureText(text).width);
    return widths.get(key);
  };

  Frontline.paintLabels = (paint) => {
    const { context } = paint;
    const { places, view, state } = Frontline;
    const { width, height } = view.size;
    const zoom = view.zoom();
    const taken = [];
    const isFree = (box) => !taken.some((one) => box.x < one.x + one.w && one.x < box.x + box.w && box.y < one.y + one.h && one.y < box.y + box.h);
    const chosen = state.chosen && state.chosen.kind === 'place' ? [state.chosen.place] : [];
    let left = Math.max(20, Math.round(width * height / 9000));
    context.textBaseline = 'middle';
    for (const place of [...chosen, ...places.order.filter((one) => !chosen.includes(one))]) {
      if (left <= 0) break;
      const size = places.size[place];
      if (!chosen.includes(place) && (!Frontline.placeShown(place, zoom) || size < (zoom < 10.3 ? 2 : zoom < 11.3 ? 1 : 0))) continue;
      const { x, y } = view.toScreen(places.x[place], places.y[place]);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      const points = [10.5, 11, 12.5, 15][size];
      const font = (size > 1 ? '600 ' : '') + points + 'px system-ui, "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", sans-serif';
      context.font = font;
      const local = state.layers.local ? places.local[place] : '';
      const wide = Math.max(widthOf(context, places.names[place]), local ? widthOf(context, local) : 0);
      const tall = points * (local ? 2.4 : 1.3);
      const spots = [
        { x: x + 7, align: 'left', box: x + 5 }, { x: x - 7, align: 'right', box: x - wide - 9 },
      ];
      for (const spot of spots) {
        const box = { x: spot.box, y: y - tall / 2, w: wide + 4, h: tall };
        if (!isFree(box)) continue;
        taken.push(box);
        left--;
        const up = local ? points * 0.58 : 0;
        context.direction = 'ltr';
        Frontline.haloText(context, places.names[place], spot.x, y - up, '#1b1b1b', spot.align);
        if (local) Frontline.haloText(context, local, spot.x, y + up, '#3a3a3a', spot.align);
        break;
      }
    }
  };

  Frontline.paintChosen = (paint) => {
    const { chosen } = Frontline.state;
    if (!chosen) return;
    const { context } = paint;
    if (chosen.kind === 'place') {
      const { x, y } = Frontline.view.toScreen(Frontline.places.x[chosen.place], Frontline.places.y[chosen.place]);
      for (const [colour, width] of [['#fff', 5], ['#b00020', 2.5]]) {
        context.strokeStyle = colour;
        context.lineWidth = width;
        context.beginPath();
        context.arc(x, y, 10, 0, 7);
        context.stroke();
      }
    }
    if (chosen.kind === 'front' && chosen.path) {
      paint.stroke(chosen.path, '#fff', 8, []);
      paint.stroke(chosen.path, '#b00020', 4, []);
    }
  };
})();
