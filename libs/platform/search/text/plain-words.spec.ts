import { describe, expect, it } from '@jest/globals';
import { plainWords } from './plain-words.js';

describe('plain words of a text', () => {
  it.each([
    ['Strasse und Straße', 'strasse und strasse'],
    ['Łódź, Lodz', 'lodz lodz'],
    ['сёл, мёд', 'сел мед'],
    ['المياه في القرية', 'مياه في قريه'],
    ['کیلومتر', 'كيلومتر'],
    ['Odd\ufffd \0 one', 'odd one'],
    ["l'eau d’abord", 'eau abord'],
    ['农业培训中心 2021', '农业培训中心 2021'],
    ['5G网络与farmers', '5g 网络与 farmers'],
    ['South-South co-operation, Co\u2011opération, CO-', 'south south cooperation cooperation co'],
    ['', ''],
  ])('%s', (text, words) => expect(plainWords(text)).toBe(words));
});
