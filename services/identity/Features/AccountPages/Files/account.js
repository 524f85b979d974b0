'use strict';

const language = (navigator.languages ?? [navigator.language]).map(each => each.slice(0, 2).toLowerCase()).find(each => TEXTS[each]) ?? 'en';
const texts = { ...TEXTS.en, ...TEXTS[language] };
const token = new URLSearchParams(location.hash.slice(1)).get('token');
const page = location.pathname.split('/').pop();
const part = id => document.getElementById(id);
const fill = (text, values) => text.replace(/\{([a-z]+)\}/g, (whole, name) => values[name] ?? whole);

document.documentElement.lang = language;

const pages = {
  'verify-email': () => confirmation('auth/email/verify'),
  'change-email': () => confirmation('auth/email/confirm-change'),
  'reset-password': () => token ? newPassword() : forgotten(),
  restore: () => confirmation('auth/restore'),
  invitation,
  export: () => show(texts.export),
};

function show(words, values = {}) {
  document.title = `${words.title} · SocialSelling`;
  part('title').textContent = words.title;
  part('lead').textContent = fill(words.lead, values);
}

function tell(kind, text) {
  const status = part('status');
  status.hidden = !text;
  status.dataset.kind = kind;
  status.textContent = text ?? '';
}

function finish(text) {
  // The token has done its work: it need not stay in the browser's history.
  history.replaceState(null, '', location.pathname);
  part('form').hidden = true;
  part('lead').textContent = '';
  tell('good', text);
}

function confirmation(path) {
  const words = texts[page];
  show(words);
  if (!token) return tell('bad', texts.noLink);
  build([], words.action, async () => await call(path, { token }) && finish(words.done));
}

function newPassword() {
  const words = texts['reset-password'];
  show(words);
  build([field('password', texts.password, { hint: texts.passwordHint }), field('repeat', texts.repeat, { type: 'password' })], words.action, async values => {
    if (values.password !== values.repeat) return fault('repeat', texts.mismatch);
    if (await call('auth/password/reset', { token, newPassword: values.password }, { newPassword: 'password' })) finish(words.done);
  });
}

function forgotten() {
  const words = texts.forgot;
  show(words);
  build([field('email', texts.email)], words.action, async values => await call('auth/password/forgot', { email: values.email }) && finish(words.done));
}

async function invitation() {
  const words = texts.invitation;
  show({ ...words, lead: '' });
  if (!token) return tell('bad', texts.noLink);
  tell('busy', texts.busy);
  const offer = await call('invitations/preview', { token });
  if (!offer) return;
  tell('', null);
  const values = { inviter: offer.inviter, workspace: offer.workspace };
  show(words, values);
  const email = field('email', texts.email, { value: offer.email, readOnly: true });
  if (offer.accountExists) return build([email, field('current', texts.choose)], words.join, given => join(given, fill(words.done, values)));
  build([email, field('name', texts.name), field('password', texts.choose, { hint: texts.passwordHint })], words.action, async given => {
    if (await call('invitations/register', { token, name: given.name, password: given.password, language })) finish(fill(words.done, values));
  });
}

/* Somebody with an account logs in just for this; with a second factor the app is the place for it. */
async function join(given, done) {
  const login = await call('auth/login', { email: given.email, password: given.current }, { password: 'current' });
  if (!login) return;
  const accepted = await call('invitations/accept', { token }, {}, login.accessToken);
  await call('auth/logout', {}, {}, login.accessToken);
  if (accepted) finish(done);
}

const KINDS = { current: ['password', 'current-password'], email: ['email', 'email'], name: ['text', 'name'], password: ['password', 'new-password'], repeat: ['password', 'new-password'] };

function field(id, label, { hint, value = '', readOnly = false } = {}) {
  const box = document.createElement('div');
  box.className = 'field';
  const caption = document.createElement('label');
  caption.htmlFor = id;
  caption.textContent = label;
  const input = document.createElement('input');
  [input.type, input.autocomplete] = KINDS[id];
  Object.assign(input, { id, name: id, required: true, value, readOnly });
  input.setAttribute('aria-describedby', `${id}-note`);
  const note = document.createElement('p');
  note.id = `${id}-note`;
  note.className = 'hint';
  note.textContent = note.dataset.hint = hint ?? '';
  box.append(caption, input, note);
  return box;
}

function build(fields, action, submit) {
  const form = part('form');
  const button = document.createElement('button');
  button.textContent = action;
  form.replaceChildren(...fields, button);
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const inputs = [...form.querySelectorAll('input')];
    inputs.forEach(input => fault(input.id, null));
    const empty = inputs.find(input => !input.value.trim());
    if (empty) return fault(empty.id, texts.missing);
    button.disabled = true;
    tell('busy', texts.busy);
    await submit(Object.fromEntries(inputs.map(input => [input.id, input.value])));
    button.disabled = false;
    if (part('status').dataset.kind === 'busy') tell('', null);
  });
  form.querySelector('input:not([readonly])')?.focus();
}

function fault(id, text) {
  const input = part(id);
  const note = part(`${id}-note`);
  if (!input) return;
  input.setAttribute('aria-invalid', String(Boolean(text)));
  note.className = text ? 'fault' : 'hint';
  note.textContent = text ?? note.dataset.hint;
  if (text) input.focus();
}

/* The answer, or null after what was wrong has been said. */
async function call(path, body, names = {}, accessToken = null) {
  const answer = await fetch(`/api/v1/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(accessToken && { Authorization: `Bearer ${accessToken}` }) }, body: JSON.stringify(body) }).catch(() => null);
  if (!answer) return tell('bad', texts.offline);
  const content = await answer.json().catch(() => ({}));
  if (answer.ok) return content;
  if (content.code === 'AUTH_001') return tell('bad', texts.wrong);
  if (content.code === 'MFA_001') return tell('bad', texts.factor);
  if (content.code === 'AUTH_006' || answer.status === 429 || answer.status === 503) return tell('bad', texts.later);
  if (content.code === 'AUTH_002') return tell('bad', texts.taken);
  const faults = (content.errors ?? []).map(each => ({ ...each, id: names[each.field] ?? each.field })).filter(each => part(each.id));
  if (faults.length > 0) {
    tell('', null);
    faults.forEach(each => fault(each.id, content.code === 'AUTH_003' || each.id === 'password' ? texts.weak : texts.invalid));
    return null;
  }
  tell('bad', content.code === 'AUTH_010' || (answer.status >= 400 && answer.status < 500) ? texts.worthless : texts.failed);
  return null;
}

pages[page]?.();
