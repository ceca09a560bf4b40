import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browsing } from './browsing.js';

const PATIENCE_MS = 20_000;
const POLL_MS = 50;

/** What was mailed to this address, headers and words, oldest first. */
export async function mailsTo(minga: Browsing, email: string): Promise<string[]> {
  const names = await readdir(minga.outbox).catch(() => []);
  const files = names.filter((name) => name.endsWith('.eml')).sort();
  const mails = await Promise.all(files.map((name) => readFile(join(minga.outbox, name), 'utf8')));
  return mails.filter((mail) => mail.includes(`To: ${email}`)).map(decode);
}

/** The path of the link in the latest mail to this address that holds such a link, as soon as there is one. */
export async function mailedLink(minga: Browsing, email: string, path: RegExp): Promise<string> {
  for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; await setTimeout(POLL_MS)) {
    const links = (await mailsTo(minga, email)).flatMap((mail) => path.exec(mail)?.[0] ?? []);
    const latest = links.at(-1);
    if (latest) return latest;
  }
  throw new Error(`no link like ${path} was mailed to ${email}`);
}

/** Lines are folded, and words that are not plain are written as bytes. */
function decode(mail: string): string {
  const [head = '', ...paragraphs] = mail.split(/\r?\n\r?\n/);
  const body = paragraphs.join('\n\n');
  const words = /^content-transfer-encoding: base64/im.test(head)
    ? Buffer.from(body, 'base64').toString()
    : fromQuotedPrintable(body);
  return `${head.replace(/\r?\n[ \t]+/g, ' ')}\n\n${words}`;
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
