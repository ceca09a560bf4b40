import { Button } from './button.js';
import { ButtonRow } from './form.js';
import { useText } from './text.js';

interface KeptFormPartProps {
  csrf: string;
  action: string;
  fields: [string, string][];
  /** The button that sent the form, to send it again. */
  button: [string, string] | null;
  /** The button that draws the form again. */
  look: [string, string] | null;
  /** What people wrote, shown. */
  prose: string[];
  /** Whether sending it again can help. */
  canSend: boolean;
}

/** What somebody wrote in a form that was not carried out: shown, and at hand to be sent again. */
export function KeptFormPart({ csrf, action, fields, button, look, prose, canSend }: KeptFormPartProps) {
  const { t } = useText();
  const [lookName, lookValue] = look ?? [];
  return (
    <section class="kept-form" aria-labelledby="kept-form-title">
      <h2 id="kept-form-title">{t('ui.kept-title')}</h2>
      {canSend && (
        <form method="post" action={action}>
          <input type="hidden" name="_csrf" value={csrf} />
          {look && <input type="hidden" name="_look" value={look.join('=')} />}
          {fields.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <ButtonRow>
            <Button name={button?.[0]} value={button?.[1]}>
              {t('ui.kept-send')}
            </Button>
            {look && (
              <Button variant="quiet" name={lookName} value={lookValue}>
                {t('ui.kept-look')}
              </Button>
            )}
          </ButtonRow>
        </form>
      )}
      {prose.map((text) => (
        <p key={text} class="kept-text" dir="auto">
          {text}
        </p>
      ))}
    </section>
  );
}
