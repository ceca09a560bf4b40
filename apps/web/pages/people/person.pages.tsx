import { Controller, Get, Param, Req } from '@nestjs/common';
import { ListCases } from '../../../../libs/cases/index.js';
import { ListThreadsOf } from '../../../../libs/discussions/index.js';
import { listPeopleRule, personKey, ShowPerson, showPersonRule } from '../../../../libs/identity/index.js';
import { Access, mayAccess } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { EntityActivitySource } from '../../rendering/entity-activity.js';
import { FormInput } from '../../rendering/form-input.js';
import { hrefWith, PageNames } from '../../rendering/names.js';
import { PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { withAboutNames } from '../threads/about-names.js';
import { PersonPage } from './person.page.js';

const THREADS = 20;
const CASES = 6;

@Controller('people')
export class PersonPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly showPerson: ShowPerson,
    private readonly listThreadsOf: ListThreadsOf,
    private readonly listCases: ListCases,
    private readonly activity: EntityActivitySource,
  ) {}

  /** What everyone may know of a person, and what they wrote. */
  @Get(':id')
  @PageRoute()
  @Access(showPersonRule)
  async show(@Req() request: HttpRequest, @Param('id') id: string): Promise<string> {
    const cursor = new FormInput(request.query).optional('cursor');
    const nameOf = this.names.for(request);
    const person = await this.showPerson.execute(request.actor, id);
    const [threads, cases, around] = await Promise.all([
      this.listThreadsOf.execute(id, { cursor, limit: THREADS }),
      this.listCases.linkedTo(personKey(id), { limit: CASES }),
      this.activity.around(personKey(id), { threads: 1 }),
    ]);
    return this.pages.render(request, {
      title: person.name,
      description: person.bio || undefined,
      body: (
        <PersonPage
          person={person}
          threads={threads.items.map((thread) => withAboutNames(thread, nameOf))}
          cases={cases.items}
          dialogues={around.dialogues}
          gatherings={around.gatherings}
          nextHref={threads.nextCursor ? hrefWith(person.url, { cursor: threads.nextCursor }) : undefined}
          firstHref={cursor ? person.url : undefined}
          nameOf={nameOf}
          isOwn={request.actor.id === id}
          mayManage={mayAccess(listPeopleRule, request.actor, undefined)}
        />
      ),
    });
  }
}
