import type { SavedPart } from '../rendering/saved-meanwhile.js';
import { Card } from './card.js';
import { Notice } from './states.js';
import { useText } from './text.js';

interface SavedMeanwhileProps {
  parts: SavedPart[];
  /** Where the form begins from what is saved. */
  editHref: string;
}

/** Above a form that was made from an earlier version: what was saved meanwhile, where it differs from what was typed. */
export function SavedMeanwhile({ parts, editHref }: SavedMeanwhileProps) {
  const { t } = useText();
  return (
    <>
      <Notice tone="warning" title={t('ui.saved-meanwhile')} announce>
        <p>{t(parts.length > 0 ? 'ui.saved-meanwhile-text' : 'ui.saved-meanwhile-same')}</p>
        <p>
          <a href={editHref}>{t('ui.begin-from-saved')}</a>
        </p>
      </Notice>
      {parts.length > 0 && (
        <Card title={t('ui.saved-now')} id="saved-now">
          {parts.map(({ label, now }) => (
            <div key={label} class="saved-part">
              <h3>{label}</h3>
              {now ? (
                <p class="as-written" dir="auto">
                  {now}
                </p>
              ) : (
                <p class="unsaid">{t('ui.kin-not-reported')}</p>
              )}
            </div>
          ))}
        </Card>
      )}
    </>
  );
}
