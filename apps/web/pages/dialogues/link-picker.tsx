import { Button } from '../../components/button.js';
import { useText } from '../../components/text.js';
import type { OfferedLink, PickedLinks } from './link-picking.js';

interface LinkPickerProps {
  /** Name of the list in the form. */
  name: string;
  label: string;
  hint?: string;
  error?: string;
  placeholder?: string;
  links: PickedLinks;
  offered: OfferedLink[];
  /** Where the form is sent. */
  action: string;
  /** Keeps what is offered but not ticked, for further lists to choose from. */
  keepsOffered?: boolean;
}

/** Boxes to tick, and a search that sends the form to come back with more of them. */
export function LinkPicker(props: LinkPickerProps) {
  const { t } = useText();
  const { name, label, hint, error, links, offered, action } = props;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      class={error ? 'field invalid link-picker' : 'field link-picker'}
      id={name}
      aria-describedby={described || undefined}
    >
      <legend>{label}</legend>
      {hint && (
        <p class="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          <span class="visually-hidden">{t('ui.error')} </span>
          {error}
        </p>
      )}
      {offered.length > 0 && (
        <div class="choices">
          {offered.map(({ key, title, type }) => (
            <label key={key} class="choice">
              <input type="checkbox" name={name} value={key} checked={links.ticked.includes(key)} />
              <span>
                <bdi>{title}</bdi> <small class="choice-kind">{t(`threads.subject-${type}`)}</small>
              </span>
            </label>
          ))}
        </div>
      )}
      {props.keepsOffered &&
        offered.map(({ key }) => <input key={key} type="hidden" name={`${name}.offered`} value={key} />)}
      <div class="find-row">
        <label class="visually-hidden" for={`${name}.q`}>
          {t('dialogue-pages.find-label', { list: label })}
        </label>
        <input
          id={`${name}.q`}
          name={`${name}.q`}
          type="text"
          maxLength={100}
          value={links.words}
          placeholder={props.placeholder}
          dir="auto"
        />
        <Button
          name="do"
          value="find"
          variant="quiet"
          icon="search"
          formAction={`${action}#${name}`}
          formNoValidate
        >
          {t('ui.search')}
        </Button>
      </div>
      {links.foundNothing && (
        <p class="field-hint" role="status">
          {t('dialogue-pages.found-nothing', { words: links.words })}
        </p>
      )}
    </fieldset>
  );
}
