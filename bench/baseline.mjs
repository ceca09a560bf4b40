import { ABUSES } from './abuse/abuses.mjs';

/**
 * What NodeBB 4.10.3 reached (Redis, production, one process, about 1,850 topics and 18,800 posts, two cores shared
 * with the load), and what Minga aims at. `figure` is what is judged; of `less`, less is better.
 * @typedef {{ figure: string, unit: string, nodebb?: number, aim?: number, less?: boolean }} Measure
 */
const rate = (nodebb, aim) => ({ figure: 'perSecond', unit: '/s', nodebb, aim });
const time = (figure, aim, nodebb) => ({ figure, unit: 'ms', nodebb, aim, less: true });
const answered = [time('p50', 3), time('p99', 25)];

/** @type {Record<string, { work: string, at?: Record<number, Measure[]>, measures?: Measure[] }>} */
export const BASELINE = {
  'thread-json': {
    work: 'thread as JSON, 20 posts, guest',
    at: {
      1: [rate(215, 2580)],
      10: [rate(404, 5000), { figure: 'cpuMs', unit: 'ms CPU', nodebb: 2.5, aim: 0.25, less: true }],
      50: [rate(404, 4848)],
    },
  },
  'thread-html': {
    work: 'thread as HTML, guest',
    at: { 1: [rate(126, 2268)], 10: [rate(160, 3000)], 50: [rate(162, 2916)] },
  },
  'latest-json': {
    work: 'latest threads as JSON',
    at: { 1: [rate(228, 2280)], 10: [rate(426, 4260)], 50: [rate(435, 4350)] },
  },
  'once-json': { work: 'threads as JSON, each asked for once' },
  'once-html': { work: 'threads as HTML, each asked for once' },
  search: {
    work: 'search, 20 rotating terms',
    at: { 1: [rate(184)], 10: [rate(283, 1000)], 50: [rate(324)] },
  },
  reply: {
    work: 'reply, on disk before it is acknowledged',
    at: {
      1: [rate(65, 650), time('p50', undefined, 14.8)],
      10: [rate(121, 1500), time('p50', undefined, 82)],
    },
  },
  'fan-out': {
    work: 'post to its receipt by sockets',
    at: {
      200: [
        time('p50', 5, 37),
        time('p99', 20, 1050),
        { figure: 'lost', unit: 'lost or double', aim: 0, less: true },
      ],
      1000: [time('p99', 60), { figure: 'lost', unit: 'lost or double', aim: 0, less: true }],
    },
  },
  'first-visit': {
    work: 'first visit of a thread in Chromium',
    measures: [
      { figure: 'kB', unit: 'kB', nodebb: 1795, aim: 60, less: true },
      { figure: 'requests', unit: 'requests', nodebb: 43, aim: 8, less: true },
    ],
  },
  start: {
    work: 'start to first answer, with data',
    measures: [{ figure: 'seconds', unit: 's', nodebb: 1.6, aim: 1, less: true }],
  },
  memory: {
    work: 'memory with data, idle',
    measures: [{ figure: 'rssMiB', unit: 'MiB', nodebb: 245, aim: 200, less: true }],
  },
  comparable: { work: 'comparable experiences', at: { 1: [time('p50', 5)] } },
  path: { work: 'shortest path between any two things', at: { 1: [time('p50', 5)] } },
  'search-single': { work: 'search for one word', at: { 1: answered } },
  'search-two-word': { work: 'search for two words', at: { 1: answered } },
  'search-typo': { work: 'search with a typing error', at: { 1: answered } },
  'search-prefix': { work: 'search for the beginning of a word', at: { 1: answered } },
  'search-filtered': { work: 'search with two filters', at: { 1: answered } },
  'search-found-typo': {
    work: 'one word with an error: right document in the first ten',
    measures: [{ figure: 'found', unit: 'of 200', aim: 200 }],
  },
  'search-found-known': {
    work: 'a known document, one error: in the first ten',
    measures: [{ figure: 'found', unit: 'of 300', aim: 300 }],
  },
  'beside-search': {
    work: 'thread as JSON while four others search without a pause: its p99 to that alone',
    measures: [{ figure: 'ratio', unit: '×', aim: 1.5, less: true }],
  },
  ...Object.fromEntries(
    Object.entries(ABUSES).map(([name, { title }]) => [
      `abuse-${name}`,
      {
        work: `reading beside ${title}: its p99 to that before`,
        measures: [{ figure: 'ratio', unit: '×', aim: 2, less: true }],
      },
    ]),
  ),
  'graph-thread': {
    work: 'thread as JSON on Neo4j',
    at: { 10: [{ figure: 'perSecond', unit: '/s', aim: 1200 }] },
  },
};

/** The measures by which a result is judged. @returns {Measure[]} */
export function measuresOf({ row, at }) {
  const known = BASELINE[row];
  return known?.measures ?? known?.at?.[at] ?? [];
}
