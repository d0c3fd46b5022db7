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
    const { bands } = scene;
    for (const name of ['nineInTen', 'half']) {
      // On a map of many places the inner band is no wider than the line.
      if (name === 'half' && Frontline.isDense()) break;
      for (const { metres, path } of bands[name]) {
        const width = 2 * metres * Frontline.land.unitsPerMetre * Frontline.view.now.scale;
        // Round ends are costly, and lost on narrow bands.
        onSheet.stroke(path, colours[name], width, [], width < 14 ? 'square' : 'round');
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
    const isDense = Frontline.isDense();
    if (!isDense) paint.stroke(scene.likelyFront, 'rgba(255, 255, 255, 0.7)', 4, [], 'square');
    paint.stroke(scene.likelyFront, '#333', 1.8, [5, 5], 'square');
    if (!isDense) paint.stroke(scene.front, 'rgba(255, 255, 255, 0.85)', 6, [], 'square');
    paint.stroke(scene.front, '#1a1a1a', isDense ? 2 : 2.8, [], 'square');
  };
})();
