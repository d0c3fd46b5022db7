'use strict';
// The area of each side over time, above the slider, with a mark for each change.
(() => {
  const { byId } = Frontline.dom;
  const edge = 8;

  const drawCurves = (context, x, height) => {
    const { map } = Frontline.data;
    const count = map.moments.length;
    const held = map.holders.map((holder, i) => ({ holder, i })).filter(({ holder }) => holder.status === 'held');
    const most = Math.max(1, ...held.flatMap(({ i }) => map.areas_km2.map((row) => row[i] || 0)));
    const y = (km2) => 14 + (1 - km2 / most) * (height - 26);
    held.forEach(({ holder, i }, number) => {
      context.strokeStyle = Frontline.colourOfHolder(holder);
      context.lineWidth = 1.8;
      context.setLineDash([[], [6, 2], [2, 2], [8, 2, 2, 2]][number % 4]);
      context.beginPath();
      for (let m = 0; m < count; m++) {
        const km2 = map.areas_km2[m][i] || 0;
        if (m) context.lineTo(x(m), y(km2)); else context.moveTo(x(m), y(km2));
      }
      context.stroke();
    });
    context.setLineDash([]);
    context.fillStyle = '#b00020';
    for (let m = 1; m < count; m++) if (Frontline.changes[m]) context.fillRect(x(m) - 1, height - 8, 2, 8);
    context.fillStyle = '#555';
    context.font = '10px system-ui, sans-serif';
    context.fillText(Math.round(most).toLocaleString('en') + ' km²', edge, 10);
  };

  // The curves change with the palette and the width only; the marks with each step.
  let curves = null;
  let curvesKey = '';

  const draw = () => {
    const canvas = byId('chart');
    const { map } = Frontline.data;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (!width || !height) return;
    const count = map.moments.length;
    const x = (i) => edge + (count < 2 ? 0 : i / (count - 1) * (width - 2 * edge));
    const key = [width, height, ratio, Frontline.state.palette].join();
    if (key !== curvesKey) {
      curvesKey = key;
      curves = document.createElement('canvas');
      Object.assign(curves, { width: width * ratio, height: height * ratio });
      Object.assign(canvas, { width: width * ratio, height: height * ratio });
      const onCurves = curves.getContext('2d');
      onCurves.scale(ratio, ratio);
      drawCurves(onCurves, x, height);
    }
    const context = canvas.getContext('2d');
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(curves, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const mark = (number, colour) => {
      context.fillStyle = colour;
      context.fillRect(x(number) - 0.75, 0, 1.5, height);
    };
    if (Frontline.state.mode) mark(Frontline.state.with, '#8a8a8a');
    mark(Frontline.state.at, '#1a1a1a');
  };

  Frontline.startChart = () => {
    const canvas = byId('chart');
    canvas.addEventListener('click', (event) => {
      const box = canvas.getBoundingClientRect();
      const part = (event.clientX - box.left - edge) / Math.max(1, box.width - 2 * edge);
      const last = Frontline.data.map.moments.length - 1;
      Frontline.change({ at: Math.round(Math.max(0, Math.min(1, part)) * last) });
    });
    Frontline.onChange(draw);
    new ResizeObserver(draw).observe(canvas);
    draw();
  };
})();
