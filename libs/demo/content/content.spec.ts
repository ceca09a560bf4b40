import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadReference } from '../../atlas/index.js';
import { ACTOR_ROLES, ACTOR_TYPES, COUNTRY_ROLES } from '../../cases/contracts.js';
import { STATEMENT_MAX } from '../../dialogues/index.js';
import { LOCALES } from '../../platform/i18n/locales.js';
import { caseDaysAgo, findLinkedCases, readDemoContent, resolveCaseLinks } from './demo-content.js';

const reference = loadReference();
const MODALITIES = reference.modalities.map(({ code }) => code);
const COUNTRIES = reference.countries.map(({ iso3 }) => iso3);

const { people, actors, cases, threads, sessions, dialogues } = readDemoContent();
const handlesOf = (records: { handle: string }[]) => records.map((record) => record.handle);
const personHandles = handlesOf(people);
const actorHandles = handlesOf(actors);
const caseHandles = handlesOf(cases);
const themeCodes = readAtlasCodes('themes.json');
const targetCodes = readAtlasCodes('sdg-targets.json');

describe('the demonstration community', () => {
  it('has 28 people, 27 organisations, 26 cases and 16 threads, each with a handle of its own', () => {
    expect([people.length, actors.length, cases.length, threads.length]).toEqual([28, 27, 26, 16]);
    for (const records of [people, actors, cases, threads, sessions, dialogues]) {
      expect(repeatedIn(handlesOf(records))).toEqual([]);
      expect(handlesOf(records).filter((handle) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(handle))).toEqual([]);
    }
  });

  it('speaks all seven languages in its people, its cases and its posts', () => {
    const posted = threads.flatMap((thread) => thread.posts.map((post) => post.lang ?? thread.lang));
    for (const spoken of [people.map((person) => person.locale), cases.map((item) => item.lang), posted]) {
      expect([...new Set(spoken)].sort()).toEqual([...LOCALES].sort());
    }
  });

  it('can write to nobody: every address is at example.org and used once', () => {
    const emails = people.map((person) => person.email);
    expect(emails.filter((email) => !email.endsWith('@example.org'))).toEqual([]);
    expect(repeatedIn(emails)).toEqual([]);
  });

  it('names only known countries', () => {
    const named = [
      ...people.map((person) => person.country),
      ...actors.map((actor) => actor.country),
      ...cases.flatMap((item) => item.countries.map((part) => part.country)),
    ];
    expect(missingFrom(COUNTRIES, named)).toEqual([]);
  });

  it('places every person in an organisation, and organisations in types that exist', () => {
    expect(
      missingFrom(
        actorHandles,
        people.map((person) => person.organisation),
      ),
    ).toEqual([]);
    expect(
      missingFrom(
        ACTOR_TYPES,
        actors.map((actor) => actor.type),
      ),
    ).toEqual([]);
  });
});

describe.each(cases)('the case $handle', (item) => {
  it('has an author, organisations, themes and SDG targets that exist', () => {
    expect(personHandles).toContain(item.author);
    expect(
      missingFrom(
        actorHandles,
        item.actors.map((part) => part.actor),
      ),
    ).toEqual([]);
    expect(missingFrom(themeCodes, item.themes)).toEqual([]);
    expect(missingFrom(targetCodes, item.targets)).toEqual([]);
    expect(repeatedIn([...item.themes, ...item.targets])).toEqual([]);
  });

  it('uses the known roles and modalities', () => {
    expect(MODALITIES).toContain(item.modality);
    expect(
      missingFrom(
        COUNTRY_ROLES,
        item.countries.map((part) => part.role),
      ),
    ).toEqual([]);
    expect(
      missingFrom(
        ACTOR_ROLES,
        item.actors.map((part) => part.role),
      ),
    ).toEqual([]);
    expect(repeatedIn(item.countries.map((part) => part.country))).toEqual([]);
  });

  it('is short enough to read and says both what worked and what did not', () => {
    expect([...item.title].length).toBeLessThanOrEqual(120);
    expect([...item.summary].length).toBeLessThanOrEqual(280);
    expect(sentencesIn(item.lang, item.context)).toBeGreaterThanOrEqual(2);
    expect(sentencesIn(item.lang, item.whatWorked)).toBeGreaterThanOrEqual(3);
    expect(sentencesIn(item.lang, item.whatDidNot)).toBeGreaterThanOrEqual(2);
  });

  it('has one to four results, each with a way of measuring', () => {
    expect(item.results.length).toBeGreaterThanOrEqual(1);
    expect(item.results.length).toBeLessThanOrEqual(4);
    expect(item.results.filter((result) => result.how.trim() === '' || result.value.trim() === '')).toEqual(
      [],
    );
  });

  it('does not end before it starts, and is not both ended and ongoing', () => {
    expect(item.endYear ?? item.startYear).toBeGreaterThanOrEqual(item.startYear);
    expect(item.endYear !== undefined && item.ongoing === true).toBe(false);
  });
});

