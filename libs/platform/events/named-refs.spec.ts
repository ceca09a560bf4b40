import { describe, expect, it } from '@jest/globals';
import { ENTITY_REF, keysOfRefs, mapRefs, PERSON_REF, withoutNames } from './named-refs.js';

const peru = { key: 'country:PER', type: 'country', title: 'Peru', url: '/countries/PER' };
const amina = { id: 'a1', name: 'Amina', url: '/people/a1' };
const data = { about: [peru], by: amina, queue: [amina], note: { number: 1, text: 'Hello', author: amina } };

describe('references in the data of events', () => {
  it('are kept without names, and nothing else is taken away', () => {
    const { title: _, ...place } = peru;
    const { name: __, ...person } = amina;
    expect(withoutNames(data)).toEqual({
      about: [place],
      by: person,
      queue: [person],
      note: { number: 1, text: 'Hello', author: person },
    });
    expect(withoutNames({ ...peru, places: 3 })).toEqual({ ...peru, places: 3 });
  });

  it('are found with names and without', () => {
    for (const given of [data, withoutNames(data)]) {
      expect(keysOfRefs(given, ENTITY_REF)).toEqual(['country:PER']);
      expect(keysOfRefs(given, PERSON_REF)).toEqual(['a1', 'a1', 'a1']);
    }
  });

  it('leave their list when nobody may see them, and are null elsewhere', () => {
    const hidden = mapRefs({ about: [peru, null], one: peru }, ENTITY_REF, () => null);
    expect(hidden).toEqual({ about: [null], one: null });
  });
});
