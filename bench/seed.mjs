/** Words that the texts are made of; the same on every run. */
const WORDS =
  'water canal gate silt season district cost user committee repair visit training budget council village school teacher nurse road market price seed harvest storm warning radio phone record meeting vote plan report partner ministry delay result'.split(
    ' ',
  );

/** A small generator of numbers (mulberry32), so that each run has the same texts. */
function numbers(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Fills a server over its own API, ten writers at a time.
 * @param {string} url
 * @param {{ threads: number, posts: number }} size
 */
export async function seed(url, { threads, posts }) {
  const next = numbers(1);
  const text = (length) =>
    Array.from({ length }, () => WORDS[Math.floor(next() ** 2 * WORDS.length)]).join(' ');
  const session = await register(url);
  const post = async (path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: session.cookie, 'x-csrf-token': session.csrf },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const ids = [];
  let started = 0;
  const writer = async () => {
    while (started < threads) {
      started++;
      const thread = await post('/threads', { about: 'country:PER', title: text(7), body: text(60) });
      for (let number = 2; number <= posts; number++) {
        await post(`/threads/${thread.id}/posts`, { body: text(20 + Math.floor(next() * 80)) });
      }
      ids.push(thread.id);
      if (ids.length % 100 === 0) console.error(`seeded ${ids.length} of ${threads} threads`);
    }
  };
  await Promise.all(Array.from({ length: 10 }, writer));
  const { items } = await (await fetch(`${url}/api/v1/cases?limit=1`)).json();
  return {
    thread: ids[0],
    hot: ids.slice(1, 51),
    casePath: items[0].url,
    terms: WORDS.slice(0, 20),
    ...session,
  };
}

async function register(url) {
  const answer = await fetch(`${url}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Bench',
      email: 'bench@example.org',
      password: 'seven canals under one moon',
    }),
  });
  const cookie = answer.headers.getSetCookie()[0].split(';')[0];
  const { csrfToken } = await answer.json();
  return { cookie, csrf: csrfToken };
}
