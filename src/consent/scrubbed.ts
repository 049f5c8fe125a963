declare const scrubbed: unique symbol

/**
 * Text from which everything that may never be kept has been removed (unique ids, cards, accounts).
 * Only `skills/privacy` makes it; the stores and tickets take nothing else.
 */
export type Scrubbed = string & { readonly [scrubbed]: true }
