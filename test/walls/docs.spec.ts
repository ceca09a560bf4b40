import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesIn, ROOT, readText } from './sources.js';

const pages = ['README.md', ...filesIn(['docs', 'libs', 'test'], /\.md$/)];

/** Paths from the top of the repository, in backticks; those with a placeholder stand for many. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`((?:apps|libs|test|docs|tools|bench|locales)\/[^`\s]*)`/g)];
  return quoted.map((match) => match[1] ?? '').filter((path) => !/[<*…{(]/.test(path));
}

/** Links to files, from the folder of the page. */
function linksIn(page: string, text: string): string[] {
  const targets = [...text.matchAll(/\]\((?!\w+:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
  return targets.map((target) => join(dirname(page), target));
}

describe('the documentation', () => {
  it.each(pages)('speaks of what is there: %s', (page) => {
    const text = readText(page);
    const missing = [...pathsIn(text), ...linksIn(page, text)].filter(
      (path) => !existsSync(join(ROOT, path)),
    );
    expect(missing).toEqual([]);
  });

  it('of how to add a feature goes through the files of a real one', () => {
    expect(pathsIn(readText('docs/add-a-feature.md')).length).toBeGreaterThan(20);
  });
});
