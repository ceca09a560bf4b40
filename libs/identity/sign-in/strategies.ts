import type { IncomingHttpHeaders } from 'node:http';
import passport from 'passport';
import { Strategy as HttpBearerStrategy } from 'passport-http-bearer';
import { Strategy as LocalStrategy } from 'passport-local';

/** Finds whoever a credential belongs to; null when it is not valid. */
type Verify<Credential extends string[], Holder> = (...credential: Credential) => Promise<Holder | null>;

interface RunnableStrategy {
  authenticate(presented: PresentedCredentials): void;
}

type Done = (error: unknown, holder?: object | false) => void;

/** What strategies look at. */
export interface PresentedCredentials {
  headers?: IncomingHttpHeaders;
  cookies?: Record<string, string | undefined>;
  body?: { email: string; password: string };
}

/** `Authorization: Bearer …` */
export function bearerStrategy<Holder extends object>(verify: Verify<[string], Holder>): passport.Strategy {
  return new HttpBearerStrategy((token: string, done: Done) => finish(verify(token), done));
}

/** An e-mail address with a password. */
export function passwordStrategy<Holder extends object>(
  verify: Verify<[string, string], Holder>,
): passport.Strategy {
  return new LocalStrategy(
    { usernameField: 'email', passwordField: 'password' },
    (email: string, password: string, done: Done) => finish(verify(email, password), done),
  );
}

/** A session cookie, with the session kept in the graph. */
export class SessionCookieStrategy<Holder extends object> extends passport.Strategy {
  override readonly name = 'session-cookie';

  constructor(
    private readonly cookie: string,
    private readonly verify: Verify<[string], Holder>,
  ) {
    super();
  }

  override authenticate(request: { cookies?: Record<string, string | undefined> }): void {
    const token = request.cookies?.[this.cookie];
    if (!token) {
      this.fail(401);
      return;
    }
    this.verify(token).then(
      (holder) => (holder ? this.success(holder) : this.fail(401)),
      (error: unknown) => this.error(error),
    );
  }
}

/**
 * Runs a passport strategy as passport does, without its middleware for Connect and without its one registry per
 * process: sockets, pages and routes authenticate alike, and two applications in one process do not meet.
 * @returns null when the credential is missing or not valid
 */
export function runStrategy<Holder>(
  strategy: passport.Strategy,
  presented: PresentedCredentials,
): Promise<Holder | null> {
  return new Promise((resolve, reject) => {
    // Passport lends each strategy these methods for one attempt; strategies read nothing of Express.
    const attempt = Object.assign(Object.create(strategy) as RunnableStrategy, {
      success: (holder: Holder) => resolve(holder),
      fail: () => resolve(null),
      pass: () => resolve(null),
      error: reject,
    });
    attempt.authenticate(presented);
  });
}

function finish(found: Promise<object | null>, done: Done): void {
  found.then((holder) => done(null, holder ?? false), done);
}
