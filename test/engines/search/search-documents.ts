import type { MarkedText, SearchAnswer, SearchDocument } from '../../../libs/platform/search/search-index.js';

/** A document about nothing, which everybody may find, unless told otherwise. */
export function buildDocument(fields: Partial<SearchDocument> & { key: string }): SearchDocument {
  const [type = 'case', id = fields.key] = fields.key.split(':');
  return {
    type,
    title: `Untitled ${id}`,
    text: '',
    url: `/${type}/${id}`,
    audience: ['public'],
    facets: {},
    at: '2020-01-01T00:00:00.000Z',
    ...fields,
  };
}

/** A small library in several languages. */
export function buildLibrary(): SearchDocument[] {
  return [
    buildDocument({
      key: 'case:rain',
      title: 'Rainwater harvesting in the highlands',
      text: 'Farmers dug ponds that keep rain for the dry months. Training was given by neighbours.',
      facets: { country: ['PER'], year: ['2019'], sector: ['water', 'agriculture'] },
      at: '2019-05-01T00:00:00.000Z',
    }),
    buildDocument({
      key: 'case:school',
      title: 'School gardens',
      text: 'Pupils grow vegetables; harvesting is part of the training.',
      facets: { country: ['KEN', 'PER'], year: ['2021'], sector: ['agriculture'] },
      at: '2021-05-01T00:00:00.000Z',
    }),
    buildDocument({
      key: 'case:solar',
      title: 'Solar pumps',
      text: 'Pumps driven by the sun replace diesel.',
      facets: { country: ['IND'], year: ['2021'], sector: ['energy'] },
      at: '2022-05-01T00:00:00.000Z',
    }),
    buildDocument({
      key: 'thread:es',
      title: 'Educación rural en los Andes',
      text: 'Niñas y niños de la montaña, con façade incluida.',
      lang: 'es',
      facets: { country: ['PER'] },
      at: '2018-01-01T00:00:00.000Z',
    }),
    buildDocument({
      key: 'thread:ar',
      title: 'إدارة المياه',
      text: 'تجربة مشتركة بين مدرسة القرية وأهلها',
      lang: 'ar',
      at: '2017-01-01T00:00:00.000Z',
    }),
    buildDocument({
      key: 'thread:zh',
      title: '中国水资源管理经验',
      text: '南南合作框架下的农业培训。',
      lang: 'zh',
      at: '2016-01-01T00:00:00.000Z',
    }),
    buildDocument({
      key: 'thread:ru',
      title: 'Ещё один зелёный проект',
      text: 'Опыт сёл',
      lang: 'ru',
      at: '2015-01-01T00:00:00.000Z',
    }),
    buildDocument({
      key: 'thread:secret',
      title: 'Confidential evaluation of harvesting',
      text: 'For the board: whistleblower report',
      audience: ['board', 'person:1'],
      facets: { country: ['BOL'], year: ['2019'] },
      at: '2023-01-01T00:00:00.000Z',
    }),
  ];
}

export const keysOf = (answer: SearchAnswer) => answer.hits.map((hit) => hit.key);

export const markedIn = (parts: MarkedText) => parts.filter((part) => part.marked).map((part) => part.text);

export const textOf = (parts: MarkedText) => parts.map((part) => part.text).join('');

export async function* inBatches(...batches: SearchDocument[][]): AsyncIterable<SearchDocument[]> {
  yield* batches;
}
