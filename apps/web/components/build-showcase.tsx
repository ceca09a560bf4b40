import type { VNode } from 'preact';
import { Button, PostButton } from './button.js';
import { Card } from './card.js';
import { CaseCard } from './case-card.js';
import { Chip, Chips } from './chips.js';
import { Composer } from './composer.js';
import { FacetPanel } from './facet-panel.js';
import { Checkbox, CheckboxGroup, RadioGroup, Select, TextArea, TextField } from './fields.js';
import { Form } from './form.js';
import { KinItem } from './kin-item.js';
import { Layout } from './layout.js';
import { LinkPicker } from './link-picker.js';
import { Page, PageHead } from './page.js';
import { Pager } from './pager.js';
import { PathSteps } from './path-steps.js';
import { ClosedNote, PostItem } from './post-item.js';
import { NewRepliesBar, PresenceLine, TypingLine } from './presence.js';
import { Progress } from './progress.js';
import { SdgChip, SdgDot, SdgTile } from './sdg.js';
import { SearchHitItem } from './search-hit-item.js';
import { StatRow } from './stat-row.js';
import { ErrorState, LoadingState, Notice } from './states.js';
import { Tabs } from './tabs.js';
import { ThreadItem } from './thread-item.js';
import { Trail } from './trail.js';
import { TwoColumns } from './two-columns.js';

/** What an attacker may type wherever text can be typed. */
export const TYPED = '<script>alert("x")</script>';
const AUTHOR = { id: 'p1', name: `Ana ${TYPED}`, affiliation: 'Ministry of Water' };
const NOW = '2026-05-03T10:00:00Z';

/** A page on which every component stands once. */
export function buildShowcase(): VNode {
  return (
    <Layout
      title={TYPED}
      path="/cases/c1?tab=facts"
      styles={['/assets/main.css']}
      scripts={['/assets/thread.js']}
      csrf="token"
      viewer={{ id: 'p1', name: 'Ana', href: '/people/ana' }}
      demonstration
    >
      <Page aside={<FacetPanel groups={buildFacets()} clearHref="/search" />} asideLabel="Filters">
        <Trail links={[{ label: 'Cases', href: '/cases' }]} current="This" />
        <PageHead title={TYPED} lede={TYPED} />
        <Tabs label="Views" tabs={[{ label: 'All', href: '?', count: 3, current: true }]} />
        <Chips>
          <Chip part="Provider">Peru</Chip>
          <SdgChip number={6} />
        </Chips>
        <Card title="Goals">
          {Array.from({ length: 17 }, (_, index) => (
            <SdgDot key={index} number={index + 1} />
          ))}
          <SdgTile number={1} href="/sdgs/1" />
          <StatRow stats={[{ label: 'Cases', value: 3 }]} />
          <Progress label="Seen" value={1} max={2} />
        </Card>
        <TwoColumns />
        <CaseCard href="/cases/c1" title={TYPED} summary={TYPED} sdgs={[6]} replies={2} saysWhatFailed />
        <ThreadItem
          href="/t"
          title={TYPED}
          starter={AUTHOR}
          replies={1}
          lastAt={NOW}
          state="answered"
          unread={2}
          pinned
        />
        <ThreadItem href="/u" title="Closed" starter={AUTHOR} replies={1} lastAt={NOW} state="closed" />
        <KinItem
          href="/k"
          title="Kin"
          likeness={0.5}
          shared={['canals']}
          differs={['climate']}
          notReported={['cost']}
        />
        <SearchHitItem href="/h" kind="Case" title={[{ text: TYPED, marked: true }]} snippet={[]} />
        {buildPost()}
        <PostItem
          id="b"
          number={2}
          author={AUTHOR}
          at={NOW}
          bodyHtml=""
          removed="by-author"
          actions={{ permalink: '#' }}
        />
        <PostItem
          id="c"
          number={3}
          author={AUTHOR}
          at={NOW}
          bodyHtml=""
          removed="by-moderator"
          actions={{ permalink: '#' }}
        />
        <ClosedNote />
        <PresenceLine count={2} />
        <TypingLine names={['Ana', 'Li']} />
        <NewRepliesBar href="?" count={2} />
        <Composer
          action="/r"
          csrf="token"
          label="Reply"
          submitLabel="Send"
          replyingTo={{ label: 'Ana', cancelHref: '?' }}
        />
        <Pager previousHref="?a" nextHref="?b" />
        <PathSteps
          start={{ label: 'Case', kind: 'Case' }}
          hops={[{ relation: 'happened in', source: 'report', node: { label: 'Peru', kind: 'Country' } }]}
        />
        <Notice title="Saved" announce />
        <LoadingState />
        <ErrorState title="Lost" message="Not here" correlationId="1" />
        {buildForm()}
        <PostButton action="/follow" csrf="token">
          Follow
        </PostButton>
      </Page>
    </Layout>
  );
}

function buildFacets() {
  const options = Array.from({ length: 12 }, (_, index) => ({
    label: `Country ${index}`,
    count: index,
    href: `?c=${index}`,
    selected: index === 0,
  }));
  return [{ label: 'Country', options }];
}

export function buildPost(closed = false) {
  return (
    <PostItem
      id="a"
      number={1}
      author={AUTHOR}
      at={NOW}
      editedAt={NOW}
      bodyHtml="<p>Safe <strong>words</strong></p>"
      inReplyTo={{ number: 7, author: 'Li' }}
      closed={closed}
      actions={{
        permalink: '#post-1',
        reply: '?reply',
        quote: '?quote',
        edit: '/e',
        history: '/h',
        report: '/x',
      }}
    />
  );
}

export function buildForm() {
  return (
    <Form action="/cases" csrf="token" errors={[{ name: 'title', message: 'Give a title' }]}>
      <TextField name="title" label="Title" hint="In a few words" error="Give a title" value="A case" />
      <TextArea name="summary" label="Summary" optional value={TYPED} />
      <Select name="country" label="Country" options={[{ value: 'PER', label: 'Peru' }]} value="PER" />
      <CheckboxGroup
        name="goals"
        label="Goals"
        options={[{ value: '6', label: 'Water' }]}
        error="Choose one"
      />
      <RadioGroup name="kind" label="Kind" options={[{ value: 's', label: 'South-South' }]} value="s" />
      <Checkbox name="agree" label="I agree" />
      <LinkPicker
        name="about"
        label="About"
        links={{ ticked: ['country:PER'], offered: ['country:PER'], words: TYPED }}
        offered={[{ key: 'country:PER', title: TYPED, kind: 'Country' }]}
        action="/cases"
      />
      <Button>Save</Button>
    </Form>
  );
}
