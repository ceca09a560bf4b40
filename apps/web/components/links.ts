/** A link as data: navigation, menus, breadcrumbs. */
export interface LinkItem {
  label: string;
  href: string;
}

/** A person as shown beside what they did. */
export interface PersonItem {
  id: string;
  name: string;
  href?: string;
  /** Organisation and country, for example `Ministry of Water, Somalia`. */
  affiliation?: string;
}

/** The seven languages of the interface, each in its own name. */
export const LANGUAGES: readonly { code: string; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'fr', name: 'Français' },
  { code: 'es', name: 'Español' },
  { code: 'pt', name: 'Português' },
  { code: 'ar', name: 'العربية' },
  { code: 'zh', name: '中文' },
  { code: 'ru', name: 'Русский' },
];

/** The same, to choose from in a form. */
export const LANGUAGE_OPTIONS = LANGUAGES.map(({ code, name }) => ({ value: code, label: name }));
