'use strict';
// Elements. Text from outside becomes text nodes only, never markup.
(() => {
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
    return element;
  };

  // A link only where the address is one of the web; else its text.
  const link = (address, text) => {
    let url = null;
    try { url = new URL(address); } catch { return document.createTextNode(text); }
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return document.createTextNode(text);
    return make('a', { href: url.href, rel: 'noopener noreferrer', target: '_blank' }, text);
  };

  const byId = (id) => document.getElementById(id);

  Frontline.dom = { make, link, byId };

  // Tells a screen reader.
  Frontline.say = (text) => { byId('said').textContent = text; };
})();
