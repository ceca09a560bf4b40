import { BODY_MAX, type PostView, postUrl, type ThreadView } from '../../../../libs/discussions/index.js';
import { Composer } from '../../components/composer.js';
import { ErrorSummary } from '../../components/form.js';
import { Html } from '../../components/html.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { threadLinks } from './thread-links.js';

export interface EditPostPageProps {
  thread: Pick<ThreadView, 'id' | 'title'>;
  post: PostView;
  csrf: string;
  body: string;
  /** The version that the text was made from. */
  version: number;
  previewHtml?: string;
  errors?: FormErrors;
}

export function EditPostPage({ thread, post, csrf, body, version, previewHtml, errors }: EditPostPageProps) {
  const { t } = useText();
  const changedMeanwhile = errors?.code === 'discussions/post-changed-meanwhile';
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('threads.title'), href: '/threads' },
          { label: thread.title, href: threadLinks.thread(thread.id) },
        ]}
      />
      <PageHead title={t('threads.edit-post', { number: post.number })} lede={t('threads.edit-lede')} />
      {errors && <ErrorSummary errors={errors.summary} />}
      {changedMeanwhile && (
        <figure class="quoted">
          <figcaption>{t('threads.reads-now')}</figcaption>
          <Html html={post.html} lang={post.lang ?? undefined} />
        </figure>
      )}
      <Composer
        action={threadLinks.edit(thread.id, post.number)}
        csrf={csrf}
        label={t('threads.text')}
        submitLabel={t('threads.save')}
        rows={10}
        maxLength={BODY_MAX}
        value={body}
        previewHtml={previewHtml}
        error={errors?.fields.body}
        values={{ version: String(version) }}
      />
      <p>
        <a href={postUrl(thread.id, post.number)}>{t('threads.back-to-thread')}</a>
      </p>
    </Page>
  );
}
