import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { FieldLabelsContext } from './field-labels.js';
import { Icon } from './icon.js';
import { useText } from './text.js';

/** What is wrong with one field; `name` is empty when it is about the whole form. */
export interface FormError {
  name: string;
  message: string;
  /** The message says itself which part of the form it is about. */
  isNamed?: boolean;
}

/** Put at the top of the page: each line leads to its field. */
export function ErrorSummary({ errors }: { errors: FormError[] }) {
  const { t } = useText();
  const labels = useContext(FieldLabelsContext);
  if (errors.length === 0) return null;
  const named = ({ name, message, isNamed }: FormError) => {
    const field = isNamed ? undefined : labels.find(name);
    return field ? t('ui.error-in', { field, message }) : message;
  };
  return (
    <div
      class="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      id="error-summary"
    >
      <h2 id="error-summary-title">
        <Icon name="warning" />
        {t('ui.error-summary', { count: errors.length })}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.name}:${error.message}`}>
            {error.name ? <a href={`#${error.name}`}>{named(error)}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FormProps {
  action: string;
  csrf: string;
  /** Shown in a summary at the top; give each field its own message too. */
  errors?: FormError[];
  /** Further hidden values. */
  values?: Record<string, string>;
  /**
   * The button that pressing Enter in a field stands for, by its `do`; the first one in the form otherwise. Name a
   * harmless one where sending cannot be undone.
   */
  enter?: string;
  /** Its page draws it again, with all that was typed, when it is sent with `do=look`. */
  looks?: boolean;
  /** An island keeps what is typed on the device until the form is carried out; so for all that are drawn again. */
  drafts?: boolean;
  /** For attachments. */
  files?: boolean;
  children: ComponentChildren;
}

/** A form that changes something. The server checks it and answers in the reader's language, so the browser need not. */
export function Form({
  action,
  csrf,
  errors = [],
  values = {},
  enter,
  looks = false,
  drafts = looks,
  files = false,
  children,
}: FormProps) {
  const { locale } = useText();
  return (
    <form
      class="form"
      method="post"
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      noValidate
      data-draft={drafts ? action : undefined}
    >
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="_lang" value={locale} />
      {looks && <input type="hidden" name="_look" value="do=look" />}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {enter && (
        <button
          class="visually-hidden"
          type="submit"
          name="do"
          value={enter}
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      {drafts && <DraftOffer />}
      <ErrorSummary errors={errors} />
      {children}
    </form>
  );
}

/** What an island says of drafts: that one is kept, and that one from before is there. */
function DraftOffer() {
  const { t } = useText();
  return (
    <>
      <template data-draft-offer>
        <div class="notice info" role="status">
          <Icon name="info" />
          <div>
            <p
              data-found={t('ui.draft-found', { time: '{time}' })}
              data-found-in-account={t('ui.draft-found-in-account', { time: '{time}' })}
            />
            <ButtonRow>
              <button class="button quiet" type="button" data-restore>
                {t('ui.draft-restore')}
              </button>
              <button class="button plain" type="button" data-discard>
                {t('ui.draft-discard')}
              </button>
            </ButtonRow>
          </div>
        </div>
      </template>
      <p
        class="field-hint"
        role="status"
        data-draft-status
        data-saved={t('ui.draft-saved')}
        data-saved-in-account={t('ui.draft-saved-in-account')}
      />
    </>
  );
}

/** Buttons at the end of a form, the main one first. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}
