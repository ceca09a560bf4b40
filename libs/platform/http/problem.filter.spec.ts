import { describe, expect, it, jest } from '@jest/globals';
import { type ArgumentsHost, Logger } from '@nestjs/common';
import { VISITOR } from '../access/actor.js';
import type { ActorResolver } from '../access/actor-resolver.js';
import { Catalogue } from '../i18n/catalogue.js';
import type { HttpRequest } from './http-request.js';
import { ProblemFilter } from './problem.filter.js';

/** A request that failed, from somebody who is still there or not. */
function fail(raw: { destroyed: boolean; complete: boolean }): void {
  const reply: Record<string, unknown> = { hasHeader: () => false, send: () => undefined };
  for (const name of ['header', 'status', 'type']) reply[name] = () => reply;
  const sent = { url: '/cases', method: 'POST', id: '1', headers: {}, cookies: {}, query: {}, raw };
  const request = { ...sent, actor: VISITOR };
  const http = { getRequest: () => request as unknown as HttpRequest, getResponse: () => reply };
  const filter = new ProblemFilter(Catalogue.load(), { render: () => '' }, {} as ActorResolver);
  filter.catch(new Error('aborted'), {
    getType: () => 'http',
    switchToHttp: () => http,
  } as unknown as ArgumentsHost);
}

describe('a request that failed', () => {
  it('is logged, unless whoever sent it went away while sending', () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    fail({ destroyed: true, complete: false });
    expect(logged).not.toHaveBeenCalled();
    fail({ destroyed: true, complete: true });
    fail({ destroyed: false, complete: false });
    expect(logged).toHaveBeenCalledTimes(2);
    logged.mockRestore();
  });
});
