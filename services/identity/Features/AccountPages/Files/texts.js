'use strict';

/* What the pages say. A language is added by adding its block; what it lacks is said in English. */
const TEXTS = {
  en: {
    'verify-email': { title: 'Confirm your e-mail address', lead: 'One click, and the address is confirmed as yours.', action: 'Confirm the address', done: 'The address is confirmed. You can close this page.' },
    'change-email': { title: 'Use this e-mail address', lead: 'From then on you log in with the new address.', action: 'Use this address', done: 'Done: your account has its new address. You can close this page.' },
    'reset-password': { title: 'Choose a new password', lead: 'All sessions end, on every device; then log in with the new password.', action: 'Set the password', done: 'The new password is set. Log in with it. You can close this page.' },
    restore: { title: 'Keep your account', lead: 'One click, and your account is open again, with all that was in it.', action: 'Keep the account', done: 'Your account is open again: log in as ever. If you did not ask for its deletion yourself, choose a new password at once.' },
    forgot: { title: 'Choose a new password', lead: 'Give your e-mail address, and we send a link.', action: 'Send a link', done: 'If there is an account with this address, a link is on its way. It works once, within an hour.' },
    invitation: { title: 'You are invited', lead: '{inviter} invites you to the workspace {workspace}.', action: 'Create an account and join', done: 'Welcome: you are a member of {workspace} now. You can close this page and log in.', join: 'Log in and join' },
    export: { title: 'Your data is ready', lead: 'For your safety the data is handed out to you only: log in to SocialSelling and fetch it in your account’s settings.' },
    email: 'E-mail address', name: 'Your name', password: 'New password', choose: 'Password', repeat: 'The same once more',
    passwordHint: 'At least 8 characters, with upper and lower case and a digit.', mismatch: 'The two are not the same.', missing: 'Please fill this in.',
    busy: 'One moment…', worthless: 'This link is not valid, was used already, or has expired. Ask for a new one.', noLink: 'This address is not complete. Open the link of the mail once more, or copy it as a whole.',
    later: 'Too often: please try again later.', offline: 'The server could not be reached. Please try again.', failed: 'That did not work. Please try again.', taken: 'Somebody else uses this e-mail address already.',
    wrong: 'The password is wrong.', factor: 'Your account asks for a second step: log in to SocialSelling, and accept the invitation there.',
    weak: 'This password is too weak or too common. Choose another one.', invalid: 'Please look at this once more.',
  },
  pt: {
    'verify-email': { title: 'Confirme o seu endereço de e-mail', lead: 'Um clique, e o endereço fica confirmado como seu.', action: 'Confirmar o endereço', done: 'O endereço está confirmado. Pode fechar esta página.' },
    'change-email': { title: 'Usar este endereço de e-mail', lead: 'A partir daí entra com o novo endereço.', action: 'Usar este endereço', done: 'Feito: a sua conta tem o novo endereço. Pode fechar esta página.' },
    'reset-password': { title: 'Escolha uma nova palavra-passe', lead: 'Todas as sessões terminam, em todos os dispositivos; depois entre com a nova palavra-passe.', action: 'Definir a palavra-passe', done: 'A nova palavra-passe está definida. Entre com ela. Pode fechar esta página.' },
    restore: { title: 'Manter a sua conta', lead: 'Um clique, e a sua conta volta a abrir, com tudo o que continha.', action: 'Manter a conta', done: 'A sua conta está aberta de novo: entre como sempre. Se não foi você a pedir a eliminação, escolha já uma nova palavra-passe.' },
    forgot: { title: 'Escolha uma nova palavra-passe', lead: 'Indique o seu endereço de e-mail e enviamos uma ligação.', action: 'Enviar uma ligação', done: 'Se existir uma conta com este endereço, uma ligação vai a caminho. Funciona uma só vez, durante uma hora.' },
    invitation: { title: 'Foi convidado', lead: '{inviter} convida-o para o espaço de trabalho {workspace}.', action: 'Criar conta e aderir', done: 'Bem-vindo: já é membro de {workspace}. Pode fechar esta página e entrar.', join: 'Entrar e aderir' },
    export: { title: 'Os seus dados estão prontos', lead: 'Para sua segurança os dados só lhe são entregues a si: entre no SocialSelling e obtenha-os nas definições da sua conta.' },
    email: 'Endereço de e-mail', name: 'O seu nome', password: 'Nova palavra-passe', choose: 'Palavra-passe', repeat: 'A mesma outra vez',
    passwordHint: 'Pelo menos 8 caracteres, com maiúsculas, minúsculas e um algarismo.', mismatch: 'As duas não são iguais.', missing: 'Preencha, por favor.',
    busy: 'Um momento…', worthless: 'Esta ligação não é válida, já foi usada ou expirou. Peça uma nova.', noLink: 'Este endereço não está completo. Volte a abrir a ligação do e-mail, ou copie-a por inteiro.',
    later: 'Demasiadas vezes: tente, por favor, mais tarde.', offline: 'Não foi possível contactar o servidor. Tente outra vez, por favor.', failed: 'Não funcionou. Tente outra vez, por favor.', taken: 'Outra pessoa já usa este endereço de e-mail.',
    wrong: 'A palavra-passe está errada.', factor: 'A sua conta pede um segundo passo: entre no SocialSelling e aceite lá o convite.',
    weak: 'Esta palavra-passe é demasiado fraca ou comum. Escolha outra.', invalid: 'Veja isto mais uma vez, por favor.',
  },
};
