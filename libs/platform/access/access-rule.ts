import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { DomainError, notFound } from '../errors/domain-error.js';
import { type Actor, isSignedIn } from './actor.js';

/**
 * Who may do one thing. `who` can be decided from the actor alone and is checked before a route runs; `allows` needs
 * the target and is checked by the use case through {@link requireAccess}. Both are part of one rule, in one file
 * per room (`<room>.access.ts`).
 */
export interface AccessRule<Target> {
  /** `noun.verb`, for example `discussion.reply`. */
  readonly name: string;
  readonly who: 'anyone' | 'signed-in';
  /** What a token must have been given. */
  readonly scope: 'read' | 'write' | 'admin';
  /** Whether a refusal must look like absence, because the target itself is hidden. */
  readonly hides: boolean;
  allows(actor: Actor, target: Target): boolean;
}

export function accessRule<Target = void>(
  name: string,
  rule: {
    who: AccessRule<Target>['who'];
    scope: AccessRule<Target>['scope'];
    hides?: boolean;
    allows?: (actor: Actor, target: Target) => boolean;
  },
): AccessRule<Target> {
  return {
    name,
    who: rule.who,
    scope: rule.scope,
    hides: rule.hides ?? false,
    allows: rule.allows ?? (() => true),
  };
}

/** Whether the rule holds; the answer that `permissions` carries to the interface. */
export function mayAccess<Target>(rule: AccessRule<Target>, actor: Actor, target: Target): boolean {
  return reasonForRefusal(rule, actor) === null && rule.allows(actor, target);
}

/**
 * @throws {DomainError} `access/sign-in-required`, `access/scope-missing`, `access/forbidden`,
 * or `platform/not-found` where the rule hides its target
 */
export function requireAccess<Target>(rule: AccessRule<Target>, actor: Actor, target: Target): void {
  requireEntry(rule, actor);
  if (rule.allows(actor, target)) return;
  throw rule.hides ? notFound() : new DomainError('forbidden', 'access/forbidden', { permission: rule.name });
}

/** The part of a rule that needs no target. */
export function requireEntry(rule: AccessRule<never>, actor: Actor): void {
  const reason = reasonForRefusal(rule, actor);
  if (reason === 'sign-in') throw new DomainError('unauthenticated', 'access/sign-in-required');
  if (reason === 'scope') throw new DomainError('forbidden', 'access/scope-missing', { scope: rule.scope });
}

function reasonForRefusal(rule: AccessRule<never>, actor: Actor): 'sign-in' | 'scope' | null {
  if (rule.who === 'signed-in' && !isSignedIn(actor) && actor.via !== 'system') return 'sign-in';
  const hasScope = actor.scopes === 'all' || actor.scopes.includes(rule.scope);
  return hasScope || (rule.scope === 'write' && rule.who === 'anyone') ? null : 'scope';
}

export const ACCESS_RULE = 'minga:access-rule';
export const PUBLIC_ROUTE = 'minga:public-route';
export const ANONYMOUS_ROUTE = 'minga:anonymous-route';

/** Marks a route as guarded by a rule. The rule's `allows` part is the use case's to check. */
export function Access<Target>(rule: AccessRule<Target>) {
  return applyDecorators(SetMetadata(ACCESS_RULE, rule));
}

/**
 * Marks a route as open to everyone, with nothing to check.
 * @param options `anonymous`: nobody looks up who asks, so that it answers whatever else does not work
 */
export function Public({ anonymous = false }: { anonymous?: boolean } = {}) {
  return applyDecorators(SetMetadata(PUBLIC_ROUTE, true), SetMetadata(ANONYMOUS_ROUTE, anonymous));
}

/** The {@link Actor} of the request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<{ actor: Actor }>().actor;
});
