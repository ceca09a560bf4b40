/** The pages worth a picture, with real ids from the demonstration community. */
export async function findStops(url) {
  const list = async (path) => (await (await fetch(`${url}/api/v1/${path}`)).json()).items;
  const [thread] = await list('threads');
  const [study] = await list('cases');
  const [actor] = await list('actors');
  return [
    ...stops('visitor', {
      home: '/',
      cases: '/cases',
      case: study.url,
      'case-comparable': `${study.url}/comparable`,
      threads: '/threads',
      thread: thread.url,
      search: '/search?q=water',
      'search-nothing': '/search?q=xyzzyplugh',
      explore: '/explore',
      path: '/explore/path?from=country:PER&to=theme:irrigation',
      countries: '/countries',
      country: '/countries/KEN',
      sdgs: '/sdgs',
      sdg: '/sdgs/6',
      themes: '/themes',
      theme: '/themes/water',
      actors: '/actors',
      actor: actor.url,
      group: '/groups/ldc?on=2015-01-01',
      person: thread.startedBy.url,
      register: '/register',
      'sign-in': '/sign-in',
      about: '/about',
      'api-docs': '/api/docs',
      'not-found': '/nothing/here',
    }),
    ...stops('member', {
      'home-member': '/',
      'thread-member': thread.url,
      'thread-new': `/threads/new?about=${study.key ?? `case:${study.id}`}`,
      'case-new': '/cases/new',
      settings: '/settings',
    }),
    ...sessionStops(await list('sessions?when=upcoming'), await list('sessions?when=past')),
    ...dialogueStops(await list('dialogues?limit=50')),
    ...commitmentStops(await list('commitments?limit=50')),
  ];
}

function sessionStops(upcoming, past) {
  const planned = upcoming.find(({ state }) => state === 'planned');
  const running = upcoming.find(({ state }) => state === 'running');
  const closed = past.find(({ state }) => state === 'closed');
  return [
    ...stops('visitor', {
      sessions: '/sessions',
      'sessions-past': '/sessions?when=past',
      session: planned?.url,
      'session-closed': closed?.url,
      'session-record': closed && `${closed.url}/record`,
      'session-room': running && `${running.url}/room`,
    }),
    ...stops('member', {
      'session-member': planned?.url,
      'session-room-shut': planned && `${planned.url}/room`,
    }),
    ...stops('steward', {
      'session-new': '/sessions/new',
      'session-edit': planned && `${planned.url}/edit`,
      'session-room-steward': running && `${running.url}/room`,
      'session-close': running && `${running.url}/close`,
    }),
  ];
}

function dialogueStops(dialogues) {
  const within = (wanted) => dialogues.find(({ state }) => state === wanted);
  const open = within('deliberating');
  const ended = dialogues.find(({ outcomeUrl }) => outcomeUrl);
  return [
    ...stops('visitor', {
      dialogues: '/dialogues',
      dialogue: open?.url,
      'dialogue-gathering': within('gathering')?.url,
      'dialogue-statements': open && `${open.url}/statements`,
      'dialogue-results': open && `${open.url}/results`,
      'dialogue-ended': ended?.url,
      'dialogue-ended-results': ended && `${ended.url}/results`,
      'dialogue-outcome': ended?.outcomeUrl,
    }),
    ...stops('member', { 'dialogue-member': open?.url }),
    ...stops('steward', {
      'dialogue-new': '/dialogues/new',
      'dialogue-moderation': open && `${open.url}/statements?show=waiting`,
    }),
  ];
}

function commitmentStops(commitments) {
  const reported = commitments.find(({ state }) => state === 'partly' || state === 'kept');
  const open = commitments.find(({ state }) => state === 'open');
  return [
    ...stops('visitor', { commitments: '/commitments', commitment: (reported ?? open)?.url }),
    ...stops('steward', { 'commitment-report': open?.url }),
  ];
}

/** @param reader who may see them */
function stops(reader, pages) {
  return Object.entries(pages).map(([name, path]) => {
    if (!path) throw new Error(`the demonstration community has nothing for ${name}`);
    return { name, path, reader };
  });
}
