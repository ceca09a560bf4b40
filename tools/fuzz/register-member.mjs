let counter = 1;

/**
 * Registers a new member and makes a token.
 * @param {string} url of the server
 * @returns {Promise<string>} the token
 */
export async function registerMember(url) {
  const send = async (path, body, headers = {}) => {
    const answer = await fetch(new URL(path, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; ');
    return { cookie, body: await answer.json() };
  };
  const person = {
    name: 'Nusrat Jahan',
    email: `nusrat.${counter++}@example.org`,
    password: 'seven canals under one moon',
  };
  const registered = await send('/api/v1/auth/register', person);
  const headers = { cookie: registered.cookie, 'x-csrf-token': registered.body.csrfToken };
  const made = await send('/api/v1/me/tokens', { name: 'fuzz', scopes: ['read', 'write'] }, headers);
  return made.body.token;
}
