import type { CommitmentDetailView } from '../../../../libs/commitments/index.js';
import { Button } from '../../components/button.js';
import { Form } from '../../components/form.js';
import { LinkPicker, type OfferedLink, type PickedLinks } from '../../components/link-picker.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { ownerFormUrl } from './commitment.page.js';

interface OwnerPageProps {
  commitment: CommitmentDetailView;
  links: PickedLinks;
  offered: OfferedLink[];
  csrf: string;
  errors?: FormErrors;
}

/** Chooses who is to keep a promise in the place of its owner. */
export function OwnerPage({ commitment, links, offered, csrf, errors }: OwnerPageProps) {
  const { t } = useText();
  const { owner, url, title } = commitment;
  const action = ownerFormUrl(commitment);
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('commitments-pages.title'), href: '/commitments' },
          { label: title, href: url },
        ]}
      />
      <PageHead title={t('commitments-pages.change-owner')} lede={title} />
      {owner && (
        <p>
          {t('commitments-pages.owner')}: <bdi>{owner.title}</bdi>
        </p>
      )}
      <Form action={action} csrf={csrf} errors={errors?.summary} values={{ insteadOf: owner?.key ?? '' }}>
        <LinkPicker
          name="ownerKey"
          label={t('commitments-pages.new-owner')}
          hint={t('commitments-pages.new-owner-hint')}
          links={links}
          offered={offered}
          error={errors?.fields.ownerKey}
          action={action}
          keepsOffered
        />
        <p>
          <Button name="do" value="save">
            {t('commitments-pages.change-owner')}
          </Button>
        </p>
      </Form>
    </Page>
  );
}