describe.each(threads)('the thread $handle', (thread) => {
  it('is about something that exists', () => {
    expect(unknownIn([thread.about])).toEqual([]);
  });

  it('has 3 to 14 posts by known people, opened by its author', () => {
    expect(thread.posts.length).toBeGreaterThanOrEqual(3);
    expect(thread.posts.length).toBeLessThanOrEqual(14);
    expect(thread.posts[0]?.author).toBe(thread.author);
    expect(
      missingFrom(
        personHandles,
        thread.posts.map((post) => post.author),
      ),
    ).toEqual([]);
  });

  it('only replies to earlier posts, in the order of time', () => {
    thread.posts.forEach((post, index) => {
      if (index === 0) expect(post.replyTo).toBeUndefined();
      else expect(post.daysAgo).toBeLessThanOrEqual(thread.posts[index - 1]!.daysAgo);
      if (post.replyTo !== undefined) expect(thread.posts.slice(0, index)[post.replyTo]).not.toBeUndefined();
    });
  });

  it('links only to cases that exist', () => {
    expect(
      missingFrom(
        caseHandles,
        thread.posts.flatMap((post) => findLinkedCases(post.body)),
      ),
    ).toEqual([]);
  });
});

describe.each([...sessions, ...dialogues])('the meeting $handle', (meeting) => {
  const organiser = 'facilitator' in meeting ? meeting.facilitator : meeting.convener;
  const commitments = meeting.outcome?.commitments ?? [];

  it('is run by someone who may, about things that exist', () => {
    const roles = ['facilitator', 'steward'];
    expect(roles).toContain(people.find((person) => person.handle === organiser)?.role);
    expect(unknownIn(meeting.about)).toEqual([]);
    expect(unknownIn(commitments.map(({ owner }) => owner))).toEqual([]);
    const text = 'purpose' in meeting ? meeting.purpose : meeting.background;
    expect(missingFrom(caseHandles, findLinkedCases(text))).toEqual([]);
  });

  it('speaks only of cases that were there before it', () => {
    const opened = 'proposedDaysAgo' in meeting ? meeting.proposedDaysAgo : meeting.convenedDaysAgo;
    const cases = meeting.about.filter((reference) => reference.startsWith('case:'));
    const named = 'evidence' in meeting ? meeting.evidence : cases.map((reference) => reference.slice(5));
    const later = named.filter((handle) => caseDaysAgo(caseHandles.indexOf(handle)) < opened);
    expect(later).toEqual([]);
  });

  it('promises for days after its close, and reports in the order of time', () => {
    const { outcome } = meeting;
    if (!outcome) return;
    const closed = 'startsInDays' in meeting ? -meeting.startsInDays : meeting.outcome?.daysAgo;
    for (const { dueInDays, reports = [] } of commitments) {
      expect(-dueInDays).toBeLessThan(closed ?? 0);
      const days = reports.map(({ daysAgo }) => daysAgo);
      expect(days).toEqual([...days].sort((a, b) => b - a));
      expect(days.filter((daysAgo) => daysAgo >= (closed ?? 0))).toEqual([]);
    }
  });
});

