import type { FastifyReply, FastifyRequest } from 'fastify';

/** Fastify's `onSend` hook: who has the page already is not sent it again. */
export async function answerNotModified(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const etag = reply.getHeader('etag');
  if (reply.statusCode !== 200 || etag === undefined || request.headers['if-none-match'] !== etag) {
    return payload;
  }
  reply.code(304);
  reply.removeHeader('content-length');
  return null;
}
