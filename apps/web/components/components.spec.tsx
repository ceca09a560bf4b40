import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { hueOf, initialsOf } from './avatar.js';
import { buildForm, buildPost, buildShowcase } from './build-showcase.js';
import { LANGUAGES } from './links.js';
import { renderDocument, renderFragment } from './render-document.js';
import type { Texts } from './text.js';

function catalogueOf(language: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../../../locales/${language}/ui.json`, import.meta.url), 'utf8'));
}

/** Speaks the given catalogue and notes which keys were asked for. */
function buildTexts(language = 'en', asked = new Set<string>()): Texts {
  const catalogue = catalogueOf(language);
  return {
    locale: language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    t: (key, values) => {
      asked.add(key);
      return String(
        new IntlMessageFormat(catalogue[key.replace('ui.', '')] ?? `[${key}]`, language).format(values),
      );
    },
    date: (iso) => iso.slice(0, 10),
    relativeTime: () => 'then',
    number: (value) => String(value),
  };
}

/** Names of the values that a message takes in. */
function valuesOf(message: string): string[] {
  // 0 is plain text in the syntax tree, 7 the number sign within a plural
  const parts = new IntlMessageFormat(message, 'en')
    .getAst()
    .filter((part) => part.type !== 0 && part.type !== 7);
  return parts.map((part) => String('value' in part ? part.value : '')).sort();
}

describe('components of the interface', () => {
  it('show what people typed as text, never as markup', () => {
    const html = renderDocument(buildTexts(), buildShowcase());
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script>alert(&quot;x&quot;)&lt;/script>');
    expect(html).toContain('<p>Safe <strong>words</strong></p>');
  });

  it('carry no inline style, script or handler, so that the strict content policy holds', () => {
    const html = renderDocument(buildTexts(), buildShowcase());
    expect(html).not.toMatch(/<[^>]*\sstyle=/);
    expect(html).not.toMatch(/<[^>]*\son[a-z]+=/);
    expect(html).not.toContain('javascript:');
    expect(html.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
      '<script type="module" src="/assets/thread.js"></script>',
    ]);
  });

  it('are written out for the language and direction of the reader', () => {
    expect(renderDocument(buildTexts('ar'), buildShowcase())).toMatch(
      /^<!doctype html><html lang="ar" dir="rtl">/,
    );
  });

  it('tie hint and error to their field, and the summary leads to it', () => {
    const html = renderFragment(buildTexts(), buildForm());
    expect(html).toMatch(
      /<input id="title"[^>]*aria-describedby="title-hint title-error"[^>]*aria-invalid="true"/,
    );
    expect(html).toContain('id="title-hint"');
    expect(html).toContain('id="title-error"');
    expect(html).toContain('<a href="#title">Title: Give a title</a>');
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="goals-error"/);
    expect(html).toContain('id="goals"');
  });

  it('protect every form that changes something', () => {
    const html = renderDocument(buildTexts(), buildShowcase());
    const posting = html.match(/<form[^>]*method="post"[^>]*>.*?<\/form>/g) ?? [];
    expect(posting).toHaveLength(6);
    for (const form of posting) expect(form).toContain('name="_csrf" value="token"');
  });

  it('offer no reply in a closed thread', () => {
    expect(renderFragment(buildTexts(), buildPost())).toContain('?reply');
    expect(renderFragment(buildTexts(), buildPost(true))).not.toContain('?reply');
  });

  it('find every word they use in all seven languages', () => {
    const asked = new Set<string>();
    renderDocument(buildTexts('en', asked), buildShowcase());
    const folder = new URL('./', import.meta.url);
    for (const file of readdirSync(folder).filter(
      (name) => name.endsWith('.tsx') && !name.includes('.spec.'),
    )) {
      const source = readFileSync(new URL(file, folder), 'utf8');
      for (const [, key] of source.matchAll(/['"`](ui\.[a-z0-9-]+)['"`]/g)) if (key) asked.add(key);
    }
    expect(asked.size).toBeGreaterThan(80);
    for (const { code } of LANGUAGES) {
      const catalogue = catalogueOf(code);
      expect([...asked].filter((key) => !catalogue[key.slice('ui.'.length)])).toEqual([]);
    }
  });

  it('have the same words, with the same values, in every language', () => {
    const english = catalogueOf('en');
    for (const { code } of LANGUAGES) {
      const catalogue = catalogueOf(code);
      expect(Object.keys(catalogue)).toEqual(Object.keys(english));
      for (const [key, message] of Object.entries(catalogue)) {
        expect({ code, key, values: valuesOf(message) }).toEqual({
          code,
          key,
          values: valuesOf(english[key] ?? ''),
        });
      }
    }
  });
});

describe('an avatar', () => {
  it.each([
    ['Amina Mohamud', 'AM'],
    ['José Luis Ramírez', 'JR'],
    ['王建国', '建国'],
    ['Pelé', 'P'],
    ['', '?'],
  ])('of %p reads %p', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('keeps one of eight colours for a person', () => {
    expect(hueOf('p-1')).toBe(hueOf('p-1'));
    for (const id of ['a', 'b', '王', '01J9ZK']) expect(hueOf(id)).toBeLessThan(8);
  });
});
