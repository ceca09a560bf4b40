import { Button } from './button.js';
import { describedBy, HintAndError } from './fields.js';
import { useText } from './text.js';

/** What a list of links holds in a form that is filled in without scripts. */
export interface PickedLinks {
  /** Keys that are ticked. */
  ticked: string[];
  /** Keys that are offered, the ticked ones among them. */
  offered: string[];
  /** Words to find more by. */
  words: string;
  /** What was just looked for. */
  result?: { words: string; found: boolean };
}

/** A link to tick. */
export interface OfferedLink {
  key: string;
  title: string;
  /** What kind of thing it is, in the language of the page. */
  kind: string;
}

interface LinkPickerProps {
  /** Name of the list in the form: keys come under it, words under `NAME.q`, and the button sends `do=find`. */
  name: string;
  label: string;
  hint?: string;
  error?: string;
  /** That a name or an address can be typed, unless something else is said. */
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
  const { result } = links;
  return (
    <fieldset
      class={error ? 'field invalid link-picker' : 'field link-picker'}
      id={name}
      aria-describedby={describedBy(props)}
    >
      <legend>{label}</legend>
      <HintAndError name={name} hint={hint} error={error} />
      {result && (
        <p class="field-hint" role="status">
          {t(result.found ? 'ui.pick-found' : 'ui.pick-none', { words: result.words })}
        </p>
      )}
      {offered.length > 0 && (
        <div class="choices">
          {offered.map(({ key, title, kind }) => (
            <label key={key} class="choice">
              <input type="checkbox" name={name} value={key} checked={links.ticked.includes(key)} />
              <span>
                <bdi>{title}</bdi> <small class="choice-kind">{kind}</small>
              </span>
            </label>
          ))}
        </div>
      )}
      {props.keepsOffered &&
        offered.map(({ key }) => <input key={key} type="hidden" name={`${name}.offered`} value={key} />)}
      <div class="find-row">
        <label class="visually-hidden" for={`${name}.q`}>
          {t('ui.pick-more', { list: label })}
        </label>
        <input
          id={`${name}.q`}
          name={`${name}.q`}
          type="text"
          maxLength={200}
          value={links.words}
          placeholder={props.placeholder ?? t('ui.pick-placeholder')}
          autocomplete="off"
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
    </fieldset>
  );
}
