import { AdministratorPages } from './account/administrator.pages.js';
import { EntryPages } from './account/entry.pages.js';
import { FormDraftsPages } from './account/form-drafts.pages.js';
import { MailedLinkPages } from './account/mailed-link.pages.js';
import { PasswordPages } from './account/password.pages.js';
import { ProfileForms } from './account/profile-forms.js';
import { SessionsPages } from './account/sessions.pages.js';
import { SettingsPages } from './account/settings.pages.js';
import { TokensPages } from './account/tokens.pages.js';
import { AccountsPages } from './administration/accounts.pages.js';
import { AuditPages } from './administration/audit.pages.js';
import { CommunityFiguresSource } from './home/community-figures.js';
import { HomePages } from './home/home.pages.js';
import { HomeReader } from './home/home-reader.js';
import { LanguagePages } from './language/language.pages.js';
import { PersonPages } from './people/person.pages.js';
import { PreviewPages } from './preview/preview.pages.js';
import { NewThreadPages } from './threads/new-thread.pages.js';
import { PostPages } from './threads/post.pages.js';
import { ThreadPages } from './threads/thread.pages.js';
import { ThreadListPages } from './threads/thread-list.pages.js';

/** The home page, discussions, people and accounts. */
export const COMMUNITY_CONTROLLERS = [
  HomePages,
  ThreadListPages,
  NewThreadPages,
  ThreadPages,
  PostPages,
  PreviewPages,
  EntryPages,
  MailedLinkPages,
  SettingsPages,
  SessionsPages,
  FormDraftsPages,
  TokensPages,
  AdministratorPages,
  AccountsPages,
  AuditPages,
  PasswordPages,
  PersonPages,
  LanguagePages,
];

/** What they need besides the rooms. */
export const COMMUNITY_PROVIDERS = [CommunityFiguresSource, HomeReader, ProfileForms];
