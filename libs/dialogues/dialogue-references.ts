import { Injectable } from '@nestjs/common';
import { ENTITY_KEY_PATTERN, entityKey } from '../platform/entities/entity.js';
import type { FieldError } from '../platform/errors/domain-error.js';
import type { GraphTransaction } from '../platform/graph/graph.js';
import { listVisibleEntities } from './dialogues.cypher.js';
import { refusedFields } from './dialogues.errors.js';
import type { DialogueLinks } from './dialogues.repository.js';
import { type EditDialogueInput, SUBJECT_TYPES } from './dialogues.schemas.js';

type LinksInput = Pick<EditDialogueInput, 'about' | 'evidence' | 'coConveners'>;

/** Checks that what people link to is there, may be seen and is of the right kind. */
@Injectable()
export class DialogueReferences {
  /**
   * What the links should lead to after the input; kinds that it does not mention are left out.
   * @throws {DomainError} `platform/invalid-input`, with each wrong key by its field
   */
  async resolve(tx: GraphTransaction, input: LinksInput, convenerId: string): Promise<DialogueLinks> {
    const about = input.about && unique(input.about);
    const evidence = input.evidence && unique(input.evidence);
    const people = input.coConveners?.filter((id) => id !== convenerId).map((id) => entityKey('person', id));
    const coConveners = people && unique(people);
    await this.requireVisible(tx, [
      ...referencesOf('about', about, SUBJECT_TYPES),
      ...referencesOf('evidence', evidence, ['case']),
      ...referencesOf('coConveners', coConveners, ['person']),
    ]);
    return {
      ...(about ? { ABOUT: about } : {}),
      ...(evidence ? { EVIDENCE: evidence } : {}),
      ...(coConveners ? { CO_CONVENED_BY: coConveners } : {}),
    };
  }

  /** @throws {DomainError} `platform/invalid-input` unless each is a person or an organisation that is there */
  async requireParties(tx: GraphTransaction, keys: string[]): Promise<void> {
    await this.requireVisible(tx, referencesOf('parties', keys, ['person', 'actor']));
  }

  private async requireVisible(tx: GraphTransaction, references: Reference[]): Promise<void> {
    const keys = references.map(({ key }) => key).filter((key) => ENTITY_KEY_PATTERN.test(key));
    const found = keys.length > 0 ? await tx.run(listVisibleEntities, { keys }) : [];
    const visible = new Set(found.map(({ key }) => key));
    const problems = references.flatMap(({ field, key, types }): FieldError[] => {
      const data = { value: key.slice(0, 100) };
      if (!types.some((type) => key.startsWith(`${type}:`)))
        return [{ field, code: 'dialogues/wrong-kind-of-link', data }];
      return visible.has(key) ? [] : [{ field, code: 'dialogues/links-to-nothing', data }];
    });
    if (problems.length > 0) throw refusedFields(problems);
  }
}

interface Reference {
  field: string;
  key: string;
  types: readonly string[];
}

function referencesOf(name: string, keys: readonly string[] = [], types: readonly string[]): Reference[] {
  return keys.map((key, index) => ({ field: `${name}.${index}`, key, types }));
}

function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
