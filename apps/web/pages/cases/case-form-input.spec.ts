import { describe, expect, it } from '@jest/globals';
import { createCaseBody } from '../../../../libs/cases/index.js';
import { FormNumbers } from '../../rendering/form-numbers.js';
import { emptyValues, formFieldOf, readCaseForm, toCaseInput, withMoreCaseRows } from './case-form-input.js';

describe('the form of a case', () => {
  it('says nothing where nothing was typed, which a draft may', () => {
    const { note: _, ...input } = toCaseInput(
      { ...emptyValues('fr', ''), themes: [] },
      new FormNumbers('fr'),
    );
    const parsed = createCaseBody.parse({ ...input, title: 'Canals' });
    expect(parsed).toMatchObject({ lang: 'fr', summary: null, inputs: null, startYear: null, countries: [] });
  });

  it('closes up rows that were left empty, so that errors name them as they are drawn again', () => {
    const { rows } = readCaseForm({
      'countries.0.role': 'provider',
      'countries.2.country': 'PER',
      'countries.2.role': 'recipient',
      'actors.1.role': 'funder',
      'results.4.value': '12',
    });
    expect(rows.countries.filled).toEqual([{ country: 'PER', role: 'recipient' }]);
    expect(rows.actors.filled).toEqual([]);
    expect(rows.results.filled).toHaveLength(1);
  });

  it('takes a target as it is picked from the list, and a known organisation by its id', () => {
    const values = readCaseForm({
      'targets.0.code': '6.A By 2030, expand international cooperation',
      'targets.1.code': 'no such thing',
      'actors.0.id': 'a1',
      'actors.0.name': 'Union',
      'actors.0.role': 'partner',
      'actors.1.id': 'a2',
      'actors.1.name': 'Left',
      'actors.1.remove': 'yes',
    });
    expect(toCaseInput(values, new FormNumbers('en'))).toMatchObject({
      targets: ['6.a', 'no such thing'],
      actors: [{ id: 'a1', role: 'partner' }],
    });
  });

  it('grows by three rows, and never beyond what it can hold', () => {
    const values = emptyValues('en', '');
    const { countries, actors } = withMoreCaseRows(values, 'actors').rows;
    expect([countries.shown, actors.shown]).toEqual([3, 6]);
    expect(readCaseForm({ 'shown.actors': '100000' }).rows.actors.shown).toBe(60);
  });

  it('knows which field a refused part of the input belongs to', () => {
    expect(formFieldOf('themes.3')).toBe('themes');
    expect(formFieldOf('targets.0')).toBe('targets.0.code');
    expect(formFieldOf('inputs.money.currency')).toBe('currency');
    expect(formFieldOf('countries.1.country')).toBe('countries.1.country');
  });
});
