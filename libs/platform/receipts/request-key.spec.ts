import { describe, expect, it } from '@jest/globals';
import { clientRequestKey, requestKey } from './request-key.js';

const clientKey = '01hzy3k8n4q5r6s7t8v9w0x1y2';
const act = ['post-reply', 'thread-one'];
const content = { clientKey, body: 'Our gate is stuck.', replyTo: 2 };
type Content = Partial<Record<keyof typeof content | 'lang' | 'title', unknown>> & { clientKey?: string };
const keyOf = (personId: string, of: string[], sent: Content) => clientRequestKey(personId, of, sent);
const key = keyOf('ana', act, content);

describe('the key of a request', () => {
  it('is the same for the same content, however it is laid out', () => {
    const laidOutOtherwise = {
      lang: undefined,
      title: null,
      replyTo: 2,
      body: 'Our gate is stuck.',
      clientKey,
    };
    expect(keyOf('ana', act, laidOutOtherwise)).toBe(key);
    expect(key).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['person', keyOf('ben', act, content)],
    ['target', keyOf('ana', ['post-reply', 'thread-two'], content)],
    ['act', keyOf('ana', ['start-thread', 'thread-one'], content)],
    ['client key', keyOf('ana', act, { ...content, clientKey: clientKey.replace('2', '3') })],
    ['text', keyOf('ana', act, { ...content, body: 'Our gate is stuck!' })],
    ['post that is answered', keyOf('ana', act, { ...content, replyTo: 1 })],
  ])('is another for another %s', (_what, other) => {
    expect(other).not.toBe(key);
    expect(other).not.toBeNull();
  });

  it('tells apart what only looks alike when put together', () => {
    const of = (...parts: string[]) => requestKey({ personId: 'ana', act: parts, content: {} });
    expect(of('ab', 'c')).not.toBe(of('a', 'bc'));
    const list = (themes: string[]) => requestKey({ personId: 'ana', act, content: { themes } });
    expect(list(['water', 'soil'])).not.toBe(list(['soil', 'water']));
  });

  it('is none where the writer gave none', () => {
    expect(keyOf('ana', act, { ...content, clientKey: undefined })).toBeNull();
  });
});
