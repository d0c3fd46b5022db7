'use strict';
// The line, and the land in which it may run: half of it within the darker band, nine tenths within the paler one.
(() => {
  let sheet = null;

  Frontline.paintBands = (paint, scene) => {
    const { context, ratio } = paint;
    if (!sheet) sheet = document.createElement('canvas');
    sheet.width = context.canvas.width;
    sheet.height = context.canvas.height;
    const bands = Frontline.bands(scene);
    const onSheet = Frontline.painter(sheet.getContext('2d'), ratio);
    for (const name of ['nineInTen', 'half']) {
      onSheet.context.setTransform(1, 0, 0, 1, 0, 0);
      onSheet.context.clearRect(0, 0, sheet.width, sheet.height);
      for (const { metres, path } of bands[name]) {
        onSheet.stroke(path, '#222', 2 * metres * Frontline.land.unitsPerMetre * Frontline.view.now.scale, []);
      }
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = 0.13;
      context.drawImage(sheet, 0, 0);
      context.restore();
    }
  };

  Frontline.paintFront = (paint, scene) => {
    paint.stroke(scene.likelyFront, 'rgba(255, 255, 255, 0.7)', 4, []);
    paint.stroke(scene.likelyFront, '#333', 1.8, [5, 5]);
    paint.stroke(scene.front, 'rgba(255, 255, 255, 0.85)', 6, []);
    paint.stroke(scene.front, '#1a1a1a', 2.8, []);
  };
})();
