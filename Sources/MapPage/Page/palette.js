'use strict';
// Colours and patterns of sides. The second palette is that of Okabe & Ito (2008), which colour-blind readers tell apart;
// patterns tell sides apart without any colour.
(() => {
  const safe = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#F0E442', '#000000'];

  Frontline.colourOf = (side) => {
    if (side < 0) return '#8a8a8a';
    return Frontline.state.palette === 'safe' ? safe[side % safe.length] : Frontline.data.map.sides[side].colour;
  };

  Frontline.colourOfHolder = (holder) =>
    holder.status === 'held' ? Frontline.colourOf(holder.sides[0]) : holder.status === 'contested' ? '#b35c00' : '#8a8a8a';

  const shapes = [
    (c) => { c.moveTo(0, 12); c.lineTo(12, 0); c.moveTo(-3, 3); c.lineTo(3, -3); c.moveTo(9, 15); c.lineTo(15, 9); },
    (c) => { c.moveTo(6, 4.5); c.arc(6, 6, 1.5, 0, 7); },
    (c) => { c.moveTo(0, 6); c.lineTo(12, 6); },
    (c) => { c.moveTo(0, 0); c.lineTo(12, 12); c.moveTo(-3, 9); c.lineTo(3, 15); c.moveTo(9, -3); c.lineTo(15, 3); },
    (c) => { c.moveTo(6, 0); c.lineTo(6, 12); },
    (c) => { c.moveTo(3, 6); c.lineTo(9, 6); c.moveTo(6, 3); c.lineTo(6, 9); },
    (c) => { c.moveTo(0, 8); c.lineTo(6, 4); c.lineTo(12, 8); },
    (c) => { c.rect(4, 4, 4, 4); },
  ];

  const tile = (ratio, size, draw) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.round(size * ratio);
    const context = canvas.getContext('2d');
    context.scale(canvas.width / size, canvas.height / size);
    draw(context);
    return canvas;
  };

  const kept = new Map();

  // The pattern of a side in its colour, over that colour as strong as `ground`.
  Frontline.patternOf = (context, side, ratio, ground = 0) => {
    const key = [side, Frontline.colourOf(side), ratio, ground].join();
    if (!kept.has(key)) {
      kept.set(key, tile(ratio, 12, (c) => {
        c.strokeStyle = c.fillStyle = Frontline.colourOf(side);
        c.globalAlpha = ground;
        c.fillRect(0, 0, 12, 12);
        c.globalAlpha = 0.28;
        c.lineWidth = 1;
        c.beginPath();
        shapes[side % shapes.length](c);
        c.stroke();
      }));
    }
    return context.createPattern(kept.get(key), 'repeat');
  };

  // Stripes in the colours of all who are there.
  Frontline.hatchOf = (context, sides, ratio) => {
    const key = ['hatch', ...sides.map(Frontline.colourOf), ratio].join();
    if (!kept.has(key)) {
      const count = Math.max(2, sides.length);
      const size = 6 * count;
      kept.set(key, tile(ratio, size, (c) => {
        c.lineWidth = 3.2;
        for (let i = -count; i < 2 * count; i++) {
          const side = sides[((i % sides.length) + sides.length) % sides.length];
          c.strokeStyle = Frontline.colourOf(side);
          c.beginPath();
          c.moveTo(6 * i, size);
          c.lineTo(6 * i + size, 0);
          c.stroke();
        }
      }));
    }
    return context.createPattern(kept.get(key), 'repeat');
  };

  Frontline.patternShape = shapes;
})();
