import type { ComponentChildren } from 'preact';
import { Button } from './button.js';
import { useFieldLabel } from './field-labels.js';
import { Html } from './html.js';
import { useText } from './text.js';

export interface ComposerProps {
  action: string;
  csrf: string;
  /** What is written here, for example `Your reply`. */
  label: string;
  submitLabel: string;
  name?: string;
  value?: string;
  placeholder?: string;
  rows?: number;
  maxLength?: number;
  error?: string;
  /** Sanitised HTML, after the preview button was pressed. */
  previewHtml?: string;
  /** What is answered, with a way out. */
  replyingTo?: { label: string; cancelHref: string };
  /** Further hidden values, such as the post that is answered. */
  values?: Record<string, string>;
  /** Key under which an island keeps the draft. */
  draftKey?: string;
  /** Address of the same work for programs: an island sends there, and again on a bad line, without leaving the page. */
  api?: string;
  /** Fields above the text, such as a title. */
  children?: ComponentChildren;
}

/** Without scripts, the preview button sends the form with `preview=1` and the page comes back with the preview. */
export function Composer(props: ComposerProps) {
  const { t } = useText();
  const name = props.name ?? 'body';
  useFieldLabel(name, props.label);
  const described = [props.error && `${name}-error`, `${name}-help`].filter(Boolean).join(' ');
  return (
    <form
      class="composer"
      id="composer"
      method="post"
      action={props.action}
      data-composer
      data-draft={props.draftKey}
      data-api={props.api}
    >
      <input type="hidden" name="_csrf" value={props.csrf} />
      <input type="hidden" name="_look" value="preview=1" />
      {Object.entries(props.values ?? {}).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {props.children}
      {props.replyingTo ? (
        <ComposerTarget {...props.replyingTo} />
      ) : (
        <template data-reply-target>
          <ComposerTarget label="" cancelHref="#composer" />
        </template>
      )}
      <div class={props.error ? 'field invalid' : 'field'}>
        <label for={name}>{props.label}</label>
        {props.error && (
          <p class="field-error" id={`${name}-error`}>
            {props.error}
          </p>
        )}
        <div class="composer-sheet">
          <textarea
            id={name}
            name={name}
            rows={props.rows ?? 5}
            maxLength={props.maxLength}
            placeholder={props.placeholder}
            dir="auto"
            required
            aria-invalid={props.error ? 'true' : undefined}
            aria-describedby={described}
            value={props.value ?? ''}
          />
          <details class="markdown-help" id={`${name}-help`}>
            <summary>{t('ui.markdown-help')}</summary>
            <MarkdownHelp />
          </details>
        </div>
      </div>
      <div class="composer-preview" data-preview hidden={props.previewHtml === undefined}>
        <p class="composer-preview-title">{t('ui.preview')}</p>
        <Html html={props.previewHtml ?? ''} />
      </div>
      <div class="button-row">
        <Button>{props.submitLabel}</Button>
        <Button variant="quiet" name="preview" value="1">
          {t('ui.preview')}
        </Button>
        <span
          class="composer-status"
          role="status"
          data-draft-status
          data-saved={t('ui.draft-saved')}
          data-restored={t('ui.draft-restored')}
          data-sending={t('ui.sending')}
          data-sent={t('ui.sent')}
          data-waiting={t('ui.waiting-to-send')}
          data-refused={t('ui.not-sent')}
          data-no-preview={t('ui.no-preview')}
        />
      </div>
    </form>
  );
}

/** Says whom one answers; islands fill in a copy of it. */
function ComposerTarget({ label, cancelHref }: { label: string; cancelHref: string }) {
  const { t } = useText();
  return (
    <p class="composer-target">
      <span>{label}</span> <a href={cancelHref}>{t('ui.cancel')}</a>
    </p>
  );
}

function MarkdownHelp() {
  const { t } = useText();
  const rows: [string, string][] = [
    [`**${t('ui.markdown-bold')}**`, 'ui.markdown-bold-note'],
    [`*${t('ui.markdown-italic')}*`, 'ui.markdown-italic-note'],
    [`> ${t('ui.markdown-quote')}`, 'ui.markdown-quote-note'],
    [`- ${t('ui.markdown-list')}`, 'ui.markdown-list-note'],
    [`[${t('ui.markdown-link')}](https://…)`, 'ui.markdown-link-note'],
  ];
  return (
    <dl>
      {rows.map(([sample, note]) => (
        <div key={note}>
          <dt>
            <code>{sample}</code>
          </dt>
          <dd>{t(note)}</dd>
        </div>
      ))}
    </dl>
  );
}
