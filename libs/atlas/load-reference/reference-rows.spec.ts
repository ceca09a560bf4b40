import { describe, expect, it } from '@jest/globals';
import { ENTITY_KEY_PATTERN } from '../../platform/entities/entity.js';
import { loadReference } from '../reference.js';
import { referenceLinks, referenceRows } from './reference-rows.js';

const rows = Object.values(referenceRows(loadReference())).flat();
const links = referenceLinks(loadReference());

describe('the rows of the reference data', () => {
  it('have keys that entities may have, each once', () => {
    const keys = rows.map(({ key }) => key);
    expect(keys.filter((key) => !ENTITY_KEY_PATTERN.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are joined by links that lose no end', () => {
    const keys = new Set(rows.map(({ key }) => key));
    const loose = Object.values(links)
      .flat()
      .filter(({ from, to }) => !keys.has(from) || !keys.has(to));
    expect(loose).toEqual([]);
  });

  it('hang a country under the smallest region that holds it', () => {
    const above = (key: string) => links.PART_OF.filter(({ from }) => from === key).map(({ to }) => to);
    expect(above('country:PER')).toEqual(['region:005']);
    expect(above('region:005')).toEqual(['region:419']);
    expect(above('country:ATA')).toEqual([]);
  });

  it('keep every spell of a membership with its days and its source', () => {
    const spells = links.MEMBER_OF.filter(
      ({ from, to }) => from === 'country:EGY' && to === 'group:arab-league',
    );
    expect(spells.length).toBeGreaterThan(1);
    expect(spells[0]).toMatchObject({
      source: 'reference:groups/arab-league',
      properties: { from: '1945-03-22', to: '1979-03-31', status: 'member' },
    });
  });
});
