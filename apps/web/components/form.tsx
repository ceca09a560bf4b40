import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';
import { useText } from './text.js';

/** What is wrong with one field; `name` is empty when it is about the whole form. */
export interface FormError {
  name: string;
  message: string;
}

/** Put at the top of the page: each line leads to its field. */
export function ErrorSummary({ errors }: { errors: FormError[] }) {
  const { t } = useText();
  if (errors.length === 0) return null;
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
        {errors.map(({ name, message }) => (
          <li key={`${name}:${message}`}>{name ? <a href={`#${name}`}>{message}</a> : message}</li>
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
      <ErrorSummary errors={errors} />
      {children}
    </form>
  );
}

/** Buttons at the end of a form, the main one first. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}
