import { BODY_MAX, type PostView, postUrl, type ThreadView } from '../../../../libs/discussions/index.js';
import { Composer } from '../../components/composer.js';
import { ErrorSummary } from '../../components/form.js';
import { Html } from '../../components/html.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { threadLinks } from './thread-links.js';

export interface ReplyPageProps {
  thread: Pick<ThreadView, 'id' | 'title' | 'lang'>;
  /** The post that is answered; null for an answer to the thread as a whole. */
  parent: PostView | null;
  viewerId: string;
  csrf: string;
  clientKey: string;
  body: string;
  previewHtml?: string;
  errors?: FormErrors;
}

/** Writing a reply on a page of its own: to one post, after the preview button, or after a refusal. */
export function ReplyPage(props: ReplyPageProps) {
  const { t } = useText();
  const { thread, parent, errors } = props;
  const back = parent ? postUrl(thread.id, parent.number) : threadLinks.thread(thread.id);
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('threads.title'), href: '/threads' },
          { label: thread.title, href: threadLinks.thread(thread.id) },
        ]}
      />
      <PageHead
        title={parent ? t('threads.reply-to', { name: parent.author.name }) : t('threads.your-reply')}
      />
      {errors && <ErrorSummary errors={errors.summary} />}
      {parent && (
        <figure class="quoted">
          <figcaption>{t('threads.wrote', { name: parent.author.name, number: parent.number })}</figcaption>
          <Html html={parent.html} lang={parent.lang ?? undefined} />
        </figure>
      )}
      <Composer
        action={threadLinks.posts(thread.id)}
        api={threadLinks.apiPosts(thread.id)}
        csrf={props.csrf}
        label={t('threads.your-reply')}
        submitLabel={t('threads.send-reply')}
        rows={8}
        maxLength={BODY_MAX}
        value={props.body}
        previewHtml={props.previewHtml}
        error={errors?.fields.body}
        values={{ clientKey: props.clientKey, ...(parent ? { replyTo: String(parent.number) } : {}) }}
        draftKey={`${props.viewerId}:thread:${thread.id}${parent ? `#${parent.number}` : ''}`}
      />
      <p>
        <a href={back}>{t('threads.back-to-thread')}</a>
      </p>
    </Page>
  );
}
