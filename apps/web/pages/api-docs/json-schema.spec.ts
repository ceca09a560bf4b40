import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { exampleOf, fieldsOf, type JsonSchema } from './json-schema.js';

const schema = z.toJSONSchema(
  z.object({
    title: z.string().describe('In a few words'),
    year: z.number().int().min(1800).max(2100).nullish(),
    countries: z.array(z.object({ country: z.string(), role: z.enum(['provider', 'both']).default('both') })),
  }),
  { io: 'input' },
) as JsonSchema;

describe('a schema in the reference of the API', () => {
  it('is a list of fields by path, with what each one takes', () => {
    const fields = fieldsOf(schema).map(({ path, type, required }) => [path, type, required]);
    expect(fields).toEqual([
      ['title', 'string', true],
      ['year', 'integer | null', false],
      ['countries', 'object[]', true],
      ['countries[].country', 'string', true],
      ['countries[].role', 'string', false],
    ]);
  });

  it('tells choices, range and default', () => {
    const byPath = new Map(fieldsOf(schema).map((field) => [field.path, field]));
    expect(byPath.get('year')).toMatchObject({ range: '1800–2100' });
    expect(byPath.get('countries[].role')).toMatchObject({
      choices: ['provider', 'both'],
      byDefault: '"both"',
    });
  });

  it('has an example that holds what must be there', () => {
    expect(exampleOf(schema)).toEqual({ title: 'Farmer-led canal repair', countries: [{ country: 'PER' }] });
  });
});
