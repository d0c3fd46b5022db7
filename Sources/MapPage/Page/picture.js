'use strict';
// The picture: layers over each other on one canvas, or on two where moments are compared.
(() => {
  const { byId } = Frontline.dom;
  let asked = false;
  let rest = 0;

  // Strokes and fills of paths in local units; widths are in pixels.
  Frontline.painter = (context, ratio) => {
    const place = () => {
      const { now, size } = Frontline.view;
      const scale = now.scale * ratio;
      context.setTransform(scale, 0, 0, scale, size.width * ratio / 2 - now.x * scale, size.height * ratio / 2 - now.y * scale);
      return scale / ratio;
    };
    const plain = () => context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return {
      context, ratio, plain,
      fill(path, style, alpha) {
        const scale = place();
        if (typeof style !== 'string') {
          const { now } = Frontline.view;
          style.setTransform(new DOMMatrix([1 / scale / ratio, 0, 0, 1 / scale / ratio, now.x, now.y]));
        }
        context.globalAlpha = alpha;
        context.fillStyle = style;
        context.fill(path, 'evenodd');
        context.globalAlpha = 1;
        plain();
      },
      // Until the context is restored.
      clip(path) {
        place();
        context.clip(path, 'evenodd');
        plain();
      },
      // Ends and joins are round, or cheap: 'square'.
      stroke(path, style, width, dash, ends = 'round') {
        const scale = place();
        context.strokeStyle = style;
        context.lineWidth = width / scale;
        context.lineCap = ends === 'square' && dash.length ? 'butt' : ends;
        context.lineJoin = ends === 'square' ? 'bevel' : 'round';
        context.setLineDash(dash.map((one) => one / scale));
        context.stroke(path);
        context.setLineDash([]);
        plain();
      },
    };
  };

  const paint = (canvas, number, gainsSince, isPassing) => {
    const { layers } = Frontline.state;
    const { size } = Frontline.view;
    const context = canvas.getContext('2d');
    const painter = Frontline.painter(context, size.ratio);
    painter.plain();
    context.fillStyle = '#f6f4ef';
    context.fillRect(0, 0, size.width, size.height);
    const scene = Frontline.scene(number);
    Frontline.paintTiles(painter);
    if (layers.areas) Frontline.paintAreas(painter, scene);
    Frontline.paintGround(painter);
    if (gainsSince !== undefined) Frontline.paintGains(painter, Frontline.scene(gainsSince), scene);
    if (layers.front && layers.band && !isPassing) Frontline.paintBands(painter, scene);
    if (layers.front) Frontline.paintFront(painter, scene);
    if (layers.places) Frontline.paintPlaces(painter, scene);
    if (layers.reports) Frontline.paintReports(painter, number);
    if (layers.labels) Frontline.paintLabels(painter);
    Frontline.paintChosen(painter);
    if (layers.grid) Frontline.paintGrid(context);
    Frontline.paintMeasure(painter);
    context.font = '12px system-ui, sans-serif';
    context.textBaseline = 'alphabetic';
    Frontline.paintScale(context);
  };

  const fitCanvas = (canvas) => {
    const { width, height, ratio } = Frontline.view.size;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
  };

  // Draws at once; how long that took is kept, for those who measure. A moment that is passed through on a map of many places
  // gets its bands once the slider rests.
  Frontline.drawNow = (isPassing = false) => {
    asked = false;
    clearTimeout(rest);
    if (isPassing) rest = setTimeout(Frontline.draw, 150);
    const begun = performance.now();
    const { state, view } = Frontline;
    const frame = byId('map');
    const isSide = state.mode === 'side';
    view.size.width = Math.max(1, isSide ? Math.floor(frame.clientWidth / 2) : frame.clientWidth);
    view.size.height = Math.max(1, frame.clientHeight);
    view.size.ratio = Math.min(2, window.devicePixelRatio || 1);
    const [now, then] = [byId('canvas'), byId('canvas-then')];
    fitCanvas(now);
    paint(now, state.at, state.mode ? state.with : undefined, isPassing);
    if (state.mode) {
      fitCanvas(then);
      paint(then, state.with, undefined, isPassing);
    }
    Frontline.lastDrawTook = performance.now() - begun;
    Frontline.drawn = (Frontline.drawn || 0) + 1;
    Frontline.writeAddress();
  };

  // Draws before the screen is next shown.
  Frontline.draw = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => Frontline.drawNow());
  };
})();
