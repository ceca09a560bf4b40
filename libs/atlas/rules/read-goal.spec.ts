import { describe, expect, it } from '@jest/globals';
import { loadReference } from '../reference.js';
import { createGoalReader, joinGoalNames } from './read-goal.js';

const { sdgs, sdgTargets } = loadReference();
const read = createGoalReader(sdgs, sdgTargets);

function shortly(written: string): string {
  const reading = read(written);
  return reading.kind === 'refused' ? `?${reading.reason}` : reading.code;
}

describe('a goal or a target', () => {
  it.each([
    ['6', '6'],
    ['SDG 6', '6'],
    ['SDG6', '6'],
    ['SDG06', '6'],
    ['Goal 6', '6'],
    ['ODS 6', '6'],
    ['ODD 6', '6'],
    ['ЦУР 6', '6'],
    ['Цель 6', '6'],
    ['Objectif 6', '6'],
    ['Objetivo 6', '6'],
    ['الهدف 6', '6'],
    ['الهدف ٦', '6'],
    ['目标6', '6'],
    ['目标 6', '6'],
    ['可持续发展目标6', '6'],
    ['06', '6'],
    ['6.0', '6'],
    ['sdg:6', '6'],
    ['goal-6', '6'],
    ['SDG #6', '6'],
    ['SDG No. 6', '6'],
    ['UN SDG 6', '6'],
    ['Sustainable Development Goal 6', '6'],
    ['Objectif de développement durable 6', '6'],
    ['Clean Water and Sanitation', '6'],
    ['clean water & sanitation', '6'],
    ['Água potável e saneamento', '6'],
    ['Fome zero e agricultura sustentável', '2'],
    ['Good health and wellbeing', '3'],
    ['清洁饮水和卫生设施', '6'],
    ['6 - Clean water', '6'],
    ['SDG 6: Clean Water and Sanitation', '6'],
    ['Goal 6. Ensure availability and sustainable management of water and sanitation for all', '6'],
    ['SDG 6 (water for everybody)', '6'],
    ['https://metadata.un.org/sdg/6', '6'],
    ['https://sdgs.un.org/goals/goal6', '6'],
    ['http://metadata.un.org/sdg/6.1', '6.1'],
    ['6.1', '6.1'],
    ['6.a', '6.a'],
    ['6.A', '6.a'],
    ['6a', '6.a'],
    ['target:6.1', '6.1'],
    ['Target 6.1', '6.1'],
    ['Meta 6.1', '6.1'],
    ['Cible 6.1', '6.1'],
    ['SDG 6.1', '6.1'],
    ['SDG6.1', '6.1'],
    ['SDG target 6.1', '6.1'],
    ['6.1.1', '6.1'],
    ['6.b.1', '6.b'],
    ['Indicator 6.1.1', '6.1'],
    ['17.18', '17.18'],
    ['17.1', '17.1'],
  ])('is read from %s', (written, code) => {
    expect(shortly(written)).toBe(code);
  });

  it.each([
    ['18', '?no-such-goal'],
    ['0', '?no-such-goal'],
    ['6.10', '?no-such-target'],
    ['SDG 6.10', '?no-such-target'],
    ['6.e', '?unknown'],
    ['2030', '?unknown'],
    ['2030 Agenda', '?unknown'],
    ['6.11.2015', '?unknown'],
    ['6,7', '?several'],
    ['6; 7', '?several'],
    ['SDG 6 and 7', '?several'],
    ['MDG 6', '?unknown'],
    ['Strategic goal 6', '?unknown'],
    ['Target 6', '?no-such-target'],
    ['6 countries', '?contradiction'],
    ['7 Clean Water and Sanitation', '?contradiction'],
    ['SDG 7: Zero Hunger', '?contradiction'],
    ['Water', '?unknown'],
    ['', '?unknown'],
    ['n/a', '?unknown'],
  ])('is not guessed from %s: %s', (written, reason) => {
    expect(shortly(written)).toBe(reason);
  });

  it('is read back from all its names and texts, in every language', () => {
    const lost: string[] = [];
    for (const { code, names, titles } of sdgs)
      for (const name of [...Object.values(names), ...Object.values(titles)])
        for (const written of [name, `SDG ${code}: ${name}`, `${code} ${name}`])
          if (shortly(String(written)) !== code) lost.push(`${written}: ${shortly(String(written))}`);
    for (const { code, texts } of sdgTargets)
      for (const written of [code, code.toUpperCase(), `SDG ${code}`, `${code} ${texts.en}`, texts.en])
        if (shortly(written) !== code) lost.push(`${written}: ${shortly(written)}`);
    expect(lost).toEqual([]);
  });

  it('is put together again where a comma cut its name', () => {
    const cut =
      'Zero Hunger, Industry, Innovation and Infrastructure, 6, Peace, Justice and Strong Institutions'.split(
        ', ',
      );
    expect(joinGoalNames(cut, read).map(shortly)).toEqual(['2', '9', '6', '16']);
  });
});
