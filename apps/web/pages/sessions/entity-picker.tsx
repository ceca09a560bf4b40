import type { EntityRef } from '../../../../libs/platform/entities/entity.js';
import { Button } from '../../components/button.js';
import { useText } from '../../components/text.js';

/** What can be chosen, and what was looked for. */
export interface Picked {
  chosen: EntityRef[];
  /** Words that were looked for; empty when none were. */
  words: string;
  found: (EntityRef & { typeName: string })[];
}

interface EntityPickerProps {
  /** Of the boxes; the words are sent as `NAME.words`, the button as `do=find-NAME`. */
  name: string;
  label: string;
  hint: string;
  error?: string;
  picked: Picked;
  /** Address to which the form goes back with what was found. */
  action: string;
}

/** Several things chosen by name: without scripts, the form comes back with what was found, each with a box to tick. */
export function EntityPicker({ name, label, hint, error, picked, action }: EntityPickerProps) {
  const { t } = useText();
  const { chosen, found, words } = picked;
  const others = found.filter(({ key }) => !chosen.some((one) => one.key === key));
  return (
    <fieldset class={error ? 'field invalid' : 'field'} id={name}>
      <legend>{label}</legend>
      <p class="field-hint" id={`${name}-hint`}>
        {hint}
      </p>
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div class="choices">
        {chosen.map(({ key, title }) => (
          <Choice key={key} name={name} value={key} title={title} checked />
        ))}
      </div>
      {words !== '' && (
        <p class="field-hint" role="status">
          {t(others.length > 0 ? 'sessions.pick-found' : 'sessions.pick-none', { words })}
        </p>
      )}
      <div class="choices">
        {others.map(({ key, title, typeName }) => (
          <Choice key={key} name={name} value={key} title={title} note={typeName} />
        ))}
      </div>
      <div class="find-row">
        <label class="visually-hidden" for={`${name}.words`}>
          {t('sessions.pick-words')}
        </label>
        <input
          id={`${name}.words`}
          name={`${name}.words`}
          maxLength={200}
          dir="auto"
          autocomplete="off"
          placeholder={t('sessions.pick-placeholder')}
          aria-describedby={`${name}-hint`}
        />
        <Button
          name="do"
          value={`find-${name}`}
          variant="quiet"
          icon="search"
          formAction={`${action}#${name}`}
          formNoValidate
        >
          {t('sessions.pick-find')}
        </Button>
      </div>
    </fieldset>
  );
}

function Choice(props: { name: string; value: string; title: string; note?: string; checked?: boolean }) {
  return (
    <label class="choice">
      <input type="checkbox" name={props.name} value={props.value} checked={props.checked} />
      <span>
        <span dir="auto">{props.title}</span>
        {props.note && <small>{props.note}</small>}
      </span>
    </label>
  );
}
