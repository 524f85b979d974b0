const send = (method, path, body) => fetch(`/control/${path}`, {
  method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body),
});

export const get = async path => {
  const response = await fetch(`/control/${path}`);
  return response.ok ? response.json() : null;
};

export const post = (path, body) => send('POST', path, body);

/** Makes an element; texts are set as text, never as markup. */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') made.className = value;
    else if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

export const time = at => new Date(at).toISOString().slice(11, 19);

/** Redraws only what changed, so that focus and scrolling stay. */
const drawn = new WeakMap();
export const draw = (target, data, render) => {
  const state = JSON.stringify(data);
  if (drawn.get(target) === state) return false;
  drawn.set(target, state);
  target.replaceChildren(...render(data));
  return true;
};
