import type { AccessTable, Community } from '../access-table.js';
import type { Asker } from '../people.js';

const addActor = async ({ people }: Community, owner: Asker) => {
  const body = {
    name: `Water users of ${owner} ${counter++}`,
    type: 'community-organisation',
    country: 'NER',
  };
  const { body: actor } = await people[owner].post<{ id: string }>('/api/v1/actors', body);
  return { id: actor.id };
};

const addTheme = async ({ people }: Community) => {
  const body = { names: { en: `Fog nets ${counter++}` }, parent: null, sdgs: ['6'] };
  const { body: theme } = await people.administrator.post<{ code: string }>('/api/v1/themes', body);
  return { code: theme.code };
};

let counter = 1;

const THEME = () => ({ names: { en: `Rain walls ${counter++}` }, parent: null, sdgs: ['6'] });
const THEME_FORM = () => ({ 'names.en': `Stone bunds ${counter++}`, parent: '', sdgs: ['6'] });

/** Places, goals, themes and organisations: everyone reads, administrators sort. */
export const atlas: AccessTable = {
  objects: {
    "the asker's organisation": addActor,
    "a member's organisation": (community) => addActor(community, 'member'),
    'unknown organisation': () => ({ id: 'nothing-here' }),
    'a theme': addTheme,
    'unknown theme': () => ({ code: 'nothing-here' }),
    Peru: () => ({ code: 'PER' }),
    'unknown country': () => ({ code: 'XXX' }),
    'a goal': () => ({ code: '6' }),
    'unknown goal': () => ({ code: '99' }),
    'a group': async ({ people }) => {
      const { body } = await people.visitor.get<{ items: { code: string }[] }>('/api/v1/groups');
      return { code: body.items[0]?.code ?? '' };
    },
    'unknown group': () => ({ code: 'nothing-here' }),
    'a region': () => ({ code: '005' }),
    'unknown region': () => ({ code: '999' }),
  },
  sent: {
    'POST /api/v1/actors': () => ({ name: `Gate makers ${counter++}`, type: 'community-organisation' }),
    'PATCH /api/v1/actors/:id': () => ({ name: `Gate menders ${counter++}` }),
    'POST /api/v1/themes': THEME,
    'PATCH /api/v1/themes/:code': THEME,
    'POST /themes/new': THEME_FORM,
    'POST /themes/:code/edit': THEME_FORM,
  },
  rows: `
    #                               |                          | vis | mem | oth | fac | ste | adm
    GET    /api/v1/actors           | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/actors           | nothing                  | 401 | 201 | 201 | 201 | 201 | 201
    GET    /api/v1/actors/:id       | a member's organisation  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/actors/:id       | unknown organisation     | 404 | 404 | 404 | 404 | 404 | 404
    PATCH  /api/v1/actors/:id       | the asker's organisation | -   | 200 | 200 | 200 | 200 | 200
    PATCH  /api/v1/actors/:id       | a member's organisation  | 401 | 200 | 403 | 403 | 200 | 200
    PATCH  /api/v1/actors/:id       | unknown organisation     | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/countries        | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/countries/:code  | Peru                     | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/countries/:code  | unknown country          | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/groups           | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/groups/:code     | a group                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/groups/:code     | unknown group            | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/regions/:code    | a region                 | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/regions/:code    | unknown region           | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/modalities       | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/sectors          | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/sdgs             | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/sdgs/:code       | a goal                   | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/sdgs/:code       | unknown goal             | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/themes           | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/themes           | nothing                  | 401 | 403 | 403 | 403 | 403 | 201
    GET    /api/v1/themes/:code     | a theme                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/themes/:code     | unknown theme            | 404 | 404 | 404 | 404 | 404 | 404
    PATCH  /api/v1/themes/:code     | a theme                  | 401 | 403 | 403 | 403 | 403 | 200
    PATCH  /api/v1/themes/:code     | unknown theme            | 401 | 403 | 403 | 403 | 403 | 404
    DELETE /api/v1/themes/:code     | a theme                  | 401 | 403 | 403 | 403 | 403 | 204
    DELETE /api/v1/themes/:code     | unknown theme            | 401 | 403 | 403 | 403 | 403 | 404

    # pages
    GET    /actors                  | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /actors/:id              | a member's organisation  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /actors/:id              | unknown organisation     | 404 | 404 | 404 | 404 | 404 | 404
    GET    /countries               | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /countries/:code         | Peru                     | 200 | 200 | 200 | 200 | 200 | 200
    GET    /countries/:code         | unknown country          | 404 | 404 | 404 | 404 | 404 | 404
    GET    /groups                  | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /groups/:code            | a group                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /groups/:code            | unknown group            | 404 | 404 | 404 | 404 | 404 | 404
    GET    /regions/:code           | a region                 | 200 | 200 | 200 | 200 | 200 | 200
    GET    /regions/:code           | unknown region           | 404 | 404 | 404 | 404 | 404 | 404
    GET    /sdgs                    | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /sdgs/:code              | a goal                   | 200 | 200 | 200 | 200 | 200 | 200
    GET    /sdgs/:code              | unknown goal             | 404 | 404 | 404 | 404 | 404 | 404
    GET    /themes                  | nothing                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /themes/:code            | a theme                  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /themes/:code            | unknown theme            | 404 | 404 | 404 | 404 | 404 | 404
    GET    /themes/new              | nothing                  | 401 | 403 | 403 | 403 | 403 | 200
    POST   /themes/new              | nothing                  | 401 | 403 | 403 | 403 | 403 | 303
    GET    /themes/:code/edit       | a theme                  | 401 | 403 | 403 | 403 | 403 | 200
    GET    /themes/:code/edit       | unknown theme            | 401 | 404 | 404 | 404 | 404 | 404
    POST   /themes/:code/edit       | a theme                  | 401 | 403 | 403 | 403 | 403 | 303
    POST   /themes/:code/edit       | unknown theme            | 401 | 403 | 403 | 403 | 403 | 404
    POST   /themes/:code/remove     | a theme                  | 401 | 403 | 403 | 403 | 403 | 303
    POST   /themes/:code/remove     | unknown theme            | 401 | 403 | 403 | 403 | 403 | 404
  `,
};
