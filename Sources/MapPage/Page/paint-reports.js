'use strict';
// Reports of the last days at their places: who took or holds it a square, fighting a cross, strikes a star.
(() => {
  const days = 3;
  let byDay = null;

  const seconds = (text) => Date.parse(text.length === 10 ? text + 'T00:00:00Z' : text) / 1000;
  const end = (text) => seconds(text) + (text.length === 10 ? 86400 : 1);

  Frontline.readReports = () => {
    const { reports } = Frontline.data;
    Frontline.reports = reports.reports.map((row) => Object.fromEntries(reports.columns.map((name, i) => [name, row[i]])));
    byDay = Frontline.reports.filter((report) => report.place >= 0)
      .map((report) => ({ report, from: seconds(report.valid_from), known: seconds(report.recorded_at) }))
      .sort((a, b) => a.from - b.from);
  };

  // Those valid from the last days up to the moment, as far as they were known.
  Frontline.lastReports = (number) => {
    if (!byDay) return [];
    const { map } = Frontline.data;
    const until = end(map.moments[number]);
    const known = map.known_at[number] === null ? Infinity : end(map.known_at[number]);
    let [low, high] = [0, byDay.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byDay[middle].from < until - days * 86400) low = middle + 1; else high = middle;
    }
    const found = [];
    for (; low < byDay.length && byDay[low].from < until; low++) if (byDay[low].known < known) found.push(byDay[low].report);
    return found;
  };

  const draw = {
    square: (c, x, y) => c.rect(x - 4, y - 4, 8, 8),
    cross: (c, x, y) => { c.moveTo(x - 4, y - 4); c.lineTo(x + 4, y + 4); c.moveTo(x + 4, y - 4); c.lineTo(x - 4, y + 4); },
    star: (c, x, y) => {
      for (let i = 0; i < 4; i++) {
        const a = i * Math.PI / 4;
        c.moveTo(x - 5 * Math.cos(a), y - 5 * Math.sin(a));
        c.lineTo(x + 5 * Math.cos(a), y + 5 * Math.sin(a));
      }
    },
  };
  Frontline.signOf = (claim) => claim === 'strike' ? 'star' : claim === 'clash' || claim === 'contested' ? 'cross' : 'square';
  Frontline.drawSign = (context, sign, x, y) => {
    for (const [colour, width] of [['#fff', 4], [{ star: '#8a1c7c', cross: '#b00020', square: '#0b5c8a' }[sign], 1.8]]) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.beginPath();
      draw[sign](context, x, y);
      context.stroke();
    }
  };

  Frontline.paintReports = (paint, number) => {
    const seen = new Set();
    for (const report of Frontline.lastReports(number)) {
      const sign = Frontline.signOf(report.claim);
      const key = report.place + sign;
      if (seen.has(key)) continue;
      seen.add(key);
      const at = Frontline.view.toScreen(Frontline.places.x[report.place], Frontline.places.y[report.place]);
      Frontline.drawSign(paint.context, sign, at.x + { square: -3, cross: -13, star: -23 }[sign], at.y - 10);
    }
  };
})();
