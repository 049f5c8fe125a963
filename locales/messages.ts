/** The same tree of sentences in another language: every key of the Korean, none besides. */
export type Messages<T> = { readonly [K in keyof T]: T[K] extends string ? string : Messages<T[K]> }
