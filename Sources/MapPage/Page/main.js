'use strict';
// Starts the page: reads what the first picture needs, draws it, then fetches the reports.
(() => {
  const { byId } = Frontline.dom;

  Frontline.when(['map', 'places', 'land', 'calls', 'ground'], () => {
    Frontline.readLand();
    Frontline.readCalls();
    Frontline.readGround();
    const { state, data } = Frontline;
    state.at = data.map.moments.length - 1;
    const frame = byId('map');
    Object.assign(Frontline.view.size, { width: Math.max(1, frame.clientWidth), height: Math.max(1, frame.clientHeight) });
    const { patch, view } = Frontline.readAddress();
    Object.assign(state, patch);
    if (view) Frontline.view.centre(...view); else Frontline.view.fit(Frontline.land.box);
    Frontline.drawNow();
    Frontline.firstPictureAt = performance.now();
    if (data.map.tiles) byId('credit').textContent = data.map.tiles.credit;
    for (const start of ['Time', 'Chart', 'Legend', 'Why', 'Compare', 'Search', 'Measure', 'Save', 'Gestures', 'Hover']) Frontline['start' + start]();
    // Last, when all others have heard of the change: what is drawn hangs on what they make of it.
    const name = () => byId('canvas').setAttribute('aria-label', 'Map at ' + data.map.moments[state.at]);
    name();
    Frontline.onChange((changed) => {
      name();
      // Moments are drawn at once, so that the picture keeps up with the slider.
      if ('at' in changed) Frontline.drawNow(Frontline.isDense()); else Frontline.draw();
    });
    Frontline.followAddress();
    for (const name of ['reports', 'reasons', 'names']) Frontline.fetchLater(name);
  });

  Frontline.when(['reports', 'reasons', 'places', 'land'], () => {
    Frontline.readReports();
    Frontline.readReasons();
    Frontline.showWhy();
    Frontline.draw();
  });
  const missed = [];
  Frontline.tellMissing = (names) => {
    missed.push(...names);
    let notice = document.querySelector('.notice');
    if (!notice) document.body.append(notice = Frontline.dom.make('p', { class: 'notice', role: 'alert' }));
    notice.textContent = 'This map is not complete: data/' + missed.join('.js, data/') + '.js could not be read. Copy the whole folder.';
  };

  // A folder that was copied in part says so.
  window.addEventListener('load', () => {
    const missing = ['map', 'places', 'land', 'calls', 'ground'].filter((name) => !(name in Frontline.data));
    if (!missing.length) return;
    Frontline.tellMissing(missing);
  });
  Frontline.when(['names'], () => Frontline.forgetSearch());
})();
