import { describe, expect, it } from '@jest/globals';
import { cleanName, hasLetters, isSameName, mixesScripts, nameSkeleton } from './person-name.js';

const imitates = (one: string, other: string) =>
  nameSkeleton(one) === nameSkeleton(other) && !isSameName(one, other);

describe('a name', () => {
  it.each([
    ['Rosa\u200b Quispe', 'Rosa Quispe'],
    ['Ro\u00adsa\u2060 Quis\u200dpe', 'Rosa Quispe'],
    ['Rosa\u3164Quispe', 'Rosa Quispe'],
    ['\u2800Rosa\u115f Quispe\uffa0', 'Rosa Quispe'],
    ['\u0301Rosa \u0302Quispe', 'Rosa Quispe'],
    ['Rosa\ufe0f \u{e0041}Quispe\u200e', 'Rosa Quispe'],
    [`Rosa${'\u0301'.repeat(40)}`, `Rosa${'\u0301'.repeat(6)}`],
  ])('is kept without what cannot be seen: %j', (typed, kept) => {
    expect(cleanName(typed)).toBe(kept);
  });

  it.each([
    'علی‌رضا محمدی',
    'श्रीमान् क्‍षत्रिय',
    'ශ්‍රී ලංකා',
    '葛\u{e0100}城 太郎',
    'Amina 👩🏾‍🌾',
    'Nguyễn Thị Hương',
    "O'Brien-Ñúñez",
    'ʻOkina Kealoha',
    'བརྒྱུད་འཛིན',
  ])('keeps what its script needs: %s', (name) => {
    expect(cleanName(name)).toBe(name);
    expect(mixesScripts(name)).toBe(false);
  });

  it.each(['!!!', '🌾', '...', '—'])('has letters, unlike %s', (name) => {
    expect(hasLetters(name)).toBe(false);
    expect(hasLetters(`${name} Li`)).toBe(true);
  });

  it.each(['Аmina', 'Rоsa Quispe', 'Αnna', 'Pоссия'])('does not mix alphabets within a word: %s', (name) => {
    expect(mixesScripts(name)).toBe(true);
  });

  it.each(['Анна (Anna)', '王伟 Wang Wei', 'Anna Петрова', 'محمد Ali', 'たなかケン一'])(
    'may stand in two scripts: %s',
    (name) => {
      expect(mixesScripts(name)).toBe(false);
    },
  );
});

describe('a name that looks like another', () => {
  it.each([
    ['Rosa Quispe', 'Rоsа Quispe'],
    ['Rosa Quispe', '𝐑𝐨𝐬𝐚 𝐐𝐮𝐢𝐬𝐩𝐞'],
    ['Rosa Quispe', 'Ｒｏｓａ Ｑｕｉｓｐｅ'],
    ['Rosa Quispe', 'Rosa Quispe'.replace('o', '0').replace('R', 'ꓣ')],
    ['Ali Bello', 'AIi BeIIo'],
    ['Ali Bello', 'Ali Be||o'],
    ['Carmen', 'Carrnen'],
    ['Оса Рос', 'Oca Poc'],
    ['Isabel Cano', 'lsabel Cano'],
    ['ISABEL CANO', 'lsabel Cano'],
  ])('%s is imitated by %s', (one, other) => {
    expect(imitates(one, other)).toBe(true);
  });

  it.each([
    ['José Pérez', 'Jose Perez'],
    ['Alla Khan', 'Alia Khan'],
    ['Анна', 'Anna'],
    ['Rosa Quispe', 'Rosa Quispe M.'],
    ['Ян Ли', 'Jan Li'],
    ['Li Wei', 'Li Mei'],
  ])('%s and %s are different', (one, other) => {
    expect(nameSkeleton(one)).not.toBe(nameSkeleton(other));
  });

  it.each([
    ['Rosa Quispe', 'Rosa Quispe'],
    ['Rosa Quispe', 'ROSA QUISPE'],
    ['Isabel Cano', 'ISABEL CANO'],
    ["Seán O'Brien", 'Seán O’Brien'],
    ['علي حسن', 'علی حسن'],
    ['علي حسن', 'على حسن'],
    ['علی‌رضا', 'علیرضا'],
    ['Yıldız', 'Yildiz'],
    ['Jæger', 'Jaeger'],
    ['e\u0301', '\u00e9'],
  ])('%s and %s are one name that two people may share', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
    expect(imitates(one, other)).toBe(false);
  });
});
