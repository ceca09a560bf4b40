import { Injectable } from '@nestjs/common';
import { CreateCase, createCaseBody } from '../../cases/index.js';
import { entityKey } from '../../platform/entities/entity.js';
import { caseDaysAgo, type DemoCase } from '../content/demo-content.js';
import { DemoItems } from '../demo-items.js';
import { DemoTimes } from './demo-times.js';
import { type Made, personBy } from './made.js';

/** Writes the cases of the demonstration in the names of its people. */
@Injectable()
export class DemoCases {
  constructor(
    private readonly items: DemoItems,
    private readonly times: DemoTimes,
    private readonly createCase: CreateCase,
  ) {}

  /** @returns its id */
  async write(demoCase: DemoCase, position: number, made: Pick<Made, 'people' | 'actors'>): Promise<string> {
    const { handle: _, author, actors, ...fields } = demoCase;
    const named = actors.map(({ actor, role }) => ({ id: made.actors.get(actor), role }));
    const input = createCaseBody.parse({ ...fields, actors: named, publish: true });
    const time = this.times.ago(caseDaysAgo(position));
    const { id } = await this.times.at(time, () => this.createCase.execute(personBy(made, author), input));
    await this.items.record(entityKey('case', id));
    return id;
  }
}
