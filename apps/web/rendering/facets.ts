import type { FacetGroup } from '../components/facet-panel.js';

/** A value of a filter with how many it would leave, named in the reader's language. */
export interface CountedValue {
  value: string;
  label: string;
  count: number;
}

interface FacetInput {
  label: string;
  values: readonly CountedValue[];
  chosen: readonly string[];
  /** Whether several values may be chosen, any of which is enough; else a new one takes the place of the old one. */
  many?: boolean;
  /** Address of the page with these values chosen. */
  hrefFor(values: string[]): string;
}

/** A group of filters as links: each leads to the page with that value chosen, or no longer chosen. */
export function facetGroup({ label, values, chosen, many = false, hrefFor }: FacetInput): FacetGroup {
  return {
    label,
    options: values.map(({ value, label, count }) => {
      const selected = chosen.includes(value);
      const others = chosen.filter((other) => other !== value);
      const added = many ? [...chosen, value] : [value];
      return { label, count, selected, href: hrefFor(selected ? others : added) };
    }),
  };
}
