import { InvalidSettings, type SettingMistake } from './invalid-settings.js';

/** The settings that hang together. */
interface Settings {
  BASE_URL?: string;
  HOST: string;
  GRAPH_URL?: string;
  REDIS_URL?: string;
  MEILI_URL?: string;
  SMTP_URL?: string;
  ONLY_PROCESS: boolean;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** @throws {InvalidSettings} where each setting may be right, but together they cannot work */
export function refuseWhatCannotWork(settings: Settings): void {
  const mistakes = [...searchOfOneProcess(settings), ...linksToNowhere(settings)];
  if (mistakes.length > 0) throw new InvalidSettings(mistakes);
}

/** What may be regretted later, in words for whoever starts the server. */
export function warningsOf(settings: Settings): string[] {
  const { BASE_URL, GRAPH_URL, HOST, ONLY_PROCESS, REDIS_URL } = settings;
  return [
    !BASE_URL && !LOOPBACK.test(HOST)
      ? 'BASE_URL is not set: links in mails and calendars lead to localhost, which only this machine can follow'
      : null,
    GRAPH_URL && !REDIS_URL && !ONLY_PROCESS
      ? 'REDIS_URL is not set: other processes on this GRAPH_URL hear nothing of what happens here'
      : null,
  ].filter((warning) => warning !== null);
}

/** The embedded index holds what its own process has written, and nobody would notice what is missing. */
function* searchOfOneProcess(settings: Settings): Iterable<SettingMistake> {
  const { GRAPH_URL, MEILI_URL, ONLY_PROCESS, REDIS_URL } = settings;
  if (MEILI_URL || ONLY_PROCESS || !(GRAPH_URL || REDIS_URL)) return;
  yield {
    setting: 'MEILI_URL',
    message: `is needed with ${GRAPH_URL ? 'GRAPH_URL' : 'REDIS_URL'}, as the search index embedded in each process would miss what others write; set ONLY_PROCESS=on where there is no other process`,
  };
}

/** Mails that go out into the world. */
function* linksToNowhere({ BASE_URL, HOST, SMTP_URL }: Settings): Iterable<SettingMistake> {
  if (BASE_URL || !SMTP_URL || LOOPBACK.test(HOST)) return;
  yield {
    setting: 'BASE_URL',
    message: `is needed where HOST is ${HOST} and mail is sent, as its links would lead to localhost`,
  };
}
