'use strict';
// Distances along clicked points.
(() => {
  const { byId } = Frontline.dom;
  let points = [];

  const tell = () => {
    const box = byId('measured');
    box.hidden = !Frontline.state.measure;
    if (box.hidden) return;
    let metres = 0;
    for (let i = 1; i < points.length; i++) metres += Frontline.mercator.metres(points[i - 1], points[i]);
    box.textContent = points.length < 2 ? 'Click two points or more; Escape ends.' : (metres / 1000).toFixed(2) + ' km along ' + points.length + ' points';
  };

  Frontline.addMeasured = (local) => {
    points.push(Frontline.mercator.degrees(local.x, local.y));
    tell();
    Frontline.draw();
  };

  Frontline.paintMeasure = (paint) => {
    if (!Frontline.state.measure || !points.length) return;
    const path = new Path2D();
    points.forEach((point, i) => {
      const local = Frontline.mercator.local(point.longitude, point.latitude);
      if (i) path.lineTo(local.x, local.y); else path.moveTo(local.x, local.y);
    });
    paint.stroke(path, '#fff', 6, []);
    paint.stroke(path, '#0b5c8a', 3, []);
    paint.context.fillStyle = '#0b5c8a';
    for (const point of points) {
      const local = Frontline.mercator.local(point.longitude, point.latitude);
      const at = Frontline.view.toScreen(local.x, local.y);
      paint.context.fillRect(at.x - 3, at.y - 3, 6, 6);
    }
  };

  Frontline.startMeasure = () => {
    const set = (measure) => {
      points = [];
      Frontline.change({ measure });
      byId('tool-measure').setAttribute('aria-pressed', String(measure));
      byId('map').classList.toggle('measuring', measure);
      tell();
      Frontline.draw();
    };
    byId('tool-measure').addEventListener('click', () => set(!Frontline.state.measure));
    document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && Frontline.state.measure) set(false); });
  };
})();
