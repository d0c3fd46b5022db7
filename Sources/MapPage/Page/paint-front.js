'use strict';
// The line, and the land in which it may run: half of it within the darker band, nine tenths within the paler one.
(() => {
  // Bands have no sharp edge to lose, so they are drawn on a sheet of a half or a third as many pixels each way.
  const coarser = 2.5;
  const colours = { nineInTen: '#b5803f', half: '#5f3300' };
  const strength = 0.26;
  let sheet = null;

  Frontline.bandColour = (name) => ({ colour: colours[name], strength });

  Frontline.paintBands = (paint, scene) => {
    const { context, ratio } = paint;
    if (!sheet) sheet = document.createElement('canvas');
    const [width, height] = [Math.ceil(context.canvas.width / coarser), Math.ceil(context.canvas.height / coarser)];
    if (sheet.width !== width || sheet.height !== height) Object.assign(sheet, { width, height });
    const onSheet = Frontline.painter(sheet.getContext('2d'), ratio / coarser);
    onSheet.context.setTransform(1, 0, 0, 1, 0, 0);
    onSheet.context.clearRect(0, 0, width, height);
    const bands = Frontline.bands(scene);
    for (const name of ['nineInTen', 'half']) {
      for (const { metres, path } of bands[name]) {
        onSheet.stroke(path, colours[name], 2 * metres * Frontline.land.unitsPerMetre * Frontline.view.now.scale, []);
      }
    }
    context.save();
    if (Frontline.border) paint.clip(Frontline.border);
    context.setTransform(coarser, 0, 0, coarser, 0, 0);
    context.globalAlpha = strength;
    context.drawImage(sheet, 0, 0);
    context.restore();
  };

  Frontline.paintFront = (paint, scene) => {
    paint.stroke(scene.likelyFront, 'rgba(255, 255, 255, 0.7)', 4, []);
    paint.stroke(scene.likelyFront, '#333', 1.8, [5, 5]);
    paint.stroke(scene.front, 'rgba(255, 255, 255, 0.85)', 6, []);
    paint.stroke(scene.front, '#1a1a1a', 2.8, []);
  };
})();
