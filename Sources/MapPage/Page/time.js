'use strict';
// The slider over the moments, play, and the jumps to the next change.
(() => {
  const { byId } = Frontline.dom;
  const pause = 700;
  let timer = 0;

  const last = () => Frontline.data.map.moments.length - 1;

  // The nearest moment with a change in a direction; where there is none, the end.
  Frontline.changeAfter = (number, step) => {
    for (let i = number + step; i >= 0 && i <= last(); i += step) if (Frontline.changes[i]) return i;
    return step > 0 ? last() : 0;
  };

  const go = (at) => Frontline.change({ at: Math.max(0, Math.min(last(), at)) });

  const stop = () => {
    clearInterval(timer);
    timer = 0;
    byId('play').setAttribute('aria-pressed', 'false');
    byId('play').setAttribute('aria-label', 'Play');
  };

  // Readers who want less motion are taken from change to change, slowly.
  const play = () => {
    if (timer) return stop();
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (Frontline.state.at === last()) go(0);
    byId('play').setAttribute('aria-pressed', 'true');
    byId('play').setAttribute('aria-label', 'Pause');
    timer = setInterval(() => {
      go(isCalm ? Frontline.changeAfter(Frontline.state.at, 1) : Frontline.state.at + 1);
      if (Frontline.state.at === last()) stop();
    }, isCalm ? 3 * pause : pause);
  };

  const show = () => {
    const { at } = Frontline.state;
    const text = Frontline.data.map.moments[at];
    const changed = Frontline.changes[at];
    byId('at').value = at;
    byId('at').setAttribute('aria-valuetext', text + (changed ? ', ' + changed + ' places called otherwise' : ''));
    byId('moment').textContent = text;
    byId('moment').title = changed ? changed + ' places called otherwise than the moment before' : 'no change';
  };

  Frontline.startTime = () => {
    byId('at').max = last();
    byId('at').addEventListener('input', () => go(Number(byId('at').value)));
    byId('at').addEventListener('keydown', (event) => {
      const step = { PageDown: -1, PageUp: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      go(Frontline.changeAfter(Frontline.state.at, step));
    });
    byId('play').addEventListener('click', play);
    byId('before').addEventListener('click', () => go(Frontline.changeAfter(Frontline.state.at, -1)));
    byId('after').addEventListener('click', () => go(Frontline.changeAfter(Frontline.state.at, 1)));
    byId('skip').addEventListener('click', (event) => { event.preventDefault(); byId('at').focus(); });
    Frontline.onChange((patch) => { if ('at' in patch) show(); });
    show();
  };
})();
