import { expect } from '@jest/globals';
import type { Answer, TestClient } from '../test-server.js';

/** Opens a page as a browser without scripts does, and checks what every page must hold. */
export async function openPage(client: TestClient, path: string, status = 200): Promise<string> {
  const answer = await client.get<string>(path, { accept: 'text/html' });
  return expectPage(answer, path, status);
}

/** What holds of every page: HTML, in a language, and nothing inline that the content policy would refuse. */
export function expectPage(answer: Answer<string>, path: string, status = 200): string {
  expect({ path, status: answer.status }).toEqual({ path, status });
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const html = answer.text;
  expect(html).toMatch(/^<!doctype html><html lang="[a-z]{2}" dir="(ltr|rtl)"/);
  expect(html).toContain('<main id="main"');
  expect(html.match(/<h1\b/g)).toHaveLength(1);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(html).not.toMatch(/<style\b|<[^>]*\sstyle=|<[^>]*\son[a-z]+=|href="javascript:/);
  expect(untranslated(html)).toEqual([]);
  for (const [form] of html.matchAll(/<form[^>]*method="post".*?<\/form>/gs)) {
    expect(form).toContain('name="_csrf"');
  }
  return html;
}

/** Keys of the catalogue that reached the reader as they are. */
function untranslated(html: string): string[] {
  const text = html.replace(/<code>.*?<\/code>/gs, '').replace(/<[^>]*>/g, ' ');
  return [
    ...text.matchAll(
      /\b(?:ui|home|threads|account|people|errors|cases|identity|sessions|commitments-pages|commitments)\.(?!ics\b)[a-z]+-?[a-z-]*\b/g,
    ),
  ]
    .map(([key]) => key)
    .filter((key) => !key.endsWith('.org'));
}

/** A `>` may stand within the quotes of a value. */
const INPUT = /<input(?:[^>"]|"[^"]*")*>/g;

/** The fields of the form with this action, as the browser would send them back. */
export function formFields(html: string, action: string): Record<string, string> {
  const form = [...html.matchAll(/<form[^>]*>.*?<\/form>/gs)]
    .map(([text]) => text)
    .find((text) => text.includes(`action="${action}"`));
  if (!form) throw new Error(`no form with action ${action}`);
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(INPUT)) {
    const name = /\sname="([^"]*)"/.exec(input)?.[1];
    if (name && !/type="(checkbox|radio)"/.test(input))
      fields[name] = decode(/\svalue="([^"]*)"/.exec(input)?.[1]);
  }
  for (const [, name = '', text] of form.matchAll(
    /<textarea[^>]*\sname="([^"]*)"[^>]*>(.*?)<\/textarea>/gs,
  )) {
    fields[name] = decode(text);
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]*\sname="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(options)?.[0] ?? '';
    fields[name] = decode(/\svalue="([^"]*)"/.exec(chosen)?.[1]);
  }
  return fields;
}

/** Sends the form with this action as it stands on the page, with what was typed. */
export async function fillIn(
  client: TestClient,
  path: string,
  action: string,
  typed: Record<string, string | string[]>,
): Promise<Answer<string>> {
  const html = await openPage(client, path);
  return client.form(action, { ...formFields(html, action), ...typed });
}

/** Where an answer leads: the form was carried out. */
export function expectSeeOther(answer: Answer<string>): string {
  expect({ status: answer.status, text: answer.text }).toEqual({ status: 303, text: '' });
  return answer.headers.get('location') ?? '';
}

function decode(text = ''): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
