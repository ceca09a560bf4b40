import type { CaseView } from '../../../../libs/cases/index.js';
import { Card } from '../../components/card.js';
import { FactList } from '../../components/fact-list.js';
import { LANGUAGES } from '../../components/links.js';
import { useText } from '../../components/text.js';
import { codeOf, type NameOf } from '../../rendering/names.js';
import { periodOf } from './case-words.js';

interface CaseFactsProps {
  item: CaseView;
  nameOf: NameOf;
  baseUrl: string;
}

/** The rail of a case: when, who, of which kind, and how to cite it. */
export function CaseFacts({ item, nameOf, baseUrl }: CaseFactsProps) {
  const texts = useText();
  const { t, number } = texts;
  const { percent, gaps } = item.completeness;
  return (
    <Card title={t('cases.facts')}>
      <FactList
        facts={[
          { label: t('cases.when'), value: periodOf(item, texts) ?? <Unsaid /> },
          {
            label: t('cases.actors'),
            value: item.actors.length > 0 ? <Actors item={item} nameOf={nameOf} /> : <Unsaid />,
          },
          {
            label: t('cases.modality'),
            value: item.modality ? nameOf(item.modality.key, item.modality.title) : <Unsaid />,
          },
          { label: t('cases.scale'), value: item.scale ? t(`cases.scale-${item.scale}`) : <Unsaid /> },
          { label: t('cases.targets'), value: item.targets.length > 0 ? <Targets item={item} /> : undefined },
          { label: t('ui.language'), value: LANGUAGES.find(({ code }) => code === item.lang)?.name },
          {
            label: t('cases.imported'),
            value:
              item.source &&
              (item.source.url ? <a href={item.source.url}>{item.source.name}</a> : item.source.name),
          },
          {
            label: t('cases.completeness'),
            value: t('ui.percent', { value: number(percent) }),
            source:
              gaps.length > 0 &&
              t('cases.gaps', {
                parts: gaps.map((part) => t(`cases.part-${part}`)).join(t('ui.list-comma')),
              }),
          },
          {
            label: t('cases.version'),
            value: (
              <a href={`${item.url}/versions`}>
                {t('cases.version-of', { number: item.version, date: texts.date(item.updatedAt) })}
              </a>
            ),
          },
          { label: t('cases.cite-as'), value: <Citation item={item} baseUrl={baseUrl} /> },
        ]}
      />
    </Card>
  );
}

function Unsaid() {
  const { t } = useText();
  return <span class="unsaid">{t('ui.not-reported')}</span>;
}

function Actors({ item, nameOf }: Pick<CaseFactsProps, 'item' | 'nameOf'>) {
  return (
    <ul class="plain-list">
      {item.actors.map(({ key, title, url, role }) => (
        <li key={`${key} ${role}`}>
          <a href={url} dir="auto">
            {title}
          </a>
          <small>{nameOf(`actor-role:${role}`)}</small>
        </li>
      ))}
    </ul>
  );
}

function Targets({ item }: Pick<CaseFactsProps, 'item'>) {
  return (
    <span class="inline-links">
      {item.targets.map(({ key, title }) => {
        const code = codeOf(key);
        return (
          <a key={key} href={`/sdgs/${code.split('.', 1)[0]}#target-${code}`} title={title}>
            {code}
          </a>
        );
      })}
    </span>
  );
}

/** Who, year, title, version, address: enough to find this very text again. */
function Citation({ item, baseUrl }: Pick<CaseFactsProps, 'item' | 'baseUrl'>) {
  const { t } = useText();
  const by = item.contributor?.name ?? item.source?.name ?? 'Minga';
  const year = (item.publishedAt ?? item.updatedAt).slice(0, 4);
  const address = `${baseUrl}${item.url}`;
  return (
    <span class="citation">
      <bdi>{by}</bdi> ({year}). <cite dir="auto">{item.title}</cite>. Minga,{' '}
      {t('cases.version-number', { number: item.version })}. <bdi>{address}</bdi>
    </span>
  );
}
