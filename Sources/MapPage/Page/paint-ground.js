'use strict';
// What lies beneath: the border of the area of interest, roads, rivers, units, a graticule.
(() => {
  let lines = null;

  const read = (text) => {
    const packed = new Frontline.Packed(text);
    const units = Frontline.data.land.units_per_degree;
    let [x, y] = [0, 0];
    return Array.from({ length: packed.next() }, () => {
      x += packed.nextSigned();
      y += packed.nextSigned();
      return Frontline.mercator.local(x / units, y / units);
    });
  };

  const pathOf = (texts) => {
    const path = new Path2D();
    for (const text of texts) read(text).forEach((p, i) => i ? path.lineTo(p.x, p.y) : path.moveTo(p.x, p.y));
    return path;
  };

  const styles = {
    road: { colour: '#c9a86a', width: 2.2 }, river: { colour: '#8fb7d6', width: 1.8 }, lake: { colour: '#8fb7d6', width: 1.2 },
    country: { colour: '#555', width: 1.6 }, region: { colour: '#888', width: 1.2, dash: [6, 4] },
    district: { colour: '#aaa', width: 1, dash: [4, 4] }, canton: { colour: '#999', width: 1, dash: [2, 4] },
  };

  Frontline.readGround = () => {
    const { ground } = Frontline.data;
    lines = ground.lines.map(({ name, kind, lines: texts }) => ({ name, kind, path: pathOf(texts) }));
    Frontline.border = ground.border.length ? pathOf(ground.border) : null;
  };

  Frontline.paintGround = (paint) => {
    if (Frontline.state.layers.ground) {
      for (const { kind, path } of lines) {
        const style = styles[kind] || styles.district;
        paint.stroke(path, style.colour, style.width, style.dash || []);
      }
    }
    if (Frontline.border) paint.stroke(Frontline.border, '#6b6b6b', 1.2, [1, 3]);
  };

  // Lines at round degrees, with their figures at the rim.
  Frontline.paintGrid = (context) => {
    const box = Frontline.view.box();
    const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10].find((one) => (box.east - box.west) / one <= 8) || 20;
    const digits = step < 0.1 ? 2 : step < 1 ? 1 : 0;
    context.strokeStyle = 'rgba(60, 60, 60, 0.25)';
    context.fillStyle = '#444';
    context.lineWidth = 1;
    context.font = '11px system-ui, sans-serif';
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.beginPath();
    for (let l = Math.ceil(box.west / step) * step; l < box.east; l += step) {
      const local = Frontline.mercator.local(l, 0);
      const { x } = Frontline.view.toScreen(local.x, 0);
      context.moveTo(x, 0);
      context.lineTo(x, Frontline.view.size.height);
      context.fillText(Math.abs(l).toFixed(digits) + '° ' + (l < 0 ? 'W' : 'E'), x + 3, 12);
    }
    for (let l = Math.ceil(box.south / step) * step; l < box.north; l += step) {
      const local = Frontline.mercator.local(0, l);
      const { y } = Frontline.view.toScreen(0, local.y);
      context.moveTo(0, y);
      context.lineTo(Frontline.view.size.width, y);
      context.fillText(Math.abs(l).toFixed(digits) + '° ' + (l < 0 ? 'S' : 'N'), 3, y - 3);
    }
    context.stroke();
  };

  Frontline.paintScale = (context) => {
    const { width, height } = Frontline.view.size;
    const middle = Frontline.mercator.degrees(Frontline.view.now.x, Frontline.view.now.y);
    const pixelsPerKm = Frontline.mercator.unitsPerMetre(middle.latitude) * Frontline.view.now.scale * 1000;
    const most = Math.min(160, width / 3) / pixelsPerKm;
    const power = 10 ** Math.floor(Math.log10(most));
    const km = [5, 2, 1].map((n) => n * power).find((n) => n <= most) || power;
    const [x, y, length] = [12, height - 14, km * pixelsPerKm];
    context.lineWidth = 4;
    context.strokeStyle = 'rgba(255, 255, 255, 0.85)';
    const bar = () => {
      context.beginPath();
      context.moveTo(x, y - 5);
      context.lineTo(x, y);
      context.lineTo(x + length, y);
      context.lineTo(x + length, y - 5);
      context.stroke();
    };
    bar();
    context.lineWidth = 1.5;
    context.strokeStyle = '#222';
    bar();
    Frontline.haloText(context, km >= 1 ? km + ' km' : km * 1000 + ' m', x + length + 6, y, '#222', 'left');
  };
})();
