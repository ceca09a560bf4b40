import { Injectable } from '@nestjs/common';
import { StartThread } from '../../../../libs/discussions/index.js';
import { FindEntities } from '../../../../libs/explore/index.js';
import { ENTITY_KEY_PATTERN } from '../../../../libs/platform/entities/entity.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { cleanText } from '../../../../libs/platform/validation/text.js';
import type { FormInput } from '../../rendering/form-input.js';
import { PageNames } from '../../rendering/names.js';

/** What a list of links holds in a form that is filled in without scripts. */
export interface PickedLinks {
  /** Keys that are ticked. */
  ticked: string[];
  /** Keys that are offered, the ticked ones among them. */
  offered: string[];
  /** Words to find more by. */
  words: string;
  /** The words found nothing. */
  foundNothing: boolean;
}

/** A link to tick. */
export interface OfferedLink {
  key: string;
  title: string;
  type: string;
}

const MOST_OFFERED = 120;
const MOST_FOUND = 10;

export function pickedLinks(keys: readonly string[] = []): PickedLinks {
  return { ticked: [...keys], offered: [...keys], words: '', foundNothing: false };
}

/** @param name of the list: keys come under it, what is offered under `name.offered`, words under `name.q` */
export function readPickedLinks(form: FormInput, name: string): PickedLinks {
  const ticked = unique(form.texts(name)).slice(0, MOST_OFFERED);
  const offered = unique([...ticked, ...form.texts(`${name}.offered`)]).slice(0, MOST_OFFERED);
  const words = cleanText(form.text(`${name}.q`)).slice(0, 100);
  return { ticked, offered, words, foundNothing: false };
}

/** Finds what a form may link to, and names what it links to already. */
@Injectable()
export class LinkPicking {
  constructor(
    private readonly names: PageNames,
    private readonly findEntities: FindEntities,
    private readonly startThread: StartThread,
  ) {}

  /** The same list with what the words find besides. */
  async withFound(request: HttpRequest, links: PickedLinks, types: readonly string[]): Promise<PickedLinks> {
    if (links.words === '') return links;
    const query = { q: links.words, type: [...types], limit: MOST_FOUND };
    const { items } = await this.findEntities.execute(request.actor, query, requestLocale(request));
    if (items.length === 0) return { ...links, foundNothing: true };
    const offered = unique([...links.offered, ...items.map(({ key }) => key)]).slice(0, MOST_OFFERED);
    return { ...links, offered, words: '' };
  }

  /** What is offered, by name; what is not there, or of another type, is left out. */
  async offer(request: HttpRequest, links: PickedLinks, types: readonly string[]): Promise<OfferedLink[]> {
    const nameOf = this.names.for(request);
    const keys = links.offered.filter(
      (key) => ENTITY_KEY_PATTERN.test(key) && types.some((type) => key.startsWith(`${type}:`)),
    );
    const found = await Promise.all(keys.map((key) => this.startThread.getSubject(key).catch(() => null)));
    return found.flatMap((entity) =>
      entity ? [{ key: entity.key, type: entity.type, title: nameOf(entity.key, entity.title) }] : [],
    );
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
