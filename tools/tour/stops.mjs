/** The pages worth a picture, with real ids from the demonstration community. */
export async function findStops(url) {
  const first = async (path) => (await (await fetch(`${url}/api/v1/${path}`)).json()).items[0];
  const thread = await first('threads');
  const study = await first('cases');
  const actor = await first('actors');
  const visitor = {
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
  };
  const member = {
    'home-member': '/',
    'thread-member': thread.url,
    'thread-new': `/threads/new?about=${study.key ?? `case:${study.id}`}`,
    'case-new': '/cases/new',
    settings: '/settings',
  };
  const stops = (pages, signedIn) => Object.entries(pages).map(([name, path]) => ({ name, path, signedIn }));
  return [...stops(visitor, false), ...stops(member, true)];
}
