import { Global, Module } from '@nestjs/common';
import { AtlasModule } from '../atlas/index.js';
import { ActorResolver } from '../platform/access/actor-resolver.js';
import { AddPerson } from './add-person/add-person.use-case.js';
import { BecomeAdministratorController } from './administrator/become-administrator.controller.js';
import { BecomeAdministrator } from './administrator/become-administrator.use-case.js';
import { CreateAdministratorLink } from './administrator/create-administrator-link.use-case.js';
import { ChangeLanguage } from './change-language/change-language.use-case.js';
import { ChangePasswordController } from './change-password/change-password.controller.js';
import { ChangePassword } from './change-password/change-password.use-case.js';
import { CreateToken } from './create-token/create-token.use-case.js';
import { TokensController } from './create-token/tokens.controller.js';
import { CredentialsRepository } from './credentials.repository.js';
import { AccountsController } from './disable-account/accounts.controller.js';
import { DisableAccount } from './disable-account/disable-account.use-case.js';
import { EndSessions } from './disable-account/end-sessions.use-case.js';
import { ShowAccount } from './disable-account/show-account.use-case.js';
import { ForgetFormDrafts } from './form-drafts/forget-form-drafts.job.js';
import { FormDraftsController } from './form-drafts/form-drafts.controller.js';
import { FormDrafts } from './form-drafts/form-drafts.use-case.js';
import { GetMe } from './get-me/get-me.use-case.js';
import { MeController } from './get-me/me.controller.js';
import { GrantRoleOperation } from './grant-role/grant-role.operation.js';
import { GrantRole } from './grant-role/grant-role.use-case.js';
import { RoleChanges } from './grant-role/role-changes.js';
import { WithdrawRole } from './grant-role/withdraw-role.use-case.js';
import { IdentityRepository } from './identity.repository.js';
import { ListPeople } from './list-people/list-people.use-case.js';
import { ListUsersOperation } from './list-people/list-users.operation.js';
import { ListSessions } from './list-sessions/list-sessions.use-case.js';
import { SessionsController } from './list-sessions/sessions.controller.js';
import { ListTokens } from './list-tokens/list-tokens.use-case.js';
import { LogInController } from './login/log-in.controller.js';
import { LogIn } from './login/log-in.use-case.js';
import { LogOutController } from './logout/log-out.controller.js';
import { LogOut } from './logout/log-out.use-case.js';
import { MailPerson } from './mail-person/mail-person.use-case.js';
import { IdentityMails } from './mails/identity-mails.js';
import { PasswordChanges } from './passwords/password-changes.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { PeopleNames } from './people-names.js';
import { RegisterController } from './register/register.controller.js';
import { Register } from './register/register.use-case.js';
import { RequestPasswordResetController } from './request-password-reset/request-password-reset.controller.js';
import { RequestPasswordReset } from './request-password-reset/request-password-reset.use-case.js';
import { ResetPasswordController } from './reset-password/reset-password.controller.js';
import { ResetPassword } from './reset-password/reset-password.use-case.js';
import { RevokeSession } from './revoke-session/revoke-session.use-case.js';
import { RevokeToken } from './revoke-token/revoke-token.use-case.js';
import { PersonIndexSource } from './search/person-index-source.js';
import { PeopleController } from './show-person/people.controller.js';
import { ShowPerson } from './show-person/show-person.use-case.js';
import { AttemptLimit } from './sign-in/attempt-limit.js';
import { GraphActorResolver } from './sign-in/graph-actor-resolver.js';
import { KnownActors } from './sign-in/known-actors.js';
import { OrganisationNames } from './update-me/named-organisation.js';
import { UpdateMe } from './update-me/update-me.use-case.js';
import { SendVerification } from './verify-email/send-verification.use-case.js';
import { VerifyEmailController } from './verify-email/verify-email.controller.js';
import { VerifyEmail } from './verify-email/verify-email.use-case.js';

/** What pages, other apps and the demonstration community call. */
const USE_CASES = [
  AddPerson,
  BecomeAdministrator,
  ChangeLanguage,
  ChangePassword,
  CreateAdministratorLink,
  CreateToken,
  DisableAccount,
  EndSessions,
  FormDrafts,
  GetMe,
  GrantRole,
  ListPeople,
  ListSessions,
  ListTokens,
  LogIn,
  LogOut,
  MailPerson,
  Register,
  RequestPasswordReset,
  ResetPassword,
  RevokeSession,
  RevokeToken,
  SendVerification,
  ShowAccount,
  ShowPerson,
  UpdateMe,
  VerifyEmail,
  WithdrawRole,
];

@Global()
@Module({
  imports: [AtlasModule],
  controllers: [
    AccountsController,
    BecomeAdministratorController,
    ChangePasswordController,
    FormDraftsController,
    LogInController,
    LogOutController,
    MeController,
    PeopleController,
    RegisterController,
    RequestPasswordResetController,
    ResetPasswordController,
    SessionsController,
    TokensController,
    VerifyEmailController,
  ],
  providers: [
    ...USE_CASES,
    AttemptLimit,
    CredentialsRepository,
    ForgetFormDrafts,
    GraphActorResolver,
    GrantRoleOperation,
    IdentityMails,
    IdentityRepository,
    KnownActors,
    ListUsersOperation,
    OrganisationNames,
    PasswordChanges,
    PasswordHasher,
    PeopleNames,
    PersonIndexSource,
    RoleChanges,
    { provide: ActorResolver, useExisting: GraphActorResolver },
  ],
  exports: [...USE_CASES, ActorResolver, IdentityMails, PasswordHasher],
})
export class IdentityModule {}
