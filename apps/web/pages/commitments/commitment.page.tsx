import {
  COMMITMENT_STATES,
  type CommitmentDetailView,
  type CommitmentReportView,
  NOTE_MAX,
} from '../../../../libs/commitments/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { FactList } from '../../components/fact-list.js';
import { RadioGroup, TextArea } from '../../components/fields.js';
import { Form } from '../../components/form.js';
import { Page, PageHead } from '../../components/page.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { Trail } from '../../components/trail.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import type { NameOf } from '../../rendering/names.js';
import { CommitmentBadge, DueDay } from './commitment-item.js';

export interface CommitmentPageProps {
  commitment: CommitmentDetailView;
  nameOf: NameOf;
  csrf: string;
  /** What was typed into a report that was refused. */
  report?: { state: string; note: string; errors: FormErrors };
}

export function ownerFormUrl({ url }: Pick<CommitmentDetailView, 'url'>): string {
  return `${url}/owner`;
}

export function CommitmentPage({ commitment, nameOf, csrf, report }: CommitmentPageProps) {
  const { t, date } = useText();
  const { owner, answers, madeBy, about } = commitment;
  return (
    <Page
      asideLabel={t('commitments-pages.facts')}
      aside={
        <Card title={t('commitments-pages.facts')}>
          <FactList
            facts={[
              {
                label: t('commitments-pages.owner'),
                value: owner && (
                  <a href={owner.url}>
                    <bdi>{owner.title}</bdi>
                  </a>
                ),
              },
              { label: t('commitments-pages.due'), value: date(commitment.dueOn) },
              { label: t('commitments-pages.review'), value: date(commitment.reviewOn) },
              {
                label: t('commitments-pages.promised-at'),
                value: answers && (
                  <a href={answers.url} dir="auto">
                    {answers.title}
                  </a>
                ),
              },
              {
                label: t('commitments-pages.written-by'),
                value: madeBy && (
                  <a href={madeBy.url}>
                    <bdi>{madeBy.name}</bdi>
                  </a>
                ),
                source: date(commitment.createdAt),
              },
            ]}
          />
          {commitment.permissions.changeOwner && (
            <>
              {commitment.ownerIsDisabled && (
                <Notice tone="warning">{t('commitments-pages.owner-disabled')}</Notice>
              )}
              <p>
                <ButtonLink href={ownerFormUrl(commitment)} variant="quiet">
                  {t('commitments-pages.change-owner')}
                </ButtonLink>
              </p>
            </>
          )}
        </Card>
      }
    >
      <Trail links={[{ label: t('commitments-pages.title'), href: '/commitments' }]} />
      <PageHead
        title={commitment.title}
        lang={commitment.lang ?? undefined}
        kicker={
          <>
            <CommitmentBadge state={commitment.state} />
            <DueDay commitment={commitment} />
          </>
        }
      >
        {about.length > 0 && (
          <Chips label={t('commitments-pages.about')}>
            {about.map(({ key, title, url }) => (
              <Chip key={key} href={url}>
                {nameOf(key, title)}
              </Chip>
            ))}
          </Chips>
        )}
      </PageHead>
      {commitment.text !== commitment.title && (
        <Card title={t('commitments-pages.in-full')}>
          <p class="as-written" lang={commitment.lang ?? undefined} dir="auto">
            {commitment.text}
          </p>
        </Card>
      )}
      <Reports reports={commitment.reports} />
      {commitment.permissions.report && <ReportForm commitment={commitment} csrf={csrf} report={report} />}
    </Page>
  );
}

function Reports({ reports }: { reports: CommitmentReportView[] }) {
  const { t } = useText();
  return (
    <Card title={t('commitments-pages.what-came')} id="reports">
      {reports.length > 0 ? (
        <ol class="entries">
          {reports.map(({ number, state, note, at, by }) => (
            <li key={number} id={`report-${number}`}>
              <p class="item-meta">
                <span>
                  <CommitmentBadge state={state} />
                </span>
                {by && (
                  <a href={by.url}>
                    <bdi>{by.name}</bdi>
                  </a>
                )}
                <TimeStamp iso={at} />
              </p>
              <p class="as-written" dir="auto">
                {note}
              </p>
            </li>
          ))}
        </ol>
      ) : (
        <p class="unsaid">{t('commitments-pages.no-report')}</p>
      )}
    </Card>
  );
}

function ReportForm({ commitment, csrf, report }: Omit<CommitmentPageProps, 'nameOf'>) {
  const { t } = useText();
  const { errors } = report ?? {};
  return (
    <Card title={t('commitments-pages.report-title')} id="report">
      {errors?.code === 'commitments/commitment-changed-meanwhile' && (
        <Notice tone="warning">{t('commitments-pages.read-first')}</Notice>
      )}
      <Form
        action={`${commitment.url}/report`}
        csrf={csrf}
        errors={errors?.summary}
        values={{ version: String(commitment.version) }}
      >
        <RadioGroup
          name="state"
          label={t('commitments-pages.state')}
          options={COMMITMENT_STATES.map((state) => ({
            value: state,
            label: t(`commitments-pages.state-${state}`),
          }))}
          value={report?.state ?? commitment.state}
          error={errors?.fields.state}
        />
        <TextArea
          name="note"
          label={t('commitments-pages.note')}
          hint={t('commitments-pages.note-hint')}
          maxLength={NOTE_MAX}
          value={report?.note}
          error={errors?.fields.note}
        />
        <p>
          <Button>{t('commitments-pages.send-report')}</Button>
        </p>
      </Form>
    </Card>
  );
}
