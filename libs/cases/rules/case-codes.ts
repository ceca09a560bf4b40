/** Codes that a case uses; their names in seven languages stand in the atlas, and a spec holds the two together. */

export const COUNTRY_ROLES = [
  'provider',
  'first-provider',
  'second-provider',
  'recipient',
  'pivotal',
  'facilitator',
  'beneficiary',
  'both',
  'location',
] as const;
export type CountryRole = (typeof COUNTRY_ROLES)[number];

export const ACTOR_ROLES = [
  'implementer',
  'funder',
  'partner',
  'organiser',
  'beneficiary',
  'evaluator',
  'adviser',
  'host',
] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

export const ACTOR_TYPES = [
  'government',
  'local-government',
  'ngo',
  'community-organisation',
  'firm',
  'think-tank',
  'university',
  'international-organisation',
  'development-bank',
  'foundation',
  'media',
  'other',
] as const;
export type ActorType = (typeof ACTOR_TYPES)[number];

export const CASE_SCALES = ['local', 'subnational', 'national', 'regional', 'global'] as const;
export type CaseScale = (typeof CASE_SCALES)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
