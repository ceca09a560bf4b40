import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../atlas/index.js';
import { Catalogue } from '../platform/i18n/catalogue.js';
import { languageName } from '../platform/i18n/language-name.js';
import { LOCALE_NAMES, type Locale } from '../platform/i18n/locales.js';

/** Scripts in which a space after the mark that separates the parts of a list would be wrong. */
const LIST_MARK: Partial<Record<Locale, string>> = { ar: '، ', zh: '、' };

/** Names for what this room tells: dimensions, relations, values of filters. */
@Injectable()
export class ExploreWords {
  constructor(
    private readonly names: AtlasNames,
    private readonly catalogue: Catalogue,
  ) {}

  /** A text of the room's own. */
  say(name: string, locale: Locale, values?: Record<string, string | number>): string {
    return this.catalogue.text(locale, `explore.${name}`, values);
  }

  list(parts: readonly string[], locale: Locale): string {
    return parts.join(LIST_MARK[locale] ?? ', ');
  }

  /** A value of a case's profile: `theme:irrigation`, `scale:local`, `roles:provider+recipient`, `2018`. */
  valueName(key: string, locale: Locale): string {
    const [type = '', code = ''] = key.split(':');
    if (type === 'scale') return this.say(`scale-${code}`, locale);
    if (type === 'roles') {
      const roles = code.split('+').map((role) => this.names.nameOf(`country-role:${role}`, locale) ?? role);
      return roles.join(' + ');
    }
    if (type === 'sdg') return this.say('goal', locale, { number: code, name: this.nameOrCode(key, locale) });
    if (type === 'target') return this.say('target', locale, { code });
    return this.nameOrCode(key, locale);
  }

  relation(relation: string, direction: 'out' | 'in', locale: Locale): string {
    const name = `relation-${relation}-${direction}`;
    return this.catalogue.has(`explore.${name}`)
      ? this.say(name, locale)
      : this.say(`relation-other-${direction}`, locale);
  }

  /** The name of a value of a search filter. */
  facetValue(facet: string, value: string, locale: Locale): string {
    if (facet === 'type') return this.typeName(value, locale);
    if (facet === 'lang') return LOCALE_NAMES[value as Locale] ?? languageName(value, locale);
    if (facet === 'sdg') return this.valueName(`sdg:${value}`, locale);
    return this.names.nameOf(`${facet}:${value}`, locale) ?? value;
  }

  /** What kind of thing it is, for one of them. */
  typeName(type: string, locale: Locale): string {
    return this.catalogue.has(`explore.type-${type}`) ? this.say(`type-${type}`, locale) : type;
  }

  private nameOrCode(key: string, locale: Locale): string {
    return this.names.nameOf(key, locale) ?? key.slice(key.indexOf(':') + 1);
  }
}
