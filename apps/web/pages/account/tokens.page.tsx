import type { TokenSummary } from '../../../../libs/identity/index.js';
import { TOKEN_SCOPES } from '../../../../libs/identity/index.js';
import { Button, PostButton } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { CheckboxGroup, TextField } from '../../components/fields.js';
import { ButtonRow, Form } from '../../components/form.js';
import { ItemList } from '../../components/item-list.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { SettingsFrame } from './settings-frame.js';

export interface TokensPageProps {
  csrf: string;
  clientKey: string;
  tokens: TokenSummary[];
  /** Just made: shown this once. */
  made?: { name: string; token: string };
  done?: 'token-withdrawn';
  values: { name: string; scopes: string[] };
  errors?: FormErrors;
}

export function TokensPage({ csrf, clientKey, tokens, made, done, values, errors }: TokensPageProps) {
  const { t } = useText();
  return (
    <SettingsFrame part="tokens">
      {done && (
        <Notice tone="success" announce>
          {t(`account.${done}`)}
        </Notice>
      )}
      {made && (
        <Notice tone="success" title={t('account.token-made', { name: made.name })} announce>
          <p>{t('account.token-once')}</p>
          <p>
            <code class="secret">{made.token}</code>
          </p>
        </Notice>
      )}
      <p class="soft">
        {t('account.tokens-lede')} <a href="/api/openapi.json">{t('account.api-description')}</a>
      </p>
      {tokens.length > 0 && (
        <ItemList sheet>
          {tokens.map((token) => (
            <div key={token.id} class="setting-row">
              <div>
                <p class="setting-name" dir="auto">
                  {token.name}
                </p>
                <p class="item-meta">
                  {token.scopes.map((scope) => (
                    <span key={scope}>{t(`account.scope-${scope}`)}</span>
                  ))}
                  <span>
                    {t('account.token-made-on')} <TimeStamp iso={token.createdAt} />
                  </span>
                  <span>
                    {t('account.last-seen')}{' '}
                    {token.lastUsedAt ? <TimeStamp iso={token.lastUsedAt} /> : t('account.never')}
                  </span>
                </p>
              </div>
              <PostButton action={`/settings/tokens/${token.id}/withdraw`} csrf={csrf} variant="quiet">
                {t('account.withdraw')}
              </PostButton>
            </div>
          ))}
        </ItemList>
      )}
      <Card title={t('account.make-token')}>
        <Form action="/settings/tokens" csrf={csrf} values={{ clientKey }} errors={errors?.summary}>
          <TextField
            name="name"
            label={t('account.token-name')}
            hint={t('account.token-name-hint')}
            maxLength={80}
            value={values.name}
            error={errors?.fields.name}
          />
          <CheckboxGroup
            name="scopes"
            label={t('account.token-scopes')}
            options={TOKEN_SCOPES.map((scope) => ({
              value: scope,
              label: t(`account.scope-${scope}`),
              hint: t(`account.scope-${scope}-hint`),
            }))}
            values={values.scopes}
            error={errors?.fields.scopes}
          />
          <ButtonRow>
            <Button>{t('account.make-token')}</Button>
          </ButtonRow>
        </Form>
      </Card>
    </SettingsFrame>
  );
}
