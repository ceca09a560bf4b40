import { describe, expect, it } from '@jest/globals';
import { loadReference } from '../reference.js';
import { referenceNames } from './reference-names.js';

const names = referenceNames(loadReference());

describe('the names of the reference data', () => {
  it('are found by the key of the entity', () => {
    expect(names.get('country:DEU')?.es).toBe('Alemania');
    expect(names.get('region:002')?.fr).toBe('Afrique');
    expect(names.get('sdg:6')?.en).toBe('Clean Water and Sanitation');
    expect(names.get('theme:irrigation')?.ar).toBe('الري');
  });

  it('put the number before the text of a target', () => {
    expect(names.get('target:6.4')?.en).toMatch(/^6\.4 By 2030/);
    expect(names.get('target:6.4')?.fr).toMatch(/^6\.4 /);
    expect(names.get('target:6.4')?.zh).toBeUndefined();
  });

  it('cover the words that are no entities', () => {
    expect(names.get('country-role:pivotal')?.pt).toBe('Parceiro pivô');
    expect(names.get('actor-type:ngo')?.en).toBe('Non-governmental organisation');
    expect(names.get('modality:triangular')?.fr).toBe('Triangulaire');
  });
});
