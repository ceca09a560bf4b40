import type { ComponentChildren } from 'preact';
import { Page, PageHead } from '../../components/page.js';

interface OutcomePageProps {
  title: string;
  text: string;
  /** What to do now. */
  children?: ComponentChildren;
}

/** What became of a link from a mail. */
export function OutcomePage({ title, text, children }: OutcomePageProps) {
  return (
    <Page width="text">
      <PageHead title={title} lede={text} />
      {children && <div class="actions">{children}</div>}
    </Page>
  );
}
