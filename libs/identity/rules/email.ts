import { domainToASCII, domainToUnicode } from 'node:url';
import { z } from 'zod';

/** RFC 5321 allows 254 characters in a path, of them 64 before the sign. */
const LONGEST_EMAIL = 254;
const LONGEST_MAILBOX = 64;

/**
 * What may stand before the sign without quotation marks: RFC 5322's atoms with dots between them, and after RFC 6531
 * whatever is not ASCII and can be seen. No space, comma, bracket or control character, so that it is always one address.
 */
const MAILBOX_PART =
  /^(?:[\w!#$%&'*+/=?^`{|}~-]|(?!\p{ASCII}|[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]).)+$/u;
/** As typed: letters of any script, digits, marks, hyphens, and what stands for a dot in East Asia. */
const TYPED_DOMAIN = /^(?:[\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]|\u200c|\u200d)+$/u;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const NUMBER = /^\d+$/;

interface Address {
  mailbox: string;
  /** Lower case; names in other scripts as `xn--…`, as mail servers know them. */
  domain: string;
  /** As people write it. */
  shownDomain: string;
}

/** An e-mail address of any script, in the form in which it is kept and shown. Refuses only what no server could deliver to. */
export const emailField = z
  .string()
  .trim()
  .max(LONGEST_EMAIL)
  .refine((text) => readAddress(text) !== null, { params: { code: 'field/not-email' } })
  .transform(shownEmail);

/** What two spellings of one address have in common; at most one person has it. */
export function emailKey(email: string): string {
  const address = readAddress(email);
  const spelled = address ? `${address.mailbox}@${address.domain}` : email;
  return spelled.normalize('NFKC').trim().toLowerCase();
}

/** As people write it: a browser sends `xn--…` for a domain in another script. What is no address stays as it is. */
export function shownEmail(email: string): string {
  const address = readAddress(email);
  return address ? `${address.mailbox}@${address.shownDomain}` : email;
}

/** As mail servers want it. */
export function deliverableEmail(email: string): string {
  const address = readAddress(email);
  return address ? `${address.mailbox}@${address.domain}` : email;
}

function readAddress(text: string): Address | null {
  const typed = text.trim().normalize('NFC').replace('\uff20', '@');
  const sign = typed.lastIndexOf('@');
  const mailbox = typed.slice(0, sign);
  const typedDomain = typed.slice(sign + 1);
  if (sign < 1 || Buffer.byteLength(mailbox) > LONGEST_MAILBOX) return null;
  if (!mailbox.split('.').every((part) => MAILBOX_PART.test(part))) return null;
  const domain = TYPED_DOMAIN.test(typedDomain) ? domainToASCII(typedDomain) : '';
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || NUMBER.test(labels.at(-1) ?? ''))
    return null;
  if (mailbox.length + 1 + domain.length > LONGEST_EMAIL) return null;
  // An address in nothing but ASCII stays as it was typed.
  const shownDomain = domain === typedDomain.toLowerCase() ? typedDomain : domainToUnicode(domain);
  return { mailbox, domain, shownDomain: domain.includes('xn--') ? domainToUnicode(domain) : shownDomain };
}
