/** The room of people: accounts, signing in, roles. */
export {
  type Account,
  accountSchema,
  type PublicPerson,
  publicPersonSchema,
} from './account.js';
export { AddPerson, type AddPersonInput } from './add-person/add-person.use-case.js';
export { BecomeAdministrator } from './administrator/become-administrator.use-case.js';
export { CreateAdministratorLink } from './administrator/create-administrator-link.use-case.js';
export { ChangeLanguage } from './change-language/change-language.use-case.js';
export { type ChangePasswordInput, changePasswordSchema } from './change-password/change-password.dto.js';
export { ChangePassword } from './change-password/change-password.use-case.js';
export * from './contracts.js';
export { type CreateTokenInput, createTokenSchema } from './create-token/create-token.dto.js';
export { CreateToken, type TokenSummary } from './create-token/create-token.use-case.js';
export type { OpenedSession } from './credentials.repository.js';
export { DisableAccount } from './disable-account/disable-account.use-case.js';
export { EndSessions } from './disable-account/end-sessions.use-case.js';
export { ShowAccount } from './disable-account/show-account.use-case.js';
export type { FormDraftSummary } from './form-drafts/form-drafts.schemas.js';
export { FormDrafts } from './form-drafts/form-drafts.use-case.js';
export { GetMe } from './get-me/get-me.use-case.js';
export { GrantRole } from './grant-role/grant-role.use-case.js';
export { WithdrawRole } from './grant-role/withdraw-role.use-case.js';
export {
  becomeAdministratorRule,
  changeMeRule,
  changePasswordRule,
  createTokenRule,
  disableAccountRule,
  grantRoleRule,
  listPeopleRule,
  showMeRule,
  showPersonRule,
} from './identity.access.js';
export { IdentityModule } from './identity.module.js';
export { ListPeople } from './list-people/list-people.use-case.js';
export { ListSessions, type SessionSummary } from './list-sessions/list-sessions.use-case.js';
export { ListTokens } from './list-tokens/list-tokens.use-case.js';
export { type LogInInput, logInSchema } from './login/log-in.dto.js';
export { LogIn } from './login/log-in.use-case.js';
export { LogOut } from './logout/log-out.use-case.js';
export { MailPerson, type MailReader, type MailSubject } from './mail-person/mail-person.use-case.js';
export { IdentityMails } from './mails/identity-mails.js';
export { migrations } from './migrations/index.js';
export { PasswordHasher } from './passwords/password-hasher.js';
export { type RegisterInput, registerSchema } from './register/register.dto.js';
export { Register } from './register/register.use-case.js';
export { RequestPasswordReset } from './request-password-reset/request-password-reset.use-case.js';
export { ResetPassword } from './reset-password/reset-password.use-case.js';
export { RevokeSession } from './revoke-session/revoke-session.use-case.js';
export { RevokeToken } from './revoke-token/revoke-token.use-case.js';
export { shownEmail } from './rules/email.js';
export { ShowPerson } from './show-person/show-person.use-case.js';
export { placeOf, rememberDevice } from './sign-in/device-cookie.js';
export {
  clearSessionCookie,
  SESSION_COOKIE,
  sessionCookieName,
  setSessionCookie,
} from './sign-in/session-cookie.js';
export { type SignedIn, userAgentOf } from './sign-in/signed-in.js';
export { type UpdateMeInput, updateMeSchema } from './update-me/update-me.dto.js';
export { UpdateMe } from './update-me/update-me.use-case.js';
export { SendVerification } from './verify-email/send-verification.use-case.js';
export { VerifyEmail } from './verify-email/verify-email.use-case.js';
