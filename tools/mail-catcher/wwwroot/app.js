const find = id => document.getElementById(id);
const views = ['html', 'text', 'headers'];
let shown = null;
let view = 'html';

async function refresh() {
  const answer = await fetch('api/mails?search=' + encodeURIComponent(find('search').value)).catch(() => null);
  if (!answer?.ok) return;
  const mails = await answer.json();
  find('empty').hidden = mails.length > 0;
  find('list').replaceChildren(...mails.map(line));
}

function line(mail) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = mail.subject || '(no subject)';
  button.setAttribute('aria-current', String(mail.id === shown));
  const about = document.createElement('span');
  about.textContent = `${mail.to.join(', ')} · ${new Date(mail.receivedAt).toLocaleString()}`;
  button.append(about);
  button.addEventListener('click', () => show(mail.id));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

async function show(id) {
  const answer = await fetch('api/mails/' + id);
  if (!answer.ok) return;
  const mail = await answer.json();
  shown = id;
  find('mail').hidden = false;
  find('subject').textContent = mail.subject || '(no subject)';
  find('about').textContent = `to ${mail.to.join(', ')} · ${new Date(mail.receivedAt).toLocaleString()} · ${mail.size} bytes`;
  find('html').src = `api/mails/${id}/html`;
  find('text').textContent = mail.text;
  find('headers').textContent = mail.headers.map(header => `${header.name}: ${header.value}`).join('\n');
  choose(view);
  refresh();
}

function choose(name) {
  view = name;
  for (const each of views) find(each).hidden = each !== name;
  for (const tab of find('tabs').children) tab.setAttribute('aria-selected', String(tab.dataset.view === name));
}

for (const tab of find('tabs').children) tab.addEventListener('click', () => choose(tab.dataset.view));
find('search').addEventListener('input', refresh);
find('clear').addEventListener('click', async () => {
  await fetch('api/mails', { method: 'DELETE' });
  shown = null;
  find('mail').hidden = true;
  refresh();
});
refresh();
setInterval(refresh, 2000);
