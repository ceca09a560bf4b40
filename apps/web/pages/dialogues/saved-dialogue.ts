import type { DialogueView } from '../../../../libs/dialogues/index.js';
import { LANGUAGES } from '../../components/links.js';
import type { Texts } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { toLocalField } from './phase-times.js';

/** What a dialogue says in each part of its form, as readers read it. */
export function savedDialogueTexts(
  dialogue: DialogueView,
  { t }: Texts,
  nameOf: NameOf,
): Record<string, string> {
  const { timeZone, lang } = dialogue;
  const list = (parts: string[]) => parts.join(t('ui.list-comma'));
  const titles = (links: { key: string; title: string }[]) =>
    list(links.map(({ key, title }) => nameOf(key, title)));
  const localTime = (instant: string) => toLocalField(instant, timeZone).replace('T', ' ');
  return {
    question: dialogue.question,
    background: dialogue.background ?? '',
    lang: LANGUAGES.find(({ code }) => code === lang)?.name ?? '',
    timeZone,
    phases: dialogue.phases
      .map(
        ({ phase, opensAt, closesAt }) =>
          `${t(`dialogue-pages.phase-${phase}`)}: ${localTime(opensAt)} – ${localTime(closesAt)}`,
      )
      .join('\n'),
    about: titles(dialogue.about),
    evidence: titles(dialogue.evidence),
    coConveners: list(dialogue.coConveners.map(({ name }) => name)),
  };
}
