import type { ComponentChildren } from 'preact';
import { Icon, WovenMark } from './icon.js';
import { useText } from './text.js';

interface EmptyStateProps {
  title: string;
  message?: ComponentChildren;
  /** The next thing to do: a `ButtonLink`. */
  action?: ComponentChildren;
}

/** Nothing here yet: says why and what to do. */
export function EmptyState({ title, message, action }: EmptyStateProps) {
  return (
    <div class="state">
      <WovenMark />
      <p class="state-title">{title}</p>
      {message && <p>{message}</p>}
      {action && <p class="state-action">{action}</p>}
    </div>
  );
}

interface ErrorStateProps {
  title: string;
  message: ComponentChildren;
  /** Number that operators find in the log. */
  correlationId?: string;
  action?: ComponentChildren;
}

/** A page that could not be made. */
export function ErrorState({ title, message, correlationId, action }: ErrorStateProps) {
  const { t } = useText();
  return (
    <div class="state error">
      <Icon name="warning" />
      <h1>{title}</h1>
      <p>{message}</p>
      {action && <p class="state-action">{action}</p>}
      {correlationId && (
        <p class="state-note">
          {t('ui.error-number')} <code>{correlationId}</code>
        </p>
      )}
    </div>
  );
}

interface NoticeProps {
  tone?: 'info' | 'success' | 'warning';
  title?: string;
  children?: ComponentChildren;
  /** Read out when it appears: for the outcome of what the reader just did. */
  announce?: boolean;
}

export function Notice({ tone = 'info', title, children, announce = false }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={announce ? 'status' : undefined}>
      <Icon name={tone === 'success' ? 'check' : tone} />
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

/** Stands in an island until it has its first data. */
export function LoadingState({ label }: { label?: string }) {
  const { t } = useText();
  return (
    <p class="loading" role="status">
      <span class="loading-thread" aria-hidden="true" />
      {label ?? t('ui.loading')}
    </p>
  );
}

/** Hidden until the live connection is lost; islands take away `hidden`. */
export function OfflineBar() {
  const { t } = useText();
  return (
    <div class="offline-bar" role="status" data-offline hidden>
      {t('ui.offline')}
    </div>
  );
}

/** Hidden until an island finds that something written by this person still waits to be sent. */
export function UnsentNote({ viewerId }: { viewerId: string }) {
  const { t } = useText();
  return (
    <p class="offline-bar" role="status" data-unsent={viewerId} hidden>
      {t('ui.unsent')} <a href="/">{t('ui.unsent-link')}</a>
    </p>
  );
}

/** Until an address is confirmed, no mail about the community goes to it. */
export function UnverifiedNote() {
  const { t } = useText();
  return (
    <p class="demo-banner">
      <a href="/settings">{t('account.unverified')}</a>
    </p>
  );
}

export function DemoBanner() {
  const { t } = useText();
  return (
    <aside class="demo-banner" aria-label={t('ui.demo-label')}>
      <b>{t('ui.demo-label')}</b> {t('ui.demo-note')}
    </aside>
  );
}
