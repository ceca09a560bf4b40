import { ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';

const PARTS = ['what', 'how', 'honest', 'privacy', 'free'];

/** What Minga is, how to take part, and what happens with what one says. */
export function AboutPage() {
  const { t } = useText();
  return (
    <Page width="text">
      <PageHead title={t('home.about')} lede={t('home.about-lede')} />
      {PARTS.map((part) => (
        <Card key={part} title={t(`home.about-${part}`)}>
          <p class="about-text">{t(`home.about-${part}-text`)}</p>
        </Card>
      ))}
      <div class="actions">
        <ButtonLink href="/register">{t('ui.register')}</ButtonLink>
        <ButtonLink href="/cases" variant="quiet">
          {t('home.all-cases')}
        </ButtonLink>
      </div>
    </Page>
  );
}
