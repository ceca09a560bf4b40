import { IdentityMails } from '../../../libs/identity/index.js';
import type { TestServer } from '../test-server.js';

/** The token in the newest mail to the address that has a link to the page. */
export async function mailedToken(server: TestServer, email: string, page: string): Promise<string> {
  await server.app.get(IdentityMails).settled();
  const link = new RegExp(`/${page}\\?token=([\\w-]{43})`);
  const mails = server.mails().filter((text) => text.includes(`To: ${email}`));
  const tokens = mails.flatMap((mail) => link.exec(decodeQuotedPrintable(mail))?.[1] ?? []);
  const token = tokens.at(-1);
  if (!token) throw new Error(`no mail to ${email} has a link to /${page}`);
  return token;
}

export async function countMails(server: TestServer, email: string): Promise<number> {
  await server.app.get(IdentityMails).settled();
  return server.mails().filter((text) => text.includes(`To: ${email}`)).length;
}

/** RFC 2045, 6.7. */
export function decodeQuotedPrintable(text: string): string {
  const joined = text.replace(/=\r?\n/g, '');
  return joined.replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
  );
}
