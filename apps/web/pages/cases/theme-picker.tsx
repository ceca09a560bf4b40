import type { ChoiceOption } from '../../components/fields.js';
import { useText } from '../../components/text.js';

interface ThemePickerProps {
  /** Themes with the themes below them. */
  groups: { code: string; label: string; options: ChoiceOption[] }[];
  /** Codes that are ticked. */
  ticked: string[];
}

/** Boxes to tick, folded by theme; folds that hold a tick stand open. */
export function ThemePicker({ groups, ticked }: ThemePickerProps) {
  const { number } = useText();
  return (
    <div class="folds">
      {groups.map(({ code, label, options }) => {
        const all = [{ value: code, label }, ...options];
        const count = all.filter(({ value }) => ticked.includes(value)).length;
        return (
          <details key={code} class="fold" open={count > 0}>
            <summary>
              {label}
              {count > 0 && <span class="count">{number(count)}</span>}
            </summary>
            <fieldset class="choices columns">
              <legend class="visually-hidden">{label}</legend>
              {all.map((option) => (
                <label key={option.value} class="choice">
                  <input
                    type="checkbox"
                    name="themes"
                    value={option.value}
                    checked={ticked.includes(option.value)}
                  />
                  <span>{option.label}</span>
                </label>
              ))}
            </fieldset>
          </details>
        );
      })}
    </div>
  );
}
