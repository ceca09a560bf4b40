import { BASELINE, measuresOf } from '../baseline.mjs';
import { round } from '../statistics.mjs';

/**
 * What a result says against NodeBB and against the aim.
 * @returns {{ figure: string, unit: string, value: number, nodebb?: number, aim?: number, ratio: number | null,
 *   verdict: 'met' | 'short' | null }[]} `ratio` above 1 is better than NodeBB
 */
export function judge(result) {
  return measuresOf(result).map((measure) => {
    const { figure, unit, nodebb, aim, less = false } = measure;
    const value = round(result.figures[figure]);
    const ratio = nodebb === undefined || !value ? null : round(less ? nodebb / value : value / nodebb);
    const isMet = less ? value <= aim : value >= aim;
    const verdict = aim === undefined || value === null ? null : isMet ? 'met' : 'short';
    return { figure, unit, value, nodebb, aim, ratio, verdict };
  });
}

/** One line for a terminal. */
export function lineOf(result) {
  const { row, at, figures, forum } = result;
  const name = `${forum ? `${forum}: ` : ''}${BASELINE[row]?.work ?? row}${at ? ` ×${at}` : ''}`;
  return [name.padEnd(52), figuresText(figures), ...judge(result).map(verdictText), usageText(figures)]
    .filter(Boolean)
    .join('  ');
}

function figuresText(figures) {
  const { perSecond, p50, p90, p99, max, cpuMs, bytes, rssMiB, seconds, kB, requests, found, of } = figures;
  const { ratio, aloneP99, told } = figures;
  const shown = [
    perSecond !== undefined && `${round(perSecond)}/s`,
    p50 !== undefined && `p50 ${round(p50)} p90 ${round(p90)} p99 ${round(p99)} max ${round(max)} ms`,
    cpuMs !== undefined && `${round(cpuMs)} ms CPU`,
    bytes !== undefined && `${round(bytes / 1000)} kB`,
    seconds !== undefined && `${round(seconds)} s`,
    kB !== undefined && `${round(kB)} kB in ${requests} requests`,
    found !== undefined && `${found} of ${of}`,
    ratio !== undefined && `p99 ${round(ratio)} times that of a quiet moment, ${round(aloneP99)} ms`,
    told && `it was told ${JSON.stringify(told)}`,
    rssMiB && `${Math.round(rssMiB)} MiB`,
    figures.missed !== undefined && `${figures.missed} missed ${figures.doubles} double`,
    figures.failed > 0 && `${figures.failed} FAILED ${JSON.stringify(figures.bad ?? {})}`,
  ];
  return shown.filter(Boolean).join(' · ');
}

function verdictText({ figure, unit, nodebb, aim, ratio, verdict }) {
  const against = nodebb === undefined ? '' : `NodeBB ${nodebb} ${unit} → ${ratio} times better`;
  const goal = aim === undefined ? '' : `${figure} aim ${aim} ${unit} ${verdict}`;
  return `[${[against, goal].filter(Boolean).join(', ')}]`;
}

function usageText({ usage }) {
  if (!usage || usage.others === null) return '';
  return `others ${usage.others} %${usage.fit ? '' : ' UNFIT'}`;
}

/** The table of the page on performance, in Markdown. */
export function tableOf(results) {
  const head = [
    '| work | × | figure | p50 | p90 | p99 | max | CPU ms | kB | NodeBB | ratio | aim | | others % |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |',
  ];
  return [...head, ...results.flatMap(tableRows)].join('\n');
}

function tableRows(result) {
  const { row, at = '', figures, forum } = result;
  const judged = judge(result);
  const name = `${forum ? `${forum}: ` : ''}${BASELINE[row]?.work ?? row}`;
  const { p50, p90, p99, max, cpuMs, bytes, usage } = figures;
  const times = [p50, p90, p99, max, cpuMs, bytes === undefined ? undefined : bytes / 1000].map(show);
  const others = usage?.others === null || !usage ? '' : `${usage.others}${usage.fit ? '' : ' (unfit)'}`;
  const measures = judged.length > 0 ? judged : [{ value: round(figures.perSecond), unit: '/s' }];
  return measures.map(({ value, unit, nodebb, aim, ratio, verdict }, place) => {
    const first = place === 0;
    const cells = [
      first ? name : '',
      first ? at : '',
      `${value ?? '–'} ${unit}`,
      ...(first ? times : times.map(() => '')),
    ];
    return `| ${[...cells, nodebb ?? '', ratio ? `${ratio}×` : '', aim ?? '', verdict ?? '', first ? others : ''].join(' | ')} |`;
  });
}

function show(value) {
  return value === undefined ? '' : (round(value) ?? '');
}

/** Rows that two forums have in common, side by side. */
export function sideBySide(theirs, ours) {
  const rows = theirs.flatMap((result) => {
    const own = ours.find(({ row, at }) => row === result.row && at === result.at);
    const [measure] = measuresOf(result);
    if (!own || !measure) return [];
    const [one, other] = [result, own].map(({ figures }) => figures[measure.figure]);
    const better = measure.less ? one / other : other / one;
    const work = BASELINE[result.row].work;
    return [
      `| ${work} | ${result.at ?? ''} | ${round(one)} ${measure.unit} | ${round(other)} ${measure.unit} | ${round(better)}× |`,
    ];
  });
  const [{ forum }] = theirs;
  return [`| work | × | ${forum} | Minga | better |`, '| --- | ---: | ---: | ---: | ---: |', ...rows].join(
    '\n',
  );
}
