/** What became of sending. `unsure`: no answer, or none that settles it; the same must be sent again. */
export type SendResult =
  | { kind: 'sent'; number: number | undefined; url: string }
  | { kind: 'refused'; reason: string }
  | { kind: 'unsure'; retryAfterMs: number | null };

const TRY_AGAIN = new Set([408, 429, 502, 503, 504]);
const GIVE_UP_AFTER_MS = 30_000;
/** Fields that the API takes as numbers. */
const NUMBERS = new Set(['replyTo', 'version']);

/** Sends the form's values to the interface for programs, which answers in few bytes what a page would in many. */
export async function sendForm(form: HTMLFormElement, clientKey: string): Promise<SendResult> {
  const { api = '', apiMethod = 'POST' } = form.dataset;
  const {
    _csrf,
    _draft,
    _look,
    preview: _,
    ...values
  } = Object.fromEntries(new FormData(form)) as Record<string, string>;
  const filled = Object.entries(values).filter(([, value]) => value !== '');
  const body = Object.fromEntries(
    filled.map(([name, value]) => [name, NUMBERS.has(name) ? Number(value) : value]),
  );
  try {
    const response = await fetch(api, {
      method: apiMethod,
      headers: { 'content-type': 'application/json', 'x-csrf-token': _csrf ?? '' },
      body: JSON.stringify({ ...body, clientKey }),
      signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
    });
    if (TRY_AGAIN.has(response.status)) {
      const seconds = Number(response.headers.get('retry-after'));
      return { kind: 'unsure', retryAfterMs: seconds > 0 ? seconds * 1000 : null };
    }
    const answer = (await response.json()) as Answer;
    if (response.ok) return { kind: 'sent', number: answer.number, url: answer.url ?? location.href };
    return { kind: 'refused', reason: answer.errors?.[0]?.message ?? answer.title ?? '' };
  } catch {
    return { kind: 'unsure', retryAfterMs: null };
  }
}

interface Answer {
  number?: number;
  url?: string;
  title?: string;
  errors?: { message: string }[];
}
