import { IdentityMails } from '../../../libs/identity/index.js';
import type { TestClient, TestServer } from '../test-server.js';

/** The token in the newest mail to the address that has a link to the page. */
export async function mailedToken(server: TestServer, email: string, page: string): Promise<string> {
  await server.app.get(IdentityMails).settled();
  const link = new RegExp(`/${page}\\?token=([\\w-]{43})`);
  const mails = server.mails().filter((text) => text.includes(`To: ${email}`));
  const tokens = mails.flatMap((mail) => link.exec(decodeBody(mail))?.[1] ?? []);
  const token = tokens.at(-1);
  if (!token) throw new Error(`no mail to ${email} has a link to /${page}`);
  return token;
}

/** Confirms the address by the link of the first mail: mails about the community go to proved addresses only. */
export async function proveAddress(server: TestServer, client: TestClient): Promise<void> {
  const token = await mailedToken(server, client.person.email, 'verify');
  const { status, text } = await client.post('/api/v1/auth/verify', { token });
  if (status !== 200) throw new Error(`the address was not proved: ${text}`);
}

export async function countMails(server: TestServer, email: string): Promise<number> {
  await server.app.get(IdentityMails).settled();
  return server.mails().filter((text) => text.includes(`To: ${email}`)).length;
}

/** Mostly ASCII is sent as quoted-printable, mostly other letters as base64. */
function decodeBody(mail: string): string {
  if (!/^content-transfer-encoding: base64/im.test(mail)) return decodeQuotedPrintable(mail);
  return Buffer.from(mail.slice(mail.indexOf('\r\n\r\n')), 'base64').toString('utf8');
}

/** RFC 2045, 6.7. */
export function decodeQuotedPrintable(text: string): string {
  const joined = text.replace(/=\r?\n/g, '');
  return joined.replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
  );
}
