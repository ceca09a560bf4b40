import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.js';

export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger';

interface ButtonProps {
  children: ComponentChildren;
  variant?: ButtonVariant;
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  /** Sends the form to another address than its own. */
  formAction?: string;
  /** Sends the form although required fields are empty, as for a preview. */
  formNoValidate?: boolean;
  disabled?: boolean;
  icon?: IconName;
}

export function Button({ children, variant = 'primary', type = 'submit', icon, ...rest }: ButtonProps) {
  return (
    <button class={`button ${variant}`} type={type} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  href: string;
  children: ComponentChildren;
  variant?: ButtonVariant;
  icon?: IconName;
}

/** Goes somewhere, and looks like a button because it is the next thing to do. */
export function ButtonLink({ href, children, variant = 'primary', icon }: ButtonLinkProps) {
  return (
    <a class={`button ${variant}`} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

interface PostButtonProps extends Omit<ButtonProps, 'type' | 'formAction' | 'formNoValidate'> {
  action: string;
  csrf: string;
  /** Further hidden values. */
  values?: Record<string, string>;
}

/** One button that changes something: a form of its own, so that it works without scripts. */
export function PostButton({ action, csrf, values = {}, ...button }: PostButtonProps) {
  return (
    <form class="post-button" method="post" action={action}>
      <input type="hidden" name="_csrf" value={csrf} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...button} />
    </form>
  );
}
