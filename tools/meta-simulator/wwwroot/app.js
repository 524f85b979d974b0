import { get, post } from './api.js';
import { showAccounts, showPeople, showChat, showStatus, showFeed, showCalls, showDeliveries } from './views.js';

const $ = id => document.getElementById(id);
const state = { account: 'demo_shop', person: 'customer_one', tab: 'feed' };
const panels = { feed: showFeed, calls: showCalls, deliveries: showDeliveries };

const sources = {
  feed: () => get(`accounts/${state.account}/feed`),
  calls: () => get('calls?limit=60'),
  deliveries: () => get('deliveries?limit=60'),
};

async function refresh() {
  const [accounts, people, chat, webhook, clock, panel] = await Promise.all([
    get('accounts'), get(`accounts/${state.account}/people`), get(`accounts/${state.account}/people/${state.person}/chat?limit=200`),
    get('webhook'), get('clock'), sources[state.tab](),
  ]);
  const account = accounts?.find(a => a.username === state.account);
  if (!account) {
    state.account = accounts?.[0]?.username ?? state.account;
    return;
  }
  showAccounts($('account'), accounts, state.account);
  showPeople($('people'), people ?? [], state.person, choosePerson);
  showStatus(account, webhook, clock, state.person);
  showChat($('chat'), chat ?? []);
  panels[state.tab]($(state.tab), panel);
}

function choosePerson(username) {
  state.person = username;
  redraw();
}

async function redraw() {
  try {
    await refresh();
    document.body.classList.remove('offline');
  } catch {
    document.body.classList.add('offline');
  }
}

async function loop() {
  await redraw();
  setTimeout(loop, document.hidden ? 3000 : 700);
}

function onSubmit(id, act) {
  $(id).addEventListener('submit', async event => {
    event.preventDefault();
    await act(event.target);
    event.target.reset();
    await redraw();
  });
}

onSubmit('write', () => post(`accounts/${state.account}/people/${state.person}/messages`, { text: $('text').value }));
onSubmit('owner', () => post(`accounts/${state.account}/phone-messages`, { to: state.person, text: $('ownerText').value }));
onSubmit('newPerson', async form => {
  const username = form.elements.username.value;
  await post(`accounts/${state.account}/people`, { username });
  state.person = username;
});

$('account').addEventListener('change', async event => {
  state.account = event.target.value;
  const people = await get(`accounts/${state.account}/people`);
  state.person = people?.[0]?.username ?? 'customer_one';
  await redraw();
});

for (const button of document.querySelectorAll('[data-advance]')) {
  button.addEventListener('click', async () => {
    await post('clock', { advanceSeconds: Number(button.dataset.advance) });
    await redraw();
  });
}

for (const tab of document.querySelectorAll('[data-tab]')) {
  tab.addEventListener('click', async () => {
    state.tab = tab.dataset.tab;
    for (const other of document.querySelectorAll('[data-tab]')) {
      other.setAttribute('aria-selected', String(other === tab));
      $(other.dataset.tab).hidden = other !== tab;
    }
    await redraw();
  });
}

const wanted = new URLSearchParams(location.search);
state.account = wanted.get('account') ?? state.account;
state.person = wanted.get('person') ?? state.person;
document.querySelector(`[data-tab="${wanted.get('tab') ?? 'feed'}"]`)?.click();
loop();
