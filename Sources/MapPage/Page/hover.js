'use strict';
// The name of the place under the mouse, for those without a label at this zoom.
(() => {
  const { byId } = Frontline.dom;

  Frontline.startHover = () => {
    const tag = byId('hover');
    const canvas = byId('canvas');
    canvas.addEventListener('pointermove', (event) => {
      const box = canvas.getBoundingClientRect();
      const isIdle = event.pointerType === 'mouse' && event.buttons === 0 && Frontline.state.layers.places && !Frontline.state.measure;
      const place = isIdle ? Frontline.placeAt(event.clientX - box.left, event.clientY - box.top) : -1;
      tag.hidden = place < 0;
      canvas.style.cursor = place < 0 ? '' : 'pointer';
      if (place < 0) return;
      const moment = Frontline.moment(Frontline.state.at);
      tag.textContent = Frontline.places.names[place] + ': ' + Frontline.holderOf(moment, place).name;
      const frame = byId('map').getBoundingClientRect();
      const x = event.clientX - frame.left;
      tag.style.top = event.clientY - frame.top + 14 + 'px';
      tag.style.left = x > frame.width - 220 ? '' : x + 14 + 'px';
      tag.style.right = x > frame.width - 220 ? frame.width - x + 14 + 'px' : '';
    });
    canvas.addEventListener('pointerleave', () => { tag.hidden = true; });
  };
})();
