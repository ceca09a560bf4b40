import { Injectable } from '@nestjs/common';
import { loadCountrySpellings } from './reference.js';
import type { NamesOutsideIso } from './reference-records.js';
import {
  createCountryReconciler,
  findOutsideIso,
  type ReconcileCountry,
  type ReconciledCountry,
} from './rules/reconcile-country.js';

/** Recognises countries in free text, for imports. Its ten thousand names are read and folded at the first use. */
@Injectable()
export class CountryReconciler {
  private reconcileCountry: ReconcileCountry | null = null;

  /** Null when the name is no country, or may be two. A `fuzzy` answer is a guess that a person should confirm. */
  reconcile(name: string): ReconciledCountry | null {
    if (!this.reconcileCountry) {
      const { countries, outsideIso } = loadCountrySpellings();
      this.reconcileCountry = createCountryReconciler(countries, outsideIso);
    }
    return this.reconcileCountry(name);
  }

  /** Why a name is refused (Kosovo, Yugoslavia, "Korea"); null when nothing is known about it. */
  findRefusal(name: string): NamesOutsideIso | null {
    return findOutsideIso(name, loadCountrySpellings().outsideIso);
  }
}
