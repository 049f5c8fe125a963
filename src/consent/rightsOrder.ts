import type { ConsentPurpose } from './consent.ts'

/** What a person asked to have done with their data, until they confirm it. */
export type RightsOrder =
  | { readonly kind: 'erase'; readonly number: string }
  | { readonly kind: 'erase_all' }
  /** A ticket filed without a name, found by the secret its filer was given. */
  | { readonly kind: 'erase_nameless'; readonly secretHash: string }
  | { readonly kind: 'withdraw'; readonly purpose: ConsentPurpose }
