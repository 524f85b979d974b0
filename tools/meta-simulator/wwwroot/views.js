import { draw, element, time } from './api.js';

const $ = id => document.getElementById(id);
const empty = text => [element('p', { class: 'empty' }, text)];

export const showAccounts = (select, accounts, chosen) => {
  draw(select, accounts.map(a => a.username), names => names.map(name => element('option', { value: name }, name)));
  select.value = chosen;
};

export const showPeople = (list, people, chosen, choose) => draw(list, { people, chosen }, () => people.map(person =>
  element('li', {}, element('button', { type: 'button', 'aria-current': String(person.username === chosen), onclick: () => choose(person.username) },
    element('img', { src: `/cdn/profile/${person.username}.svg`, alt: '' }),
    element('span', {}, element('b', {}, person.username), element('small', {}, person.lastText ?? 'has not written yet'))))));

export function showStatus(account, webhook, clock, person) {
  $('shopName').textContent = account.username;
  $('shopPicture').src = `/cdn/profile/${account.username}.svg`;
  $('as').textContent = `you are ${person}`;
  pill($('subscription'), account.subscribedFields !== null,
    account.subscribedFields ? `connected, ${account.subscribedFields.length} webhook fields` : 'not connected to the app');
  $('subscription').title = account.subscribedFields?.join(', ') ?? '';
  pill($('webhook'), webhook.verified, webhook.verified ? 'webhook verified' : `webhook: ${webhook.problem ?? (webhook.url ? 'waiting' : 'none set')}`);
  $('clock').textContent = `${clock.now.slice(0, 10)} ${time(clock.now)} UTC`;
}

function pill(target, good, text) {
  target.className = `pill ${good ? 'good' : 'bad'}`;
  target.textContent = text;
}

export function showChat(log, messages) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  const changed = draw(log, messages, () => messages.length ? bubbles(messages)
    : empty('No messages yet. Write one below: it reaches the app as a signed webhook, and replies appear here.'));
  if (changed && atEnd) log.scrollTop = log.scrollHeight;
}

function bubbles(messages) {
  const quarterHour = 15 * 60 * 1000;
  let last = 0;
  return messages.flatMap(message => {
    const at = Date.parse(message.at);
    const stamp = at - last > quarterHour ? [element('span', { class: 'stamp' }, `${message.at.slice(0, 10)} ${time(message.at)}`)] : [];
    last = at;
    return [...stamp, element('div', { class: `bubble ${message.from}`, title: message.mid }, message.text)];
  });
}

export const showFeed = (panel, posts) => draw(panel, posts, () => posts?.length ? posts.map(post =>
  element('figure', { class: 'post', title: `${post.publishedAt}\n${post.caption}` },
    element('img', { src: post.imageUrl, alt: post.altText || post.caption, loading: 'lazy' }),
    element('figcaption', {}, `♥ ${post.likes}  ${post.caption}`))) : empty('Nothing published yet.'));

export const showCalls = (panel, calls) => draw(panel, calls, () => calls?.length ? calls.map(call =>
  element('div', { class: 'row' },
    element('span', { class: 'when' }, time(call.at)),
    element('code', {}, `${call.method} ${call.path}`),
    element('b', { class: call.status && call.status < 400 ? 'good' : 'bad' }, String(call.status ?? 'lost')),
    element('small', {}, [call.username, call.code && `error ${call.code}${call.subcode ? `/${call.subcode}` : ''}`, call.fault && `fault ${call.fault}`,
      call.unimplemented && 'not implemented', `${call.milliseconds} ms`].filter(Boolean).join(' · ')))) : empty('The app has not called yet.'));

export const showDeliveries = (panel, ledger) => draw(panel, ledger, () => ledger?.data.length ? ledger.data.map(delivery =>
  element('div', { class: 'row' },
    element('span', { class: 'when' }, time(delivery.createdAt)),
    element('code', {}, `${delivery.field}${delivery.events > 1 ? ` ×${delivery.events}` : ''}`),
    element('b', { class: delivery.state === 'Delivered' ? 'good' : 'bad' }, delivery.state),
    element('small', {}, [`${delivery.attempts} attempt(s)`, delivery.lastStatus, delivery.lastError,
      delivery.signature !== 'Valid' && `signature ${delivery.signature}`, delivery.body.slice(0, 160)].filter(Boolean).join(' · '))))
  : empty('No webhooks yet. They flow once an account is connected and subscribed.'));