describe.each(sessions)('the session $handle', (session) => {
  it('is written, asked and answered by those who have a place', () => {
    const places = session.registered.slice(0, session.places ?? undefined);
    const active = [...(session.notes ?? []).map(({ author }) => author), ...answerersOf(session.poll)];
    expect(missingFrom([...places, session.facilitator], active)).toEqual([]);
    expect(missingFrom(personHandles, session.registered)).toEqual([]);
    expect(repeatedIn([...session.registered, session.facilitator])).toEqual([]);
    const options = session.poll?.options.length ?? 0;
    expect(Object.values(session.poll?.answers ?? {}).filter((choice) => choice >= options)).toEqual([]);
  });

  it('has an agenda that fits its time, and lessons about cases that exist', () => {
    const minutes = session.agenda.reduce((sum, step) => sum + step.minutes, 0);
    expect(minutes).toBe(session.minutes);
    const lessons = session.outcome?.lessons.map((lesson) => lesson.case) ?? [];
    expect(missingFrom(caseHandles, lessons)).toEqual([]);
  });
});

describe.each(dialogues)('the dialogue $handle', (dialogue) => {
  const approved = dialogue.statements.filter(({ status }) => status === undefined);

  it('has statements short enough to answer, and says why it refused one', () => {
    expect(dialogue.statements.filter(({ text }) => text.length > STATEMENT_MAX)).toEqual([]);
    expect(dialogue.statements.filter(({ status, reason }) => (status === 'refused') !== !!reason)).toEqual(
      [],
    );
    const authors = dialogue.statements.map(({ author }) => author);
    expect(missingFrom(personHandles, [...authors, ...dialogue.coConveners])).toEqual([]);
    expect(
      missingFrom(
        approved.map(({ handle }) => handle),
        dialogue.outcome?.statements ?? [],
      ),
    ).toEqual([]);
  });

  it('has a letter for each approved statement from everyone who answered', () => {
    const answers = Object.entries(dialogue.answers ?? {});
    expect(
      missingFrom(
        personHandles,
        answers.map(([handle]) => handle),
      ),
    ).toEqual([]);
    const pattern = new RegExp(`^[adp-]{${approved.length}}$`);
    expect(answers.filter(([, letters]) => !pattern.test(letters))).toEqual([]);
  });
});

describe('resolveCaseLinks', () => {
  it('puts the stored address in place of each case handle and leaves other links alone', () => {
    expect(
      resolveCaseLinks('See [a](case:a-1), [b](case:b) and [c](/c).', (handle) => `/cases/${handle}-x`),
    ).toBe('See [a](/cases/a-1-x), [b](/cases/b-x) and [c](/c).');
  });
});

function missingFrom(known: readonly string[], used: readonly string[]): string[] {
  return used.filter((value) => !known.includes(value));
}

/** Those of the references that lead nowhere. */
function unknownIn(references: readonly string[]): string[] {
  const known: Record<string, readonly string[]> = {
    case: caseHandles,
    actor: actorHandles,
    person: personHandles,
    country: COUNTRIES,
    theme: themeCodes,
    sdg: Array.from({ length: 17 }, (_, index) => String(index + 1)),
  };
  return references.filter((reference) => {
    const [kind = '', target = ''] = reference.split(':');
    return !known[kind]?.includes(target);
  });
}

function answerersOf(poll: { answers: Record<string, number> } | undefined): string[] {
  return Object.keys(poll?.answers ?? {});
}

function repeatedIn(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function sentencesIn(lang: string, text: string): number {
  return [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].length;
}

/** Every `code` in a file of the atlas, at whatever depth the file keeps them. */
function readAtlasCodes(file: string): string[] {
  const path = new URL(`../../atlas/data/${file}`, import.meta.url);
  const collect = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(collect);
    if (typeof value !== 'object' || value === null) return [];
    const code = 'code' in value && typeof value.code === 'string' ? [value.code] : [];
    return [...code, ...Object.values(value).flatMap(collect)];
  };
  return collect(JSON.parse(readFileSync(path, 'utf8')));
}
