import { Injectable } from '@nestjs/common';
import { AtlasNames, findCountry } from '../../atlas/index.js';
import { DEFAULT_LOCALE } from '../../platform/i18n/locales.js';

/** Which groups a country belongs to, and what they are called. */
@Injectable()
export class GroupNames {
  constructor(private readonly names: AtlasNames) {}

  /** Key of its region in the world as the United Nations count (M49 subregion), empty when there is none. */
  regionOf(country: string): string {
    const { subregion = null, region = null } = findCountry(codeOf(country)) ?? {};
    const code = subregion ?? region;
    return code ? `region:${code}` : '';
  }

  /** Key of its income group as the World Bank counts, empty when there is none. */
  incomeGroupOf(country: string): string {
    const group = findCountry(codeOf(country))?.incomeGroup;
    return group ? `income:${group}` : '';
  }

  titleOf(key: string): string {
    return this.names.nameOf(key, DEFAULT_LOCALE) ?? key;
  }
}

function codeOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
